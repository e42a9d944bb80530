import type { CaseEnd, UnansweredGround } from '@otklik/contracts/enumerations';
import type { LocalDate } from '@otklik/kernel';

/** Status of a question of the appeal, as published by routing. */
export interface QuestionStanding {
  readonly question: string;
  /** CLOSED: without an act of the administration (withdrawn, erased, merged). */
  readonly state: 'OPEN' | 'ENDED' | 'CLOSED';
  /** Of one that has its end: the day, and the notice that proves it, where the end demands one. */
  readonly endedOn?: LocalDate | undefined;
  readonly notice?: string | undefined;
  /** Absent of one whose end was kept by 0.1.0. */
  readonly end?: CaseEnd | undefined;
  readonly ground?: UnansweredGround | undefined;
}

export interface EndOfAppeal {
  /** Unknown of an appeal whose questions ended under 0.1.0. */
  readonly end?: CaseEnd;
  /** With LEFT_UNANSWERED. */
  readonly ground?: UnansweredGround;
  readonly answeredOn: LocalDate;
  readonly notice?: string;
}

/**
 * The last of the ends, once every question has its own (59-FZ art. 10(1): an answer on the substance of every question);
 * undefined before, and where no question ended otherwise than closed.
 */
export function endOfAppeal(questions: readonly QuestionStanding[]): EndOfAppeal | undefined {
  if (questions.some(({ state }) => state === 'OPEN')) return undefined;
  const ends = questions.filter(({ state }) => state === 'ENDED').sort(byDay);
  const last = ends.at(-1);
  if (last?.endedOn === undefined) return undefined;
  const notice = last.notice === undefined ? {} : { notice: last.notice };
  return { answeredOn: last.endedOn, ...notice, ...knownEnd(ends) };
}

const order = ['ANSWERED', 'FORWARDED', 'LEFT_UNANSWERED'] as const satisfies readonly CaseEnd[];

/** Answered only where one of the questions was, forwarded where one was and none was answered. */
function knownEnd(ends: readonly QuestionStanding[]): Pick<EndOfAppeal, 'end' | 'ground'> {
  if (ends.some(({ end }) => end === undefined)) return {};
  const end = order.find((one) => ends.some((of) => of.end === one));
  const ground = ends.find((of) => of.end === end)?.ground;
  return { ...(end && { end }), ...(ground && { ground }) };
}

/** Questions that ended on one day in a fixed order, so that late facts do not end the appeal twice. */
function byDay(one: QuestionStanding, other: QuestionStanding): number {
  const order = (one.endedOn ?? '').localeCompare(other.endedOn ?? '');
  return order === 0 ? one.question.localeCompare(other.question) : order;
}
