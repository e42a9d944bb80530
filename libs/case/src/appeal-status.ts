import type { AppealFacts } from './action-facts.js';
import { isDone } from './question-status.js';
import { isMessage } from './regime.js';
import type { AppealState, CaseEnd, Urgency } from '@otklik/contracts/enumerations';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import type { Case } from './case.js';
import type { PublishedAppeal } from './appeal.js';
import { unreadSupplements, writtenAfterAnswer } from './appeal-supplements.js';
import { isConsented } from './appeal-data.js';
import { givenAnswers } from './given-answers.js';
import type { PublishedQuestion } from './question.js';

export function appealState(appeal: PublishedAppeal, questions: readonly PublishedQuestion[]): AppealState {
  const over = overWithoutEnd(appeal);
  if (over) return over;
  if (appeal.reopening && !appeal.reopening.decided) return 'REOPEN_REQUESTED';
  const live = questions.filter(({ state }) => state !== 'CLOSED');
  if (live.length > 0 && live.every(({ state }) => isDone(state))) return endOf(live);
  if (appeal.registered) return 'REGISTERED';
  return appeal.decision ?? 'RECEIVED';
}

/** Neither answered nor ended by what was done with its questions. */
function overWithoutEnd({ oldJournal, withdrawn, correction }: PublishedAppeal): AppealState | undefined {
  if (oldJournal) return oldJournal.isRemoved ? 'REMOVED_WITH_OLD_JOURNAL' : 'CLOSED_BY_OLD_JOURNAL';
  if (withdrawn) return 'WITHDRAWN';
  return correction && 'STRUCK';
}

const ends = ['ANSWERED', 'FORWARDED', 'LEFT_UNANSWERED'] as const satisfies readonly CaseEnd[];

/** Answered only where one of the questions was, forwarded where one was and none was answered. */
function endOf(questions: readonly PublishedQuestion[]): CaseEnd {
  return ends.find((end) => questions.some(({ state }) => state === end)) ?? 'LEFT_UNANSWERED';
}

/** READER: of what was added after an answer was signed. SECOND: of the official who strikes what another one proposed to strike. */
export type Awaits = 'MODERATOR' | 'REGISTRAR' | 'READER' | 'SECOND';

/** A message waits for the moderator; what was taken up, and an appeal under the law, waits for the registrar. */
export function awaits(received: AppealReceivedData, fold: Case): Awaits | undefined {
  const { status, regime } = appealFacts(received, fold);
  if (status === 'RECEIVED') return isMessage(regime) ? 'MODERATOR' : 'REGISTRAR';
  if (status === 'TAKEN_UP') return 'REGISTRAR';
  if (status === 'REGISTERED' && isStrikeProposed(fold)) return 'SECOND';
  return status === 'REGISTERED' && isAddedToAnswer(fold) ? 'READER' : undefined;
}

function isStrikeProposed({ appeal: { strike, registered } }: Case): boolean {
  return strike !== undefined && strike.proposedOn === registered?.registeredOn;
}

/** Declared so, until its end; by the district's words alone, while it waits for the moderator. */
export function urgency(received: AppealReceivedData, fold: Case): Urgency | undefined {
  const { status, isUrgent } = appealFacts(received, fold);
  if (isUrgent && ['RECEIVED', 'TAKEN_UP', 'REGISTERED'].includes(status) && fold.appeal.isConsidered !== false) {
    return 'DECLARED';
  }
  return received.danger && awaits(received, fold) === 'MODERATOR' ? 'PROPOSED' : undefined;
}

/** For its registration or moderation. */
export function waits(by: Awaits | undefined): boolean {
  return by === 'MODERATOR' || by === 'REGISTRAR';
}

/** Who drafted, approved and signed could not consider it. */
function isAddedToAnswer(fold: Case): boolean {
  const last = unreadSupplements(fold.appeal).at(-1);
  return last !== undefined && givenAnswers(fold).some(({ signedAt }) => signedAt < last.at);
}

/** An appeal, and the departments that have its questions. */
interface AppealOfQuestions {
  readonly appeal: PublishedAppeal;
  readonly questions: Readonly<Record<string, Pick<PublishedQuestion, 'department'>>>;
}

/** By which it is decided what officials may do with it. */
export function appealFacts(received: AppealReceivedData, { appeal, questions }: AppealOfQuestions): AppealFacts {
  const { registered, decision, regime = received.regime, reopening } = appeal;
  const { answered = false, isConsidered = true } = appeal;
  const isAsked = reopening !== undefined && !reopening.decided;
  const isSupplemented = unreadSupplements(appeal).length > 0;
  const isDisputed = writtenAfterAnswer(appeal).length > 0;
  const departments = Object.values(questions).flatMap(({ department }) => department ?? []);
  const facts: Omit<AppealFacts, 'status'> = {
    regime,
    named: received.name !== undefined,
    answered,
    isConsidered,
    isAsked,
    hold: holdOf(appeal),
    isConsented: isConsented(appeal),
    isDisputed,
    isSupplemented,
    departments: [...new Set(departments)].sort(),
    isUrgent: appeal.danger !== undefined,
  };
  if (appeal.erased || overWithoutEnd(appeal)) return { ...facts, status: 'ENDED' };
  if (registered) return { ...facts, status: 'REGISTERED', registeredOn: registered.registeredOn };
  return { ...facts, status: decision ?? 'RECEIVED' };
}

function holdOf({ erased, legalHold }: PublishedAppeal): AppealFacts['hold'] {
  if (erased) return 'ERASED';
  return legalHold ? 'SET' : 'NONE';
}
