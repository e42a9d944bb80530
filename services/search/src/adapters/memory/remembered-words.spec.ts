import { beforeEach, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually } from '@otklik/testing';
import { rememberedWords, type KeptWords } from '../../application/index/remembered-words.js';
import type {
  AskedWordForms,
  Districts,
  IndexDocument,
  IndexWords,
  SearchIndex,
} from '../../application/index/search-index.js';
import { searchTexts } from '../../application/index/search-texts.js';
import { documentsOf } from '../../application/index/text-world.fixture.js';
import { parseQuery } from '../../domain/query.js';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { analyser, type Analyse } from '@otklik/text-analysis';
import { memorySearchIndex } from './memory-search-index.js';

const FOREVER = new Promise<never>(() => undefined);
let analyse: Analyse;
let index: SearchIndex & KeptWords;
let asked: string[];
let time: number;
let broken: 'no' | 'hangs' | 'fails';
let failures: unknown[];

/** The kept words as they are, each question written down, and broken as told. */
function watched(): KeptWords {
  const through = async <Answer>(name: string, answer: () => Promise<Answer>): Promise<Answer> => {
    asked.push(name);
    if (broken === 'hangs') return FOREVER;
    if (broken === 'fails') throw new Error('no connection');
    return answer();
  };
  return {
    vocabulary: (districts, words) =>
      through(words.map(({ word }) => word).join(' '), () => index.vocabulary(districts, words)),
    holding: (districts, lemmas) => through('holding', () => index.holding(districts, lemmas)),
    allWords: (district) => through(`words of ${district}`, () => index.allWords(district)),
    counts: (districts, of) => through('counts', () => index.counts(districts, of)),
  };
}

function remembering(most?: number): IndexWords {
  return rememberedWords(watched(), {
    ...{ now: () => time, failed: (error) => void failures.push(error) },
    ...(most === undefined ? {} : { most }),
  });
}

const forms = (word: string, prefix = false): AskedWordForms => ({
  ...{ word, prefix, lemmas: analyse(word).lemmas.map(({ form }) => form) },
});
const document = (text: string, district: number): IndexDocument => ({
  ...documentsOf([text], analyse)[0]!,
  ...{ district, id: randomUUID() },
});

/** Until the districts are remembered. */
async function recalled(words: IndexWords, ...districts: Districts): Promise<void> {
  for (const district of districts) {
    await eventually(async () => {
      asked.length = 0;
      await words.holding([district], []);
      return asked.includes('holding') ? undefined : true;
    });
  }
  asked.length = 0;
}

beforeEach(async () => {
  analyse = analyser(await russianMorphology());
  index = memorySearchIndex();
  await index.put([
    document('Огромная яма на дороге', 1),
    document('Ямы во дворе, дорожный ремонт', 1),
    document('Секретный уникум у дороги', 2),
  ]);
  [asked, failures, time, broken] = [[], [], 0, 'no'];
});

it('answers as the kept words do, and asks them of nothing that it remembers', async () => {
  const words = remembering();
  await recalled(words, 1, 2);
  for (const districts of [[1], [2], [1, 2]] as const) {
    const common = [forms('дорогой'), ...(districts.length > 1 ? [forms('яма')] : [])];
    const [kept] = await Promise.all([index.vocabulary(districts, common)]);
    const told = await words.vocabulary(districts, common);
    expect(told.map(({ lemmas }) => new Set(lemmas))).toEqual(kept.map(({ lemmas }) => new Set(lemmas)));
    expect(told.map(({ known }) => known)).toEqual(common.map(() => true));
    const lemmas = ['дорога', 'яма', 'уникум', 'никогда'];
    expect(await words.holding(districts, lemmas)).toEqual(await index.holding(districts, lemmas));
  }
  expect(asked).toEqual([]);
});

it('never tells one district another one’s words', async () => {
  const words = remembering();
  await recalled(words, 1, 2);
  const [told] = await words.vocabulary([1], [forms('уникумы')]);
  expect(told).toMatchObject({ known: false, lemmas: [] });
  expect(JSON.stringify(told)).not.toContain('уник');
  expect(await words.holding([1], ['уникум'])).toEqual({ texts: 2, counts: [0] });
});

it('finds what was written after it looked, and tells no word that went since', async () => {
  const words = remembering();
  await recalled(words, 1);
  const ask = (typed: string) =>
    searchTexts({ ...index, ...words }, analyse, {
      ...{ districts: [1], query: parseQuery(typed), filter: {}, offset: 0, limit: 9 },
    });
  const late = document('Сломан светофор', 1);
  await index.put([late]);
  expect((await ask('светофоры')).total).toBe(1);
  expect((await ask('светоф*')).total).toBe(1);
  time = 2_000;
  await words.holding([1], []);
  await eventually(async () => ((await ask('светофр')).correctedTo === 'светофор' ? true : undefined));
  await index.remove([{ ...late, version: 2 }]);
  expect((await ask('светофоры')).total).toBe(0);
  expect((await ask('светофр')).correctedTo).toBeUndefined();
});

it('reads a district anew when it has become old, and waits for nobody meanwhile', async () => {
  const words = remembering();
  await recalled(words, 1);
  broken = 'hangs';
  time = 2_000;
  expect(await words.vocabulary([1], [forms('яма')])).toMatchObject([{ known: true }]);
  expect(await words.holding([1], ['яма'])).toEqual({ texts: 2, counts: [2] });
  expect(asked).toEqual(['words of 1']);
  time = 400_000;
  const tooOld = Promise.race([words.holding([1], ['яма']), Promise.resolve('asked the kept words')]);
  expect(await tooOld).toBe('asked the kept words');
});

it('goes on with what it remembers when reading fails, and says so', async () => {
  const words = remembering();
  await recalled(words, 1);
  broken = 'fails';
  time = 2_000;
  expect(await words.vocabulary([1], [forms('яма')])).toMatchObject([{ known: true }]);
  await eventually(async () => (failures.length === 1 ? true : undefined));
  await expect(words.vocabulary([1], [forms('небывалое')])).rejects.toThrow('no connection');
});

it('keeps the districts asked for last, within its bytes', async () => {
  const words = remembering(1);
  await recalled(words, 1);
  await recalled(words, 2);
  await words.holding([2], []);
  expect(asked).toEqual([]);
  await words.holding([1], []);
  expect(asked).toEqual(['holding', 'words of 1']);
});
