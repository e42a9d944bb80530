import type { Network, NoticeWay } from '../generated/graphql.js';
import { t } from '../words/words.js';
import { withHoles } from './letter.js';

interface InNetwork {
  readonly way: NoticeWay;
  readonly network: Network;
  readonly messages: readonly string[];
}

/** An answer as it will stand in its network: message by message, without a letterhead. */
export function NetworkMessages({ of: { way, network, messages } }: { readonly of: InNetwork }) {
  const name = t(`parts.networkLong${network}`);
  return (
    <section className="network-messages" aria-label={t('parts.asMessages', { name })}>
      {messages.map((message, at) => (
        <blockquote key={at} className="source-post">
          {messages.length > 1 && (
            <p className="d-label">{t('parts.messageOf', { at: at + 1, count: messages.length })}</p>
          )}
          <p className="is-kept">{withHoles(message)}</p>
        </blockquote>
      ))}
      <p className="muted">{t(way === 'THREAD' ? 'parts.seenByAll' : 'parts.seenByOne', { name })}</p>
    </section>
  );
}
