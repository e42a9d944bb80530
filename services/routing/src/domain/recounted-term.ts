import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import { compact, deadlineOf, type DeadlineRule, type WorkingCalendar } from '@otklik/kernel';

/**
 * The same term of the same event by a calendar that was decreed since, by the rule under which it was set. Where the law moves its
 * end to the working day before, nothing that was set otherwise reaches further (59-FZ art. 12(2)). A year that is known without
 * its transfers counts as unknown.
 */
export function recountedTerm(
  deadline: DeadlineSetData,
  calendar: WorkingCalendar,
  legal: DeadlineRule | undefined,
): DeadlineSetData {
  const { rule: id, ruleVersion: version, term, unit, duty, source, by } = deadline;
  const endOnDayOff = legal?.endOnDayOff === 'PREVIOUS' ? 'PREVIOUS' : deadline.endOnDayOff;
  const { countedFrom: on, zone, countedAt: at, start: fact } = deadline;
  const start = compact({ on, zone, at });
  const rule = { id, version, term, unit, endOnDayOff, duty, source };
  return { ...deadlineOf(start, rule, decreedOnly(calendar)), ...(fact && { start: fact }), by };
}

function decreedOnly({ withoutTransfers = [], ...calendar }: WorkingCalendar): WorkingCalendar {
  return { ...calendar, years: calendar.years.filter((year) => !withoutTransfers.includes(year)) };
}
