import type { DeadlineRule } from '@otklik/kernel';

/**
 * The longest term that the law leaves to a district, by unit. 59-FZ art. 12 part 1 and art. 13 part 3: 30 days from
 * registration. In working days and hours the longest that stays within 30 days across the New Year's days off.
 */
const MAX_TERM_59FZ = { CALENDAR_DAYS: 30, WORKING_DAYS: 14, WORKING_HOURS: 112 } as const;
const UNDER_59FZ: readonly string[] = ['APPEAL_59FZ', 'ORAL_RECEPTION'];

/** Why the law forbids the term of a regime; undefined when it allows it. */
export function termFault(
  regime: string,
  { term, unit }: Pick<DeadlineRule, 'term' | 'unit'>,
): { readonly why: string; readonly details: Readonly<Record<string, string | number>> } | undefined {
  const max = MAX_TERM_59FZ[unit];
  if (!UNDER_59FZ.includes(regime) || term <= max) return undefined;
  return { why: `the law gives ${max} ${unit}, a district may only give less`, details: { max, term, unit } };
}
