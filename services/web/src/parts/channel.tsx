import type { Channel } from '../generated/enumerations.js';
import { t } from '../words/words.js';

/** Where it came from: networks as a two-letter chip, other channels as a grey word. */
export function ChannelChip({ channel }: { readonly channel: Channel }) {
  return (
    <span className={isNetwork(channel) ? 'net' : 'net is-word'} title={t(`parts.channelLong${channel}`)}>
      {t(`parts.channel${channel}`)}
    </span>
  );
}

function isNetwork(channel: Channel): boolean {
  return /^(VK|OK|MAX|TELEGRAM)/.test(channel);
}
