import {
  BreakingChangeType,
  buildSchema,
  findBreakingChanges,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type BreakingChange,
  type GraphQLSchema,
} from 'graphql';
import { deprecations, leavesOn } from './schema-changelog.js';

/**
 * What was taken from clients of a release without the notice that the policy promises (docs/front-end.md): it had not been
 * deprecated in that release, or its last day has not come. `today`: `YYYY-MM-DD`.
 */
export function unannouncedRemovals(released: string, present: string, today: string): readonly string[] {
  const before = buildSchema(released);
  const over = new Set(
    deprecations(before).flatMap(({ what, reason }) => ((leavesOn(reason) ?? today) < today ? [what] : [])),
  );
  return findBreakingChanges(before, buildSchema(present))
    .filter((change) => !isAnnounced(change, before, over))
    .map(({ description }) => description);
}

/** How graphql-js says what was removed, and what the list of deprecations calls it. */
const removed: Readonly<Partial<Record<BreakingChangeType, readonly [RegExp, string]>>> = {
  [BreakingChangeType.FIELD_REMOVED]: [/^(\S+) was removed/, '$1'],
  [BreakingChangeType.ARG_REMOVED]: [/^(\S+) arg (\w+) was removed/, '$1($2)'],
  [BreakingChangeType.VALUE_REMOVED_FROM_ENUM]: [/^(\w+) was removed from enum type (\w+)/, '$2.$1'],
};

/** A change of what stays is never announced: another name takes its place. */
function isAnnounced({ type, description }: BreakingChange, before: GraphQLSchema, over: ReadonlySet<string>): boolean {
  if (type === BreakingChangeType.TYPE_REMOVED)
    return isReachedByEnded(/^(\w+) was removed/.exec(description)?.[1], before, over);
  const [pattern, name] = removed[type] ?? [];
  return pattern !== undefined && pattern.test(description) && over.has(nameIn(description, pattern, name!));
}

function nameIn(description: string, pattern: RegExp, name: string): string {
  return pattern.exec(description)![0].replace(pattern, name);
}

/** A type goes with the fields that answer it. */
function isReachedByEnded(type: string | undefined, before: GraphQLSchema, over: ReadonlySet<string>): boolean {
  const reaching = Object.values(before.getTypeMap()).flatMap((one) =>
    isObjectType(one) || isInterfaceType(one)
      ? Object.values(one.getFields())
          .filter((field) => getNamedType(field.type).name === type)
          .map((field) => `${one.name}.${field.name}`)
      : [],
  );
  return reaching.length > 0 && reaching.every((field) => over.has(field));
}
