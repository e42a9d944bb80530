import { compact } from '@otklik/kernel';
import type { DistrictScope } from '@otklik/tenancy';
import { stemOf, type Analyse, type WeightedForm } from '@otklik/text-analysis';
import { MAX_FOUND, type IndexQuery, type Need } from '../../application/search-index.js';
import { K1, rarity } from '../../domain/bm25.js';
import { beginningConcept, type Alternative, type Concept } from '../../domain/concept.js';
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
  /** What every found text holds of the concepts. */
  readonly needs: readonly Need[];
  /** The texts of these slots are looked at; undefined: all texts are. */
  readonly driver: readonly number[] | undefined;
  /** The texts of further slots would have to be looked at for all that is asked for, and are too many. */
  readonly isCut: boolean;
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
  /** Words that stand side by side, exactly so. */
  readonly exact?: readonly string[];
  /** The text holds a word that begins so. */
  readonly beginning?: string;
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
  const readied = (some: readonly Concept[]) =>
    Promise.all(some.map((concept) => withBegunWords(concept, scope, build, districts, analyse)));
  const [asked, begun] = await Promise.all([readied(query.concepts), readied(prefixes.map(beginningConcept))]);
  const narrow = begun.filter((concept) => !isEndless(concept)).map(withoutBeginning);
  const concepts = [...asked, ...required, ...narrow];
  const optionalForms = optional.map((word) => analyse(word).lemmas);
  const forms = [...concepts.flatMap(slotsOf), ...optionalForms].flat();
  const [found, statistics] = await Promise.all([
    lemmaRows(scope, build, districts, [...forms.map(({ form }) => form), ...query.without]),
    readStatistics(scope, build, districts),
  ]);
  const counted = { rows: Map.groupBy(found, ({ lemma }) => lemma), texts: statistics.texts };
  const stems = await stemTerms(scope, build, query, counted);
  const planned = plannedConcepts(concepts, counted);
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

/** Texts with a word of this beginning hold one of its lemmas; where too many words begin so, it stays without words. */
async function withBegunWords(
  concept: Concept,
  scope: Pick<DistrictScope, 'query'>,
  build: number,
  districts: IndexQuery['districts'],
  analyse: Analyse,
): Promise<Concept> {
  const [alternative] = concept.alternatives;
  if (alternative?.beginning === undefined) return concept;
  const words = await wordsBeginning(scope, build, districts, alternative.beginning);
  if (words.length >= MAX_BEGUN) return concept;
  const forms = new Set(words.flatMap((word) => analyse(word).lemmas.map(({ form }) => form)));
  const slot = [...forms].map((form) => ({ form, weight: 0 }));
  return { ...concept, alternatives: [{ ...alternative, words: [slot] }] };
}

/** Of every found text the beginning itself is a condition of its own. */
function withoutBeginning({ alternatives, ...concept }: Concept): Concept {
  return { ...concept, alternatives: alternatives.map(({ beginning: _beginning, ...one }) => one) };
}

/** Its texts cannot be looked up. */
function isEndless({ alternatives }: Concept): boolean {
  return alternatives.some(({ words }) => words.length === 0);
}

function plannedConcepts(concepts: readonly Concept[], counted: Counted): Pick<HitPlan, 'terms' | 'concepts'> {
  const terms: Term[] = [];
  let slots = 0;
  const planned = concepts.map((concept) =>
    concept.alternatives.map((alternative): PlannedAlternative => {
      const own = alternative.words.map((forms) => {
        terms.push(...termsOf(forms, slots, counted));
        return slots++;
      });
      const { weight, adjacent, exact, beginning } = alternative;
      const phrase = adjacent ? alternative.words.map(([best]) => best?.form ?? '') : undefined;
      return { slots: own, weight, ...compact({ phrase, exact, beginning }) };
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

/** What decides, and by the texts of which words they are looked up: those of the need that fewest texts can meet. */
function chosen(
  { concepts: asked, needed, isLoose }: IndexQuery,
  concepts: readonly Concept[],
  counted: Counted,
): Pick<HitPlan, 'needs' | 'driver' | 'isCut'> {
  const sizes = concepts.map((concept) => sizeOf(concept, counted));
  const further = concepts.slice(asked.length).map((_, at) => ({ sides: [[asked.length + at]] }));
  const needs = [...needed, ...further].map((need) => possible(need, sizes));
  // No text holds any side: nothing is searched.
  if (needs.some(({ sides }) => sides.length === 0)) return { needs, driver: [], isCut: false };
  const drives = needs.map((need) => driving(need, sizes, isLoose));
  const [best] = drives.sort((one, other) => one.size - other.size);
  if (!best || best.size === Infinity) return { needs, driver: undefined, isCut: false };
  const slotsBefore = (place: number): number => concepts.slice(0, place).flatMap(slotsOf).length;
  const driver = best.places.flatMap((place) => drivingSlots(concepts[place]!, slotsBefore(place), counted));
  return { needs, driver: [...new Set(driver)], isCut: best.isCut };
}

/** Without sides that no text holds. */
function possible({ sides }: Need, sizes: readonly number[]): Need {
  return { sides: sides.filter((side) => side.every((place) => sizes[place]! > 0)) };
}

/** Of each side its rarest concept: a text that meets the need holds one of these. */
function driving({ sides }: Need, sizes: readonly number[], isLoose: boolean) {
  const rarest = sides
    .map((side) => side.reduce((one, other) => (sizes[other]! < sizes[one]! ? other : one)))
    .sort((one, other) => sizes[one]! - sizes[other]!);
  const places = isLoose ? withoutCommonest(rarest, sizes) : rarest;
  const size = places.reduce((sum, place) => sum + sizes[place]!, 0);
  return { places, size, isCut: places.length < rarest.length };
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

/** The first of them, until they have `MAX_FOUND` texts together; at least one. `ascending` by size. */
function withoutCommonest(ascending: readonly number[], sizes: readonly number[]): readonly number[] {
  let together = 0;
  return ascending.filter((place, at) => {
    together += sizes[place]!;
    return at === 0 || together <= MAX_FOUND;
  });
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
