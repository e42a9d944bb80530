import type { Transaction } from '@otklik/tenancy';
import { stemOf, trigrams } from '@otklik/text-analysis';
import { differentWords, type IndexedText } from '../../domain/indexed-text.js';

/** One build of one district, in the caller's transaction. */
export interface Place {
  readonly tx: Transaction;
  readonly district: number;
  readonly build: number;
}

/** A document whose words change. */
export interface TextChange {
  /** Its number. */
  readonly document: number;
  /** Its exact words until now, as `IndexedText.words`; none of a new document. */
  readonly before: string;
  /** Absent: it is gone. */
  readonly after: Pick<IndexedText, 'words' | 'lemmas' | 'length'> | undefined;
}

/** A lemma in a document. */
interface Posting {
  readonly document: number;
  readonly lemma: string;
  /** Of the lemma. */
  readonly word: number;
  readonly frequency: number;
  readonly length: number;
}

/** By how many texts each word becomes more, or fewer: exact words and lemmas. */
interface Counts {
  readonly exact: Map<string, number>;
  readonly lemmas: Map<string, number>;
}

/**
 * Takes out and puts in only what differs: a number that is given to a long letter costs its own words. Each word of the
 * batch is counted once, and one that no text holds any more goes itself.
 */
export async function writeWords(place: Place, changes: readonly TextChange[]): Promise<void> {
  const kept = await keptPostings(place, changes);
  const { gone, added, recounted, stretched } = differences(changes, kept);
  const counts: Counts = { exact: new Map(), lemmas: new Map() };
  for (const { before, after } of changes) countExact(counts.exact, before, after?.words ?? '');
  for (const { lemma } of gone) count(counts.lemmas, lemma, -1);
  for (const { lemma } of added) count(counts.lemmas, lemma, 1);
  // A word that one text loses and another wins is not counted: its number is known from the one that loses it.
  const numbers = new Map([
    ...gone.map(({ lemma, word }) => [lemma, word] as const),
    ...(await countWords(place, counts)),
  ]);
  await takeOut(place, gone);
  await stretch(place, stretched);
  await recount(place, recounted);
  await putIn(
    place,
    added.map((posting) => ({ ...posting, word: numbers.get(posting.lemma)! })),
  );
}

type Kept = ReadonlyMap<number, readonly Posting[]>;

/** Looked up by `lateral … offset 0`: a planner without statistics would read the whole build for the postings of a few texts. */
async function keptPostings({ tx, district, build }: Place, changes: readonly TextChange[]): Promise<Kept> {
  const old = changes.filter(({ before }) => before !== '').map(({ document }) => document);
  if (old.length === 0) return new Map();
  const { rows } = await tx.query<Posting>(
    `select p.document, w.word as lemma, p.word, p.frequency, p.length from unnest($3::int[]) as d(document)
     cross join lateral (select p.document, p.word, p.frequency, p.length from search.index_posting p
       where p.district = $1 and p.build = $2 and p.document = d.document offset 0) p
     cross join lateral (select w.word from search.index_word w
       where w.district = $1 and w.build = $2 and w.no = p.word offset 0) w`,
    [district, build, old],
  );
  return Map.groupBy(rows, ({ document }) => document);
}

interface Differences {
  readonly gone: readonly Posting[];
  readonly added: readonly Omit<Posting, 'word'>[];
  /** Of another frequency. */
  readonly recounted: readonly Posting[];
  /** Documents of another length, for their words that stay. */
  readonly stretched: readonly Pick<Posting, 'document' | 'length'>[];
}

function differences(changes: readonly TextChange[], kept: Kept): Differences {
  const found = changes.map((change) => differencesOf(change, kept.get(change.document) ?? []));
  return {
    gone: found.flatMap(({ gone }) => gone),
    added: found.flatMap(({ added }) => added),
    recounted: found.flatMap(({ recounted }) => recounted),
    stretched: found.flatMap(({ stretched }) => stretched),
  };
}

function differencesOf({ document, after }: TextChange, kept: readonly Posting[]): Differences {
  if (!after) return { gone: kept, added: [], recounted: [], stretched: [] };
  const { lemmas, length } = after;
  const before = new Set(kept.map(({ lemma }) => lemma));
  const stay = kept.filter(({ lemma }) => lemmas.has(lemma));
  return {
    gone: kept.filter(({ lemma }) => !lemmas.has(lemma)),
    added: [...lemmas].flatMap(([lemma, frequency]) =>
      before.has(lemma) ? [] : [{ document, lemma, frequency, length }],
    ),
    recounted: stay.flatMap((posting) => {
      const frequency = lemmas.get(posting.lemma)!;
      // Kept with four bytes.
      return Math.fround(frequency) === Math.fround(posting.frequency) ? [] : [{ ...posting, frequency, length }];
    }),
    stretched: stay.some((posting) => posting.length !== length) ? [{ document, length }] : [],
  };
}

function countExact(counts: Map<string, number>, before: string, after: string): void {
  const [old, now] = [new Set(differentWords(before)), new Set(differentWords(after))];
  for (const word of old) if (!now.has(word)) count(counts, word, -1);
  for (const word of now) if (!old.has(word)) count(counts, word, 1);
}

function count(counts: Map<string, number>, word: string, by: number): void {
  counts.set(word, (counts.get(word) ?? 0) + by);
}

/**
 * Adds to the counts and answers the numbers of the lemmas that it touched. Words that are new get their 3-grams; those that no text holds
 * any more are removed with theirs.
 */
async function countWords(place: Place, { exact, lemmas }: Counts): Promise<ReadonlyMap<string, number>> {
  const { tx, district, build } = place;
  const given = [
    ...[...exact].map(([word, texts]) => ({ word, texts, lemma: false })),
    ...[...lemmas].map(([word, texts]) => ({ word, texts, lemma: true })),
  ].filter(({ texts }) => texts !== 0);
  if (given.length === 0) return new Map();
  const { rows } = await tx.query<CountedRow>(
    `insert into search.index_word as w (district, build, lemma, word, texts, stem)
     select $1, $2, g.* from unnest($3::boolean[], $4::text[], $5::int[], $6::text[]) as g(lemma, word, texts, stem)
     on conflict (district, build, lemma, word) do update set texts = w.texts + excluded.texts
     returning w.lemma, w.word, w.no, w.texts, (xmax = 0) as added`,
    [
      ...[district, build, given.map(({ lemma }) => lemma), given.map(({ word }) => word)],
      ...[given.map(({ texts }) => texts), given.map(({ word, lemma }) => (lemma ? stemOf(word) : ''))],
    ],
  );
  await putGrams(
    place,
    rows.filter(({ added, texts }) => added && texts > 0),
  );
  await dropWords(
    place,
    rows.filter(({ texts }) => texts <= 0),
  );
  return new Map(rows.filter(({ lemma }) => lemma).map(({ word, no }) => [word, no]));
}

interface CountedRow {
  readonly lemma: boolean;
  readonly word: string;
  readonly no: number;
  readonly texts: number;
  readonly added: boolean;
}

/** In the order of their index, so that each of its pages is found once. */
async function putGrams({ tx, district, build }: Place, words: readonly CountedRow[]): Promise<void> {
  if (words.length === 0) return;
  await tx.query(
    `insert into search.index_gram (district, build, lemma, gram, word)
     select $1, $2, * from unnest($3::boolean[], $4::text[], $5::int[])`,
    [district, build, ...gramColumns(words)],
  );
}

function gramColumns(words: readonly CountedRow[]): readonly unknown[] {
  const grams = words
    .flatMap(({ lemma, word, no }) => trigrams(word).map((gram) => ({ lemma, gram, no })))
    .sort((one, other) => (one.gram < other.gram ? -1 : 1));
  return [grams.map(({ lemma }) => lemma), grams.map(({ gram }) => gram), grams.map(({ no }) => no)];
}

async function dropWords({ tx, district, build }: Place, words: readonly CountedRow[]): Promise<void> {
  if (words.length === 0) return;
  await tx.query(
    `with gone as (delete from search.index_gram g
       using unnest($3::boolean[], $4::text[], $5::int[]) as u(lemma, gram, word)
       where g.district = $1 and g.build = $2 and g.lemma = u.lemma and g.gram = u.gram and g.word = u.word)
     delete from search.index_word w using unnest($6::boolean[], $7::text[]) as u(lemma, word)
     where w.district = $1 and w.build = $2 and w.lemma = u.lemma and w.word = u.word`,
    [district, build, ...gramColumns(words), words.map(({ lemma }) => lemma), words.map(({ word }) => word)],
  );
}

async function takeOut({ tx, district, build }: Place, gone: readonly Posting[]): Promise<void> {
  if (gone.length === 0) return;
  await tx.query(
    `delete from search.index_posting p using unnest($3::int[], $4::int[]) as g(word, document)
     where p.district = $1 and p.build = $2 and p.word = g.word and p.document = g.document`,
    [district, build, gone.map(({ word }) => word), gone.map(({ document }) => document)],
  );
}

/** Ranking looks at the length of a text beside each of its words. */
async function stretch({ tx, district, build }: Place, stretched: Differences['stretched']): Promise<void> {
  if (stretched.length === 0) return;
  await tx.query(
    `update search.index_posting p set length = s.length from unnest($3::int[], $4::int[]) as s(document, length)
     where p.district = $1 and p.build = $2 and p.document = s.document`,
    [district, build, stretched.map(({ document }) => document), stretched.map(({ length }) => length)],
  );
}

async function putIn({ tx, district, build }: Place, postings: readonly Posting[]): Promise<void> {
  if (postings.length === 0) return;
  const sorted = [...postings].sort((one, other) => one.word - other.word || one.document - other.document);
  await tx.query(
    `insert into search.index_posting (district, build, word, document, frequency, length)
     select $1, $2, * from unnest($3::int[], $4::int[], $5::real[], $6::int[])`,
    [district, build, ...postingColumns(sorted)],
  );
}

async function recount({ tx, district, build }: Place, postings: readonly Posting[]): Promise<void> {
  if (postings.length === 0) return;
  await tx.query(
    `update search.index_posting p set frequency = g.frequency, length = g.length
     from unnest($3::int[], $4::int[], $5::real[], $6::int[]) as g(word, document, frequency, length)
     where p.district = $1 and p.build = $2 and p.word = g.word and p.document = g.document`,
    [district, build, ...postingColumns(postings)],
  );
}

function postingColumns(postings: readonly Posting[]): readonly unknown[] {
  return [
    ...[postings.map(({ word }) => word), postings.map(({ document }) => document)],
    ...[postings.map(({ frequency }) => frequency), postings.map(({ length }) => length)],
  ];
}
