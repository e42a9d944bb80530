import type { Actor, Role, RoleAssignment } from './actor.js';
import type { District } from './directory.js';

/** Codes of departments of one district; ALL = every one of them, also those to come. */
export type Departments = 'ALL' | readonly string[];

/** Where an official holds any of `roles` in the district; a role without a department holds in all of them. */
export function departmentsOf(
  assignments: readonly RoleAssignment[],
  district: Pick<District, 'id' | 'departments'>,
  roles: readonly Role[],
): Departments {
  const held = assignments.filter((given) => given.district === district.id && roles.includes(given.role));
  if (held.some((given) => given.department === undefined)) return 'ALL';
  return district.departments
    .filter((department) => held.some((given) => given.department === department.id))
    .map((department) => department.code);
}

/** Where `actor` may do what `roles` permit (the rule of the schema for the act); nobody but an official has departments. */
export function mayActIn(
  actor: Actor,
  district: Pick<District, 'id' | 'departments'>,
  roles: readonly Role[],
): Departments {
  return actor.kind === 'official' ? departmentsOf(actor.assignments, district, roles) : [];
}
