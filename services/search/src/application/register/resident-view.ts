import type { PublicEvent } from '@otklik/contracts/envelope';
import { eventTitle, type TextLanguage } from '@otklik/contracts/texts';
import type { ResidentAnswer, ResidentAppeal } from '@otklik/contracts/generated/graphql';
import { addDays } from '@otklik/kernel';
import { departmentOf } from './directory-names.js';
import { ofQuestions, type RegisterRow } from './register-row.js';
import type { Viewing } from './row-view.js';

/** What concerns the applicant; work inside the administration is not shown. */
const steps = new Set([
  'AppealReceived',
  'MessageTakenUp',
  'MessageTurnedIntoAppeal',
  'AppealRegistered',
  'AppealSupplemented',
  'AppealWithdrawn',
  'AppealRated',
  'ReopeningRequested',
  'QuestionRouted',
  'ExecutorAssigned',
  'ResponseSigned',
  'NoticeDispatched',
  'NoticePosted',
  'QuestionAnswered',
]);

/** The appeal as the holder of its follow-up code sees it. Answers are shown once they are on their way to him. */
export function residentView(
  row: RegisterRow,
  history: readonly PublicEvent[],
  language: TextLanguage,
  view: Viewing,
): Omit<ResidentAppeal, 'stale'> {
  const { fold, clear } = row;
  return {
    receipt: row.receipt,
    number: row.number ?? null,
    registeredOn: row.registeredOn ?? null,
    state: row.state,
    regime: row.regime,
    receivedAt: row.receivedAt,
    text: clear.text ?? null,
    supplements: fold.appeal.supplements.map(({ at }, index) => ({ at, text: clear.supplements[index] ?? null })),
    dueOn: row.dueOn ?? null,
    departments: ofQuestions(row, 'department').map((code) => departmentOf(view.district, code).name),
    answers: answersOf(row, view),
    rating: row.rating ?? null,
    mayRate: answered(row) && row.rating === undefined,
    mayWithdraw: ['RECEIVED', 'TAKEN_UP', 'REGISTERED'].includes(row.state) && !row.erased,
    mayReopen: row.state === 'ANSWERED' && withinTerm(row, view),
    steps: history
      .filter(({ type }) => steps.has(type))
      .map(({ type, at }) => ({ title: eventTitle(type, language), at })),
  };
}

function answered({ state }: RegisterRow): boolean {
  return state === 'ANSWERED' || state === 'REOPEN_REQUESTED';
}

function answersOf({ fold, clear }: RegisterRow, { directory }: Viewing): readonly ResidentAnswer[] {
  return Object.values(fold.responses)
    .flatMap(({ answer }) => (answer ? [answer] : []))
    .map(({ outcome, signatory, signedAt }, index) => ({
      text: clear.answers[index] ?? null,
      outcome,
      signedBy: directory.officialById(signatory)?.name ?? null,
      signedAt,
    }));
}

function withinTerm({ fold }: RegisterRow, { district, today }: Viewing): boolean {
  const last = Object.values(fold.questions)
    .flatMap(({ answeredOn }) => (answeredOn === undefined ? [] : [answeredOn]))
    .sort()
    .at(-1);
  return last !== undefined && today <= addDays(last, district.policy.reopenWithinDays);
}
