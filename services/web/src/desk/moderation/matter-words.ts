/** What a text is about: its longest words, and the streets that it names. */
export interface Matter {
  readonly words: readonly string[];
  /** Beginnings of the names. */
  readonly streets: ReadonlySet<string>;
  /** With the number of the house. */
  readonly houses: ReadonlySet<string>;
}

const MIN_WORD_LENGTH = 4;
export const MAX_WORDS = 12;
/** Beginnings of words tell enough of their forms apart for this: «вода», «воду»; «вывозят», «вывозили». */
const BEGINNING = { least: 3, most: 5 };
/** «Быкова, 12», «Ленина 14», «Ленина, д. 14». */
const HOUSE = /(\p{Lu}\p{Ll}{2,})(?:,?\s+(?:д\.?|дом)?\s*)(\d+)(?!\d)/gu;

/** Words of the text that are long enough to tell what it is about, each once, in their order. */
export function longWords(text: string, most = MAX_WORDS): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const unlike = [...new Set(words)].filter((word) => word.length >= MIN_WORD_LENGTH);
  const longest = new Set(unlike.toSorted((a, b) => b.length - a.length).slice(0, most));
  return unlike.filter((word) => longest.has(word));
}

export function matterOf(text: string): Matter {
  const named = [...text.matchAll(HOUSE)].map(([, name = '', house]) => [beginning(name), house] as const);
  return {
    // A street is where it is, not what it is.
    words: longWords(text.replace(HOUSE, ' ')),
    streets: new Set(named.map(([street]) => street)),
    houses: new Set(named.map(([street, house]) => `${street} ${house}`)),
  };
}

function beginning(word: string): string {
  return word.toLowerCase().slice(0, BEGINNING.most);
}

/** Of the words of the one, how many stand in the other in any form; 0 where it has none. */
export function shareOfWords(words: readonly string[], others: readonly string[]): number {
  const shared = words.filter((word) => others.some((other) => isForm(word, other)));
  return words.length === 0 ? 0 : shared.length / words.length;
}

/** Two forms of one word begin alike. */
function isForm(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  const length = Math.min(BEGINNING.most, Math.max(BEGINNING.least, shorter - 1));
  return one.slice(0, length) === other.slice(0, length);
}

export function sharesAny(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((name) => other.has(name));
}

/** Both name streets, and other ones. */
export function isElsewhere(one: Matter, other: Matter): boolean {
  return one.streets.size > 0 && other.streets.size > 0 && !sharesAny(one.streets, other.streets);
}

/** A reply under the same post has few words of its own: «поддерживаю», «и у нас». */
const FEW_WORDS = 1;
const ENOUGH_OF_A_REPLY = 0.25;

/**
 * Whether the messages under the same post are the same matter, judged by their words: the moderator checks what is
 * ticked.
 */
export function isSameMatter(message: string, other: string): boolean {
  const [one, two] = [matterOf(message), matterOf(other)];
  if (isElsewhere(one, two)) return false;
  return two.words.length <= FEW_WORDS || shareOfWords(two.words, one.words) >= ENOUGH_OF_A_REPLY;
}

interface WaitingText {
  readonly excerpt?: string | null;
  readonly urgency: unknown;
}

/**
 * Whether it is joined with the others unless the moderator says otherwise. What is or looks urgent is not: as a duplicate it
 * would leave the top of the stream unread.
 */
export function isTicked(matters: readonly string[], { excerpt, urgency }: WaitingText): boolean {
  return urgency === null && matters.some((matter) => isSameMatter(matter, excerpt ?? ''));
}
