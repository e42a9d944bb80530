import { localDate } from '@otklik/kernel';
import type { RoleAssignment } from './actor.js';
import type { District, Official } from './directory.js';

/** An official does the duties of another, who is away: by an order, for some days. */
export interface Substitution {
  readonly id: string;
  /** Id of the official who acts. */
  readonly substitute: string;
  /** Dates of the district's zone, both included. */
  readonly from: string;
  readonly to: string;
  /** The order: «распоряжение от 20.11.2026 № 15-р». */
  readonly order: string;
  /** The post that letters are signed with: «и. о. главы района». */
  readonly post: string;
  /** When it was ended before its last day, ISO 8601 UTC. */
  readonly endedAt?: string;
}

/** `on`: a date of the district's zone. What was ended counts for the day on which it was ended. */
export function isOnDuty({ from, to, endedAt }: Substitution, on: string, zone: string): boolean {
  const last = endedAt === undefined ? to : localDate(endedAt, zone);
  return from <= on && on <= (last < to ? last : to);
}

/** Whether it gives rights now, which end at once with it. */
function isInForce(substitution: Substitution, today: string, zone: string): boolean {
  return substitution.endedAt === undefined && isOnDuty(substitution, today, zone);
}

/** A substitution of a district's official, as the substitute has it. */
interface HeldSubstitution {
  readonly district: District;
  readonly absent: Official;
  readonly substitution: Substitution;
}

/** All substitutions by the substitute's id; only an official of the same district has any. */
export function substitutionsOf(districts: readonly District[]): ReadonlyMap<string, readonly HeldSubstitution[]> {
  const held = districts.flatMap((district) =>
    district.officials.flatMap((absent) =>
      (absent.substitutions ?? [])
        .filter(({ substitute }) => district.officials.some(({ id }) => id === substitute))
        .map((substitution) => ({ district, absent, substitution })),
    ),
  );
  return Map.groupBy(held, ({ substitution }) => substitution.substitute);
}

/** The roles of those whose duties are done at `at`: what the absent hold themselves in that district, and no more. */
export function substituteAssignments(held: readonly HeldSubstitution[], at: string): readonly RoleAssignment[] {
  return held
    .filter(({ district: { zone }, substitution }) => isInForce(substitution, localDate(at, zone), zone))
    .flatMap(({ district, absent }) =>
      absent.assignments
        .filter((assignment) => assignment.district === district.id)
        .map((assignment) => ({ ...assignment, onBehalfOf: absent.id })),
    );
}

/** The post with which `official` signs now for `absent`; undefined while he does not act for him. */
export function actingPost(
  { officials, zone }: Pick<District, 'officials' | 'zone'>,
  official: string,
  absent: string,
  at: string,
): string | undefined {
  const known = officials.find(({ id }) => id === absent)?.substitutions ?? [];
  return known.find((one) => one.substitute === official && isInForce(one, localDate(at, zone), zone))?.post;
}
