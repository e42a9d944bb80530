import type { Departments } from '@otklik/kernel';
import type { Actor, Role, RoleAssignment } from './actor.js';
import type { District } from './directory.js';

/** The departments in which an official has any of `roles`; a role without a department applies to all of them. */
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

/** The departments in which `actor` may run an operation permitted to `roles` (its `@access` rule); only officials have any. */
export function mayActIn(
  actor: Actor,
  district: Pick<District, 'id' | 'departments'>,
  roles: readonly Role[],
): Departments {
  return actor.kind === 'official' ? departmentsOf(actor.assignments, district, roles) : [];
}
