import { useDistrict } from '../../frame/district.js';
import type { ModerationMessageQuery } from '../../generated/graphql.js';
import { momentIn } from '../../parts/dates.js';
import { Paragraphs } from '../../parts/paragraphs.js';
import { t } from '../../words/words.js';
import type { ModerationRow } from './moderation.js';

type Card = NonNullable<ModerationMessageQuery['appeal']>;

/** What became of the message in its network. */
export function AtSource({ card: { source } }: { readonly card: Card }) {
  const { zone } = useDistrict();
  if (!source) return null;
  return (
    <>
      {source.removedAt && (
        <p className="d-note" role="status">
          {t('moderation.removedThere', { at: momentIn(zone, source.removedAt) })}
        </p>
      )}
      {source.unavailable > 0 && <p className="d-note">{t('moderation.unavailable', { count: source.unavailable })}</p>}
      {source.unread > 0 && <p className="d-note">{t('moderation.unread', { count: source.unread })}</p>}
      {source.editions.map(({ text, at }) => (
        <blockquote key={at}>
          <p className="d-label">{t('moderation.edited', { at: momentIn(zone, at) })}</p>
          <Paragraphs text={text ?? t('queue.erased')} />
        </blockquote>
      ))}
    </>
  );
}

/** The place of the message in its network, and how often its author writes. */
export function Where({ row, card }: { readonly row: ModerationRow; readonly card: Card | undefined }) {
  const { source = null, earlierTotal = 0 } = card ?? {};
  const words = [
    ...(row.source ? [whereWords(row.source)] : []),
    ...(earlierTotal > 0 ? [t('moderation.writesAgain', { count: earlierTotal })] : []),
  ];
  if (words.length === 0) return null;
  return (
    <p className="muted">
      {words.join(' ')}{' '}
      {source?.url && row.source && (
        <a href={source.url} target="_blank" rel="noreferrer">
          {t('parts.openThere', { network: t(`parts.networkLong${row.source.network}`) })}
        </a>
      )}
    </p>
  );
}

function whereWords({ kind, accountTitle, network }: NonNullable<ModerationRow['source']>): string {
  const page = accountTitle ?? t(`parts.networkLong${network}`);
  return t(kind === 'DIRECT' ? 'moderation.inDialogue' : 'moderation.underPost', { page });
}
