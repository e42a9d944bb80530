import { letterText, type TextLanguage } from '@otklik/contracts/texts';
import type { LetterFacts, LetterParts } from './letter.js';

/** The placeholder for the signature in a text: before there is one, words that say so. */
export function signatureLine(
  { isUnsigned }: LetterFacts,
  { signature }: LetterParts,
  language: TextLanguage,
): string | undefined {
  return signature ?? (isUnsigned ? letterText('signature.LATER', language, {}) : undefined);
}
