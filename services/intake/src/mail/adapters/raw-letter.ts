/** The largest letter that is taken, bytes: five photos of ten megabytes come smaller from every mail program. */
export const MAX_MAIL_BYTES = 26_214_400;

/**
 * The head's first line: the envelope sender of the letter, empty for a report (RFC 5321, 4.4). A line of the letter's
 * own comes below it.
 */
export function returnPath(from: string): Buffer {
  return Buffer.from(`Return-Path: <${from.replace(/[^\x21-\x7e]/g, '')}>\r\n`);
}
