import { dottedDate, type LocalDate } from './local-time.js';

/** «Письмо № 02-11-118 от 24.11.2026.pdf», on any file system: the letter's file has one name on every way to its reader. */
export function letterFileName({ number, on }: { readonly number: string; readonly on: LocalDate }): string {
  return `Письмо № ${number.replace(/[\p{Cc}\\/:*?"<>|]/gu, '-')} от ${dottedDate(on)}.pdf`;
}
