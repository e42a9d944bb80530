import type { ApprovalVersionsQuery } from '../../generated/graphql.js';
import { useDistrict } from '../../frame/district.js';
import { momentIn } from '../../parts/dates.js';
import { TextDifference } from '../../parts/text-difference.js';
import { t } from '../../words/words.js';
import { changeSinceSentBack } from './compared-versions.js';

/** Under the letter: what the executor changed after the draft was sent back, and why it was. */
export function Changes({ versions }: { readonly versions: ApprovalVersionsQuery['responseVersions'] }) {
  const { zone } = useDistrict();
  const change = changeSinceSentBack(
    versions.map(({ sentBack, text, ...one }) => ({ ...one, text: text ?? null, sentBack: sentBack ?? null })),
  );
  if (!change) return null;
  const { ordinal, sentBack } = change.since;
  return (
    <section className="diff" aria-label={t('approval.changes')}>
      <div className="d-bar">
        <h2>{t('approval.changedSince', { ordinal })}</h2>
        {sentBack && (
          <span className="muted is-end">{t('approval.sentBackAt', { at: momentIn(zone, sentBack.at) })}</span>
        )}
      </div>
      {sentBack && (
        <p className="resol">
          {sentBack.reason ? `«${sentBack.reason}»` : t(`approval.why${sentBack.code}`)}{' '}
          <span className="muted">{sentBack.byName}</span>
        </p>
      )}
      {change.changed.length === 0 ? (
        <p>{t('approval.nothingChanged')}</p>
      ) : (
        <TextDifference paragraphs={change.changed} />
      )}
      <p className="muted small">{t('approval.legend', { same: change.same })}</p>
    </section>
  );
}
