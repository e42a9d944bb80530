import type { Database } from '@otklik/tenancy';
import type { Analyse } from '@otklik/text-analysis';
import type { IndexWords, SearchIndex } from '../../application/search-index.js';
import { SearchTooCostly } from '../../application/search-too-costly.js';
import { readHits } from './index-hits.js';
import { readVocabulary } from './index-vocabulary.js';
import { writeDocuments, type Wish } from './index-write.js';

/** Of a statement; a search that is still read then costs others more than its answer is worth. */
const MAX_SEARCH_MS = 5_000;

/** Which version answers is looked up so often at most. */
const VERSION_CACHE_MS = 1_000;

/** Full text in PostgreSQL. With `fixed` it reads and writes one build, else the one that answers. */
export function postgresSearchIndex(database: Database, analyse: Analyse, fixed?: number): SearchIndex & IndexWords {
  let known: { readonly build: number; readonly until: number } | undefined;

  async function build(district: number): Promise<number> {
    if (fixed !== undefined) return fixed;
    if (known && known.until > performance.now()) return known.build;
    const { rows } = await database.scope(district).query<{ build: number }>('select build from search.index_state');
    known = { build: rows[0]?.build ?? 1, until: performance.now() + VERSION_CACHE_MS };
    return known.build;
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
    async vocabulary(districts, words) {
      return readVocabulary(database.scope(...districts), await build(districts[0]), districts, words);
    },
    async search(query) {
      const to = await build(query.districts[0]);
      try {
        return await database.scope(...query.districts).transaction(async (tx) => {
          const limit = tx.query(`set local statement_timeout = ${MAX_SEARCH_MS}`);
          const [answer] = await Promise.all([readHits(tx, to, query, analyse), limit]);
          return answer;
        });
      } catch (error) {
        throw isCancelled(error) ? new SearchTooCostly('the statement was cancelled', { cause: error }) : error;
      }
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

/** `query_canceled` */
function isCancelled(error: unknown): boolean {
  return (error as { readonly code?: unknown }).code === '57014';
}

function keyOf({ district, id, version }: Wish): Pick<Wish, 'district' | 'id' | 'version'> {
  return { district, id, version };
}
