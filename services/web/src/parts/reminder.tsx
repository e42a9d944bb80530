import type { Duty } from '../generated/enumerations.js';
import { dayMonth } from './dates.js';
import { t, type WordId } from '../words/words.js';

interface Warning {
  readonly duty: Duty;
  readonly share: number;
  readonly escalated: boolean;
}

/**
 * «прошло 50 % срока»; of another term than the answer's with what it obliges to, and with its day once it is over. That the
 * answer's is over the row says by itself.
 */
export function Reminder({ warning, dueOn }: { readonly warning: Warning | null; readonly dueOn?: string | null }) {
  if (!warning) return null;
  const { duty, share, escalated } = warning;
  const what = t(`card.duty${duty}`);
  if (share >= 100) return duty === 'ANSWER' ? null : <span className="late">{overWords(what, dueOn)}</span>;
  const passed = t('worklist.reminder', { share });
  return <span className={escalated ? 'attn' : 'muted'}>{duty === 'ANSWER' ? passed : `${what}: ${passed}`}</span>;
}

/** «Просрочено, разобрать сообщение до 30.11». */
function overWords(duty: string, dueOn: string | null | undefined): string {
  const what = `${duty.slice(0, 1).toLowerCase()}${duty.slice(1)}`;
  return dueOn ? t('worklist.termEndedOn', { what, date: dayMonth(dueOn) }) : t('worklist.termEnded', { what });
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
