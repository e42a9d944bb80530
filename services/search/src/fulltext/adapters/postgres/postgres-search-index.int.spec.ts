import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mulberry32 } from '@otklik/kernel';
import { installService, openDatabase, type Database } from '@otklik/tenancy';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import type { IndexDocument } from '../../application/search-index.js';
import { searchIndexContract } from '../../application/search-index.contract.js';
import { indexedText } from '../../domain/indexed-text.js';
import { migrations } from '../../../migrations.js';
import { testLanguage } from '../../application/test-language.fixture.js';
import { analystPromises } from '../../application/analyst-promises.contract.js';
import { postgresSearchIndex } from './postgres-search-index.js';

let test: TestDatabase;
let database: Database;
let build = 100;

beforeAll(async () => {
  test = await testDatabase();
  const { app } = await installService(test.url, 'search', migrations, 'roles-of-specs-1');
  database = openDatabase(app, 'search', { max: 4 });
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

async function make() {
  const language = await testLanguage();
  return { index: postgresSearchIndex(database, language.analyse, (build += 1)), language };
}

searchIndexContract('in PostgreSQL', make);
analystPromises('in PostgreSQL', make);

describe('words of texts that change', () => {
  const words = 'яма дорога школа фонарь вода снег двор лампа мост забор тротуар автобус'.split(' ');
  const facets: IndexDocument['facets'] = { receivedAt: '2026-11-24T01:00:00.000Z', appeal: {}, questions: [] };

  /** An index of its own build. */
  async function given() {
    const { analyse } = await testLanguage();
    const index = postgresSearchIndex(database, analyse, (build += 1));
    const own = build;
    return {
      index,
      stored: () => storedIn(own),
      document: (id: string, version: number, texts: readonly string[], numbers: readonly string[] = []) => ({
        district: 1,
        id,
        version,
        facets,
        text: indexedText([...texts, ...numbers], analyse, numbers),
      }),
      postings: async (id: string) => {
        const { rows } = await database.scope(1).query<{ word: string; row: string }>(
          `select w.word, p.ctid::text || p.xmin::text as row from search.index_document d
           join search.index_posting p on (p.district, p.build, p.document) = (d.district, d.build, d.no)
           join search.index_word w on (w.district, w.build, w.no) = (p.district, p.build, p.word)
           where d.district = 1 and d.build = $1 and d.id = $2`,
          [own, id],
        );
        return new Map(rows.map(({ word, row }) => [word, row]));
      },
    };
  }

  /** All that the build holds, without the numbers of words and documents. */
  async function storedIn(own: number) {
    const read = async (text: string) => (await database.scope(1).query(text, [own])).rows as readonly unknown[];
    const ofWord = '(w.district, w.build, w.no) = (o.district, o.build, o.word)';
    return {
      words: await read('select lemma, word, texts, stem from search.index_word where build = $1 order by 1, 2'),
      grams: await read(
        `select o.lemma, o.gram, w.word from search.index_gram o left join search.index_word w on ${ofWord}
         where o.build = $1 order by 1, 2, 3`,
      ),
      postings: await read(
        `select d.id, w.word, o.frequency, o.length from search.index_posting o
         left join search.index_word w on ${ofWord} and w.lemma
         left join search.index_document d on (d.district, d.build, d.no) = (o.district, o.build, o.document)
         where o.build = $1 order by 1, 2`,
      ),
      statistics: await read('select texts, words from search.index_statistics where build = $1'),
    };
  }

  it('writes a number that is given later beside the words that stand, and touches none of them', async () => {
    const { index, document, postings } = await given();
    const [id, texts] = [randomUUID(), ['Огромная яма на дороге у школы']];
    await index.put([document(id, 1, texts, ['П-17'])]);
    const before = await postings(id);
    await index.put([document(id, 2, texts, ['А-204/26', 'П-17'])]);
    const after = await postings(id);
    expect(before.size).toBeGreaterThan(5);
    for (const [word, row] of before) expect([word, after.get(word)]).toEqual([word, row]);
    expect([...after.keys()].filter((word) => !before.has(word)).sort()).toEqual(['204', '26', 'а', 'а20426']);
  });

  it('counts each word in place: no index looks at its count', async () => {
    const { rows } = await database
      .scope(1)
      .query(
        `select indexdef from pg_indexes where schemaname = 'search' and tablename = 'index_word' and indexdef ~ 'texts'`,
      );
    expect(rows).toEqual([]);
  });

  it('holds after any changes what it would hold if the last texts had been written at once', async () => {
    const random = mulberry32(29);
    const below = (limit: number): number => Math.floor(random() * limit);
    const changed = await given();
    const ids = Array.from({ length: 8 }, () => randomUUID());
    const last = new Map<string, readonly string[]>();
    const rounds = 30;
    for (let version = 1; version <= rounds; version += 1) {
      const chosen = ids.filter(() => random() < 0.4);
      // At the end of most of them, so that words fall out.
      const gone = version === rounds ? ids.slice(2) : chosen.filter(() => random() < 0.2);
      const put = chosen.filter((id) => !gone.includes(id));
      for (const id of put) last.set(id, textsOf(below));
      for (const id of gone) last.delete(id);
      // Twice, as a page of changes that is read again.
      for (let time = 0; time < 2; time += 1) {
        await changed.index.put(put.map((id) => changed.document(id, version, last.get(id)!)));
        await changed.index.remove(gone.map((id) => ({ district: 1, id, version })));
      }
    }
    const fresh = await given();
    await fresh.index.put([...last].map(([id, texts]) => fresh.document(id, 1, texts)));
    expect(last.size).toBeGreaterThan(0);
    expect(await changed.stored()).toEqual(await fresh.stored());
  });

  function textsOf(below: (limit: number) => number): readonly string[] {
    const line = (): string => Array.from({ length: 1 + below(6) }, () => words[below(words.length)]!).join(' ');
    return Array.from({ length: 1 + below(2) }, line);
  }
});
