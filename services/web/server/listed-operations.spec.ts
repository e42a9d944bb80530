import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { listedOperations } from './listed-operations.js';
import { documents } from './resident/operations.js';

const sdl = readFileSync(new URL('../../../libs/contracts/graphql/supergraph.graphql', import.meta.url), 'utf8');
const listed = Object.values(listedOperations());

it('lists the operations of the residents’ pages and of the desk’s build, each of them valid', () => {
  expect(listed).toEqual(expect.arrayContaining(Object.values(documents)));
  // `nx build @otklik/web` writes those of the desk; `npm test` builds everything first.
  expect(listed.length).toBeGreaterThan(Object.keys(documents).length + 50);
  const schema = buildSchema(sdl);
  for (const text of listed) expect([text, validate(schema, parse(text))]).toEqual([text, []]);
});
