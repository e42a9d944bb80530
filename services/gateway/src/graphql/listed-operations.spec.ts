import { expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operationFinder, readOperationLists } from './listed-operations.js';

const query = 'query Mine { mine { role } }';
const lists = [{ 'sha256:abc': query }, { def: 'query Other { open { role } }' }];
const byId = (sha256Hash: unknown) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

it.each([
  ['its id', byId('sha256:abc')],
  ['its id without the algorithm', byId('abc')],
  ['its id and another text', { ...byId('abc'), query: '{ secret }' }],
  ['its text', { query }],
])('finds a listed operation by %s', (_, request) => {
  for (const onlyListed of [true, false]) expect(operationFinder(lists, onlyListed)(request)).toMatchObject({ query });
});

it('runs an operation that no list has where any may run, and refuses it otherwise', () => {
  const request = { query: '{ open { role } }', variables: { a: 1 } };
  expect(operationFinder(lists, false)(request)).toBe(request);
  expect(() => operationFinder(lists, true)(request)).toThrow(
    expect.objectContaining({ code: 'OPERATION_NOT_LISTED', path: 'query' }),
  );
});

it.each([
  ['of no list', byId('123')],
  ['and an empty text', { ...byId('123'), query: '' }],
])('refuses an id %s, whatever may run', (_, request) => {
  for (const onlyListed of [true, false])
    expect(() => operationFinder(lists, onlyListed)(request)).toThrow(
      expect.objectContaining({ code: 'OPERATION_NOT_LISTED', path: 'extensions.persistedQuery' }),
    );
});

it.each([null, 7, 'text', { persistedQuery: null }, { persistedQuery: { sha256Hash: {} } }])(
  'takes extensions without an id for none: %j',
  (extensions) => {
    expect(operationFinder(lists, true)({ query, extensions })).toMatchObject({ query });
  },
);

it('reads every list of a folder, and names a file that is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-lists-'));
  try {
    writeFileSync(join(folder, 'front.json'), JSON.stringify(lists[0]));
    writeFileSync(join(folder, 'readme.txt'), 'not a list');
    expect(readOperationLists(folder)).toEqual([lists[0]]);
    writeFileSync(join(folder, 'wrong.json'), '{"id": {"query": "{ open }"}}');
    expect(() => readOperationLists(folder)).toThrow(/wrong\.json/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
