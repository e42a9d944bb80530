import type { Analyse, Synonyms, WeightedForm } from '@otklik/text-analysis';
import { houseAt } from './houses.js';

/** One way in which a text may hold a concept. */
export interface Alternative {
  /** The text holds a form of each word. */
  readonly words: readonly (readonly WeightedForm[])[];
  /** The words stand side by side, each by its likeliest lemma. */
  readonly adjacent: boolean;
  /** What it is worth beside the others. */
  readonly weight: number;
  /** These stand in the text side by side, exactly so. */
  readonly exact?: readonly string[];
  /** The text holds a word that begins so; then there are no `words`. */
  readonly beginning?: string;
}

/** A word that was asked for, or a phrase that has synonyms: held by a text that holds any of the alternatives. */
export interface Concept {
  /** As asked for, after corrections. */
  readonly words: readonly string[];
  /** What was asked for itself comes first. */
  readonly alternatives: readonly Alternative[];
}

const SYNONYM_WEIGHT = 0.8;
/** What the name and the number of a house are worth side by side, beside the two apart. */
const HOUSE_WEIGHT = 1.5;
/** A number names one appeal: it outweighs any words. */
const NUMBER_WEIGHT = 10;
const MAX_SYNONYMS = 12;

/** The concepts of words in their order; `words` as `tokenise` gives them. */
export function conceptsOf(words: readonly string[], analyse: Analyse, synonyms: Synonyms): readonly Concept[] {
  const spans = new Map(synonyms.spans(words).map((span) => [span.from, span]));
  const concepts: Concept[] = [];
  for (let at = 0; at < words.length;) {
    const house = houseAt(words, at, analyse);
    if (house) {
      concepts.push(houseConcept(house.street, house.house, analyse));
      at += house.length;
      continue;
    }
    const span = spans.get(at);
    const asked = words.slice(at, span?.to ?? at + 1);
    const others = (span?.alternatives ?? []).slice(0, MAX_SYNONYMS);
    concepts.push({
      words: asked,
      alternatives: [
        alternative(asked, analyse, { adjacent: false, weight: 1 }),
        ...others.map((phrase) =>
          alternative(phrase, analyse, { adjacent: true, weight: synonymWeight(phrase, asked) }),
        ),
      ],
    });
    at += asked.length;
  }
  return concepts;
}

/**
 * A street with a house, «ленина» and «5а»: a text holds both, or side by side the house with its letter apart («5 а»), with the word for a
 * house between. Texts where they stand together rank higher.
 */
export function houseConcept(street: string, house: string, analyse: Analyse): Concept {
  const [, number = house, letter] = /^(\d+)(\p{L})$/u.exec(house) ?? [];
  const houses = [[house], ...(letter === undefined ? [] : [[number, letter]])];
  const between = [[], ['дом'], ['д']];
  const together = houses.flatMap((one) => between.map((words) => [street, ...words, ...one]));
  return {
    words: [street, house],
    alternatives: [
      alternative([street, house], analyse, { adjacent: false, weight: 1 }),
      ...together.map((phrase) => {
        const weight = (HOUSE_WEIGHT * 2) / phrase.length;
        return alternative(phrase, analyse, { adjacent: true, weight });
      }),
      alternative([street, `д${house}`], analyse, { adjacent: true, weight: HOUSE_WEIGHT }),
    ],
  };
}

/** Each word of a phrase adds to its score: a name of more words than were typed would rank above what was typed. */
function synonymWeight(synonym: readonly string[], asked: readonly string[]): number {
  return SYNONYM_WEIGHT * Math.min(1, asked.length / synonym.length);
}

/** A phrase that the text has exactly so; `telling`: by which of its words texts with it are looked up. */
export function phraseConcept(phrase: readonly string[], telling: readonly string[], analyse: Analyse): Concept {
  return {
    words: phrase,
    alternatives: [{ ...alternative(telling, analyse, { adjacent: false, weight: 1 }), exact: phrase }],
  };
}

/** Any word that begins so. */
export function beginningConcept(beginning: string): Concept {
  return { words: [], alternatives: [{ words: [], adjacent: false, weight: 0, beginning }] };
}

function alternative(
  words: readonly string[],
  analyse: Analyse,
  { adjacent, weight }: Pick<Alternative, 'adjacent' | 'weight'>,
): Alternative {
  return { words: words.map((word) => analyse(word).lemmas), adjacent: adjacent && words.length > 1, weight };
}

/** A query that may be a number: the appeal that bears it, or texts with all of its parts. */
export function numberConcept(key: string, words: readonly string[], analyse: Analyse): Concept {
  const number: Alternative = { words: [[{ form: key, weight: 1 }]], adjacent: false, weight: NUMBER_WEIGHT };
  return { words, alternatives: [alternative(words, analyse, { adjacent: false, weight: 1 }), number] };
}

/** Each word a concept of its own, where any of them is enough; the synonyms of a phrase stay together. */
export function singleWords(concepts: readonly Concept[]): readonly Concept[] {
  return concepts.flatMap((concept) => {
    const [asked, ...others] = concept.alternatives;
    if (!asked || asked.words.length < 2 || asked.exact) return [concept];
    const alone = asked.words.map((forms, at) => ({
      words: concept.words.slice(at, at + 1),
      alternatives: [{ ...asked, words: [forms] }],
    }));
    return others.length > 0 ? [...alone, { words: [], alternatives: others }] : alone;
  });
}

/** Every lemma by which a text may hold one of the concepts; for highlighting. */
export function formsOf(concepts: readonly Concept[]): ReadonlySet<string> {
  const forms = concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ words }) => words.flat()));
  return new Set(forms.map(({ form }) => form));
}
