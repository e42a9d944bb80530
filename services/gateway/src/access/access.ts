import type { PermittedContext } from '@otklik/host';
import {
  anyone,
  holds,
  type Actor,
  type Directory,
  type District,
  type OfficialRole,
  type Role,
} from '@otklik/tenancy';
import type { GatewayContext } from '../graphql/context.js';
import { Fault } from '../graphql/fault.js';

/** The districts that an operation names, by code. */
export interface Named {
  readonly codes: readonly string[];
  /** Named as a list: `districts`. */
  readonly several: boolean;
}

const MOST_DISTRICTS = 100;

/** Of a root field's arguments: `district`, `input.district` or `districts`. */
export function namedDistricts(args: Readonly<Record<string, unknown>>): Named {
  if (Array.isArray(args['districts'])) {
    const codes = [...new Set(args['districts'] as string[])];
    if (codes.length === 0) throw new Fault('BAD_INPUT', 'districts');
    if (codes.length > MOST_DISTRICTS) throw new Fault('TOO_MANY_ITEMS', 'districts', { max: MOST_DISTRICTS });
    return { codes, several: true };
  }
  const input = args['input'] as { readonly district?: unknown } | undefined;
  const code = args['district'] ?? input?.district;
  return { codes: typeof code === 'string' ? [code] : [], several: false };
}

/**
 * Applies a root field's access rule. Throws `Fault`: UNAUTHENTICATED without a token that the rule asks for;
 * NOT_FOUND for a district that is none, or none of the asker's; FORBIDDEN for a role that may not.
 */
export function permit(
  context: GatewayContext,
  rule: readonly Role[],
  named: Named,
  directory: Directory,
): PermittedContext {
  const { actor } = context;
  if (actor.kind === 'resident' && rule.includes('RESIDENT')) {
    return permitted(context, 'RESIDENT', [directory.districtById(actor.district)], false);
  }
  if (rule.includes('ANYONE')) {
    const districts = named.codes.map((code) => directory.district(code));
    return permitted({ ...context, actor: withoutAccount(actor) }, 'ANYONE', districts, named.several);
  }
  const roles = rule.filter((role): role is OfficialRole => role !== 'RESIDENT');
  return permitted(context, ...official(actor, roles, named, directory), named.several);
}

/** What anyone may do is done without an account, also by those who have one; an issuer's word for a person stays. */
function withoutAccount(actor: Actor): Actor {
  return actor.kind === 'anyone' ? actor : anyone;
}

function official(
  actor: Actor,
  rule: readonly OfficialRole[],
  { codes }: Named,
  directory: Directory,
): [Role, readonly District[]] {
  if (actor.kind === 'anyone') throw new Fault('UNAUTHENTICATED');
  if (actor.kind !== 'official') throw new Fault('FORBIDDEN');
  if (codes.length === 0) {
    const held = rule.find((role) => actor.assignments.some((assignment) => assignment.role === role));
    if (!held) throw new Fault('FORBIDDEN');
    return [held, []];
  }
  const districts = codes.map((code) => mine(actor, directory.district(code)));
  const roles = districts.map((district) => rule.find((role) => holds(actor, district.id, role)));
  if (roles.includes(undefined)) throw new Fault('FORBIDDEN');
  return [roles[0]!, districts];
}

/** A district where the official holds nothing looks like one that never was. */
function mine(actor: Extract<Actor, { kind: 'official' }>, district: District | undefined): District {
  if (!district || !actor.assignments.some((held) => held.district === district.id)) throw new Fault('NOT_FOUND');
  return district;
}

function permitted(
  context: GatewayContext,
  role: Role,
  districts: readonly (District | undefined)[],
  several: boolean,
): PermittedContext {
  const { actor, language, requestId, traceparent, expiresAt } = context;
  const known = districts.map((district) => {
    if (!district) throw new Fault('NOT_FOUND');
    return district;
  });
  return {
    actor,
    language,
    requestId,
    role,
    ...(traceparent === undefined ? {} : { traceparent }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(known[0] && !several ? { district: known[0] } : {}),
    ...(several ? { districts: known } : {}),
  };
}
