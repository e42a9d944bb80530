import type { Transaction } from '@otklik/tenancy';
import type { IndexDocument } from '../../application/search-index.js';
import { countedValues } from '../../../register/application/list/register-facets.js';
import { writeWords } from './index-words.js';

/** One document as it shall stand; without `document` it is gone. */
export interface Wish extends Pick<IndexDocument, 'district' | 'id' | 'version'> {
  readonly document?: IndexDocument;
}

interface Kept {
  readonly id: string;
  readonly version: string;
  readonly words: string;
  readonly length: number;
  readonly gone: boolean;
}

/**
 * Writes the wishes of one district into one build, in the caller's transaction. Writers of a district take turns, so
 * that two processes do not lock each other's words.
 */
export async function writeDocuments(
  tx: Transaction,
  district: number,
  build: number,
  wishes: readonly Wish[],
): Promise<void> {
  // Few rows of large tables are touched: looked up one by one, whatever the planner thinks of their number.
  await tx.query(
    `select pg_advisory_xact_lock(hashtext('search.index'), $1),
       set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`,
    [district],
  );
  const kept = await keptDocuments(tx, district, build, wishes);
  const fresh = newest(wishes).filter(({ id, version }) => version > Number(kept.get(id)?.version ?? 0));
  if (fresh.length === 0) return;
  const wordsOf = ({ document }: Wish): string => document?.text.words ?? '';
  const [same, other] = parted(fresh, (wish) => kept.get(wish.id)?.words === wordsOf(wish));
  if (same.length > 0) await updateFacets(tx, district, build, same);
  if (other.length > 0) {
    const numbers = await upsertDocuments(tx, district, build, other);
    const changes = other.map(({ id, document }) => ({
      document: numbers.get(id)!,
      before: kept.get(id)?.words ?? '',
      after: document?.text,
    }));
    await writeWords({ tx, district, build }, changes);
  }
  await countTexts(tx, district, build, fresh, kept);
}

/** Keeps the number of texts and words, from which the ranking takes rarities and the usual length. */
async function countTexts(
  tx: Transaction,
  district: number,
  build: number,
  fresh: readonly Wish[],
  kept: ReadonlyMap<string, Kept>,
): Promise<void> {
  const before = fresh.flatMap(({ id }) => kept.get(id) ?? []).filter(({ gone }) => !gone);
  const after = fresh.flatMap(({ document }) => document ?? []);
  const sum = (lengths: readonly number[]): number => lengths.reduce((all, length) => all + length, 0);
  const words = sum(after.map(({ text }) => text.length)) - sum(before.map(({ length }) => length));
  await tx.query(
    `insert into search.index_statistics as s (district, build, texts, words) values ($1, $2, $3, $4)
     on conflict (district, build) do update set texts = s.texts + excluded.texts, words = s.words + excluded.words`,
    [district, build, after.length - before.length, words],
  );
}

function newest(wishes: readonly Wish[]): readonly Wish[] {
  const last = new Map<string, Wish>();
  for (const wish of wishes) if (wish.version > (last.get(wish.id)?.version ?? 0)) last.set(wish.id, wish);
  return [...last.values()];
}

async function keptDocuments(
  tx: Transaction,
  district: number,
  build: number,
  wishes: readonly Wish[],
): Promise<ReadonlyMap<string, Kept>> {
  const { rows } = await tx.query<Kept>(
    `select id, version, words, length, gone from search.index_document
     where district = $1 and build = $2 and id = any($3::uuid[])`,
    [district, build, wishes.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function parted(wishes: readonly Wish[], isSame: (wish: Wish) => boolean): readonly [readonly Wish[], readonly Wish[]] {
  const { same = [], other = [] } = Object.groupBy(wishes, (wish) => (isSame(wish) ? 'same' : 'other'));
  return [same, other];
}

/** Of documents whose words stay; those are stored out of line, and not written again. */
async function updateFacets(tx: Transaction, district: number, build: number, same: readonly Wish[]): Promise<void> {
  await tx.query(
    `update search.index_document d set (version, gone, received_at, facets, counted)
       = (g.version, g.gone, g.received_at, g.facets, g.counted)
     from json_to_recordset($3) as g(id uuid, version bigint, gone boolean, received_at text, facets jsonb, counted jsonb)
     where d.district = $1 and d.build = $2 and d.id = g.id`,
    [district, build, JSON.stringify(same.map(facetRow))],
  );
}

async function upsertDocuments(
  tx: Transaction,
  district: number,
  build: number,
  fresh: readonly Wish[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ id: string; no: number }>(
    `insert into search.index_document
       (district, build, id, version, gone, words, sequence, length, received_at, facets, counted)
     select $1, $2, g.* from json_to_recordset($3) as g(id uuid, version bigint, gone boolean, words text, sequence text,
       length int, received_at text, facets jsonb, counted jsonb)
     on conflict (district, build, id) do update set (version, gone, words, sequence, length, received_at, facets, counted)
       = (excluded.version, excluded.gone, excluded.words, excluded.sequence, excluded.length, excluded.received_at,
         excluded.facets, excluded.counted)
     returning id, no`,
    [district, build, JSON.stringify(fresh.map(documentRow))],
  );
  return new Map(rows.map(({ id, no }) => [id, no]));
}

function documentRow(wish: Wish): Record<string, unknown> {
  const { words = '', sequence = '', length = 0 } = wish.document?.text ?? {};
  return { ...facetRow(wish), words, sequence, length };
}

function facetRow({ id, version, document }: Wish): Record<string, unknown> {
  const columns = document ? facetColumns(document.facets) : nothingKnown;
  return { id, version, gone: document === undefined, ...columns };
}

const nothingKnown = { received_at: '', facets: {}, counted: {} };

function facetColumns({ receivedAt, appeal, questions }: IndexDocument['facets']): Record<string, unknown> {
  const facets = { appeal, questions };
  return { received_at: receivedAt, facets, counted: countedValues(facets) };
}
