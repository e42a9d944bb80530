import { compose, type RootField } from '@otklik/contracts/schema';
import { compact } from '@otklik/kernel';
import { officialRoles, type Actor, type OfficialRole, type Role, type RoleAssignment } from './actor.js';

/** `Query.appeals` → the permitted roles, from the `@access` directives of the schema only. */
export type PermissionMatrix = ReadonlyMap<string, readonly Role[]>;

/** Throws when a root field has no rule, no role or an unknown role, so that no process starts with such a schema. */
export function permissionMatrix(rootFields: readonly RootField[] = compose().rootFields): PermissionMatrix {
  return new Map(
    rootFields.map(({ operation, name, roles }) => {
      const field = `${operation}.${name}`;
      if (!roles || roles.length === 0) throw new Error(`${field} has no access rule`);
      const unknown = roles.find((role) => !isRole(role));
      if (unknown !== undefined) throw new Error(`${field} names an unknown role: ${unknown}`);
      return [field, roles as readonly Role[]];
    }),
  );
}

/**
 * UNAUTHENTICATED: a token is required. NOT_FOUND: the actor has no role in the district, whether it exists or not.
 * FORBIDDEN: the actor has another role in the district.
 */
export type Denial = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND';

export type Permit =
  | {
      readonly permitted: true;
      /** The role that permits the operation, for the envelope. */
      readonly role: Role;
      /** The official's permitting assignments, limited to the district when one was named. Some may be bound to a department. */
      readonly assignments: readonly RoleAssignment[];
    }
  | { readonly permitted: false; readonly denial: Denial };

/**
 * Decides whether `actor` may use a field that is permitted to `roles`. `district` is the id of the district that the
 * operation names, null when it does not exist, undefined when the field names none: then a role in any district counts.
 */
export function permit(actor: Actor, roles: readonly Role[], district?: number | null): Permit {
  if (roles.includes('ANYONE')) return district === null ? denied('NOT_FOUND') : granted('ANYONE');
  switch (actor.kind) {
    case 'anyone':
      return denied('UNAUTHENTICATED');
    case 'resident':
      if (district !== undefined && district !== actor.district) return denied('NOT_FOUND');
      return roles.includes('RESIDENT') ? granted('RESIDENT') : denied('FORBIDDEN');
    case 'official':
      return permitOfficial(actor.assignments, roles, district);
    case 'system':
      return denied('FORBIDDEN');
  }
}

function permitOfficial(
  assignments: readonly RoleAssignment[],
  roles: readonly Role[],
  district: number | null | undefined,
): Permit {
  const here = district === undefined ? assignments : assignments.filter((held) => held.district === district);
  if (here.length === 0) return denied(district === undefined ? 'FORBIDDEN' : 'NOT_FOUND');
  const permitting = here.filter((held) => roles.includes(held.role));
  const own = permitting.filter(({ onBehalfOf }) => onBehalfOf === undefined);
  const role = widest(own.length > 0 ? own : permitting, roles);
  return role ? granted(role, permitting) : denied('FORBIDDEN');
}

/** As whom an official sends a command: as himself, or on behalf of one absent official, whose roles alone count then. */
export interface Capacity {
  readonly sender: OfficialActor;
  readonly role: Role;
  readonly onBehalfOf?: string;
}

type OfficialActor = Extract<Actor, { kind: 'official' }>;

/**
 * The capacities in which an official may use a field that is permitted to `roles`, his own first. The rights of two
 * officials are never joined: a substitute does what the absent one may, and no more.
 */
export function capacities(
  actor: OfficialActor,
  roles: readonly Role[],
  district: number | undefined,
): readonly Capacity[] {
  const { own, absent } = byHolder(actor.assignments);
  return [[undefined, own] as const, ...absent].flatMap(([onBehalfOf, assignments]): readonly Capacity[] => {
    const permit = permitOfficial(assignments, roles, district);
    const sender = { ...actor, assignments };
    return permit.permitted ? [compact({ sender, role: permit.role, onBehalfOf })] : [];
  });
}

/** An official's own assignments, and those of each absent official by id. */
export function byHolder(assignments: readonly RoleAssignment[]): {
  readonly own: readonly RoleAssignment[];
  readonly absent: readonly (readonly [string, readonly RoleAssignment[]])[];
} {
  const held = Map.groupBy(assignments, ({ onBehalfOf }) => onBehalfOf);
  const absent = [...held].flatMap(([id, of]) => (id === undefined ? [] : [[id, of] as const]));
  return { own: held.get(undefined) ?? [], absent };
}

/** Prefers roles for the whole district over roles within a department, then follows the order of the rule. */
function widest(permitting: readonly RoleAssignment[], roles: readonly Role[]): OfficialRole | undefined {
  const whole = permitting.filter((held) => held.department === undefined);
  const among = whole.length > 0 ? whole : permitting;
  return among.toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))[0]?.role;
}

function granted(role: Role, assignments: readonly RoleAssignment[] = []): Permit {
  return { permitted: true, role, assignments };
}

function denied(denial: Denial): Permit {
  return { permitted: false, denial };
}

const everyRole: readonly string[] = [...officialRoles, 'RESIDENT', 'ANYONE'] satisfies readonly Role[];

function isRole(text: string): text is Role {
  return everyRole.includes(text);
}
