import type { Progress } from '@otklik/read-models';
import { indexDocument } from '../../application/index-document.js';
import type { RegisterRow } from '../../../register/application/list/register-row.js';
import type { IndexSource } from '../postgres/index-source.js';
import { countRegister, walkRegister } from '../postgres/register-walk.js';
import type { IndexDifference, IndexVerified } from '../postgres/verify-index.js';
import type { ElasticSearchIndex } from './elastic-search-index.js';
import { storedDocument } from './stored-document.js';

const LISTED = 100;
const PAGE = 1_000;

/** The server's index holds every row of the register as it would be indexed now, and nothing else. */
export async function verifyServerIndex(
  source: IndexSource,
  index: ElasticSearchIndex,
  onProgress?: Progress,
): Promise<IndexVerified> {
  const { database, directory, reader } = source;
  const differences: IndexDifference[] = [];
  const wanted = new Map<number, number>();
  const total = await countRegister(database, directory);
  let documents = 0;
  for await (const rows of walkRegister(database, reader, directory)) {
    documents += rows.length;
    const found = await compare(source, index, rows, wanted);
    differences.push(...found.slice(0, LISTED - differences.length));
    onProgress?.(documents, Math.max(documents, total));
  }
  if (differences.length === 0) differences.push(...(await leftOver(source, index, wanted)));
  return { documents, differences };
}

async function compare(
  { directory, analyse }: IndexSource,
  index: ElasticSearchIndex,
  rows: readonly RegisterRow[],
  wanted: Map<number, number>,
): Promise<readonly IndexDifference[]> {
  const [first] = rows;
  if (!first) return [];
  const { district } = first;
  const stored = await index.digests(
    district,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const document = indexDocument(row, analyse, directory);
    if (document) wanted.set(district, (wanted.get(district) ?? 0) + 1);
    const kind = difference(stored.get(row.id), document && String(storedDocument(document)['digest']));
    return kind ? [{ district, appeal: row.id, kind }] : [];
  });
}

function difference(stored: string | undefined, wanted: string | undefined): IndexDifference['kind'] | undefined {
  if (stored === wanted) return undefined;
  if (stored === undefined) return 'MISSING';
  return wanted === undefined ? 'LEFT_OVER' : 'DIFFERENT';
}

/** Documents whose row is not there: looked for only in districts that hold more than they should. */
async function leftOver(
  { database, directory }: IndexSource,
  index: ElasticSearchIndex,
  wanted: ReadonlyMap<number, number>,
): Promise<readonly IndexDifference[]> {
  const found: IndexDifference[] = [];
  for (const { id: district } of directory.districts()) {
    const held: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await index.versions(district, after, PAGE);
      held.push(...page.map(({ id }) => id));
      after = page.at(-1)?.id;
      if (page.length < PAGE) break;
    }
    if (held.length <= (wanted.get(district) ?? 0)) continue;
    const { rows } = await database.scope(district).query<{ id: string }>(
      `select id from unnest($2::uuid[]) as h(id) where not exists
           (select from search.register r where r.district = $1 and r.id = h.id) limit ${LISTED}`,
      [district, held],
    );
    found.push(...rows.map(({ id }) => ({ district, appeal: id, kind: 'LEFT_OVER' as const })));
  }
  return found.slice(0, LISTED);
}
