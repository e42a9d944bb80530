import { compose } from '@otklik/contracts/schema';
import fc, { type Arbitrary } from 'fast-check';
import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';

export interface Generated {
  readonly query: string;
  readonly variables: unknown;
  /** The role whose token is sent; `nobody` sends none. */
  readonly as: string;
}

const schema = buildSchema(compose().sdl, { assumeValidSDL: true });
const NUL = String.fromCharCode(0);

/** Texts that residents and attackers send. */
export const texts = [
  'Яма на дороге у дома 12',
  'Аҕа дойду, Өлүөнэ, Ҥ ҕ һ',
  '🙂👨‍👩‍👧‍👦🏳️‍🌈',
  '',
  '   ',
  '\u200b\u2060',
  `a${NUL}b`,
  '\ud83d',
  `'; drop table appeal; --`,
  '<script>alert(1)</script>',
  '{"$ne":null}',
  '../../../etc/passwd',
  '%00%s%n',
  '\u202e\u0007',
  'null',
  'я'.repeat(20_001),
  '("'.repeat(300),
  '*'.repeat(100),
  'тема:"дороги" -яма OR (снег* AND',
  'a'.repeat(8_000),
] as const;

const ids = ['00000000-0000-7000-8000-000000000000', '7D3F3C2E-5B58-4F0E-9DF0-1C5A2F6F9A01', 'not-an-id', ''];
const dates = ['2026-11-24', '2026-02-30', '9999-12-31', '0001-01-01', '24.11.2026'];
const instants = ['2026-11-24T00:00:00Z', '2026-11-24T25:00:00Z', '1970-01-01', 'now'];
const numbers = [0, 1, -1, 20, 100, 101, 2 ** 31 - 1, 2 ** 31, 1.5, 1e300];
const districts = ['aldan', 'kuol', 'atlantis', ''];
/** Values of unexpected types. */
const strange = [null, true, 7, 'слово', [], [[]], {}, { $ref: 1 }];

/** Any operation of the schema: half are well formed with hostile content, half have parts of a wrong form. */
export function operations(): Arbitrary<Generated> {
  const roots = [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ type, field })),
  );
  return fc.tuple(fc.constantFrom(...roots), fc.boolean()).chain(([{ type, field }, wild]) => {
    const values = Object.fromEntries(field.args.map((arg) => [arg.name, valueOf(arg.name, arg.type, wild)]));
    const requiredKeys = field.args.filter((arg) => isNonNullType(arg.type)).map((arg) => arg.name);
    return fc
      .record({
        values: fc.record(values, { requiredKeys }),
        selection: selectionOf(getNamedType(field.type), 4),
        as: fc.oneof(fc.constantFrom(...rolesOf(field.name)), fc.constantFrom('nobody', 'moderator', 'analyst')),
        damage: wild ? fc.option(damages, { freq: 3 }) : fc.constant(null),
      })
      .map(({ values: variables, selection, as, damage }) => {
        const query = textOf(type, field, Object.keys(variables), selection);
        return { query: damage ? damage(query) : query, variables, as };
      });
  });
}

const { rootFields } = compose();

/** The demonstration has an official for each role of a district, none of the republic. */
function rolesOf(field: string): readonly string[] {
  const roles = rootFields.find(({ name }) => name === field)?.roles ?? [];
  const held = roles.filter((role) => !['ANYONE', 'DISTRICT_ADMIN', 'REPUBLIC_ANALYST'].includes(role));
  return held.length === 0 ? ['nobody'] : held.map((role) => role.toLowerCase());
}

function textOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  given: string[],
  selection: string,
): string {
  const args = field.args.filter(({ name }) => given.includes(name));
  const head = args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const call = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return `${type.name.toLowerCase()} Generated${head && `(${head})`} { ${field.name}${call && `(${call})`} ${selection} }`;
}

function selectionOf(type: GraphQLNamedType, depth: number): Arbitrary<string> {
  if (!isCompositeType(type)) return fc.constant('');
  if (isUnionType(type)) {
    const parts = type
      .getTypes()
      .map((member) => selectionOf(member, depth).map((text) => `... on ${member.name} ${text}`));
    // `code` has different types in different members, which one selection may not combine.
    return fc.tuple(...parts).map((all) => `{ __typename ${all.join(' ').replace(/\bcode\b/g, '')} }`);
  }
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  const usable = fields.filter(({ type: of }) => isLeafType(getNamedType(of)) || depth > 1);
  return fc
    .subarray(usable, { minLength: Math.min(1, usable.length), maxLength: Math.min(6, usable.length) })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((field) =>
          selectionOf(getNamedType(field.type), depth - 1).map((text) => `${field.name} ${text}`),
        ),
      ),
    )
    .map((all) => `{ __typename ${all.join(' ')} }`);
}

function valueOf(name: string, type: GraphQLInputType, wild: boolean): Arbitrary<unknown> {
  const fits = fitting(name, type, wild);
  return wild ? fc.oneof({ weight: 19, arbitrary: fits }, { weight: 1, arbitrary: fc.constantFrom(...strange) }) : fits;
}

function fitting(name: string, type: GraphQLInputType, wild: boolean): Arbitrary<unknown> {
  if (isNonNullType(type)) return fitting(name, type.ofType, wild);
  if (isListType(type)) return fc.array(valueOf(name.replace(/s$/, ''), type.ofType, wild), { maxLength: 3 });
  if (isEnumType(type)) {
    const values = type.getValues().map((value) => value.name);
    return fc.constantFrom(...values, ...(wild ? ['NO_SUCH_VALUE'] : []));
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return fc.record(Object.fromEntries(fields.map((field) => [field.name, valueOf(field.name, field.type, wild)])), {
      requiredKeys: fields.filter((field) => isNonNullType(field.type)).map((field) => field.name),
    });
  }
  return scalar(name, getNamedType(type).name, wild);
}

/** Without `wild` the value has the right form. */
function scalar(name: string, type: string, wild: boolean): Arbitrary<unknown> {
  const some = <Value>(all: readonly Value[], right: number): Arbitrary<Value> =>
    fc.constantFrom(...(wild ? all : all.slice(0, right)));
  switch (type) {
    case 'UUID':
      return name === 'key' ? fc.uuid() : some(ids, 2);
    case 'Date':
      return some(dates, 1);
    case 'DateTime':
      return some(instants, 1);
    case 'Int':
      return some(numbers, 8);
    case 'Float':
      return fc.oneof(some(numbers, 8), fc.double());
    case 'Boolean':
      return fc.boolean();
    default:
      if (name === 'district') return fc.constantFrom(...(wild ? districts : ['aldan']));
      return fc.oneof(
        fc.constantFrom(...texts),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ unit: 'binary', maxLength: 60 }),
      );
  }
}

/** Ways to corrupt a document. */
const damages: Arbitrary<(query: string) => string> = fc.oneof(
  fc.nat().map((at) => (query: string) => query.slice(0, at % query.length)),
  fc.nat().map((at) => (query: string) => query.slice(0, at % query.length) + query.slice((at % query.length) + 1)),
  fc
    .tuple(
      fc.nat(),
      fc.constantFrom('{', '}', '(', '...', '@skip(if: true)', '"', '#', '\u0000', '🙂', '$x', '@access(roles: [])'),
    )
    .map(
      ([at, piece]) =>
        (query: string) =>
          query.slice(0, at % query.length) + piece + query.slice(at % query.length),
    ),
  fc.constantFrom(
    (query: string) => query.replace('Generated', 'Generated @include(if: false)'),
    (query: string) => `${query} ${query}`,
    (query: string) => query.replace(/__typename/g, (found, at: number) => `a${at}: ${found}`),
    (query: string) => `${query} fragment f on Query { ...f }`,
    (query: string) => query.replace('{', '{ again: __typename '),
    (query: string) => query.replace(/: \$\w+/, ': 7'),
  ),
);
