import { letterText, type TextLanguage } from '@otklik/contracts/texts';
import type { LetterWords } from '../application/mail-cases.js';
import { MAX_MAIL_BYTES } from './raw-letter.js';

/** From `libs/contracts/texts/letters.*.json`. */
export function letterWords(language: TextLanguage): LetterWords {
  const words = (part: string, values = {}) => letterText(`incoming.${part}`, language, values);
  return {
    noText: words('noText'),
    unreadable: words('unreadable'),
    more: words('more'),
    unnamed: words('unnamed'),
    notTaken: (names) => words('notTaken', { names }),
    cut: (megabytes) => words('cut', { megabytes, max: MAX_MAIL_BYTES / 1_048_576 }),
  };
}
