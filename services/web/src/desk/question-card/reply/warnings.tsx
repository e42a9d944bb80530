import type { ReplyPreviewQuery } from '../../../generated/graphql.js';
import { t } from '../../../words/words.js';

type Warning = ReplyPreviewQuery['letterPreview']['warnings'][number];

/** What to check before sending; each line leads to its place in the text. */
export function Warnings(props: {
  readonly warnings: readonly Warning[];
  readonly onPlace: (start: number, end: number) => void;
}) {
  const { warnings, onPlace } = props;
  if (warnings.length === 0) return null;
  return (
    <div className="d-warn" role="status">
      <p className="attn">{t('card.check', { count: warnings.length })}</p>
      <ul>
        {warnings.map(({ kind, excerpt, start, end }, at) => (
          <li key={`${kind}${at}`}>
            {t(`card.warning${kind}`, { excerpt })}{' '}
            {start !== null && end !== null && (
              <button type="button" className="d-link is-act" onClick={() => onPlace(start, end)}>
                {t('card.toPlace')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
