import { hasGlyph } from './font.js';

/** Characters without a picture of their own that a sheet does not need: joiners, marks of direction, the order of bytes. */
const INVISIBLE = /[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]/gu;
const FIXED_SPACES = /[\u2007\u202F]/g;
const OTHER_SPACES = /[\t\v\f\u1680\u2000-\u2006\u2008-\u200A\u205F\u3000]/g;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;

/**
 * The text as a sheet can show it: composed, without what is invisible. What the font has no picture of (an emoji, an
 * ideograph, a bell) is named in its place, as `[U+1F44D]`, so that it is seen that something was there.
 */
export function printableText(text: string): string {
  let shown = '';
  let strangers: string[] = [];
  const nameStrangers = (): void => {
    if (strangers.length > 0) shown += `[${strangers.map(codeOf).join(' ')}]`;
    strangers = [];
  };
  for (const character of plain(text)) {
    if (!isPrintable(character)) strangers.push(character);
    else {
      nameStrangers();
      shown += character;
    }
  }
  nameStrangers();
  return shown;
}

/** What of the text would be named instead of shown. */
export function unprintableIn(text: string): string[] {
  return [...new Set(plain(text))].filter((character) => !isPrintable(character));
}

function plain(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(LINE_ENDS, '\n')
    .replace(FIXED_SPACES, '\u00A0')
    .replace(OTHER_SPACES, ' ')
    .replace(INVISIBLE, '')
    .replaceAll('\u2010', '-');
}

function isPrintable(character: string): boolean {
  return character === '\n' || (character >= ' ' && hasGlyph(character.codePointAt(0)!));
}

function codeOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
