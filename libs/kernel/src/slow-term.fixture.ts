import type { WorkingCalendar } from './calendar.js';
import type { DeadlineRule } from './term.js';

/*
 * The same terms counted the long way: a day, or a minute, after the other on a list of them, with nothing of the engine:
 * no zone library, no spans, no jumps.
 */

interface Start {
  readonly on: string;
  readonly minute: number;
  /** Hours of the zone before UTC. */
  readonly offset: number;
}

const statutory = /-(01-0[1-8]|02-23|03-08|05-01|05-09|06-12|11-04)$/;

class Walk {
  private readonly date: Date;
  private known: 'WORKING' | 'OFF' | 'SHORTENED' | undefined;

  constructor(
    on: string,
    private readonly calendar: WorkingCalendar,
  ) {
    this.date = new Date(`${on}T12:00:00Z`);
  }

  get day(): string {
    return this.date.toISOString().slice(0, 10);
  }

  /** Asked for each minute of the day, so known from its first one. */
  get kind(): 'WORKING' | 'OFF' | 'SHORTENED' {
    this.known ??= this.kindOfDay();
    return this.known;
  }

  private kindOfDay(): 'WORKING' | 'OFF' | 'SHORTENED' {
    const { days, years } = this.calendar;
    const listed = days[this.day];
    if (listed) return listed;
    const isWeekend = this.date.getUTCDay() % 6 === 0;
    const isHoliday = !years.includes(this.date.getUTCFullYear()) && statutory.test(this.day);
    return isWeekend || isHoliday ? 'OFF' : 'WORKING';
  }

  step(by: 1 | -1): this {
    this.date.setUTCDate(this.date.getUTCDate() + by);
    this.known = undefined;
    return this;
  }

  untilWork(by: 1 | -1): this {
    while (this.kind === 'OFF') this.step(by);
    return this;
  }
}

export function slowTerm(start: Start, rule: DeadlineRule, calendar: WorkingCalendar) {
  return rule.unit === 'HOURS' || rule.unit === 'WORKING_HOURS'
    ? slowHours(start, rule, calendar)
    : slowDays(start.on, rule, calendar);
}

function slowDays(on: string, { term, unit, endOnDayOff }: DeadlineRule, calendar: WorkingCalendar) {
  const walk = new Walk(on, calendar);
  for (let counted = 0; counted < term;) {
    walk.step(1);
    if (unit === 'CALENDAR_DAYS' || walk.kind !== 'OFF') counted += 1;
  }
  const next = new Walk(walk.day, calendar).untilWork(1).day;
  const before = walk.untilWork(-1).day;
  const workBy = before < on ? next : before;
  return { dueOn: endOnDayOff === 'NEXT' ? next : workBy, workBy, dueAt: undefined };
}

function slowHours({ on, minute, offset }: Start, { term, unit }: DeadlineRule, calendar: WorkingCalendar) {
  const walk = new Walk(on, calendar);
  let at = minute;
  for (let left = term * 60; left > 0;) {
    if (unit === 'HOURS' || isAtWork(walk, at, calendar)) left -= 1;
    at += 1;
    if (left > 0 && at === 1_440) {
      walk.step(1);
      at = 0;
    }
  }
  // The first minute of a day is the last of none: midnight belongs to the day that it begins.
  if (at === 1_440) {
    walk.step(1);
    at = 0;
  }
  const { day } = walk;
  const dueAt = new Date(Date.parse(`${day}T00:00:00Z`) + (at - offset * 60) * 60_000).toISOString();
  return { dueOn: day, workBy: day, dueAt };
}

function isAtWork(walk: Walk, minute: number, { workingDay }: WorkingCalendar): boolean {
  if (walk.kind === 'OFF' || !workingDay) return false;
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const isInBreak = workingDay.breaks.some(({ from, to }) => clock >= from && clock < to);
  const [hours = 0, minutes = 0] = workingDay.to.split(':').map(Number);
  const end = hours * 60 + minutes - (walk.kind === 'SHORTENED' ? workingDay.shortenedBy : 0);
  return clock >= workingDay.from && minute < end && !isInBreak;
}
