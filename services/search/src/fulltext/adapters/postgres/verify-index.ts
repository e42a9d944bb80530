import { isDeepStrictEqual } from 'node:util';
import type { Progress } from '@otklik/read-models';
import { indexDocument } from '../../application/index-document.js';
import type { IndexDocument } from '../../application/search-index.js';
import type { RegisterRow } from '../../../register/application/list/register-row.js';
import type { IndexSource } from './index-source.js';
import type { IndexTarget } from './indexer.js';
import { countRegister, walkRegister } from './register-walk.js';

export interface IndexDifference {
  readonly district: number;
  readonly appeal: string;
  readonly kind: 'MISSING' | 'LEFT_OVER' | 'DIFFERENT';
}

export interface IndexVerified {
  readonly documents: number;
  /** The first hundred. */
  readonly differences: readonly IndexDifference[];
}

const LISTED = 100;

interface Stored {
  readonly id: string;
  readonly words: string;
  readonly postings: string;
  readonly facets: unknown;
}

/** The index holds every row of the register as it would be indexed now, and nothing else. */
export async function verifyIndex(
  source: IndexSource,
  { indexVersions }: Pick<IndexTarget<number>, 'indexVersions'>,
  onProgress?: Progress,
): Promise<IndexVerified> {
  const { database, directory, reader } = source;
  const { build = 1 } = await indexVersions.live();
  const differences: IndexDifference[] = [];
  const total = await countRegister(database, directory);
  let documents = 0;
  for await (const rows of walkRegister(database, reader, directory)) {
    documents += rows.length;
    for (const found of await compare(source, build, rows)) {
      if (differences.length < LISTED) differences.push(found);
    }
    onProgress?.(documents, Math.max(documents, total));
  }
  if (differences.length === 0) differences.push(...(await leftOver(source, build)));
  return { documents, differences };
}

async function compare(
  { database, directory, analyse }: IndexSource,
  build: number,
  rows: readonly RegisterRow[],
): Promise<readonly IndexDifference[]> {
  const [first] = rows;
  if (!first) return [];
  const { district } = first;
  const { rows: stored } = await database.scope(district).query<Stored>(
    `select d.id, d.words, d.facets || jsonb_build_object('receivedAt', d.received_at) as facets,
       (select count(*) from search.index_posting p
        where p.district = d.district and p.build = d.build and p.document = d.no) as postings
     from search.index_document d
     where d.district = $1 and d.build = $2 and d.id = any($3::uuid[]) and not d.gone`,
    [district, build, rows.map(({ id }) => id)],
  );
  const byId = new Map(stored.map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const kind = difference(byId.get(row.id), indexDocument(row, analyse, directory));
    return kind ? [{ district, appeal: row.id, kind }] : [];
  });
}

function difference(
  stored: Stored | undefined,
  wanted: IndexDocument | undefined,
): IndexDifference['kind'] | undefined {
  if (!stored || !wanted) return stored ? 'LEFT_OVER' : wanted ? 'MISSING' : undefined;
  const same =
    stored.words === wanted.text.words &&
    Number(stored.postings) === wanted.text.lemmas.size &&
    isDeepStrictEqual(stored.facets, wanted.facets);
  return same ? undefined : 'DIFFERENT';
}

/** Documents whose row is not there. */
async function leftOver({ database, directory }: IndexSource, build: number): Promise<readonly IndexDifference[]> {
  const found: IndexDifference[] = [];
  for (const { id: district } of directory.districts()) {
    const { rows } = await database.scope(district).query<{ id: string }>(
      `select d.id from search.index_document d where d.district = $1 and d.build = $2 and not d.gone
         and not exists (select from search.register r where r.district = d.district and r.id = d.id)
       limit ${LISTED}`,
      [district, build],
    );
    found.push(...rows.map(({ id }) => ({ district, appeal: id, kind: 'LEFT_OVER' as const })));
  }
  return found;
}
