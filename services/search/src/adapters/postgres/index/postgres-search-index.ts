import type { Database } from '@otklik/tenancy';
import type { KeptWords } from '../../../application/index/remembered-words.js';
import type { Districts, SearchIndex } from '../../../application/index/search-index.js';
import { readAllWords, readCounts, readHits, readSize, readVocabulary } from './index-read.js';
import { writeDocuments, type Wish } from './index-write.js';

/** Which build answers, and how many texts there are, is looked up so often at most. */
const KNOWN_FOR_MS = 1_000;
const MAX_SIZES = 1_000;

/** Full text in PostgreSQL. With `fixed` it reads and writes one build, else the one that answers. */
export function postgresSearchIndex(database: Database, fixed?: number): SearchIndex & KeptWords {
  let known: { readonly build: number; readonly until: number } | undefined;

  async function build(district: number): Promise<number> {
    if (fixed !== undefined) return fixed;
    if (known && known.until > performance.now()) return known.build;
    const { rows } = await database.scope(district).query<{ build: number }>('select build from search.index_state');
    known = { build: rows[0]?.build ?? 1, until: performance.now() + KNOWN_FOR_MS };
    return known.build;
  }

  const sizes = new Map<string, { readonly size: number; readonly until: number }>();

  /** Number of texts; a second old at most, which moves no ranking. */
  async function sizeOf(districts: Districts, of: number): Promise<number> {
    const key = `${of}/${[...districts].sort().join()}`;
    const kept = sizes.get(key);
    if (kept && kept.until > performance.now()) return kept.size;
    const size = await readSize(database.scope(...districts), of, districts);
    if (sizes.size >= MAX_SIZES) sizes.clear();
    sizes.set(key, { size, until: performance.now() + KNOWN_FOR_MS });
    return size;
  }

  async function write(wishes: readonly Wish[]): Promise<void> {
    for (const district of new Set(wishes.map((wish) => wish.district))) {
      const to = await build(district);
      const mine = wishes.filter((wish) => wish.district === district);
      await database.scope(district).transaction((tx) => writeDocuments(tx, district, to, mine));
    }
  }

  return {
    put: (documents) => write(documents.map((document) => ({ ...keyOf(document), document }))),
    remove: (documents) => write(documents.map(keyOf)),
    async vocabulary(districts, asked) {
      return readVocabulary(database.scope(...districts), await build(districts[0]), districts, asked);
    },
    async holding(districts, lemmas) {
      const from = await build(districts[0]);
      const forms = lemmas.map((word) => ({ lemma: true, word }));
      const counts = readCounts(database.scope(...districts), from, districts, forms);
      const [texts, held] = await Promise.all([sizeOf(districts, from), counts]);
      return { texts, counts: held };
    },
    async counts(districts, forms) {
      return readCounts(database.scope(...districts), await build(districts[0]), districts, forms);
    },
    async allWords(district) {
      const from = await build(district);
      const scope = database.scope(district);
      const [texts, lemmas, words] = await Promise.all([
        sizeOf([district], from),
        readAllWords(scope, from, district, true),
        readAllWords(scope, from, district, false),
      ]);
      return { texts, lemmas, words };
    },
    async search(query) {
      return readHits(database.scope(...query.districts), await build(query.districts[0]), query);
    },
    async holds({ district, id, version }) {
      const { rowCount } = await database
        .scope(district)
        .query(`select from search.index_document where district = $1 and build = $2 and id = $3 and version >= $4`, [
          district,
          await build(district),
          id,
          version,
        ]);
      return rowCount === 1;
    },
    async versions(district, after, limit) {
      const { rows } = await database.scope(district).query<{ id: string; version: string }>(
        `select id, version from search.index_document
         where district = $1 and build = $2 and not gone and ($3::uuid is null or id > $3) order by id limit $4`,
        [district, await build(district), after ?? null, limit],
      );
      return rows.map(({ id, version }) => ({ id, version: Number(version) }));
    },
  };
}

function keyOf({ district, id, version }: Wish): Pick<Wish, 'district' | 'id' | 'version'> {
  return { district, id, version };
}
