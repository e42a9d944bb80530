import { beforeEach, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { degradingSearchIndex } from '../../application/index/degrading-search-index.js';
import { SearchServerAway } from '../../application/index/search-server-away.js';
import type { IndexAnswer, IndexQuery, SearchReading } from '../../application/index/search-index.js';
import { documentsOf } from '../../application/index/text-world.fixture.js';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { analyser } from '@otklik/text-analysis';
import { memorySearchIndex } from './memory-search-index.js';

const everything: IndexQuery = {
  ...{ districts: [1], groups: [], needed: 0, telling: 0, phrases: [], prefixes: [], without: [], withoutPhrases: [] },
  ...{ withoutPrefixes: [], filter: {}, offset: 0, limit: 9 },
};
const index = memorySearchIndex();
const [document] = documentsOf(['Огромная яма'], analyser(await russianMorphology()));
let serverMs: number;
let standInMs: number;
let away: boolean;
let asked: number;
let behind: number;
let states: string[];
let degraded: unknown[];
let reading: SearchReading;

beforeEach(async () => {
  await index.put([document!]);
  [serverMs, standInMs, away, asked, behind, states, degraded] = [0, 0, false, 0, 0, [], []];
  const after = async <Answer>(ms: number, answer: () => Promise<Answer>): Promise<Answer> => {
    await pause(ms);
    return answer();
  };
  const ofServer = async <Answer>(answer: () => Promise<Answer>): Promise<Answer> => {
    asked += 1;
    await pause(serverMs);
    if (away) throw new SearchServerAway('HTTP 503');
    return answer();
  };
  reading = degradingSearchIndex({
    server: {
      search: (query) => ofServer(() => index.search(query)),
      holds: (one) => ofServer(() => index.holds(one)),
    },
    standIn: {
      search: (query) => after(standInMs, () => index.search(query)),
      holds: (one) => after(standInMs, () => index.holds(one)),
    },
    words: index,
    behind: async () => behind,
    told: {
      state: (state) => void states.push(state),
      behind: () => undefined,
      degraded: (error) => void degraded.push(error),
    },
  });
});

async function timed(): Promise<IndexAnswer & { readonly ms: number }> {
  const from = performance.now();
  const answer = await reading.search(everything);
  return { ...answer, ms: performance.now() - from };
}

it('takes the server’s answer when all is slow for a moment, and degrades nothing', async () => {
  [serverMs, standInMs] = [700, 5_000];
  const answer = await timed();
  expect(answer.total).toBe(1);
  expect(answer.degraded).toBeUndefined();
  expect([states, degraded]).toEqual([[], []]);
});

it('takes the stand-in’s answer when only the server is slow, within the second', async () => {
  serverMs = 3_000;
  const answer = await timed();
  expect(answer).toMatchObject({ total: 1, degraded: true });
  expect(answer.ms).toBeLessThan(1_000);
  expect(degraded).toEqual([undefined]);
});

it('leaves the server alone after two failures in a row, and asks it again later', async () => {
  away = true;
  for (let turn = 0; turn < 4; turn += 1) expect(await timed()).toMatchObject({ total: 1, degraded: true });
  expect([asked, states]).toEqual([2, ['away']]);
  away = false;
  await pause(5_100);
  expect((await timed()).degraded).toBeUndefined();
  expect(states).toEqual(['away', 'tried', 'answering']);
}, 15_000);

it('does not ask a server that is behind', async () => {
  behind = 6;
  expect(await timed()).toMatchObject({ degraded: true });
  expect(asked).toBe(0);
});

it('holds a document only where both the words and the text have come', async () => {
  const { district, id } = document!;
  expect(await reading.holds({ district, id, version: 1 })).toBe(true);
  expect(await reading.holds({ district, id, version: 2 })).toBe(false);
});
