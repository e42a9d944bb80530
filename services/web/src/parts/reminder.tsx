import type { Duty } from '../generated/enumerations.js';
import { t, type WordId } from '../words/words.js';

interface Warning {
  readonly duty: Duty;
  readonly share: number;
  readonly escalated: boolean;
}

/**
 * «напоминание 50 %»: so much of a term has passed; of another term than the answer's with what it obliges to. That the
 * answer's has ended the row says by itself.
 */
export function Reminder({ warning }: { readonly warning: Warning | null }) {
  if (!warning) return null;
  const { duty, share, escalated } = warning;
  if (duty === 'ANSWER' && share >= 100) return null;
  const words = share < 100 ? t('worklist.reminder', { share }) : t('worklist.termEnded');
  return (
    <span className={share >= 100 ? 'late' : escalated ? 'attn' : 'muted'}>
      {duty === 'ANSWER' ? words : `${t(`card.duty${duty}`)}: ${words}`}
    </span>
  );
}

interface Item {
  readonly stage: WordId;
  readonly dueTerm: { readonly duty: Duty } | null;
  readonly warning: Warning | null;
}

/** «Направить, если вопрос не наш»: what it is due for, where that is not the answer and its reminder does not say so. */
export function DueFor({ item: { stage, dueTerm, warning } }: { readonly item: Item }) {
  if (!dueTerm || dueTerm.duty === 'ANSWER' || warning?.duty === dueTerm.duty) return null;
  return <span className="muted">{t(dutyWords(stage, dueTerm.duty))}</span>;
}

/** Until an official decides that the question is of another body, it is to be forwarded only if it is. */
export function dutyWords(stage: WordId, duty: Duty): WordId {
  const isUndecided = duty === 'FORWARD' && stage !== 'worklist.questionFORWARDING';
  return isUndecided ? 'card.forwardIfNotOurs' : `card.duty${duty}`;
}
