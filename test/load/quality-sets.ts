import { isStopWord, tokenise } from '@otklik/text-analysis';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mulberry32 } from '@otklik/kernel';

export interface QualitySet {
  readonly name: string;
  readonly docs: readonly { readonly id: string | number; readonly text: string }[];
  readonly queries: readonly { readonly query: string; readonly relevant: readonly (string | number)[] }[];
}

interface Appeal {
  readonly id: number;
  readonly text: string;
  readonly theme: string;
}

interface JudgedQuery {
  readonly query: string;
  readonly answers: readonly number[];
}

const SEED = 20_261_126;
const OPENING = /^(.{12,110}?[.!?])\s+(.{60,})$/su;
const MAX_OPENING_WORDS = 8;
const SENTENCE_END = /(?<=[.!?])\s+/u;
const TITLE_WORDS = { min: 4, max: 10 } as const;
/** Of a title's telling words, so many begin like a word of the text. */
const MIN_TITLE_SHARE = 0.5;
const BEGINNING_LENGTH = 5;
const RARE = { min: 3, max: 60 } as const;
const MAX_RARE_QUERIES = 350;

/** A set that is kept elsewhere: `{docs: [{id, text}], queries: [{query, relevant: [id]}]}`. */
export function setFrom(file: string): readonly QualitySet[] {
  return [{ name: 'set', ...(JSON.parse(readFileSync(file, 'utf8')) as Omit<QualitySet, 'name'>) }];
}

/**
 * Sets made of real appeals (`{id, text, theme}` a line): the opening sentence → the rest of its text, in two halves by
 * seed, the one for tuning and the other for looking whether it holds; what could be its title → the rest, in two halves too; rare words →
 * their text; the theme's name → texts of the theme; an analyst's queries → judged answers (`analyst-queries.json`).
 */
export function setsOf(file: string): readonly QualitySet[] {
  const appeals = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Appeal);
  const random = mulberry32(SEED);
  const shuffled = appeals
    .map((appeal) => ({ appeal, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ appeal }) => appeal);
  const middle = Math.ceil(shuffled.length / 2);
  return [
    openings('opening, first half', shuffled.slice(0, middle)),
    openings('opening, second half', shuffled.slice(middle)),
    titles('title, first half', shuffled.slice(0, middle)),
    titles('title, second half', shuffled.slice(middle)),
    rareWords(shuffled, random),
    themes(appeals),
    judged(appeals),
  ];
}

function openings(name: string, appeals: readonly Appeal[]): QualitySet {
  const parted = appeals.map(({ id, text }) => {
    const [, opening, rest] = OPENING.exec(text) ?? [];
    const words = tellingWords(opening ?? '').length;
    return words > 1 && words <= MAX_OPENING_WORDS ? { id, text: rest ?? '', query: opening } : { id, text };
  });
  const queries = parted.flatMap(({ id, query }) => (query === undefined ? [] : [{ query, relevant: [id] }]));
  return { name, docs: parted, queries };
}

/**
 * The texts bear no titles: the sentence of 4 to 10 telling words of which most recur in the rest of the text is taken out of it, as a
 * title that a person would have given.
 */
function titles(name: string, appeals: readonly Appeal[]): QualitySet {
  const parted = appeals.map(({ id, text }) => {
    const sentences = text.split(SENTENCE_END);
    const ranked = sentences
      .map((sentence, at) => {
        const others = sentences.filter((_, other) => other !== at).join(' ');
        return { query: sentence, others, share: recurring(sentence, others) };
      })
      .sort((one, other) => other.share - one.share);
    const [best] = ranked;
    return best && best.share >= MIN_TITLE_SHARE ? { id, text: best.others, query: best.query } : { id, text };
  });
  const queries = parted.flatMap(({ id, query }) => (query === undefined ? [] : [{ query, relevant: [id] }]));
  return { name, docs: parted, queries };
}

/** Which part of the sentence's telling words begins like a word of the others; 0 where it is too short or too long for a title. */
function recurring(sentence: string, others: string): number {
  const telling = tellingWords(sentence);
  if (telling.length < TITLE_WORDS.min || telling.length > TITLE_WORDS.max) return 0;
  const beginnings = new Set(tellingWords(others).map((word) => word.slice(0, BEGINNING_LENGTH)));
  return telling.filter((word) => beginnings.has(word.slice(0, BEGINNING_LENGTH))).length / telling.length;
}

function tellingWords(text: string): readonly string[] {
  return tokenise(text)
    .map(({ word }) => word)
    .filter((word) => !isStopWord(word));
}

function rareWords(appeals: readonly Appeal[], random: () => number): QualitySet {
  const wordsOf = ({ text }: Appeal) => [...new Set(tokenise(text).map(({ word }) => word))];
  const texts = new Map<string, number>();
  for (const word of appeals.flatMap(wordsOf)) texts.set(word, (texts.get(word) ?? 0) + 1);
  const isRare = (word: string): boolean => {
    const held = texts.get(word) ?? 0;
    return /^[а-я]{5,}$/.test(word) && held >= RARE.min && held <= RARE.max;
  };
  const queries = appeals.slice(0, MAX_RARE_QUERIES).flatMap((appeal) => {
    const rare = wordsOf(appeal).filter(isRare);
    const picked = Array.from({ length: 3 }, () => rare.splice(Math.floor(random() * rare.length), 1)[0]);
    return picked.includes(undefined) ? [] : [{ query: picked.join(' '), relevant: [appeal.id] }];
  });
  return { name: 'rare words', docs: appeals, queries };
}

function themes(appeals: readonly Appeal[]): QualitySet {
  const byTheme = Map.groupBy(appeals, ({ theme }) => theme);
  const queries = [...byTheme].map(([query, of]) => ({ query, relevant: of.map(({ id }) => id) }));
  return { name: 'themes', docs: appeals, queries };
}

function judged(appeals: readonly Appeal[]): QualitySet {
  const file = join(import.meta.dirname, 'analyst-queries.json');
  const queries = JSON.parse(readFileSync(file, 'utf8')) as readonly JudgedQuery[];
  return {
    name: 'judged',
    docs: appeals,
    queries: queries.map(({ query, answers }) => ({ query, relevant: answers })),
  };
}

/** The query with one letter of its longest word left out, put in, changed or swapped with the next. */
export function withTypo(query: string, random: () => number): string {
  const longest = tokenise(query).reduce<{ word: string; start: number; end: number } | undefined>(
    (long, token) => (long && long.word.length >= token.word.length ? long : token),
    undefined,
  );
  if (!longest || longest.word.length < 3) return query;
  const { word, start, end } = longest;
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = 'оаеинтсрвл'[Math.floor(random() * 10)]!;
  const kinds = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  ];
  return query.slice(0, start) + kinds[Math.floor(random() * kinds.length)] + query.slice(end);
}
