import type { Transaction } from '@otklik/tenancy';
import { stemOf, trigrams } from '@otklik/text-analysis';
import type { IndexDocument } from '../../application/search-index.js';
import { countedValues } from '../../../register/application/list/register-facets.js';
import { differentWords } from '../../domain/indexed-text.js';

/** One document as it shall stand; without `document` it is gone. */
export interface Wish extends Pick<IndexDocument, 'district' | 'id' | 'version'> {
  readonly document?: IndexDocument;
}

interface Kept {
  readonly id: string;
  readonly no: number;
  readonly version: string;
  readonly words: string;
  readonly length: number;
  readonly gone: boolean;
}

/** Words of the language to the number of texts by which they become more (or fewer). */
type Counts = Map<string, number>;

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
  const rewritten = fresh.filter((wish) => wordsOf(wish) !== (kept.get(wish.id)?.words ?? ''));
  const old = rewritten.flatMap(({ id }) => kept.get(id) ?? []);
  if (old.length > 0) await forget(tx, district, build, old);
  const numbers = await upsertDocuments(tx, district, build, fresh);
  const texts = rewritten.flatMap(({ document }) => (document ? [document] : []));
  if (texts.length > 0) await remember(tx, district, build, texts, numbers);
  if (old.length > 0) await dropUnused(tx, district, build);
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
    `select id, no, version, words, length, gone from search.index_document
     where district = $1 and build = $2 and id = any($3::uuid[])`,
    [district, build, wishes.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Takes the words of texts that change or go out of the counts; a word that no text holds any more goes itself. */
async function forget(tx: Transaction, district: number, build: number, old: readonly Kept[]): Promise<void> {
  await tx.query(
    `with gone as (
       delete from search.index_posting where district = $1 and build = $2 and document = any($3::int[]) returning word)
     update search.index_word w set texts = w.texts - g.texts
     from (select word, count(*)::int as texts from gone group by word) g
     where w.district = $1 and w.build = $2 and w.no = g.word`,
    [district, build, old.map(({ no }) => no)],
  );
  const counts = wordCounts(old.map(({ words }) => words));
  const fewer: Counts = new Map([...counts].map(([word, texts]) => [word, -texts]));
  await countWords(tx, district, build, false, fewer);
}

async function dropUnused(tx: Transaction, district: number, build: number): Promise<void> {
  await tx.query(
    `with gone as (delete from search.index_word where district = $1 and build = $2 and texts <= 0 returning no)
     delete from search.index_gram g using gone where g.district = $1 and g.build = $2 and g.word = gone.no`,
    [district, build],
  );
}

function wordCounts(texts: readonly string[]): Counts {
  const counts: Counts = new Map();
  for (const words of texts) {
    for (const word of differentWords(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
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

function documentRow({ id, version, document }: Wish): Record<string, unknown> {
  const { facets, text } = document ?? {};
  return {
    ...{ id, version, gone: document === undefined, words: text?.words ?? '', sequence: text?.sequence ?? '' },
    length: text?.length ?? 0,
    ...(facets ? facetColumns(facets) : nothingKnown),
  };
}

const nothingKnown = { received_at: '', facets: {}, counted: {} };

function facetColumns({ receivedAt, appeal, questions }: IndexDocument['facets']): Record<string, unknown> {
  const facets = { appeal, questions };
  return { received_at: receivedAt, facets, counted: countedValues(facets) };
}

async function remember(
  tx: Transaction,
  district: number,
  build: number,
  texts: readonly IndexDocument[],
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  const exact = wordCounts(texts.map(({ text }) => text.words));
  const lemmas: Counts = new Map();
  for (const { text } of texts) for (const lemma of text.lemmas.keys()) lemmas.set(lemma, (lemmas.get(lemma) ?? 0) + 1);
  await countWords(tx, district, build, false, exact);
  const lemmaNumbers = await countWords(tx, district, build, true, lemmas);
  const postings = texts.flatMap(({ id, text }) =>
    [...text.lemmas].map(([lemma, frequency]) => ({
      ...{ word: lemmaNumbers.get(lemma), document: numbers.get(id), frequency, length: text.length },
    })),
  );
  await tx.query(
    `insert into search.index_posting (district, build, word, document, frequency, length)
     select $1, $2, * from unnest($3::int[], $4::int[], $5::real[], $6::int[])`,
    [
      ...[district, build, postings.map(({ word }) => word), postings.map(({ document }) => document)],
      ...[postings.map(({ frequency }) => frequency), postings.map(({ length }) => length)],
    ],
  );
}

/** Adds to the counts and answers the words' numbers; words that are new get their 3-grams. */
async function countWords(
  tx: Transaction,
  district: number,
  build: number,
  lemma: boolean,
  counts: Counts,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ word: string; no: number; added: boolean }>(
    `insert into search.index_word as w (district, build, lemma, word, texts, stem)
     select $1, $2, $3, g.* from unnest($4::text[], $5::int[], $6::text[]) as g(word, texts, stem)
     on conflict (district, build, lemma, word) do update set texts = w.texts + excluded.texts
     returning w.word, w.no, (xmax = 0) as added`,
    [
      ...[district, build, lemma, [...counts.keys()], [...counts.values()]],
      [...counts.keys()].map((word) => (lemma ? stemOf(word) : '')),
    ],
  );
  const grams = rows
    .filter(({ added }) => added)
    .flatMap(({ word, no }) => trigrams(word).map((gram) => ({ gram, no })));
  if (grams.length > 0) {
    await tx.query(
      `insert into search.index_gram (district, build, lemma, gram, word)
       select $1, $2, $3, * from unnest($4::text[], $5::int[])`,
      [district, build, lemma, grams.map(({ gram }) => gram), grams.map(({ no }) => no)],
    );
  }
  return new Map(rows.map(({ word, no }) => [word, no]));
}
