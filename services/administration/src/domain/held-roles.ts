import type { Role } from '@otklik/contracts/generated/graphql';
import { refuse } from '@otklik/kernel';

type OfficialRole = Exclude<Role, 'RESIDENT' | 'ANYONE'>;

interface District {
  readonly id: number;
  readonly departments: readonly { readonly id: string; readonly code: string }[];
  readonly officials: readonly Official[];
}

interface Official {
  readonly id: string;
  readonly assignments: readonly (HeldRole & { readonly district: number })[];
}

export interface WantedRole {
  readonly role: Role;
  /** Code; null or absent: the whole district. */
  readonly department?: string | null | undefined;
}

/** Department: its id. */
export interface HeldRole {
  readonly role: OfficialRole;
  readonly department?: string;
}

/** The roles to be held, each once. Refuses DEPARTMENT_UNKNOWN, ROLE_UNKNOWN, and none at all as ROLES_MISSING. */
export function rolesWanted(
  district: Pick<District, 'departments'>,
  wanted: readonly WantedRole[],
): readonly HeldRole[] {
  if (wanted.length === 0) refuse('ROLES_MISSING');
  const held = wanted.map(({ role, department: code }): HeldRole => {
    if (role === 'RESIDENT' || role === 'ANYONE') return refuse('ROLE_UNKNOWN');
    if (code === null || code === undefined) return { role };
    const department = district.departments.find((one) => one.code === code);
    return department ? { role, department: department.id } : refuse('DEPARTMENT_UNKNOWN');
  });
  return held.filter((one, at) => held.findIndex((other) => isSame(one, other)) === at);
}

export function isSame(one: HeldRole, other: HeldRole): boolean {
  return one.role === other.role && one.department === other.department;
}

/** Refuses LAST_ADMINISTRATOR when the district would have no administrator without the roles of `leaving`. */
export function keepAnAdministrator(district: Pick<District, 'id' | 'officials'>, leaving: string): void {
  const others = district.officials.filter(({ id }) => id !== leaving);
  const remains = others.some(({ assignments }) =>
    assignments.some((held) => held.district === district.id && held.role === 'DISTRICT_ADMIN'),
  );
  if (!remains) refuse('LAST_ADMINISTRATOR');
}

/** Whether `standIn` may do all that `away` does: each role in the same department or in the whole district. */
export function canStandIn(standIn: Pick<Official, 'assignments'>, away: Pick<Official, 'assignments'>): boolean {
  return away.assignments.every((needed) =>
    standIn.assignments.some(
      (held) =>
        held.district === needed.district &&
        held.role === needed.role &&
        (held.department === undefined || held.department === needed.department),
    ),
  );
}
