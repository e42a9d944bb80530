import { oneLine } from './sheet.js';

const LATIN = 'OABCEHKMPTXY';
const CYRILLIC = 'ОАВСЕНКМРТХУ';

/** `12 / О`, `12-О` and `12О` are one number, in whichever alphabet; `10-1` and `101` are two. */
export function sameNumber(number: string): string {
  return oneLine(number)
    .toUpperCase()
    .replace(/[A-Z]/g, (letter) => CYRILLIC[LATIN.indexOf(letter)] ?? letter)
    .replace(/(\d)(?=[А-ЯЁA-Z])/g, '$1-')
    .replace(/[\s№./-]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Columns of telephones and numbers that a spreadsheet wrote as `7,91412E+10`: their digits are lost. */
export function isLostNumber(text: string): boolean {
  return /^\d([.,]\d+)?e\+\d+$/i.test(text.trim());
}

/**
 * Which group of digits counts up: of `01-15/123` the third, of `10-1` the first. The one with most values that differ; of equal ones the
 * first.
 */
export function countingGroup(numbers: readonly string[]): number {
  const values: Set<string>[] = [];
  for (const number of numbers)
    for (const [at, group] of groupsOf(number).entries()) (values[at] ??= new Set()).add(group);
  const most = Math.max(0, ...values.map(({ size }) => size));
  return Math.max(
    0,
    values.findIndex(({ size }) => size === most),
  );
}

/** The number's place in its series; undefined where it has no digits there. */
export function serialIn(number: string, group: number): number | undefined {
  const digits = groupsOf(number)[group];
  return digits === undefined || digits.length > 7 ? undefined : Number(digits);
}

function groupsOf(number: string): readonly string[] {
  return number.match(/\d+/g) ?? [];
}
