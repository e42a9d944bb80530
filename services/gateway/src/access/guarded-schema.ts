import { getDirectiveValues, type GraphQLField, type GraphQLSchema } from 'graphql';
import { Unavailable, type PermittedContext } from '@otklik/host';
import type { Directory, Role } from '@otklik/tenancy';
import type { GatewayContext } from '../graphql/context.js';
import { endedWhenLost } from '../live/ended-when-lost.js';
import { namedDistricts, permit } from './access.js';
import type { Attempts } from './attempts.js';

export interface GuardParts {
  readonly directory: Directory;
  readonly attempts: Attempts;
  /** A schema in making has root fields that nobody answers yet. */
  readonly incomplete?: boolean;
}

type RootField = GraphQLField<unknown, GatewayContext>;
type Args = Readonly<Record<string, unknown>>;

/**
 * Puts each root field's access rule before its resolver, which then gets a `PermittedContext`. Throws when a root field
 * has no rule or no resolver: a process with a hole in its fence does not start.
 */
export function guardSchema(schema: GraphQLSchema, parts: GuardParts): GraphQLSchema {
  const types = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of types.filter((root) => root !== null && root !== undefined)) {
    for (const field of Object.values(type.getFields()) as RootField[]) {
      const rule = ruleOf(schema, field, `${type.name}.${field.name}`);
      if (type === schema.getSubscriptionType()) guardSubscription(field, rule, parts);
      else guardResolver(field, rule, parts, `${type.name}.${field.name}`, type === schema.getMutationType());
    }
  }
  return schema;
}

function ruleOf(schema: GraphQLSchema, field: RootField, name: string): readonly Role[] {
  const access = schema.getDirective('access');
  const rule = access && field.astNode && getDirectiveValues(access, field.astNode);
  const roles = rule?.['roles'] as readonly Role[] | undefined;
  if (!roles || roles.length === 0) throw new Error(`${name} has no @access rule`);
  return roles;
}

function guardResolver(
  field: RootField,
  rule: readonly Role[],
  { directory, attempts, incomplete }: GuardParts,
  name: string,
  isMutation: boolean,
): void {
  const resolve = field.resolve ?? unanswered(name, incomplete);
  if (!isMutation || !rule.includes('ANYONE')) {
    field.resolve = (root, args: Args, context, info) =>
      resolve(root, args, inside(permit(context, rule, namedDistricts(args), directory)), info);
    return;
  }
  field.resolve = async (root, args: Args, context, info) => {
    await attempts.act(context.address);
    const permitted = inside(permit(context, rule, namedDistricts(args), directory));
    if (field.name !== 'openAppeal') return resolve(root, args, permitted, info);
    const target = `${args['district']}/${String(args['number']).trim().toUpperCase()}`;
    await attempts.code(target);
    const answer: unknown = await resolve(root, args, permitted, info);
    if ((answer as { readonly token?: unknown } | null)?.token !== undefined) await attempts.fitted(target);
    return answer;
  };
}

/** A field that nobody answers keeps its rule, and says that it is away. */
function unanswered(name: string, incomplete = false): NonNullable<RootField['resolve']> {
  if (!incomplete) throw new Error(`${name} has no resolver`);
  return () => {
    throw new Unavailable(name);
  };
}

/** Below a root field the context is the permitted one; GraphQL's types know one context only. */
function inside(context: PermittedContext): GatewayContext {
  return context;
}

function guardSubscription(field: RootField, rule: readonly Role[], { directory, incomplete }: GuardParts): void {
  const subscribe = field.subscribe ?? unanswered(`Subscription.${field.name}`, incomplete);
  field.subscribe = async (root, args: Args, context, info) => {
    const named = namedDistricts(args);
    const permitted = permit(context, rule, named, directory);
    const source = (await subscribe(root, args, inside(permitted), info)) as AsyncIterable<unknown>;
    return endedWhenLost(source, context, (actor) => permit({ ...context, actor }, rule, named, directory));
  };
}
