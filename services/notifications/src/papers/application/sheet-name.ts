import { dottedDate } from '@otklik/kernel';
import type { KeptPaper } from '../store/kept-papers.js';

/** «Письмо № 02-11-118 от 24.11.2026.pdf», on any file system. */
export function sheetName({ number, datedOn }: Pick<KeptPaper, 'number' | 'datedOn'>): string {
  return `Письмо № ${number.replace(/[\p{Cc}\\/:*?"<>|]/gu, '-')} от ${dottedDate(datedOn)}.pdf`;
}

/** RFC 8187 beside a plain name for clients that do not know it. */
export function sheetDisposition(
  paper: Pick<KeptPaper, 'number' | 'datedOn'>,
  as: 'attachment' | 'inline' = 'attachment',
): string {
  const encoded = encodeURIComponent(sheetName(paper)).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );
  return `${as}; filename="letter-${paper.datedOn}.pdf"; filename*=UTF-8''${encoded}`;
}
