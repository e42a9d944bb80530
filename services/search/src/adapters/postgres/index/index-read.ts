import type { DistrictScope } from '@otklik/tenancy';
import { trigrams, type CountedWord } from '@otklik/text-analysis';
import {
  facetNames,
  type AskedWordForms,
  type Districts,
  type FacetName,
  type IndexAnswer,
  type IndexQuery,
  type Vocabulary,
} from '../../../application/index/search-index.js';
import { B, K1, LENIENT, MAX_BEGUN, MAX_IMPACT, mostNear, TYPICAL_LENGTH } from '../../../domain/ranking.js';
import type { WordForm } from '../../../application/index/remembered-words.js';
import { filterConditions } from './index-conditions.js';

// Each statement says by `lateral … offset 0` that it looks things up one by one: the planner, which does not know how few
// are asked for, would else read a whole district's words.

interface Near {
  readonly at: number;
  readonly word: string;
  readonly texts: number;
}

export async function readVocabulary(
  scope: DistrictScope,
  build: number,
  districts: Districts,
  asked: readonly AskedWordForms[],
): Promise<readonly Vocabulary[]> {
  const known = await knownAmong(scope, build, districts, asked);
  const plain = (at: number): boolean => asked[at]?.prefix === false;
  const gramsOf = (of: (one: AskedWordForms) => readonly string[], take: (at: number) => boolean) =>
    asked.flatMap((one, at) => (take(at) ? [...new Set(of(one).flatMap(trigrams))].map((gram) => ({ at, gram })) : []));
  const [lemmas, words, begun] = await Promise.all([
    near(
      scope,
      build,
      districts,
      true,
      gramsOf((one) => one.lemmas, plain),
    ),
    near(
      scope,
      build,
      districts,
      false,
      gramsOf(
        (one) => [one.word],
        (at) => plain(at) && !known.has(at),
      ),
    ),
    beginning(scope, build, districts, asked),
  ]);
  const of = (list: readonly Near[], at: number): readonly Near[] => list.filter((one) => one.at === at);
  return asked.map((_, at) => ({
    known: known.has(at),
    words: summed([...of(words, at), ...of(begun, at)]),
    lemmas: [...new Set(of(lemmas, at).map(({ word }) => word))],
  }));
}

/** Places of the words that stand in a text as they are written or by a lemma. Of a beginning nobody wants to know. */
async function knownAmong(
  scope: DistrictScope,
  build: number,
  districts: Districts,
  asked: readonly AskedWordForms[],
): Promise<ReadonlySet<number>> {
  const forms = asked.flatMap(({ word, lemmas, prefix }, at) =>
    prefix ? [] : [{ at, lemma: false, word }, ...lemmas.map((lemma) => ({ at, lemma: true, word: lemma }))],
  );
  if (forms.length === 0) return new Set();
  const { rows } = await scope.query<{ at: number }>(
    `select distinct a.at from unnest($3::int[], $4::boolean[], $5::text[]) as a(at, lemma, word)
     cross join lateral (select from search.index_word w
       where w.district = any($1) and w.build = $2 and w.lemma = a.lemma and w.word = a.word limit 1) w`,
    [districts, build, forms.map(({ at }) => at), forms.map(({ lemma }) => lemma), forms.map(({ word }) => word)],
  );
  return new Set(rows.map(({ at }) => at));
}

function summed(words: readonly Near[]): Vocabulary['words'] {
  const texts = new Map<string, number>();
  for (const one of words) texts.set(one.word, (texts.get(one.word) ?? 0) + one.texts);
  return [...texts].map(([word, count]) => ({ word, texts: count }));
}

async function near(
  scope: DistrictScope,
  build: number,
  districts: Districts,
  lemma: boolean,
  grams: readonly { readonly at: number; readonly gram: string }[],
): Promise<readonly Near[]> {
  if (grams.length === 0) return [];
  const { rows } = await scope.query<Near>(
    `select n.at, w.word, w.texts from (
       select a.at, g.district, g.word, count(*) over (partition by a.at order by count(*) desc) as place
       from unnest($4::int[], $5::text[]) as a(at, gram)
       cross join lateral (select g.district, g.word from search.index_gram g
         where g.district = any($1) and g.build = $2 and g.lemma = $3 and g.gram = a.gram offset 0) g
       group by a.at, g.district, g.word) n
     cross join lateral (select w.word, w.texts from search.index_word w
       where w.district = n.district and w.build = $2 and w.no = n.word offset 0) w
     where n.place <= ${mostNear(districts)}`,
    [districts, build, lemma, grams.map(({ at }) => at), grams.map(({ gram }) => gram)],
  );
  return rows;
}

async function beginning(
  scope: DistrictScope,
  build: number,
  districts: Districts,
  asked: readonly AskedWordForms[],
): Promise<readonly Near[]> {
  const prefixes = asked.flatMap(({ word, prefix }, at) => (prefix ? [{ word, at }] : []));
  if (prefixes.length === 0) return [];
  const { rows } = await scope.query<Near>(
    `select a.at, b.word, b.texts from unnest($3::int[], $4::text[]) as a(at, beginning)
     cross join lateral (
       select w.word, sum(w.texts)::int as texts from search.index_word w
       where w.district = any($1) and w.build = $2 and not w.lemma and w.word >= a.beginning and w.word < a.beginning || U&'\\+10FFFF'
       group by w.word order by 2 desc, 1 limit ${MAX_BEGUN}) b`,
    [districts, build, prefixes.map(({ at }) => at), prefixes.map(({ word }) => word)],
  );
  return rows;
}

interface Answered {
  readonly hits: IndexAnswer['hits'] | null;
  readonly total: number;
  readonly facets: readonly { readonly facet: FacetName; readonly value: string; readonly count: number }[] | null;
}

/** How many texts hold each of the forms. */
export async function readCounts(
  scope: DistrictScope,
  build: number,
  districts: Districts,
  forms: readonly WordForm[],
): Promise<readonly number[]> {
  const { rows } = await scope.query<{ at: number; texts: number }>(
    `select a.at::int, sum(w.texts)::int as texts from unnest($3::boolean[], $4::text[]) with ordinality as a(lemma, word, at)
     cross join lateral (select w.texts from search.index_word w
       where w.district = any($1) and w.build = $2 and w.lemma = a.lemma and w.word = a.word offset 0) w
     group by a.at`,
    [districts, build, forms.map(({ lemma }) => lemma), forms.map(({ word }) => word)],
  );
  const counts = new Map(rows.map(({ at, texts }) => [at, texts]));
  return forms.map((_, at) => counts.get(at + 1) ?? 0);
}

/** All lemmas of a district, or all words as they are written, in one row: it is read ten times as quickly as one for each. */
export async function readAllWords(
  scope: DistrictScope,
  build: number,
  district: number,
  lemma: boolean,
): Promise<readonly CountedWord[]> {
  const { rows } = await scope.query<{ words: string | null; texts: string | null }>(
    `select string_agg(word, ' ' order by no) as words, string_agg(texts::text, ' ' order by no) as texts
     from search.index_word where district = $1 and build = $2 and lemma = $3 and texts > 0`,
    [district, build, lemma],
  );
  const texts = rows[0]?.texts?.split(' ') ?? [];
  return rows[0]?.words?.split(' ').map((word, at) => ({ word, texts: Number(texts[at]) })) ?? [];
}

/** How many texts these districts have. */
export async function readSize(scope: DistrictScope, build: number, districts: Districts): Promise<number> {
  const { rows } = await scope.query<{ texts: number }>(
    `select count(*)::int as texts from search.index_document where district = any($1) and build = $2 and not gone`,
    [districts, build],
  );
  return rows[0]?.texts ?? 0;
}

/** `impact` of the domain, over a posting. */
const IMPACT = `greatest(1, floor(0.5 + ${MAX_IMPACT} * p.frequency
  / (p.frequency + ${K1} * (${1 - B} + ${B} * p.length / ${TYPICAL_LENGTH}::float8))))`;

/** Okapi BM25 over the postings of all terms, then what must and must not be in a text, filters, facets and the page. */
export async function readHits(scope: DistrictScope, build: number, query: IndexQuery): Promise<IndexAnswer> {
  const values: unknown[] = [query.districts, build];
  const text = `with ${query.groups.length === 0 ? everything() : scoredBy(query, values)}, possible as (
      select * from (select d.*, s.score, s.met, s.told from scored s cross join lateral (
        select * from search.index_document d
        where d.district = s.district and d.build = $2 and d.no = s.document and not d.gone offset 0) d) c
      where ${[...wordConditions(query, values), ...filterConditions(query.filter, values), 'true'].join(' and ')}
    ), found as materialized (
      select * from possible where met >= $${values.push(query.needed)}::int
        or told >= $${values.push(query.telling * LENIENT)}::float8
    )
    select
      (select json_agg(json_build_object('district', district, 'id', id, 'score', score)) from (
        select district, id, score from found order by score desc, received_at desc, id
        limit $${values.push(query.limit)}::int offset $${values.push(query.offset)}::int) p) as hits,
      (select count(*)::int from found) as total,
      (select json_agg(f) from (
        select 'topics' as facet, v as value, count(*)::int as count from found, unnest(topics) v group by v
        union all select 'departments', v, count(*)::int from found, unnest(departments) v group by v
        union all select 'states', state, count(*)::int from found group by state
        union all select 'months', left(received_on, 7), count(*)::int from found group by left(received_on, 7)
        order by 3 desc, 2) f) as facets`;
  const { rows } = await scope.query<Answered>(text, values);
  const [answered] = rows;
  return { hits: answered?.hits ?? [], total: answered?.total ?? 0, facets: facetsOf(answered?.facets ?? []) };
}

function facetsOf(counted: NonNullable<Answered['facets']>): IndexAnswer['facets'] {
  const of = (name: FacetName) =>
    counted.filter(({ facet }) => facet === name).map(({ value, count }) => ({ value, count }));
  const [topics, departments, states, months] = facetNames.map(of);
  return { topics: topics ?? [], departments: departments ?? [], states: states ?? [], months: months ?? [] };
}

function everything(): string {
  return `scored as (select district, no as document, 0::float8 as score, 0 as met, 0::float8 as told from search.index_document
      where district = any($1) and build = $2 and not gone)`;
}

function scoredBy({ groups }: IndexQuery, values: unknown[]): string {
  const terms = groups.flatMap(({ terms: kin, alike, lift, worth: told }, group) => [
    ...kin.map((term) => ({ ...term, group, told, kin: true })),
    ...alike.map((form) => ({ form, worth: lift, flat: true, group, told, kin: false })),
  ]);
  const asked = [
    `$${values.push(terms.map(({ group }) => group))}::int[]`,
    `$${values.push(terms.map(({ form }) => form))}::text[]`,
    `$${values.push(terms.map(({ worth }) => worth))}::float8[]`,
    `$${values.push(terms.map(({ flat }) => flat))}::boolean[]`,
    `$${values.push(terms.map(({ kin }) => kin))}::boolean[]`,
    `$${values.push(terms.map(({ told }) => told))}::float8[]`,
  ];
  return `scored as (
      select district, document, sum(score) as score, count(*) filter (where kin)::int as met,
        sum(told) filter (where kin) as told
      from (select p.district, p.document, bool_or(a.kin) as kin, min(a.told) as told,
        coalesce(sum(a.worth * case when a.flat then 1 else ${IMPACT} end) filter (where a.kin), 0)
          + coalesce(max(a.worth) filter (where not a.kin), 0) as score
      from unnest(${asked.join(', ')}) as a(grp, form, worth, flat, kin, told)
      cross join lateral (select w.district, w.no from search.index_word w
        where w.district = any($1) and w.build = $2 and w.lemma and w.word = a.form offset 0) w
      cross join lateral (select p.* from search.index_posting p
        where p.district = w.district and p.build = $2 and p.word = w.no offset 0) p
      group by p.district, p.document, a.grp) g
      group by district, document having bool_or(kin)
    )`;
}

/** Words are letters and digits only, so none of them means anything to LIKE. */
function wordConditions(query: IndexQuery, values: unknown[]): readonly string[] {
  const holds = (piece: string): string => `words like $${values.push(`% ${piece}%`)}`;
  const phrase = (words: readonly string[]): string => holds(`${words.join(' ')} `);
  const without = query.without.length === 0 ? [] : [lacks(query.without, values)];
  return [
    ...query.phrases.map(phrase),
    ...query.prefixes.map(holds),
    ...query.withoutPhrases.map((words) => `not ${phrase(words)}`),
    ...query.withoutPrefixes.map((prefix) => `not ${holds(prefix)}`),
    ...without,
  ];
}

function lacks(lemmas: readonly string[], values: unknown[]): string {
  return `not exists (select from search.index_posting p join search.index_word w
      on w.district = p.district and w.build = p.build and w.no = p.word
    where p.district = c.district and p.build = $2 and p.document = c.no and w.lemma
      and w.word = any($${values.push(lemmas)}::text[]))`;
}
