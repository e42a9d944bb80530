import { expect, it } from '@jest/globals';
import { scalars } from '@otklik/host/graphql';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { coercion, isPlain, type Variables } from './variables.js';

const schema = buildSchema(`
  scalar Date
  enum Channel { SITE }
  input Inner { text: String! }
  input In { text: String! names: [String!] inner: [Inner!] channel: Channel on: Date }
  type Query { echo(in: In, words: [String!]): String }
`);
Object.assign(schema.getType('Date')!, { parseValue: scalars.Date.parseValue });

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

const reasons: readonly (readonly [string, Variables, string])[] = [
  ['in', {}, 'Variable "$in" is missing: its type is "In!".'],
  ['in', { in: null }, 'Variable "$in" must not be null: its type is "In!".'],
  ['in', { in: [] }, 'Variable "$in" must be an object of type "In", and is a list.'],
  ['in', { in: 'Иванов' }, 'Variable "$in" must be an object of type "In", and is a string.'],
  ['in.text', { in: {} }, 'Variable "$in.text" is missing: its type is "String!".'],
  ['in.text', { in: { text: 79145550101 } }, 'Variable "$in.text" must be of type "String!", and is an integer.'],
  [
    'in.names.1',
    { in: { text: 'а', names: ['б', null] } },
    'Variable "$in.names.1" must not be null: its type is "String!".',
  ],
  ['in.names', { in: { text: 'а', names: 7.5 } }, 'Variable "$in.names" must be of type "[String!]", and is a number.'],
  ['in.inner.text', { in: { text: 'а', inner: {} } }, 'Variable "$in.inner.text" is missing: its type is "String!".'],
  [
    'in.inner.0.text',
    { in: { text: 'а', inner: [{ text: {} }] } },
    'Variable "$in.inner.0.text" must be of type "String!", and is an object.',
  ],
  ['in.age', { in: { text: 'а', age: 40 } }, 'Variable "$in.age" is not defined by type "In".'],
  ['in', { in: { text: 'а', 'Иванова Анна': 1 } }, 'Variable "$in" has a field that type "In" does not define.'],
  ['in.channel', { in: { text: 'а', channel: 'Иванов' } }, 'Variable "$in.channel" is no value of the enum "Channel".'],
  [
    'in.channel',
    { in: { text: 'а', channel: true } },
    'Variable "$in.channel" must be of type "Channel", and is a boolean.',
  ],
  [
    'in.on',
    { in: { text: 'а', on: '2026-02-30' } },
    'Variable "$in.on" is invalid: "Date" is a string like "2026-11-27".',
  ],
];

it.each(reasons)('says what is wrong with $%s without its value', (path, given, reason) => {
  const needing = query.replace('$in: In', '$in: In!');
  expect(() => coerced(needing, given)).toThrow(expect.objectContaining({ code: 'BAD_INPUT', path, reason }));
});

it('reports only the first of many invalid items', () => {
  const words = ['ж'.repeat(100_000), ...Array<null>(50_000).fill(null)];
  const started = performance.now();
  expect(() => coerced(query, { words })).toThrow(expect.objectContaining({ code: 'BAD_INPUT', path: 'words.1' }));
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
