import { isPlaceInitial, isStopWord, type Analyse, type Synonyms } from '@otklik/text-analysis';
import {
  beginningConcept,
  conceptsOf,
  numberConcept,
  phraseConcept,
  singleWords,
  type Concept,
} from '../domain/concept.js';
import type { Query, Side } from '../domain/query.js';
import type { Correction } from './corrections.js';
import type { Need } from './search-index.js';

/** What is asked of an index for the words of a query. */
export interface Wished {
  readonly concepts: readonly Concept[];
  readonly needed: readonly Need[];
  /** The sides of each choice, in words. */
  readonly choices: readonly (readonly string[])[];
}

interface Language {
  readonly analyse: Analyse;
  readonly synonyms: Synonyms;
}

/** By so many words of a phrase on a side texts with it are looked up, at the most. */
const MAX_TELLING = 8;

/** All words and phrases of a query, those of its choices too. */
export function wholeOf({ words, phrases, choices }: Query): Side {
  const sides = choices.flat();
  return {
    words: [...words, ...sides.flatMap((side) => side.words)],
    phrases: [...phrases, ...sides.flatMap((side) => side.phrases)],
  };
}

/** Words that say nothing are left out, «г.» beside a name too, unless nothing else was said. */
export function askedWords({ words, phrases }: Side): Side['words'] {
  const telling = words.filter(({ word, prefix }) => prefix || !(isStopWord(word) || isPlaceInitial(word)));
  return telling.length > 0 || phrases.length > 0 ? telling : words;
}

/** More words of phrases than this are not looked up: each is a list of texts to be joined. */
const MAX_PHRASE_WORDS = 32;

/** Which words of the phrases are looked up: each once, and those that say nothing only when there is no other. */
export function phraseWords({ phrases }: Pick<Side, 'phrases'>): readonly string[] {
  const different = [...new Set(phrases.flat())];
  const telling = different.filter((word) => !isStopWord(word));
  return (telling.length > 0 ? telling : different).slice(0, MAX_PHRASE_WORDS);
}

/** `ANY`: one of the words is enough, whatever choices were made between them. */
export function wished(
  query: Query,
  corrections: readonly Correction[],
  language: Language,
  match: 'ALL' | 'ANY',
): Wished {
  const better = new Map(corrections.map(({ from, to }) => [from, to]));
  const read = (side: Side): readonly string[] => [
    ...new Set(askedWords(side).flatMap(({ word, prefix }) => (prefix ? [] : [better.get(word) ?? word]))),
  ];
  const own = conceptsFor(query.number, read(query), language);
  const kept = new Kept(own);
  const telling = tellingOf(query);
  const sides = query.choices.map((choice) =>
    choice.map((side) => kept.places(sideConcepts(side, read(side), language, telling))),
  );
  const choices = query.choices.map((choice) => choice.map((side) => wordsOf(side, better)));
  if (match === 'ANY') {
    const concepts = singleWords(kept.concepts);
    return { ...anyOf(query, concepts), choices: [] };
  }
  return {
    concepts: kept.concepts,
    needed: [...own.map((_, at) => ({ sides: [[at]] })), ...sides.map((places) => ({ sides: places }))],
    choices,
  };
}

/** Where phrases or beginnings choose the texts, words only rank them. */
function anyOf({ phrases, words }: Query, concepts: readonly Concept[]): Pick<Wished, 'concepts' | 'needed'> {
  const isChosen = phrases.length > 0 || words.some(({ prefix }) => prefix);
  if (isChosen || concepts.length === 0) return { concepts, needed: [] };
  return { concepts, needed: [{ sides: concepts.map((_, at) => [at]) }] };
}

function conceptsFor(
  number: string | undefined,
  words: readonly string[],
  { analyse, synonyms }: Language,
): readonly Concept[] {
  return number !== undefined && words.length > 0
    ? [numberConcept(number, words, analyse)]
    : conceptsOf(words, analyse, synonyms);
}

/** By how many words of each phrase: those of all sides together are not more than of one query without sides. */
function tellingOf({ choices }: Query): number {
  const phrases = new Set(choices.flat(2).flatMap((side) => side.phrases.map((phrase) => phrase.join(' '))));
  return Math.min(MAX_TELLING, Math.max(1, Math.floor(MAX_PHRASE_WORDS / phrases.size)));
}

function sideConcepts(side: Side, words: readonly string[], language: Language, telling: number): readonly Concept[] {
  const { analyse, synonyms } = language;
  return [
    ...conceptsOf(words, analyse, synonyms),
    ...side.phrases.map((phrase) =>
      phraseConcept(phrase, phraseWords({ phrases: [phrase] }).slice(0, telling), analyse),
    ),
    ...side.words.flatMap(({ word, prefix }) => (prefix ? [beginningConcept(word)] : [])),
  ];
}

/** A side as it was read: «"яма на дороге" ремонт*». */
function wordsOf({ words, phrases }: Side, better: ReadonlyMap<string, string>): string {
  const plain = words.map(({ word, prefix }) => (prefix ? `${word}*` : (better.get(word) ?? word)));
  return [...plain, ...phrases.map((phrase) => `"${phrase.join(' ')}"`)].join(' ');
}

/** Concepts of a query, each once, however many sides have it. */
class Kept {
  readonly concepts: Concept[];

  constructor(own: readonly Concept[]) {
    this.concepts = [...own];
  }

  places(concepts: readonly Concept[]): readonly number[] {
    return concepts.map((concept) => {
      const key = keyOf(concept);
      const known = this.concepts.findIndex((one) => keyOf(one) === key);
      return known >= 0 ? known : this.concepts.push(concept) - 1;
    });
  }
}

function keyOf({ words, alternatives: [own] }: Concept): string {
  return JSON.stringify([words, own?.exact, own?.beginning]);
}
