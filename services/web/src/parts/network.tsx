import type { AccountNetwork, Channel, Network } from '../generated/enumerations.js';
import { t } from '../words/words.js';
import { ChannelChip } from './channel.js';

interface Came {
  readonly channel: Channel;
  readonly source: { readonly network: Network } | null;
}

/** The network that it came by; what came by none, by its channel. */
export function SourceChip({ channel, source }: Came) {
  return source ? <NetworkChip network={source.network} /> : <ChannelChip channel={channel} />;
}

/** Neither a mailbox nor another site nor a body. */
export function isNetwork(network: AccountNetwork): network is Network {
  return network !== 'EMAIL' && network !== 'OPEN311' && network !== 'OPEN311_BODY';
}

/** A network as a chip of two or three letters; mail and other sites as a grey word. */
export function NetworkChip({ network }: { readonly network: AccountNetwork }) {
  return (
    <span className={isNetwork(network) ? 'net' : 'net is-word'} title={t(`parts.networkLong${network}`)}>
      {t(`parts.network${network}`)}
    </span>
  );
}
