import type { DistrictScope } from '@otklik/tenancy';
import { trigrams } from '@otklik/text-analysis';
import type { Vocabulary, WordForms } from '../../application/search-index.js';
import type { Districts } from '../../../register/application/list/register-reader.js';

// Each statement says by `lateral … offset 0` that it looks things up one by one: the planner, which does not know how few
// are asked for, would else read a whole district's words.

/** Words that share 3-grams with one, those that share the most, of one district. */
const MAX_SIMILAR = 200;

/** A lemma as one district keeps it. */
export interface LemmaRow {
  readonly lemma: string;
  readonly district: number;
  readonly no: number;
  readonly texts: number;
}

export async function readVocabulary(
  scope: Pick<DistrictScope, 'query'>,
  build: number,
  districts: Districts,
  words: readonly WordForms[],
): Promise<readonly Vocabulary[]> {
  const known = await knownAmong(scope, build, districts, words);
  const unknown = words.filter((_, at) => !known.has(at)).map(({ word }) => word);
  // The dictionary form may be nearer than any form that occurs in a text.
  const [written, lemmas] = await Promise.all([
    similarTo(scope, build, districts, unknown, false),
    similarTo(scope, build, districts, unknown, true),
  ]);
  return words.map(({ word }, at) => ({
    isKnown: known.has(at),
    similar: summed([...written, ...lemmas].filter((one) => one.asked === word)),
  }));
}

/** Places of the words that stand in a text as they are written or by a lemma. */
async function knownAmong(
  scope: Pick<DistrictScope, 'query'>,
  build: number,
  districts: Districts,
  words: readonly WordForms[],
): Promise<ReadonlySet<number>> {
  const forms = words.flatMap(({ word, lemmas }, at) => [
    { at, lemma: false, word },
    ...lemmas.map((lemma) => ({ at, lemma: true, word: lemma })),
  ]);
  const { rows } = await scope.query<{ at: number }>(
    `select distinct a.at from unnest($3::int[], $4::boolean[], $5::text[]) as a(at, lemma, word)
     cross join lateral (select from search.index_word w
       where w.district = any($1) and w.build = $2 and w.lemma = a.lemma and w.word = a.word and w.texts > 0 limit 1) w`,
    [districts, build, forms.map(({ at }) => at), forms.map(({ lemma }) => lemma), forms.map(({ word }) => word)],
  );
  return new Set(rows.map(({ at }) => at));
}

function summed(words: readonly { readonly word: string; readonly texts: number }[]): Vocabulary['similar'] {
  const texts = new Map<string, number>();
  for (const one of words) texts.set(one.word, (texts.get(one.word) ?? 0) + one.texts);
  return [...texts].map(([word, count]) => ({ word, texts: count }));
}

export interface SimilarRow {
  readonly asked: string;
  readonly word: string;
  readonly district: number;
  readonly no: number;
  readonly texts: number;
}

/** Lemmas, or words as they are written, that share most 3-grams with each of the asked words. */
export async function similarTo(
  scope: Pick<DistrictScope, 'query'>,
  build: number,
  districts: Districts,
  asked: readonly string[],
  lemma: boolean,
): Promise<readonly SimilarRow[]> {
  const grams = [...new Set(asked)].flatMap((word) => trigrams(word).map((gram) => ({ word, gram })));
  if (grams.length === 0) return [];
  const { rows } = await scope.query<SimilarRow>(
    `select n.asked, w.word, n.district, n.no, w.texts from (
       select a.asked, g.district, g.word as no,
         row_number() over (partition by a.asked, g.district order by count(*) desc, g.word) as place
       from unnest($4::text[], $5::text[]) as a(asked, gram)
       cross join lateral (select g.district, g.word from search.index_gram g
         where g.district = any($1) and g.build = $2 and g.lemma = $3 and g.gram = a.gram offset 0) g
       group by a.asked, g.district, g.word) n
     cross join lateral (select w.word, w.texts from search.index_word w
       where w.district = n.district and w.build = $2 and w.no = n.no and w.texts > 0 offset 0) w
     where n.place <= ${MAX_SIMILAR}`,
    [districts, build, lemma, grams.map(({ word }) => word), grams.map(({ gram }) => gram)],
  );
  return rows;
}

export async function lemmaRows(
  scope: Pick<DistrictScope, 'query'>,
  build: number,
  districts: Districts,
  lemmas: readonly string[],
): Promise<readonly LemmaRow[]> {
  if (lemmas.length === 0) return [];
  const { rows } = await scope.query<LemmaRow>(
    `select w.* from unnest($3::text[]) as a(lemma)
     cross join lateral (select w.word as lemma, w.district, w.no, w.texts from search.index_word w
       where w.district = any($1) and w.build = $2 and w.lemma and w.word = a.lemma and w.texts > 0 offset 0) w`,
    [districts, build, [...new Set(lemmas)]],
  );
  return rows;
}

/** Lemmas of one stem that are looked at, the commonest. */
const MAX_OF_STEM = 8;

export async function rowsOfStems(
  scope: Pick<DistrictScope, 'query'>,
  build: number,
  districts: Districts,
  stems: readonly string[],
): Promise<readonly (LemmaRow & { readonly stem: string })[]> {
  if (stems.length === 0) return [];
  const { rows } = await scope.query<LemmaRow & { readonly stem: string }>(
    `select a.stem, w.* from unnest($3::text[]) as a(stem) cross join unnest($1::int[]) as d(district)
     cross join lateral (select w.word as lemma, w.district, w.no, w.texts from search.index_word w
       where w.district = d.district and w.build = $2 and w.stem = a.stem and w.stem <> '' and w.texts > 0
       order by w.texts desc, w.word limit ${MAX_OF_STEM}) w`,
    [districts, build, [...new Set(stems)]],
  );
  return rows;
}

/** Words of one beginning that are looked up by their lemmas; of more, all texts are read. */
export const MAX_BEGUN = 200;

/** Words that begin so, as they are written; `MAX_BEGUN` when there are as many or more. */
export async function wordsBeginning(
  scope: Pick<DistrictScope, 'query'>,
  build: number,
  districts: Districts,
  beginning: string,
): Promise<readonly string[]> {
  const { rows } = await scope.query<{ word: string }>(
    `select distinct w.word from search.index_word w
     where w.district = any($1) and w.build = $2 and not w.lemma and w.word >= $3 and w.word < $3 || U&'\\+10FFFF'
     limit ${MAX_BEGUN}`,
    [districts, build, beginning],
  );
  return rows.map(({ word }) => word);
}

/** How many texts the districts have, and the mean of their lengths in words. */
export async function readStatistics(
  scope: Pick<DistrictScope, 'query'>,
  build: number,
  districts: Districts,
): Promise<{ readonly texts: number; readonly length: number }> {
  const { rows } = await scope.query<{ texts: number; words: number }>(
    `select coalesce(sum(texts), 0)::float8 as texts, coalesce(sum(words), 0)::float8 as words
     from search.index_statistics where district = any($1) and build = $2`,
    [districts, build],
  );
  const { texts, words } = rows[0] ?? { texts: 0, words: 0 };
  return { texts, length: words / Math.max(texts, 1) };
}
