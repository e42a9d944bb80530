import { Unavailable } from '@otklik/kernel';
import { getDirectiveValues, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { Directory, Role } from '@otklik/tenancy';

import type { PermittedContext } from '../request-context.js';
import { namedDistricts, permit } from './access.js';
import type { OperationContext } from './context.js';
import { closeOnRevocation } from './close-on-revocation.js';
import { Fault } from './fault.js';
import { refusing } from './refusing.js';

export type Args = Readonly<Record<string, unknown>>;

/** A mutation without an account, as the rate limiter sees it. */
export interface RateLimitedOperation {
  readonly field: string;
  readonly args: Args;
  readonly sender: Pick<OperationContext, 'actor' | 'address' | 'proof'>;
}

/** Runs an operation within its limits, or throws `Fault('RATE_LIMITED')`. */
export type RateLimit = (operation: RateLimitedOperation, run: () => Promise<unknown>) => Promise<unknown>;

export interface GuardOptions {
  readonly directory: Directory;
  /** At the edge; a service behind it gets only what was limited already. */
  readonly rateLimit?: RateLimit;
  /** Allows root fields without a resolver, which answer UNAVAILABLE. */
  readonly incomplete?: boolean;
}

type RootField = GraphQLField<unknown, OperationContext>;

/**
 * Puts each root field's access rule before its resolver, which then gets a `PermittedContext`. Throws when a root field
 * has no rule or no resolver, so that the process does not start.
 */
export function guardSchema(schema: GraphQLSchema, options: GuardOptions): GraphQLSchema {
  const types = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of types.filter((root) => root !== null && root !== undefined)) {
    for (const field of Object.values(type.getFields()) as RootField[]) {
      const rule = ruleOf(schema, field, `${type.name}.${field.name}`);
      if (type === schema.getSubscriptionType()) guardSubscription(field, rule, options);
      else guardResolver(field, rule, options, `${type.name}.${field.name}`, type === schema.getMutationType());
    }
  }
  return schema;
}

/** Open to anyone, or to holders of a follow-up code: mutations with such a rule are rate-limited. */
export function needsNoAccount(rule: readonly Role[]): boolean {
  return rule.includes('ANYONE') || rule.includes('RESIDENT');
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
  { directory, rateLimit, incomplete }: GuardOptions,
  name: string,
  isMutation: boolean,
): void {
  const resolve = field.resolve ?? unresolved(name, incomplete);
  const guarded: NonNullable<RootField['resolve']> = (root, args: Args, context, info) => {
    if (context.isAbandoned?.()) throw new Fault('TIMED_OUT');
    const permitted = permit(context, rule, namedDistricts(args), directory);
    const run = () => resolve(root, args, asContext(permitted), info) as unknown;
    return isMutation ? refusing({ args, info, permitted }, run) : run();
  };
  field.resolve = guarded;
  if (!rateLimit || !isMutation || !needsNoAccount(rule)) return;
  field.resolve = (root, args: Args, context, info) =>
    rateLimit({ field: field.name, args, sender: context }, async () => guarded(root, args, context, info));
}

/** A field without a resolver keeps its access rule, and answers UNAVAILABLE. */
function unresolved(name: string, incomplete = false): NonNullable<RootField['resolve']> {
  if (!incomplete) throw new Error(`${name} has no resolver`);
  return () => {
    throw new Unavailable(name);
  };
}

/** Below a root field the context is a `PermittedContext`; GraphQL's types allow one context type only. */
function asContext(context: PermittedContext): OperationContext {
  return context;
}

function guardSubscription(field: RootField, rule: readonly Role[], { directory, incomplete }: GuardOptions): void {
  const subscribe = field.subscribe ?? unresolved(`Subscription.${field.name}`, incomplete);
  field.subscribe = async (root, args: Args, context, info) => {
    const named = namedDistricts(args);
    const permitted = permit(context, rule, named, directory);
    const source = (await subscribe(root, args, asContext(permitted), info)) as AsyncIterable<unknown>;
    return closeOnRevocation(source, context, (actor) => permit({ ...context, actor }, rule, named, directory));
  };
}
