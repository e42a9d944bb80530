import type { Channel } from '../generated/enumerations.js';
import { t } from '../words/words.js';

/** Where it came from: a network as a chip, other channels as a grey word. */
export function ChannelChip({ channel }: { readonly channel: Channel }) {
  return (
    <span className={channel === 'NETWORK' ? 'net' : 'net is-word'} title={t(`parts.channelLong${channel}`)}>
      {t(`parts.channel${channel}`)}
    </span>
  );
}
