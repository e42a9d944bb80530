import { inOneAlphabet } from './one-alphabet.js';

/** A word of a text. */
export interface Token {
  /** Lower case, NFC, ё → е, without stress marks, look-alike Latin letters of a Cyrillic word as Cyrillic ones; at most 64 characters. */
  readonly word: string;
  /** Place among the text's words, from 1. */
  readonly position: number;
  /** Its place in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** A hyphen parts words: «жилищно-коммунальный» is found by either part, and as a phrase by both. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const STRESS = /[\u0300\u0301]/g;
const MAX_WORD_LENGTH = 64;

/** Of any string: lone surrogates, controls and signs are no words. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    tokens.push({ word: folded(match[0]), position: tokens.length + 1, start, end });
  }
  return tokens;
}

export function folded(word: string): string {
  const composed = word.normalize('NFC').replace(STRESS, '').normalize('NFC').toLowerCase();
  return [...inOneAlphabet(composed.replaceAll('ё', 'е'))].slice(0, MAX_WORD_LENGTH).join('');
}
