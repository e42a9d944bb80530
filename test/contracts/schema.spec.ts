import { describe, expect, it } from '@jest/globals';
import {
  breaks,
  committedSchema,
  described,
  releasedSchemas,
  staleFiles,
  undescribed,
} from '@otklik/contracts/generate';
import { schemaChangelog, undatedDeprecations } from '@otklik/contracts/schema-changelog';
import { unannouncedRemovals } from '@otklik/contracts/schema-removals';
import { compose, schemaFiles } from '@otklik/contracts/schema';
import { buildSchema, isObjectType, type GraphQLObjectType } from 'graphql';

const services = ['intake', 'routing', 'responses', 'notifications', 'search', 'administration'];

it('gives every root field an owner and an access rule', () => {
  const { rootFields } = compose();
  expect(rootFields.length).toBeGreaterThan(25);
  expect(rootFields.filter(({ owner }) => !services.includes(owner))).toEqual([]);
  expect(rootFields.filter(({ roles }) => !roles || roles.length === 0)).toEqual([]);
});

it('lets no two services declare the same root field', () => {
  const twice = [...schemaFiles(), { name: 'routing2', text: 'extend type Mutation { submitAppeal: Int }' }];
  expect(() => compose(twice)).toThrow('Mutation.submitAppeal has two owners: intake and routing2');
});

it('breaks no client without being said so (npm run contracts -- --breaking)', () => {
  expect(breaks(committedSchema(), compose().sdl)).toEqual([]);
});

it('sees what would break a client', () => {
  const before = 'type Query { a: Int, b(x: Int): Int }';
  expect(breaks(before, 'type Query { a: Int, b(x: Int): Int, c: Int }')).toEqual([]);
  expect(breaks(before, 'type Query { a: Int, b(x: Int!): Int }')).toEqual([
    'Query.b arg x has changed type from Int to Int!.',
  ]);
  expect(breaks(before, 'type Query { b(x: Int): Int }')).toEqual(['Query.a was removed.']);
});

it('describes every type, field, argument, input field and value of an enumeration', () => {
  const { all, without } = described(compose().sdl);
  expect(without).toEqual([]);
  console.log(`${all} types, fields, arguments and values of the schema, all described`);
  const bare = `type Query { "Read." a(y: Int, "Described." z: Int): A, b: B } type A { x: Int }
    "Described." type B { "Described." x: Int, y: Int } "Described." enum C { D, "Described." E }
    "Described." input F { g: Int }`;
  expect(undescribed(bare)).toEqual(['A', 'Query.a(y)', 'Query.b', 'A.x', 'B.y', 'C.D', 'F.g']);
});

it('gives types that repeat the same fields an interface, and every connection that of connections', () => {
  const schema = buildSchema(compose().sdl);
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const fieldsOf = (type: GraphQLObjectType) =>
    Object.values(type.getFields()).map(({ name, type: of }) => `${name}: ${of}`);
  const shares = (one: GraphQLObjectType, other: GraphQLObjectType) =>
    one.getInterfaces().some((each) => other.getInterfaces().includes(each));
  const repeating = types.flatMap((one, at) =>
    types.slice(at + 1).flatMap((other) => {
      const same = fieldsOf(one).filter((field) => fieldsOf(other).includes(field));
      return same.length > 10 && !shares(one, other) ? [`${one.name} and ${other.name}: ${same.join(', ')}`] : [];
    }),
  );
  expect(repeating).toEqual([]);
  const connections = types.filter(({ name }) => name.endsWith('Connection'));
  expect(connections.filter((type) => !type.getInterfaces().some(({ name }) => name === 'Connection'))).toEqual([]);
  expect(connections.length).toBeGreaterThan(8);
});

it('says of everything deprecated since when, what to use, and until when it stays half a year at least', () => {
  expect(undatedDeprecations(compose().sdl)).toEqual([]);
  const field = (name: string, reason: string) => `${name}: Int @deprecated(reason: "${reason}")`;
  const dated = field('a', 'since 2026-12-01, use `b`, leaves not before 2027-06-01');
  const early = field('c', 'since 2026-12-01, use `b`, leaves not before 2027-01-01');
  expect(undatedDeprecations(`type Query { ${dated} ${early} ${field('d', 'Use b.')} }`)).toEqual([
    'Query.c',
    'Query.d',
  ]);
});

it('lists what changed in the schema since each release', () => {
  const [first, second, now] = [
    'type Query { a: Int, b(x: Int): Int }',
    'type Query { a: Int, b(x: Int): Int, c: C } enum C { D }',
    'type Query { b(x: Int): Int @deprecated(reason: "since 2026-12-01, use `c`, leaves not before 2027-06-01"), c: C } enum C { D, E_F }',
  ].map((sdl, at) => ({ version: `0.${at}`, sdl }));
  const sections = schemaChangelog([first!, second!, now!]).split('\n## ').slice(1);
  expect(sections.map((one) => one.split('\n').filter((line) => line !== ''))).toEqual([
    [
      ...['0.2 (since 0.1)', '### Breaks clients', '- Query.a was removed.'],
      ...['### Clients must expect it', '- E\\_F was added to enum type C.'],
      ...['### Deprecated', '- `Query.b`: since 2026-12-01, use `c`, leaves not before 2027-06-01'],
      ...['### Added', '- `C`: `E_F`'],
    ],
    ['0.1 (since 0.0)', '### Added', '- `Query`: `c`', '- type `C`'],
  ]);
  expect(releasedSchemas().map(({ version }) => version)).toContain('0.1.0');
});

it('lets clients of the last release go on: what a rule demands newly is refused by the rule', () => {
  const released = releasedSchemas().at(-1)!;
  const [, since = ''] = schemaChangelog([released, { version: 'next', sdl: compose().sdl }]).split('\n## ');
  expect(since.split('\n').filter((line) => line.startsWith('- A required'))).toEqual([]);
});

it('takes nothing from clients of a release that was not deprecated in it until its last day (docs/front-end.md)', () => {
  const today = new Date().toISOString().slice(0, 10);
  for (const { version, sdl } of releasedSchemas())
    expect([version, unannouncedRemovals(sdl, compose().sdl, today)]).toEqual([version, []]);
});

describe('what is removed', () => {
  const mark = '@deprecated(reason: "since 2026-12-01, use `b`, leaves not before 2027-06-01")';
  const removals = (released: string, present: string, today = '2027-06-02') =>
    unannouncedRemovals(released, present, today);

  it('may go after its last day, and not on it', () => {
    const [before, after] = [`type Query { a: Int ${mark}, b: Int }`, 'type Query { b: Int }'];
    expect(removals(before, after)).toEqual([]);
    expect(removals(before, after, '2027-06-01')).toEqual(['Query.a was removed.']);
  });

  it('may not go where the last release said nothing of it, be it deprecated since', () => {
    expect(removals('type Query { a: Int, b: Int }', 'type Query { b: Int }')).toEqual(['Query.a was removed.']);
  });

  it('is an argument, a value or a type, too; a type goes with the fields that answered it', () => {
    const kept = 'b: Int';
    expect(removals(`type Query { a(x: Int ${mark}): Int }`, 'type Query { a: Int }')).toEqual([]);
    expect(removals('type Query { a(x: Int): Int }', 'type Query { a: Int }')).toHaveLength(1);
    const values = (one: string) => `type Query { a: E } enum E { A ${one} }`;
    expect(removals(values(`C ${mark}`), values(''))).toEqual([]);
    expect(removals(values('C'), values(''))).toEqual(['C was removed from enum type E.']);
    const typed = (marked: string) => `type Query { a: T ${marked}, ${kept} } type T { c: Int }`;
    expect(removals(typed(mark), `type Query { ${kept} }`)).toEqual([]);
    expect(removals(typed(''), `type Query { ${kept} }`)).toHaveLength(2);
  });

  it('is never a change of what stays: its type, a demand, a member of a union', () => {
    const changes = [
      [`type Query { a: Int ${mark}, b: Int }`, 'type Query { a: String, b: Int }'],
      ['type Query { a(x: Int): Int }', 'type Query { a(x: Int!): Int }'],
      [
        'type Query { a: U } union U = A | B type A { x: Int } type B { x: Int }',
        'type Query { a: U } union U = A type A { x: Int } type B { x: Int }',
      ],
    ] as const;
    for (const [before, after] of changes) expect(removals(before, after)).toHaveLength(1);
  });
});

it('has its composed schema and its types up to date (npm run contracts)', async () => {
  expect((await staleFiles()).map(({ file }) => file)).toEqual([]);
});
