/** Latin letters and the Cyrillic ones whose capitals look the same. */
const LATIN = 'abcehkmoptxy';
const CYRILLIC = 'авсенкмортху';
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([...LATIN].map((letter, at) => [letter, CYRILLIC[at]!]));
const MIN_LENGTH = 3;
const MAX_LENGTH = 24;

/** Of a number in the journal that was kept before: plain digits are one of their year, which says so: «17/2025». */
export function oldNumberKey(year: string, number: string): string | undefined {
  return numberKey(number) ?? numberKey(`журнал${year}${number}`);
}

/**
 * One spelling of a registration number or receipt: «АЛД-С-2026-6», «алд с 2026/6» and Latin look-alikes give the same.
 * Undefined for what cannot be a number: no digit, nothing but digits, too short or too long.
 */
export function numberKey(text: string): string | undefined {
  const signs =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]/gu) ?? [];
  const key = signs.map((sign) => LOOK_ALIKES.get(sign) ?? sign).join('');
  const isNumber = /\d/.test(key) && /\p{L}/u.test(key) && key.length >= MIN_LENGTH && key.length <= MAX_LENGTH;
  return isNumber ? key : undefined;
}
