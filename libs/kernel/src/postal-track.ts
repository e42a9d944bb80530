import { fromRussianLayout } from './keyboard-layout.js';

/** Why a number at the post is none. MISTYPED: it has the form, and its check digit disagrees. */
export type TrackFault = 'MALFORMED' | 'MISTYPED';

/** A number at the post without blanks and in capital letters, with what is wrong with it; `fault` is absent where nothing is. */
export interface PostalTrack {
  readonly track: string;
  readonly fault?: TrackFault;
}

/**
 * What was typed, or read by a scanner. Inland: 14 digits, the last of which is a check digit as of EAN; international: S10 of the
 * Universal Postal Union, two letters, eight digits, the check digit, and the country. A scanner that types in the Russian layout
 * gives Cyrillic letters.
 */
export function postalTrack(typed: string): PostalTrack {
  const track = fromRussianLayout(typed.replace(/[\s()]/gu, '')).toUpperCase();
  if (/^\d{14}$/u.test(track)) return checked(track, track.slice(0, 13), inlandCheck, track[13]);
  if (/^[A-Z]{2}\d{9}[A-Z]{2}$/u.test(track)) return checked(track, track.slice(2, 10), s10Check, track[10]);
  return { track, fault: 'MALFORMED' };
}

function checked(
  track: string,
  digits: string,
  check: (digits: readonly number[]) => number,
  given: string | undefined,
): PostalTrack {
  return String(check([...digits].map(Number))) === given ? { track } : { track, fault: 'MISTYPED' };
}

/** Digits in odd places count three times. */
function inlandCheck(digits: readonly number[]): number {
  const sum = digits.reduce((all, digit, at) => all + digit * (at % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

function s10Check(digits: readonly number[]): number {
  const rest = 11 - (digits.reduce((all, digit, at) => all + digit * S10_WEIGHTS[at]!, 0) % 11);
  if (rest === 10) return 0;
  return rest === 11 ? 5 : rest;
}
