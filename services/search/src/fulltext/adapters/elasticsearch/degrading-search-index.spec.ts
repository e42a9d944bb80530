import { beforeEach, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { degradingSearchIndex } from './degrading-search-index.js';
import { byCountedName } from '../../../register/application/list/counted-names.js';
import type { IndexAnswer, IndexQuery, SearchReading } from '../../application/search-index.js';
import { SearchServerAway } from '../../application/search-server-away.js';

const everything: IndexQuery = {
  districts: [1],
  concepts: [],
  needed: [],
  isLoose: false,
  required: [],
  optional: [],
  phrases: [],
  prefixes: [],
  without: [],
  withoutPhrases: [],
  withoutPrefixes: [],
  filter: {},
  offset: 0,
  limit: 9,
};
const answer: IndexAnswer = {
  hits: [{ district: 1, id: 'one', score: 1 }],
  total: 1,
  totalIsExact: true,
  facets: byCountedName(() => []),
};
const newest = 1;
let away: boolean;
let asked: number;
let lag: number;
let states: string[];
let degraded: unknown[];
let reading: SearchReading;

beforeEach(() => {
  [away, asked, lag, states, degraded] = [false, 0, 0, [], []];
  const texts = { search: async () => answer, holds: async ({ version }: { version: number }) => version <= newest };
  const server = async <Answer>(of: () => Promise<Answer>): Promise<Answer> => {
    asked += 1;
    if (away) throw new SearchServerAway('HTTP 503');
    return of();
  };
  reading = degradingSearchIndex({
    server: { search: () => server(texts.search), holds: (one) => server(() => texts.holds(one)) },
    fallback: { ...texts, vocabulary: async (_, words) => words.map(() => ({ isKnown: true, similar: [] })) },
    lag: async () => lag,
    observer: {
      state: (state) => void states.push(state),
      lag: () => undefined,
      degraded: (error) => void degraded.push(error),
    },
  });
});

it('answers from the server while it is there', async () => {
  expect(await reading.search(everything)).toEqual(answer);
  expect([asked, degraded]).toEqual([1, []]);
});

it('leaves the server alone after two failures in a row, and asks it again later', async () => {
  away = true;
  for (let turn = 0; turn < 4; turn += 1)
    expect(await reading.search(everything)).toMatchObject({ total: 1, degraded: true });
  expect([asked, states]).toEqual([2, ['open']]);
  away = false;
  await pause(5_100);
  expect((await reading.search(everything)).degraded).toBeUndefined();
  expect(states).toEqual(['open', 'half-open', 'closed']);
}, 15_000);

it('answers from PostgreSQL when the server is behind the register', async () => {
  lag = 6;
  expect(await reading.search(everything)).toMatchObject({ degraded: true });
  expect([asked, degraded]).toEqual([0, [undefined]]);
});

it('holds a document only where both indexes do', async () => {
  expect(await reading.holds({ district: 1, id: 'one', version: newest })).toBe(true);
  expect(await reading.holds({ district: 1, id: 'one', version: newest + 1 })).toBe(false);
});
