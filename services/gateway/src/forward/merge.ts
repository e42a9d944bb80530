import { formatErrors, type Asker } from '@otklik/host/graphql';
import type { Logger } from '@otklik/observability';
import { GraphQLError, isNonNullType, type GraphQLFormattedError, type GraphQLObjectType } from 'graphql';
import type { GraphqlAnswer } from '../graphql/execute.js';
import type { RootEntry } from './root-fields.js';

/** One owner's answer, read. */
export interface OwnersPart {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** What became of one entry: who has answered it, or why nobody has. */
export type Settled = { readonly entry: RootEntry } & ({ readonly part: OwnersPart } | { readonly error: Error });

/**
 * One answer of several owners' (GraphQL §7.1): entries in the order of the operation; an entry that nobody has answered
 * is null with an error of its own, and takes all `data` along where the schema says that it is never null.
 */
export function merged(
  type: GraphQLObjectType,
  settled: readonly Settled[],
  asker: Asker,
  logger: Logger,
): GraphqlAnswer['body'] {
  const data: Record<string, unknown> = {};
  const errors = [...new Set(settled.flatMap((one) => ('part' in one ? [one.part] : [])))].flatMap(
    (part) => part.errors ?? [],
  );
  let whole = true;
  for (const one of settled) {
    const { key, name, nodes } = one.entry;
    if ('part' in one) {
      const { data: found } = one.part;
      if (found === null || found === undefined) whole = false;
      // What the owner leaves out was skipped.
      else if (key in found) data[key] = found[key];
      continue;
    }
    data[key] = null;
    whole &&= !isNonNullType(type.getFields()[name]?.type);
    const located = new GraphQLError('', { nodes, path: [key], originalError: one.error });
    errors.push(...formatErrors([located], asker, logger));
  }
  return { data: whole ? data : null, ...(errors.length > 0 ? { errors } : {}) };
}
