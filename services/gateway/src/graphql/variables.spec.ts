import { expect, it } from '@jest/globals';
import { Fault } from '@otklik/host/graphql';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { coercion, isPlain, type Variables } from './variables.js';

const schema = buildSchema(`
  input In { text: String! names: [String!] }
  type Query { echo(in: In, words: [String!]): String }
`);

function coerced(source: string, given: Variables): Variables {
  return coercion(schema, getOperationAST(parse(source))!)(given);
}

const query = 'query ($in: In, $words: [String!] = ["да"]) { echo(in: $in, words: $words) }';

it('coerces variables to their types', () => {
  expect(coerced(query, { in: { text: 'а', names: 'б' } })).toMatchObject({
    in: { text: 'а', names: ['б'] },
    words: ['да'],
  });
});

it.each([
  ['in', { in: {} }],
  ['in.names.1', { in: { text: 'а', names: ['б', null] } }],
  ['in', { in: [] }],
  ['words.0', { words: [7] }],
] as const)('reports the path of an invalid value: %s', (path, given) => {
  expect(() => coerced(query, given)).toThrow(expect.objectContaining(new Fault('BAD_INPUT', path)));
});

it('reports only the first of many invalid items', () => {
  const words = ['ж'.repeat(100_000), ...Array<null>(50_000).fill(null)];
  const started = performance.now();
  expect(() => coerced(query, { words })).toThrow(expect.objectContaining(new Fault('BAD_INPUT', 'words.1')));
  expect(performance.now() - started).toBeLessThan(1_000);
});

it('leaves unknown types to the validation of the document', () => {
  expect(coerced('query ($none: Nothing, $out: Query) { echo }', { none: 1, out: 2 })).toEqual({});
});

it('is plain without lists and with at most 64 fields', () => {
  expect(isPlain({ input: { district: 'aldan', text: 'а', contact: null } })).toBe(true);
  for (const given of [{ words: [] }, { in: { names: ['а'] } }, Object.fromEntries(Array(65).entries())])
    expect(isPlain(given)).toBe(false);
});
