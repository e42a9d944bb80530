import { fromLatinLayout } from '@otklik/kernel';
import { tokenise } from '@otklik/text-analysis';
import { numberKey } from './number-key.js';
import { OpenSides } from './query-sides.js';

/** A word that was asked for; `prefix`: any word that begins so. */
export interface AskedWord {
  readonly word: string;
  readonly prefix: boolean;
  /** What the same keys write in the Russian layout, where only such keys were struck. */
  readonly otherLayout?: string;
}

/** One side of «или»: the text holds all of it. */
export interface Side {
  readonly words: readonly AskedWord[];
  readonly phrases: readonly (readonly string[])[];
}

/** What a person typed, understood. */
export interface Query {
  readonly words: readonly AskedWord[];
  /** Of each choice between several the text holds one side at least. */
  readonly choices: readonly (readonly Side[])[];
  /** The whole of it in the spelling of numbers, when it may be one (`numberKey`). */
  readonly number?: string;
  /** Each must stand in the text, word by word. */
  readonly phrases: readonly (readonly string[])[];
  readonly without: readonly AskedWord[];
  readonly withoutPhrases: readonly (readonly string[])[];
  /** Names or codes as typed: `тема:дороги`. */
  readonly topics: readonly string[];
  readonly departments: readonly string[];
  readonly districts: readonly string[];
  /** It was too long, or had too many sides: only its beginning is asked for. */
  readonly isCut?: true;
}

type Field = 'topics' | 'departments' | 'districts';
const FIELDS: ReadonlyMap<string, Field> = new Map([
  ['тема', 'topics'],
  ['topic', 'topics'],
  ['отдел', 'departments'],
  ['department', 'departments'],
  ['район', 'districts'],
  ['district', 'districts'],
]);
/** More than this no person types; the rest is left aside, and said to be. */
const MAX_CLAUSES = 32;
const OR = /^(?:[Ии][Лл][Ии]|OR)$/u;
const MAX_QUERY_LENGTH = 1_000;
/** A number in one piece, or with spaces between parts too short to be words that matter. */
const NUMBER = /^(\S+|(\p{L}{1,3}|\p{N}+)([\s\-–/.№]+(\p{L}{1,3}|\p{N}+)){1,5})$/u;
/**
 * A sign of a choice; or minus, field, and then a straight-quoted phrase or a run without spaces; an unclosed quote reaches to the end. Names in
 * «guillemets» are how Russian is written, and no wish for exact words; behind a field they hold its value together.
 */
const CLAUSE =
  /(?<sign>[|()])|(?<minus>[-−–]?)(?:(?<field>\p{L}+):(?:«(?<named>[^»]*)»?)?)?(?:"(?<phrase>[^"]*)"?|(?<bare>[^\s"|)]+))?/gu;

interface Found {
  without: AskedWord[];
  withoutPhrases: string[][];
  topics: string[];
  departments: string[];
  districts: string[];
}

/**
 * `"точная фраза"`, `-слово`, `слово*`, `яма или канава`, `(яма | канава) дорога`, `тема:дороги`, `отдел:жкх`, `район:`. «Или» parts all
 * that is on its sides, within brackets what is between them; what must not be in a text, and names, concern the whole.
 * Any string is understood somehow: never an error. «Или» between nothing is a word.
 */
export function parseQuery(text: string): Query {
  const found: Found = { without: [], withoutPhrases: [], topics: [], departments: [], districts: [] };
  const sides = new OpenSides();
  let clauses = 0;
  let isCut = text.length > MAX_QUERY_LENGTH;
  for (const { 0: whole, groups = {}, index } of text.slice(0, MAX_QUERY_LENGTH).matchAll(CLAUSE)) {
    if (whole === '') continue;
    clauses += 1;
    if (clauses > MAX_CLAUSES) {
      isCut = true;
      break;
    }
    const sign = OR.test(whole) ? '|' : groups['sign'];
    if (sign === undefined) take(found, sides, groups, isNegated(groups, text[index - 1]));
    else sides.sign(sign);
  }
  const read = { ...sides.closed(), ...found, ...(isCut && { isCut }) };
  const query = saysNothing(read) ? { ...read, words: loneOr(text) } : read;
  const number = numberOf(text, query);
  return number === undefined ? query : { ...query, number };
}

/** A minus behind a word is a hyphen. */
function isNegated(groups: Readonly<Record<string, string | undefined>>, before = ' '): boolean {
  return groups['minus'] !== '' && /[\s|(]/.test(before);
}

function numberOf(text: string, query: Query): string | undefined {
  const { words } = query;
  const isPlain = NUMBER.test(text.trim()) && !words.some(({ prefix }) => prefix);
  return isPlain && saysNothing({ ...query, words: [] }) ? numberKey(text) : undefined;
}

/** «Или» where nothing else was said. */
function loneOr(text: string): readonly AskedWord[] {
  const or = text.split(/[\s|()]+/u).find((run) => OR.test(run)) ?? '';
  return wordsIn(or);
}

function saysNothing({ isCut: _cut, ...lists }: Query): boolean {
  return Object.values(lists).every((list) => list.length === 0);
}

function take(
  found: Found,
  sides: OpenSides,
  groups: Readonly<Record<string, string | undefined>>,
  negated: boolean,
): void {
  const { phrase, named } = groups;
  const value = named ?? phrase ?? groups['bare'] ?? '';
  const name = groups['field']?.toLowerCase() ?? '';
  const field = FIELDS.get(name);
  if (field) takeName(found[field], value.trim());
  else if (phrase === undefined) takeWords(found, sides, `${name} ${value}`, negated);
  else takePhrase(found, sides, phrase, negated, name);
}

function takeName(names: string[], name: string): void {
  if (tokenise(name).length > 0) names.push(name);
}

function takeWords(found: Found, sides: OpenSides, text: string, negated: boolean): void {
  const words = wordsIn(text);
  if (!negated) sides.add(inLayout(text.trim(), words));
  else if (words.length === 1) found.without.push(...words);
  else if (words.length > 1) found.withoutPhrases.push(words.map(({ word }) => word));
}

function wordsIn(text: string): AskedWord[] {
  return tokenise(text).map((token) => ({ word: token.word, prefix: text[token.end] === '*' }));
}

/** Keys of the other layout may write a letter where the Latin one has a sign: `gj;fh` is one word, «пожар». */
function inLayout(run: string, words: readonly AskedWord[]): readonly AskedWord[] {
  const otherLayout = fromLatinLayout(run);
  if (otherLayout === undefined || words.length === 0) return words;
  return [{ word: words.map(({ word }) => word).join(''), prefix: false, otherLayout }];
}

function takePhrase(found: Found, sides: OpenSides, text: string, negated: boolean, before: string): void {
  if (before) takeWords(found, sides, before, negated);
  const words = tokenise(text).map(({ word }) => word);
  if (words.length === 0) return;
  if (negated) found.withoutPhrases.push(words);
  else sides.addPhrase(words);
}
