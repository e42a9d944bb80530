import { addDays, refuse, type LocalDate } from '@otklik/kernel';

/** One does the duties of another; dates of the district's zone, both included. */
export interface Substitution {
  readonly id: string;
  readonly substitute: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly order: string;
  readonly post: string;
  /** ISO 8601 UTC. */
  readonly endedAt?: string;
}

/** Who appoints, and what is known of the district. */
export interface Appointing {
  /** Ids of the officials of the district. */
  readonly officials: readonly string[];
  /** Whose duties are to be done; `isAdministrator`: he holds that role. */
  readonly absent: { readonly id: string; readonly isAdministrator: boolean };
  readonly by: { readonly id: string; readonly isAdministrator: boolean };
  readonly today: LocalDate;
}

const LONGEST_DAYS = 366;

/** With one more. No official grants himself the rights of another, and a head none of an administrator. */
export function withSubstitution(
  known: readonly Substitution[],
  added: Substitution,
  { officials, absent, by, today }: Appointing,
): readonly Substitution[] {
  const { substitute, from, to } = added;
  if (absent.isAdministrator && !by.isAdministrator) refuse('SUBSTITUTION_OF_ADMINISTRATOR');
  if (substitute === absent.id || !officials.includes(substitute)) refuse('SUBSTITUTE_UNKNOWN');
  if (substitute === by.id) refuse('SUBSTITUTE_APPOINTS_HIMSELF');
  if (from < today || to < from || to > addDays(from, LONGEST_DAYS)) refuse('SUBSTITUTION_DAYS');
  const overlaps = known.some((one) => one.endedAt === undefined && one.from <= to && from <= one.to);
  if (overlaps) refuse('SUBSTITUTION_OVERLAPS');
  return [...known, added];
}

/** Ended at `at`, which is on the day `today`; one that has not begun leaves no trace but its record. */
export function withoutSubstitution(
  known: readonly Substitution[],
  id: string,
  { at, today }: { readonly at: string; readonly today: LocalDate },
): readonly Substitution[] {
  const ended = known.find((one) => one.id === id && one.endedAt === undefined && today <= one.to);
  if (!ended) return refuse('SUBSTITUTION_UNKNOWN');
  if (ended.from > today) return known.filter((one) => one !== ended);
  return known.map((one) => (one === ended ? { ...one, endedAt: at } : one));
}
