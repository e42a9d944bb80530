import {
  addDays,
  localMoment,
  minuteOf,
  workingDayFrom,
  workingSpans,
  type LocalDate,
  type WorkingCalendar,
} from '@otklik/kernel';

/** An open question that appears in a morning letter. */
export interface DueQuestion {
  readonly appeal: string;
  /** Of the registration. */
  readonly number: string;
  /** The last day by the law, and the day to have it done by. */
  readonly dueOn: LocalDate;
  readonly workBy: LocalDate;
  /** It was given to the reader, or to whom he substitutes. */
  readonly isMine: boolean;
  /** Its executor has not said that he has read it. */
  readonly isUnread: boolean;
  /** A part of the answer is the reader's, or that of whom he substitutes, and not done. */
  readonly hasPart: boolean;
  /** The controller and the head are alerted to its term. */
  readonly isEscalated: boolean;
}

/** The days of a morning letter. */
export interface DigestDays {
  readonly today: LocalDate;
  /** The working day after it. */
  readonly next: LocalDate;
}

/** The content of a morning letter; a question appears in its first part only. */
export interface Digest {
  readonly overdue: readonly DueQuestion[];
  readonly today: readonly DueQuestion[];
  readonly next: readonly DueQuestion[];
  /** Given to him and not read yet, with more time than that. */
  readonly given: readonly DueQuestion[];
  /** Of another's question a part is his. */
  readonly parts: readonly DueQuestion[];
  readonly escalated: readonly DueQuestion[];
}

/**
 * From the beginning of a working day until its end: a server that was down in the morning sends later. Undefined on a day
 * off, and before and after the working hours of the district.
 */
export function digestDays(at: string, zone: string, calendar: WorkingCalendar): DigestDays | undefined {
  const [today = '', time = ''] = localMoment(at, zone).split('T');
  const spans = workingSpans(today, calendar);
  const minute = minuteOf(time);
  const isWorkingTime = spans.length > 0 && spans[0]!.from <= minute && minute < spans.at(-1)!.to;
  return isWorkingTime ? { today, next: workingDayFrom(addDays(today, 1), calendar) } : undefined;
}

export function digestOf(questions: readonly DueQuestion[], { today, next }: DigestDays): Digest {
  const mine = questions.filter(({ isMine }) => isMine);
  const byDay = {
    overdue: mine.filter(({ dueOn }) => dueOn < today),
    today: mine.filter(({ dueOn, workBy }) => dueOn >= today && workBy <= today),
    next: mine.filter(({ workBy }) => workBy > today && workBy <= next),
  };
  const soon = new Set(Object.values(byDay).flat());
  const given = mine.filter((one) => one.isUnread && !soon.has(one));
  const own = new Set([...soon, ...given]);
  const helped = questions.filter((one) => one.hasPart && !own.has(one));
  const told = new Set([...own, ...helped]);
  return { ...byDay, given, parts: helped, escalated: questions.filter((one) => one.isEscalated && !told.has(one)) };
}

export function isEmpty(digest: Digest): boolean {
  return Object.values(digest).every((part: readonly DueQuestion[]) => part.length === 0);
}
