import type { EventActor } from '@otklik/contracts/envelope';
import { compact } from '@otklik/kernel';

/** The roles of the field (domain reference §3); RESIDENT and ANYONE have no account. */
export const officialRoles = [
  'MODERATOR',
  'REGISTRAR',
  'COORDINATOR',
  'EXECUTOR',
  'APPROVER',
  'SIGNATORY',
  'CONTROLLER',
  'HEAD',
  'DISTRICT_ADMIN',
  'ANALYST',
  'REPUBLIC_ANALYST',
] as const;
export type OfficialRole = (typeof officialRoles)[number];
export type Role = OfficialRole | 'RESIDENT' | 'ANYONE';

/** An official who opened personal data, as it is recorded. */
export interface OpenedBy {
  readonly official: string;
  /** The role that permitted it. */
  readonly role: OfficialRole;
  /** The absent official whose role it is. */
  readonly onBehalfOf?: string;
}

/** One role in one district, within one department or in all of them. */
export interface RoleAssignment {
  readonly district: number;
  readonly role: OfficialRole;
  /** Department id; absent = the whole district. */
  readonly department?: string;
  /** Id of the absent official whose role it is, and whose duties the holder does these days. */
  readonly onBehalfOf?: string;
}

/** One for whom an OIDC issuer vouches. */
export interface Identified {
  /** `<issuer> <subject>`: personal, as the name is. */
  readonly subject: string;
  /** As the issuer gives it. */
  readonly name?: string;
}

/** The authenticated caller. The token only identifies it; rights are read from the directory at each request. */
export type Actor =
  | {
      readonly kind: 'official';
      readonly id: string;
      readonly login: string;
      readonly name: string;
      readonly assignments: readonly RoleAssignment[];
      /** Signed in at a front-end of this district, which gives rights in no other. */
      readonly within?: number;
    }
  /** Holder of a follow-up code, for fifteen minutes, for one appeal. */
  | { readonly kind: 'resident'; readonly district: number; readonly appeal: string; readonly person: string }
  /** A sender without an account; `identified` when an OIDC issuer vouches for the sender (59-FZ art. 4). */
  | { readonly kind: 'anyone'; readonly identified?: Identified }
  | { readonly kind: 'system'; readonly id: string };

export const anyone: Actor = { kind: 'anyone' };

/** With the rights of one district alone. */
export function withinDistrict(
  actor: Extract<Actor, { kind: 'official' }>,
  within: number,
): Extract<Actor, { kind: 'official' }> {
  return { ...actor, within, assignments: actor.assignments.filter(({ district }) => district === within) };
}

export function holds(actor: Actor, district: number, role: OfficialRole): boolean {
  return (
    actor.kind === 'official' && actor.assignments.some((held) => held.district === district && held.role === role)
  );
}

/** The actor of an envelope. `role` is the one that permitted the operation; `onBehalfOf`: the official whose role it is. */
export function eventActor(actor: Actor, role?: Role, onBehalfOf?: string): EventActor {
  const id = actor.kind === 'resident' ? actor.person : actor.kind === 'anyone' ? undefined : actor.id;
  return compact({ kind: actor.kind, id, role, onBehalfOf });
}
