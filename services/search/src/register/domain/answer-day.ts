import {
  addDays,
  instantOf,
  localTime,
  workingDayFrom,
  workingSpans,
  type LocalDate,
  type WorkingCalendar,
} from '@otklik/kernel';

export interface AnswerDay {
  /** The working day whose hours run or come next: what waits is to be answered on it. */
  readonly on: LocalDate;
  /** The end of the working hours before it (ISO 8601 UTC): what came since is of that day. */
  readonly since: string;
}

/** In the evening, at night and on a day off what comes is of the next working day. */
export function answerDay(now: string, { calendar, zone }: Clock): AnswerDay {
  const { on: today, minute } = localTime(now, zone);
  const hours = workingSpans(today, calendar).at(-1);
  const isOver = hours === undefined || minute >= hours.to;
  const on = isOver ? workingDayFrom(addDays(today, 1), calendar) : today;
  const before = workingDayFrom(addDays(on, -1), calendar, -1);
  return { on, since: instantOf({ on: before, minute: workingSpans(before, calendar).at(-1)!.to }, zone) };
}

interface Clock {
  readonly calendar: WorkingCalendar;
  readonly zone: string;
}
