import type { SearchOrder } from '@otklik/contracts/enumerations';
import type { DistrictScope } from '@otklik/tenancy';
import type { Analyse } from '@otklik/text-analysis';
import { MAX_FOUND, type IndexAnswer, type IndexHit, type IndexQuery } from '../../application/search-index.js';
import { byCountedName, countedNames, type CountedName } from '../../../register/application/list/counted-names.js';
import { B, K1 } from '../../domain/bm25.js';
import type { IndexedText } from '../../domain/indexed-text.js';
import { proximity } from '../../domain/proximity.js';
import { trigramScores } from '../../domain/trigram-scores.js';
import { filterConditions } from './index-conditions.js';
import { planHits, type HitPlan, type PlannedAlternative, type Term } from './index-plan.js';

/** The best texts by their words, which are looked at once more: for related words, and for words that stand together. */
const MAX_REFINED = 100;
/** What BM25 over 3-grams adds where any of the words is enough. */
const TRIGRAM_WEIGHT = 0.1;
/** Of texts that are asked for by what they do not hold, the newest are looked at and found: the cost is known beforehand. */
const MAX_EXCLUDING = { looked: 20_000, found: 1_000 };
/** What words side by side add to a text's score. */
const PROXIMITY_WEIGHT = 0.3;

interface Answered {
  readonly hits: readonly (IndexHit & Pick<IndexedText, 'words' | 'sequence'>)[] | null;
  readonly total: number;
  readonly facets: readonly { readonly facet: CountedName; readonly value: string; readonly count: number }[] | null;
}

/**
 * BM25 over the postings. The texts of the rarest word are looked at, the newest first, until `MAX_FOUND` are found; the
 * other words, phrases and filters are tried on each of them, and only the best are refined.
 */
export async function readHits(
  scope: Pick<DistrictScope, 'query'>,
  build: number,
  query: IndexQuery,
  analyse: Analyse,
): Promise<IndexAnswer> {
  const plan = await planHits(scope, build, query, analyse);
  const { offset, limit, order = 'RELEVANCE' } = query;
  const values: unknown[] = [query.districts, build];
  const most = plan.isExcluding ? MAX_EXCLUDING.found : MAX_FOUND;
  const text = `with term as materialized (${termRows(plan.terms, values)}),
    extra as materialized (${termRows(plan.extras, values)}),
    found as materialized (
      select * from (
        select d.*, x.held, x.score from ${scoredTexts(plan, values)}
        cross join lateral (${conceptScores(plan, values)}) e
        cross join lateral (select ${held(plan)} as held, ${total(plan)} as score) x
        cross join lateral (select * from search.index_document d
          where d.district = c.district and d.build = $2 and d.no = c.document and not d.gone offset 0) d
      ) r where ${['held', ...wordConditions(query, plan, values), ...filterConditions(query.filter, values)].join(' and ')}
      limit ${most + 1}
    ), best as (
      select f.district, f.id, f.words, f.sequence, f.received_at, f.score + coalesce(m.score, 0) as score
      from (select * from found order by ${orders[order]} limit $${values.push(Math.max(MAX_REFINED, offset + limit))}::int) f
      cross join lateral (select sum(score) as score from (
        select max(t.worth * ${weightOf(plan)}) as score from (select p.* from search.index_posting p
          where p.district = f.district and p.build = $2 and p.document = f.no offset 0) p
        join extra t on t.district = p.district and t.no = p.word group by t.slot) g) m
    )
    select
      (select json_agg(b order by ${orders[order]}) from best b) as hits,
      (select count(*)::int from found) as total,
      (select json_agg(f) from (
        ${countedNames.map(facetCounts).join(' union all ')} order by 3 desc, 2) f) as facets`;
  const { rows } = await scope.query<Answered>(text, values);
  const [answered] = rows;
  const hits = refined(answered?.hits ?? [], query).slice(offset, offset + limit);
  return { hits, ...countedOf(answered?.total ?? 0, most, plan), facets: facetsOf(answered?.facets ?? []) };
}

function countedOf(
  found: number,
  most: number,
  { isExcluding, isCut, texts }: HitPlan,
): Pick<IndexAnswer, 'total' | 'totalIsExact'> {
  const isWhole = !isCut && (!isExcluding || texts <= MAX_EXCLUDING.looked);
  return { total: Math.min(found, most), totalIsExact: found <= most && isWhole };
}

function facetCounts(facet: CountedName): string {
  if (facet === 'districts')
    return `select '${facet}' as facet, district::text as value, count(*)::int as count from found group by district`;
  return `select '${facet}' as facet, value, count(*)::int as count
    from found, jsonb_array_elements_text(counted -> '${facet}') as v(value) group by value`;
}

const orders: Readonly<Record<SearchOrder, string>> = {
  RELEVANCE: 'score desc, received_at desc, id',
  NEWEST: 'received_at desc, id',
  OLDEST: 'received_at, id',
};

/** The first `MAX_REFINED` are sorted again: by look-alike words too, and higher where the words are adjacent. */
function refined(hits: NonNullable<Answered['hits']>, { concepts, isLoose, order }: IndexQuery): readonly IndexHit[] {
  if (order === 'NEWEST' || order === 'OLDEST') return hits.map((hit) => ({ ...keyOf(hit), score: hit.score }));
  const head = hits.slice(0, MAX_REFINED);
  const asked = isLoose ? concepts.flatMap(({ words }) => words) : [];
  const alike = trigramScores(
    head.map(({ words }) => words),
    asked,
  );
  const anew = head.map((hit, at) => {
    const score = hit.score * (1 + PROXIMITY_WEIGHT * proximity(hit.sequence, concepts));
    return { ...keyOf(hit), score: score + TRIGRAM_WEIGHT * (alike[at] ?? 0) };
  });
  const rest = hits.slice(MAX_REFINED).map((hit) => ({ ...keyOf(hit), score: hit.score }));
  return [...anew.sort((one, other) => other.score - one.score), ...rest];
}

function keyOf({ district, id }: IndexHit): Pick<IndexHit, 'district' | 'id'> {
  return { district, id };
}

function facetsOf(counted: NonNullable<Answered['facets']>): IndexAnswer['facets'] {
  const of = (name: CountedName) =>
    counted.filter(({ facet }) => facet === name).map(({ value, count }) => ({ value, count }));
  return byCountedName(of);
}

function termRows(terms: readonly Term[], values: unknown[]): string {
  const columns = [
    `$${values.push(terms.map(({ slot }) => slot))}::int[]`,
    `$${values.push(terms.map(({ district }) => district))}::int[]`,
    `$${values.push(terms.map(({ no }) => no))}::int[]`,
    `$${values.push(terms.map(({ worth }) => worth))}::float8[]`,
  ];
  return `select * from unnest(${columns.join(', ')}) as t(slot, district, no, worth)
    where district = any($1::int[])`;
}

/** Texts with their slots' scores: `c` says which text, and the slots are columns beside it. */
function scoredTexts(plan: HitPlan, values: unknown[]): string {
  if (plan.isScanned)
    return `(select p.district, p.document, ${slotColumns(plan)} from term t cross join lateral (${postings}) p
      group by p.district, p.document order by p.document desc) c`;
  return `(${candidates(plan, values)}) c cross join lateral (
    select ${slotColumns(plan)} from term t cross join lateral (select p.* from search.index_posting p
      where p.district = t.district and p.build = $2 and p.word = t.no and p.document = c.document offset 0) p
    where t.district = c.district) s`;
}

/** Of the term `t`. */
const postings = `select p.* from search.index_posting p
  where p.district = t.district and p.build = $2 and p.word = t.no offset 0`;

function candidates({ driver, isExcluding }: HitPlan, values: unknown[]): string {
  if (driver === undefined)
    return `select district, no as document from search.index_document
      where district = any($1) and build = $2 and not gone order by no desc
      ${isExcluding ? `limit ${MAX_EXCLUDING.looked}` : ''}`;
  return `select distinct p.document, p.district from term t cross join lateral (${postings}) p
    where t.slot = any($${values.push(driver)}::int[]) order by p.document desc`;
}

/** What a posting's frequency and the text's length make of a term's worth. */
function weightOf({ length }: HitPlan): string {
  return `p.frequency / (p.frequency + ${K1} * (${1 - B} + ${B} * p.length / ${length.toFixed(3)}))`;
}

/** One column for each slot: its best term in the text; null where the text holds none. */
function slotColumns(plan: HitPlan): string {
  const slots = plan.concepts.flatMap((alternatives) => alternatives.flatMap((one) => one.slots));
  const columns = slots.map((slot) => `max(t.worth * ${weightOf(plan)}) filter (where t.slot = ${slot}) as s${slot}`);
  return columns.join(', ') || 'count(*) as no_slots';
}

/** One column for each concept: its best alternative; null where the text holds none. */
function conceptScores({ concepts }: HitPlan, values: unknown[]): string {
  const columns = concepts.map((alternatives, at) => {
    const scores = alternatives.map((one) => alternativeScore(one, values));
    return `greatest(${scores.join(', ')}) as e${at}`;
  });
  return `select ${columns.join(', ')}`;
}

function alternativeScore(alternative: PlannedAlternative, values: unknown[]): string {
  const { slots, weight } = alternative;
  const sum = slots.length > 0 ? `${weight} * (${slots.map((slot) => `s${slot}`).join(' + ')})` : '0';
  const line = standing(alternative, values);
  if (line === undefined) return sum;
  const conditions = [
    ...slots.map((slot) => `s${slot} is not null`),
    `exists (select from search.index_document d where d.district = c.district and d.build = $2 and d.no = c.document
      and d.${line})`,
  ];
  return `case when ${conditions.join(' and ')} then ${sum} end`;
}

/** How the words stand in the text, where holding them is not enough. Letters and digits mean nothing to LIKE. */
function standing({ phrase, exact, beginning }: PlannedAlternative, values: unknown[]): string | undefined {
  const like = (pattern: string): string => `like $${values.push(pattern)}`;
  if (phrase) return `sequence ${like(`% ${phrase.join(' ')} %`)}`;
  if (exact) return `words ${like(`% ${exact.join(' ')} %`)}`;
  return beginning === undefined ? undefined : `words ${like(`% ${beginning}%`)}`;
}

function held({ needs }: HitPlan): string {
  return needs.map(meets).join(' and ') || 'true';
}

function meets({ sides }: HitPlan['needs'][number]): string {
  const holding = sides.map((side) => side.map((at) => `e${at} is not null`).join(' and '));
  return holding.length === 0 ? 'false' : `(${holding.map((side) => `(${side})`).join(' or ')})`;
}

function total({ concepts }: HitPlan): string {
  return `(${concepts.map((_, at) => `coalesce(e${at}, 0)`).join(' + ') || '0'})::float8`;
}

/** Words are letters and digits only, so none of them means anything to LIKE. */
function wordConditions(query: IndexQuery, plan: HitPlan, values: unknown[]): readonly string[] {
  const holds = (piece: string): string => `words like $${values.push(`% ${piece}%`)}`;
  const phrase = (words: readonly string[]): string => holds(`${words.join(' ')} `);
  const without = plan.without.length === 0 ? [] : [lacks(plan.without, values)];
  return [
    ...query.phrases.map(phrase),
    ...query.prefixes.map(holds),
    ...query.withoutPhrases.map((words) => `not ${phrase(words)}`),
    ...query.withoutPrefixes.map((prefix) => `not ${holds(prefix)}`),
    ...without,
  ];
}

/** The postings of the excluded lemmas are read once, and not those of each text. */
function lacks(lemmas: HitPlan['without'], values: unknown[]): string {
  const columns = [
    `$${values.push(lemmas.map(({ district }) => district))}::int[]`,
    `$${values.push(lemmas.map(({ no }) => no))}::int[]`,
  ];
  return `(r.district, r.no) not in (select p.district, p.document from unnest(${columns.join(', ')}) as t(district, no)
    cross join lateral (${postings}) p)`;
}
