import type { DistrictScope } from '@otklik/tenancy';
import { stemOf, type Analyse, type WeightedForm } from '@otklik/text-analysis';
import { MAX_FOUND, type IndexQuery } from '../../application/search-index.js';
import { K1, rarity } from '../../domain/bm25.js';
import type { Alternative, Concept } from '../../domain/concept.js';
import { lemmaRows, MAX_BEGUN, readStatistics, rowsOfStems, wordsBeginning } from './index-vocabulary.js';
import type { LemmaRow } from './index-vocabulary.js';

/** What a lemma of the same stem adds beside the word itself. */
const STEM_WEIGHT = 0.3;

/** One lemma of one district that a text may hold. */
export interface Term {
  readonly slot: number;
  readonly district: number;
  readonly no: number;
  /** Of a hit, before its frequency and the text's length are looked at. */
  readonly worth: number;
}

/** How texts are looked up and scored; slots are the words that a text may hold, each by any of its terms. */
export interface HitPlan {
  readonly terms: readonly Term[];
  /** For each concept its alternatives: slots that a text holds together. */
  readonly concepts: readonly (readonly PlannedAlternative[])[];
  /** Places of the concepts that every found text holds, and of those of which it holds one. */
  readonly all: readonly number[];
  readonly any: readonly number[];
  /** The texts of these slots are looked at; undefined: all texts are. */
  readonly driver: readonly number[] | undefined;
  /** All postings of the terms are read at once: cheaper than to try each term on each text of the driver. */
  readonly isScanned: boolean;
  /** Terms that add to the rank and decide nothing. */
  readonly extras: readonly Term[];
  /** Lemmas that no found text holds. */
  readonly without: readonly Pick<LemmaRow, 'district' | 'no'>[];
  /** Only what is not in the texts is asked for: the newest are looked at. */
  readonly isExcluding: boolean;
  /** Of the districts. */
  readonly texts: number;
  /** Words of a text of the usual length. */
  readonly length: number;
}

export interface PlannedAlternative {
  readonly slots: readonly number[];
  readonly weight: number;
  /** Lemmas that stand side by side. */
  readonly phrase?: readonly string[];
}

interface Counted {
  readonly rows: ReadonlyMap<string, readonly LemmaRow[]>;
  readonly texts: number;
}

export async function planHits(
  scope: Pick<DistrictScope, 'query'>,
  build: number,
  query: IndexQuery,
  analyse: Analyse,
): Promise<HitPlan> {
  const { districts, required, optional, prefixes } = query;
  const begun = await Promise.all(
    prefixes.map(async (prefix) => beginningConcept(await wordsBeginning(scope, build, districts, prefix), analyse)),
  );
  const narrow = begun.filter((concept) => concept !== undefined);
  const concepts = [...query.concepts, ...required, ...narrow];
  const optionalForms = optional.map((word) => analyse(word).lemmas);
  const forms = [...concepts.flatMap(slotsOf), ...optionalForms].flat();
  const [found, statistics] = await Promise.all([
    lemmaRows(scope, build, districts, [...forms.map(({ form }) => form), ...query.without]),
    readStatistics(scope, build, districts),
  ]);
  const counted = { rows: Map.groupBy(found, ({ lemma }) => lemma), texts: statistics.texts };
  const stems = await stemTerms(scope, build, query, counted);
  const planned = plannedConcepts(concepts, narrow, counted);
  const choice = chosen(query, concepts, counted);
  return {
    ...planned,
    ...choice,
    isScanned: isScanCheaper(concepts, choice.driver, counted),
    extras: [...stems, ...optionalForms.flatMap((slot, at) => termsOf(slot, OPTIONAL + at, counted))],
    without: query.without.flatMap((lemma) => counted.rows.get(lemma) ?? []),
    isExcluding: choice.driver === undefined && excludes(query),
    texts: statistics.texts,
    length: Math.max(statistics.length, 1),
  };
}

function excludes({ without, withoutPhrases, withoutPrefixes }: IndexQuery): boolean {
  return without.length + withoutPhrases.length + withoutPrefixes.length > 0;
}

/** Slots of terms that only rank are numbered apart. */
const STEMS = 1_000;
const OPTIONAL = 2_000;

function slotsOf({ alternatives }: Concept): readonly (readonly WeightedForm[])[] {
  return alternatives.flatMap(({ words }) => words);
}

/** Texts with a word of this beginning hold one of its lemmas; undefined where too many words begin so. */
function beginningConcept(words: readonly string[], analyse: Analyse): Concept | undefined {
  if (words.length >= MAX_BEGUN) return undefined;
  const forms = new Set(words.flatMap((word) => analyse(word).lemmas.map(({ form }) => form)));
  const slot = [...forms].map((form) => ({ form, weight: 0 }));
  return { words: [], alternatives: [{ words: [slot], adjacent: false, weight: 0 }] };
}

function plannedConcepts(
  concepts: readonly Concept[],
  unscored: readonly Concept[],
  counted: Counted,
): Pick<HitPlan, 'terms' | 'concepts'> {
  const terms: Term[] = [];
  let slots = 0;
  const planned = concepts.map((concept) =>
    concept.alternatives.map((alternative): PlannedAlternative => {
      const own = alternative.words.map((forms) => {
        terms.push(...termsOf(forms, slots, counted));
        return slots++;
      });
      const phrase = alternative.adjacent ? { phrase: alternative.words.map(([best]) => best?.form ?? '') } : {};
      return { slots: own, weight: unscored.includes(concept) ? 0 : alternative.weight, ...phrase };
    }),
  );
  return { terms, concepts: planned };
}

function termsOf(forms: readonly WeightedForm[], slot: number, counted: Counted): readonly Term[] {
  return forms.flatMap(({ form, weight }) => {
    const rows = counted.rows.get(form) ?? [];
    const worth = weight * rarity(counted.texts, sumOf(rows)) * (K1 + 1);
    return rows.map(({ district, no }) => ({ slot, district, no, worth }));
  });
}

function sumOf(rows: readonly LemmaRow[]): number {
  return rows.reduce((sum, { texts }) => sum + texts, 0);
}

/** Which concepts decide, and by the texts of which words they are looked up: the rarest. */
function chosen(
  { concepts: asked, match, required, phrases, prefixes }: IndexQuery,
  concepts: readonly Concept[],
  counted: Counted,
): Pick<HitPlan, 'all' | 'any' | 'driver'> {
  const places = concepts.map((_, at) => at);
  const sizes = concepts.map((concept) => sizeOf(concept, counted));
  const all = match === 'ALL' ? places : places.slice(asked.length);
  const isChosen = required.length > 0 || phrases.length > 0 || prefixes.length > 0;
  const any = match === 'ALL' || isChosen ? [] : places;
  // A concept that occurs in no text at all: nothing is searched.
  if (all.some((place) => sizes[place] === 0)) return { all, any, driver: [] };
  const drivers = all.length > 0 ? rarest(all, sizes, 1) : rarest(any, sizes, MAX_FOUND);
  const slotsBefore = (place: number): number => concepts.slice(0, place).flatMap(slotsOf).length;
  const driver = drivers.flatMap((place) => drivingSlots(concepts[place]!, slotsBefore(place), counted));
  return { all, any, driver: drivers.length > 0 ? driver : undefined };
}

/** To try one term on one text costs as much as to read so many postings one after the other. */
const LOOKUP_COST = 5;

function isScanCheaper(concepts: readonly Concept[], driver: HitPlan['driver'], counted: Counted): boolean {
  if (driver === undefined || driver.length === 0) return false;
  const slots = concepts.flatMap(slotsOf);
  const sizes = slots.map((forms) => sumOf(forms.flatMap(({ form }) => counted.rows.get(form) ?? [])));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const driven = driver.reduce((sum, slot) => sum + (sizes[slot] ?? 0), 0);
  return total <= Math.min(driven, MAX_FOUND) * slots.length * LOOKUP_COST;
}

/** The smallest concepts, until they have so many texts together; at least one. */
function rarest(places: readonly number[], sizes: readonly number[], enough: number): readonly number[] {
  const ascending = places.filter((place) => sizes[place]! > 0).sort((one, other) => sizes[one]! - sizes[other]!);
  const taken: number[] = [];
  let together = 0;
  for (const place of ascending) {
    if (taken.length > 0 && together + sizes[place]! > enough) break;
    taken.push(place);
    together += sizes[place]!;
  }
  return taken.length > 0 ? taken : places.slice(0, 1);
}

function sizeOf({ alternatives }: Concept, counted: Counted): number {
  const size = (words: Alternative['words']): number =>
    Math.min(...words.map((forms) => sumOf(forms.flatMap(({ form }) => counted.rows.get(form) ?? []))));
  return alternatives.reduce((sum, { words }) => sum + size(words), 0);
}

/** Of each alternative the slot of its rarest word. */
function drivingSlots({ alternatives }: Concept, first: number, counted: Counted): readonly number[] {
  let slot = first;
  return alternatives.map(({ words }) => {
    const sizes = words.map((forms) => sumOf(forms.flatMap(({ form }) => counted.rows.get(form) ?? [])));
    const own = slot + sizes.indexOf(Math.min(...sizes));
    slot += words.length;
    return own;
  });
}

/** Lemmas of the words' stems, by each word a slot. */
async function stemTerms(
  scope: Pick<DistrictScope, 'query'>,
  build: number,
  { districts, concepts }: IndexQuery,
  { texts }: Counted,
): Promise<readonly Term[]> {
  const words = concepts.flatMap(({ alternatives: [own] }) => own?.words ?? []);
  const stems = words.map(([best]) => stemOf(best?.form ?? ''));
  const rows = await rowsOfStems(scope, build, districts, stems.filter(Boolean));
  return words.flatMap((forms, at) => {
    const own = new Set(forms.map(({ form }) => form));
    return rows
      .filter(({ stem, lemma }) => stem === stems[at] && !own.has(lemma))
      .map((row) => ({
        slot: STEMS + at,
        district: row.district,
        no: row.no,
        worth: STEM_WEIGHT * rarity(texts, row.texts) * (K1 + 1),
      }));
  });
}
