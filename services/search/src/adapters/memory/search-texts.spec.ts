import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { IndexQuery, IndexWords, SearchIndex } from '../../application/index/search-index.js';
import { searchTexts } from '../../application/index/search-texts.js';
import { documentsOf } from '../../application/index/text-world.fixture.js';
import { parseQuery } from '../../domain/query.js';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { analyser, type Analyse } from '@otklik/text-analysis';
import { memorySearchIndex } from './memory-search-index.js';

let analyse: Analyse;
let index: SearchIndex & IndexWords;

beforeAll(async () => {
  analyse = analyser(await russianMorphology());
});
beforeEach(() => {
  index = memorySearchIndex();
});

async function put(...texts: readonly string[]): Promise<void> {
  await index.put(documentsOf(texts, analyse).map((document) => ({ ...document, district: 1 })));
}

/** What the index was asked for, and how many texts it found. */
async function ask(typed: string): Promise<IndexQuery & { readonly total: number }> {
  const asked: IndexQuery[] = [];
  const search = (query: IndexQuery) => {
    asked.push(query);
    return index.search(query);
  };
  const query = parseQuery(typed);
  const { total } = await searchTexts({ ...index, search }, analyse, {
    ...{ districts: [1], query, filter: {}, offset: 0, limit: 9 },
  });
  return { ...asked[0]!, total };
}

it('looks up each word of a phrase once, and no word that says nothing beside others', async () => {
  await put('Огромная яма на дороге', 'и и и, как и было');
  expect(await ask('"яма на дороге"')).toMatchObject({ groups: { length: 2 }, total: 1 });
  expect(await ask('"на яма дороге"')).toMatchObject({ groups: { length: 2 }, total: 0 });
  expect(await ask('"и и и"')).toMatchObject({ groups: { length: 1 }, phrases: [['и', 'и', 'и']], total: 1 });
  expect(await ask(`"${'и '.repeat(499)}"`)).toMatchObject({ groups: { length: 1 }, total: 0 });
});

it('looks up so many words of a phrase and no more, and demands all of it', async () => {
  const words = Array.from({ length: 60 }, (_, at) => `дом${at}`);
  await put(words.join(' '), words.slice(0, 59).join(' '));
  const { groups, phrases, total } = await ask(`"${words.join(' ')}"`);
  expect([groups.length, phrases, total]).toEqual([32, [words], 1]);
});

it('finds by words beside a phrase as if all of the phrase were looked up', async () => {
  await put('Нет воды на улице Лесной', 'Лопата, ведро, грабли и тачка');
  // Of four words three are needed: those of the phrase count, so the text that holds it is found.
  expect(await ask('лопата ведро грабли тачка "воды на улице"')).toMatchObject({ needed: 2, total: 1 });
});
