import type { NoticeKind, TermState } from '@otklik/contracts/enumerations';
import { bodyTerm } from '@otklik/case/body-term';
import { hasEnded, isConsidered } from '@otklik/case/question-status';
import type { PublishedAppeal } from '@otklik/case/appeal';
import type { QuestionPart } from '@otklik/case/question';
import { type WarningPart, standingWarning } from '@otklik/case/term-warning';
import { daysBetween, isOfDecision, localMoment, type LocalDate } from '@otklik/kernel';
import { termKept, termStanding, wasMissed } from './term-standing.js';

/** The deadline for the answer of an open question; one that has its end is due no more. */
export function openDeadline({ state, deadline }: QuestionPart): QuestionPart['deadline'] {
  return hasEnded(state) ? undefined : deadline;
}

/**
 * The term by which lists show and order an open question. What is being forwarded or left without an answer is due by the term to
 * tell so, and late after it. A question with the coordinator is due by the seven days to forward it, which end first; once they
 * are missed it stays for its answer, and is not overdue before that is.
 */
export function nextDeadline(part: QuestionPart): QuestionPart['deadline'] {
  const answer = openDeadline(part);
  const decided = runningTerms(part).find(isOfDecision);
  if (!decided) return answer;
  if (!isConsidered(part.state)) return decided;
  const isDueLater = answer !== undefined && dueUntil(answer)! < dueUntil(decided)!;
  return isDueLater || wasMissed(part, decided) ? answer : decided;
}

/** By when a notice is due: that of a forwarding, and the letter to the body, within the seven days and not by the answer's term. */
export function dueOfNotice(kind: NoticeKind | undefined, part: QuestionPart): QuestionPart['deadline'] {
  switch (kind) {
    case 'FORWARDED':
    case 'COVERING':
      return part.deadlines?.findLast(({ duty }) => duty === 'FORWARD') ?? part.deadline;
    case 'LEFT_UNANSWERED':
      return nextDeadline(part) ?? part.deadline;
    default:
      return part.deadline;
  }
}

function runningTerms(part: QuestionPart): NonNullable<QuestionPart['deadlines']> {
  return (part.deadlines ?? []).filter((set) => termStanding(part, set).state === 'RUNNING');
}

/** The warning of a term that runs on, of that of a body that was asked, or of the day that the sending body `asked` for. */
export function openWarning(part: QuestionPart, asked: LocalDate | undefined): WarningPart | undefined {
  return standingWarning(part.warnings, [
    ...runningTerms(part),
    ...(hasEnded(part.state) ? [] : ofBodies(part, asked)),
  ]);
}

function ofBodies(part: QuestionPart, asked: LocalDate | undefined): Parameters<typeof standingWarning>[1] {
  const awaited = (part.requests ?? []).filter(({ received }) => !received);
  const sender = bodyTerm(part, asked);
  return [
    ...awaited.map(({ request, deadline: { rule, dueOn } }) => ({ rule, dueOn, request })),
    ...(sender ? [sender] : []),
  ];
}

/** What the question is due until: its next term, or the measures that the answer promised. */
export function questionDue(part: QuestionPart): Due | undefined {
  const deadline = nextDeadline(part);
  if (deadline || part.state !== 'ANSWERED' || !part.promise || part.promise.keptOn !== undefined) return deadline;
  const { until } = part.promise;
  return { dueOn: until, workBy: until, zone: part.deadline?.zone ?? '' };
}

/** What is due until when. */
export interface Due {
  readonly dueOn: LocalDate;
  readonly workBy: LocalDate;
  readonly dueAt?: string;
  readonly zone: string;
}

/**
 * The end of a term on the clock of its place, `YYYY-MM-DDTHH:MM`: sorts as it reads, and compares with the district's
 * clock. A term in days lasts until the end of its last day.
 */
export function dueUntil(due: Due | undefined): string | undefined {
  if (!due) return undefined;
  if (due.dueAt === undefined) return `${due.dueOn}T24:00`;
  return localMoment(due.dueAt, due.zone);
}

/** Of what is due of each question, the first. */
export function nearestDue(
  questions: readonly QuestionPart[],
  dueOf: (part: QuestionPart) => Due | undefined,
): Due | undefined {
  return questions
    .map(dueOf)
    .filter((due) => due !== undefined)
    .sort((one, other) => (dueUntil(one)! < dueUntil(other)! ? -1 : 1))[0];
}

/** From which day answers are measured: the registration; of a message that is considered without one, its arrival. */
export function countedFrom({ registered, received }: Pick<PublishedAppeal, 'registered' | 'received'>) {
  return registered?.registeredOn ?? received?.receivedOn;
}

/** Calendar days from `from` to the dispatch of the answer; undefined without one of them. */
export function answerDays({ answeredOn }: QuestionPart, from: LocalDate | undefined): number | undefined {
  return answeredOn === undefined || from === undefined ? undefined : daysBetween(from, answeredOn);
}

/** The same to the first answer, also of a question that is considered again. */
export function firstAnswerDays({ firstAnsweredOn }: QuestionPart, from: LocalDate | undefined): number | undefined {
  return firstAnsweredOn === undefined || from === undefined ? undefined : daysBetween(from, firstAnsweredOn);
}

/** Whether the answer was dispatched on the day of the arrival; undefined before the answer. */
export function answeredSameDay({ answeredOn }: QuestionPart, receivedOn: LocalDate | undefined): boolean | undefined {
  return answeredOn === undefined || receivedOn === undefined ? undefined : answeredOn === receivedOn;
}

/** Undefined for a question that ended without an answer, or was answered without a deadline. */
export function termState(question: QuestionPart): TermState | undefined {
  const kept = termKept(question);
  if (kept !== undefined) return kept ? 'KEPT' : 'LATE';
  return hasEnded(question.state) ? undefined : 'OPEN';
}
