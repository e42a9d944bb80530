import { t } from '../../../words/words.js';

const stages = ['FILE', 'COLUMNS', 'TRIAL', 'TAKING', 'PARITY'] as const;
export type Stage = (typeof stages)[number];

/** How far it is. */
export function Stages({ now }: { readonly now: Stage }) {
  const at = stages.indexOf(now);
  return (
    <ol className="oj-stages" aria-label={t('oldJournal.stages')}>
      {stages.map((stage, place) => (
        <li key={stage} {...(stage === now && { 'aria-current': 'step' as const })}>
          {place + 1}. {t(`oldJournal.${stage}`)} {place < at && <span aria-label={t('oldJournal.done')}>✓</span>}
        </li>
      ))}
    </ol>
  );
}
