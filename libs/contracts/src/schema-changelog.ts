import {
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** A schema as a release had it, `0.1.0`, or as it is now. */
export interface VersionedSchema {
  readonly version: string;
  readonly sdl: string;
}

const HEAD = `# Changes of the GraphQL schema

Made by \`npm run contracts\` from \`libs/contracts/released\` and the present schema. Do not edit. Clients that were written for a release
go on to work until there is a line under "Breaks clients". What is deprecated says since when, what to use, and when it may leave.
`;

/** What changed from each of the schemas to the next, the latest first. */
export function schemaChangelog(versions: readonly VersionedSchema[]): string {
  const steps = versions.slice(1).map((to, at) => section(versions[at]!, to));
  return [HEAD, ...steps.reverse()].join('\n');
}

function section(from: VersionedSchema, to: VersionedSchema): string {
  const [before, after] = [buildSchema(from.sdl), buildSchema(to.sdl)];
  const parts = [
    list('Breaks clients', findBreakingChanges(before, after).map(sentence)),
    list('Clients must expect it', findDangerousChanges(before, after).map(sentence)),
    list('Deprecated', newlyDeprecated(before, after)),
    list('Added', added(before, after)),
  ];
  return [`## ${to.version} (since ${from.version})\n`, ...parts.filter((part) => part !== '')].join('\n');
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `### ${title}\n\n${lines
    .toSorted()
    .map((line) => `- ${line}\n`)
    .join('')}`;
}

function sentence({ description }: { readonly description: string }): string {
  return escaped(description);
}

/** Markdown takes underscores and stars of names for emphasis. */
function escaped(text: string): string {
  return text.replace(/[_*<>]/g, '\\$&');
}

/** New types, and what known types have more than before. */
function added(before: GraphQLSchema, after: GraphQLSchema): readonly string[] {
  return typesOf(after).flatMap((type) => {
    const known = before.getType(type.name);
    if (!known) return [`type \`${type.name}\``];
    const names = [...partsOf(type).keys()].filter((name) => !partsOf(known).has(name));
    return names.length === 0 ? [] : [`\`${type.name}\`: ${names.map((name) => `\`${name}\``).join(', ')}`];
  });
}

export interface Deprecation {
  /** `ResidentData.point`, `appeals(old)` */
  readonly what: string;
  readonly reason: string;
}

/** Everything that the schema deprecates. */
export function deprecations(schema: GraphQLSchema): readonly Deprecation[] {
  return typesOf(schema).flatMap((type) =>
    [...partsOf(type)].flatMap(([name, reason]) => (reason ? [{ what: `${type.name}.${name}`, reason }] : [])),
  );
}

function newlyDeprecated(before: GraphQLSchema, after: GraphQLSchema): readonly string[] {
  const known = new Set(deprecations(before).map(({ what }) => what));
  return deprecations(after)
    .filter(({ what }) => !known.has(what))
    .map(({ what, reason }) => `\`${what}\`: ${escaped(reason)}`);
}

const DATED = /^since (\d{4}-\d{2}-\d{2}), use \S.*, leaves not before (\d{4}-\d{2}-\d{2})$/;
const SHORTEST_DAYS = 180;
const DAY_MS = 86_400_000;

/** Deprecations that do not say since when, what to use, and that it stays half a year at least. */
export function undatedDeprecations(sdl: string): readonly string[] {
  return deprecations(buildSchema(sdl))
    .filter(({ reason }) => !isDated(reason))
    .map(({ what }) => what);
}

function isDated(reason: string): boolean {
  const [, since = '', until = ''] = DATED.exec(reason) ?? [];
  return Date.parse(until) - Date.parse(since) >= SHORTEST_DAYS * DAY_MS;
}

/** The last day on which it stays; undefined where its reason is not in that form. */
export function leavesOn(reason: string): string | undefined {
  return DATED.exec(reason)?.[2];
}

function typesOf(schema: GraphQLSchema): readonly GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
}

/** Names of fields, arguments (`field(argument)`) and values of a type, with the reason why each is deprecated. */
function partsOf(type: GraphQLNamedType): ReadonlyMap<string, string | null | undefined> {
  if (isEnumType(type)) return new Map(type.getValues().map((value) => [value.name, value.deprecationReason]));
  if (isInputObjectType(type))
    return new Map(Object.values(type.getFields()).map((field) => [field.name, field.deprecationReason]));
  if (!isObjectType(type) && !isInterfaceType(type)) return new Map();
  return new Map(
    Object.values(type.getFields()).flatMap((field) => [
      [field.name, field.deprecationReason] as const,
      ...field.args.map((arg) => [`${field.name}(${arg.name})`, arg.deprecationReason] as const),
    ]),
  );
}
