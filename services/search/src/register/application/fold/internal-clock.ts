import type { InternalClock } from '@otklik/contracts/generated/graphql';
import { addDays, isDayOff, type LocalDate, type WorkingCalendar } from '@otklik/kernel';
import { answerDays } from './question-deadline.js';
import type { QuestionPart } from '@otklik/case/question';

type Considered = Pick<QuestionPart, 'state' | 'deadlines' | 'requests' | 'answeredOn' | 'endedOn'>;

/**
 * How many working days a question was worked on, and how many it waited for what other bodies were asked: the district's own
 * count. The term of the law never pauses (59-FZ art. 12). As there, the day of an event is not counted. Null of a question that
 * was closed, and before its first term.
 */
export function internalClock(
  { state, deadlines = [], requests = [], answeredOn, endedOn }: Considered,
  today: LocalDate,
  calendar: WorkingCalendar,
): InternalClock | null {
  const [from] = deadlines
    .filter(({ duty }) => duty === 'ANSWER')
    .map(({ countedFrom }) => countedFrom)
    .sort();
  if (from === undefined || state === 'CLOSED') return null;
  const until = answeredOn ?? endedOn ?? today;
  const isPaused = awaiting(requests, until);
  const clock = { used: 0, paused: 0 };
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) {
    if (!isDayOff(day, calendar)) clock[isPaused(day) ? 'paused' : 'used'] += 1;
  }
  return clock;
}

/** Whether what bodies were asked was awaited on a day. */
function awaiting(requests: NonNullable<QuestionPart['requests']>, until: LocalDate): (day: LocalDate) => boolean {
  return (day) =>
    requests.some(({ deadline, received }) => day > deadline.countedFrom && day <= (received?.receivedOn ?? until));
}

/** The calendar days of `answerDays` on which nothing of another body was awaited. */
export function ownDays(part: QuestionPart, registeredOn: LocalDate | undefined): number | undefined {
  const days = answerDays(part, registeredOn);
  const { answeredOn, requests = [] } = part;
  if (days === undefined || registeredOn === undefined || answeredOn === undefined) return undefined;
  const isPaused = awaiting(requests, answeredOn);
  const all = Array.from({ length: Math.max(days, 0) }, (_, at) => addDays(registeredOn, at + 1));
  return days - all.filter(isPaused).length;
}
