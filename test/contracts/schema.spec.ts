import { expect, it } from '@jest/globals';
import { breaks, committedSchema, staleFiles, undescribed } from '@otklik/contracts/generate';
import { compose, schemaFiles } from '@otklik/contracts/schema';

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

it('describes every type and every root field', () => {
  expect(undescribed(compose().sdl)).toEqual([]);
  expect(undescribed('type Query { "Read." a: A, b: B } type A { x: Int } "Described." type B { x: Int }')).toEqual([
    'A',
    'b',
  ]);
});

it('has its composed schema and its types up to date (npm run contracts)', async () => {
  expect((await staleFiles()).map(({ file }) => file)).toEqual([]);
});
