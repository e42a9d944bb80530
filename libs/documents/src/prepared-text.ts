import { dottedDate } from '@otklik/kernel';
import { printableText } from './printable-text.js';
import { unbroken } from './unbroken.js';

/** No line is that long: a run without spaces may end a line after each so many characters, an address of a page at its signs, too. */
const LONG_RUN = /[^\s\u200B]{40}(?=[^\s\u200B]{20})/gu;
/** As much as a block at the side holds: an addressee, a heading, a post. */
const NARROW_RUN = /[^\s-]{24}(?=[^\s-]{8})/gu;
const ADDRESS = /\bhttps?:\/\/\S{20,}/gu;
const MAY_END = '\u200B';

/** The text on one line, ready to be set. */
export function line(text = ''): string {
  return dividedRuns(unbroken(oneLine(printableText(text))));
}

/** The same where the line is of half the sheet's width or less. */
export function narrowLine(text = ''): string {
  return unbroken(oneLine(printableText(text))).replace(NARROW_RUN, (run) => `${run}${MAY_END}`);
}

/** A run without spaces gets places where a line may end. */
export function dividedRuns(text: string): string {
  return text
    .replace(ADDRESS, (address) => address.replace(/[/?&=._-](?=[^/])/g, (sign) => `${sign}${MAY_END}`))
    .replace(LONG_RUN, (run) => `${run}${MAY_END}`);
}

export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

/** 27.11.2026 of 2026-11-27. */
export function dayOf(day = ''): string {
  return dottedDate(day);
}
