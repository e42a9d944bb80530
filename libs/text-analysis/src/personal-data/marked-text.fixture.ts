import type { Lexicon } from './found.js';
import { personalPlaces } from './personal-data.js';

type Span = readonly [start: number, end: number];

/** A text with what must be masked, and what may be. */
export interface Marked {
  readonly text: string;
  readonly must: readonly Span[];
  readonly may: readonly Span[];
}

/** Of `[…]` and `{…}`, which may stand in each other. */
export function markedText(line: string): Marked {
  const spans: Readonly<Record<string, Span[]>> = { ']': [], '}': [] };
  const begun: Readonly<Record<string, number[]>> = { ']': [], '}': [] };
  let text = '';
  for (const character of line) {
    if (character === '[') begun[']']!.push(text.length);
    else if (character === '{') begun['}']!.push(text.length);
    else if (character in spans) spans[character]!.push([begun[character]!.pop()!, text.length]);
    else text += character;
  }
  return { text, must: spans[']']!, may: spans['}']! };
}

/** Of a text: words that should be masked and are not, words that are and should not, and all that need not be. */
export interface Read {
  readonly text: string;
  readonly left: readonly string[];
  readonly lost: readonly string[];
  readonly words: readonly string[];
}

export function readMasked(texts: readonly Marked[], lexicon: Lexicon): readonly Read[] {
  return texts.map(({ text, must, may }) => {
    const places = personalPlaces(text, lexicon).map(({ start, end }): Span => [start, end]);
    const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => {
      const span: Span = [index, index + word.length];
      const [isMust, isMay] = [within(span, must), within(span, may)];
      return { word, isMust, isFree: !isMust && !isMay, isMasked: places.some((place) => touches(place, span)) };
    });
    return {
      text,
      left: words.filter(({ isMust, isMasked }) => isMust && !isMasked).map(({ word }) => word),
      lost: words.filter(({ isFree, isMasked }) => isFree && isMasked).map(({ word }) => word),
      words: words.filter(({ isFree }) => isFree).map(({ word }) => word),
    };
  });
}

function within([start, end]: Span, spans: readonly Span[]): boolean {
  return spans.some(([from, to]) => start < to && end > from);
}

function touches([from, to]: Span, [start, end]: Span): boolean {
  return from <= start && to >= end;
}
