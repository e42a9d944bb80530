import { compact } from '@otklik/kernel';
import type { PermittedContext } from '../request-context.js';
import { anyone, permit as permitActor, type Actor, type Directory, type District, type Role } from '@otklik/tenancy';
import { networkOf } from '../network.js';
import type { OperationContext } from './context.js';
import { Fault } from './fault.js';

/** District codes among the arguments of an operation. */
export interface Named {
  readonly codes: readonly string[];
  /** Named as a list: `districts`. */
  readonly several: boolean;
}

const MAX_DISTRICTS = 100;

/** Of a root field's arguments: `district`, `input.district` or `districts`. */
export function namedDistricts(args: Readonly<Record<string, unknown>>): Named {
  if (Array.isArray(args['districts'])) {
    const codes = [...new Set(args['districts'] as string[])];
    if (codes.length === 0) throw new Fault('BAD_INPUT', 'districts', {}, 'At least one district is needed.');
    if (codes.length > MAX_DISTRICTS) throw new Fault('TOO_MANY_ITEMS', 'districts', { max: MAX_DISTRICTS });
    return { codes, several: true };
  }
  const input = args['input'] as { readonly district?: unknown } | undefined;
  const code = args['district'] ?? input?.district;
  return { codes: typeof code === 'string' ? [code] : [], several: false };
}

/**
 * Applies a root field's access rule. Throws `Fault`: UNAUTHENTICATED without the token that the rule requires; NOT_FOUND
 * for a district that does not exist or is not the caller's; FORBIDDEN for a role that the rule does not name.
 */
export function permit(
  context: OperationContext,
  rule: readonly Role[],
  named: Named,
  directory: Directory,
): PermittedContext {
  const { actor } = context;
  if (actor.kind === 'resident' && rule.includes('RESIDENT')) {
    return permitted(context, rule, 'RESIDENT', [directory.districtById(actor.district)], false);
  }
  if (rule.includes('ANYONE')) {
    const districts = named.codes.map((code) => directory.district(code));
    return permitted({ ...context, actor: withoutAccount(actor) }, rule, 'ANYONE', districts, named.several);
  }
  return permitted(context, rule, ...official(actor, rule, named, directory), named.several);
}

/** A field for ANYONE is run without an account even if the caller has one; a verified identity is kept. */
function withoutAccount(actor: Actor): Actor {
  return actor.kind === 'anyone' ? actor : anyone;
}

/** Applies the rule in every named district: NOT_FOUND in one of them is NOT_FOUND for the whole field. */
function official(
  actor: Actor,
  rule: readonly Role[],
  { codes }: Named,
  directory: Directory,
): [Role, readonly (District | undefined)[]] {
  const districts = codes.map((code) => directory.district(code));
  const ids = codes.length === 0 ? [undefined] : districts.map((district) => district?.id ?? null);
  const permits = ids.map((id) => permitActor(actor, rule, id));
  const denials = permits.flatMap((each) => (each.permitted ? [] : [each.denial]));
  if (denials[0]) throw new Fault(denials.includes('NOT_FOUND') ? 'NOT_FOUND' : denials[0]);
  const roles = permits.flatMap((each) => (each.permitted ? [each.role] : []));
  return [roles[0]!, districts];
}

function permitted(
  context: OperationContext,
  rule: readonly Role[],
  role: Role,
  districts: readonly (District | undefined)[],
  several: boolean,
): PermittedContext {
  const { actor, language, requestId, traceparent, expiresAt } = context;
  const known = districts.map((district) => {
    if (!district) throw new Fault('NOT_FOUND');
    return district;
  });
  if (context.observed)
    Object.assign(context.observed, { role, ...(known[0] && !several && { district: known[0].id }) });
  return compact({
    actor,
    language,
    requestId,
    role,
    rule,
    observed: context.observed,
    network: role === 'ANYONE' && context.address !== undefined ? networkOf(context.address) : undefined,
    traceparent,
    expiresAt,
    ...(known[0] && !several && { district: known[0] }),
    ...(several && { districts: known }),
  });
}
