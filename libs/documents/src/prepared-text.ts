import { dottedDate } from '@otklik/kernel';
import { printableText } from './printable-text.js';
import { unbroken } from './unbroken.js';

/** No line is that long: a run without spaces (an address of a page) may end a line after each so many characters. */
const LONG_RUN = /\S{40}(?=\S{20})/gu;
const MAY_END = '\u200B';

/** The text on one line, ready to be set. */
export function line(text = ''): string {
  return dividedRuns(unbroken(oneLine(printableText(text))));
}

/** A run without spaces gets places where a line may end. */
export function dividedRuns(text: string): string {
  return text.replace(LONG_RUN, (run) => `${run}${MAY_END}`);
}

export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

/** 27.11.2026 of 2026-11-27. */
export function dayOf(day = ''): string {
  return dottedDate(day);
}
