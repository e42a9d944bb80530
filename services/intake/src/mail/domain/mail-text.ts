import { MAX_TEXT } from '../../appeal/domain/appeal.commands.js';

/** Control characters that no text needs. */
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/gu;
const NOTHING_VISIBLE = /^[\p{Z}\p{Cc}\p{Cf}\p{M}]*$/u;
const REPLY = /^(?:(?:re|fw|fwd|aw|на|отв|ответ|пересл)\s*(?:\[\d+\])?\s*:\s*)+/iu;

/** Words that are put into the text of a message, where the letter has none of its own. */
export interface MailWords {
  readonly noText: string;
  readonly unreadable: string;
  /** After what was left out. */
  readonly more: string;
  /** `names`: of the files. */
  readonly notTaken: (names: string) => string;
  /** `megabytes`: of the whole letter. */
  readonly cut: (megabytes: number) => string;
}

export interface MailParts {
  readonly subject: string | undefined;
  readonly text: string;
  /** The message could not be taken apart. */
  readonly isUnreadable: boolean;
  /** Names of files that are not taken. */
  readonly notTaken: readonly string[];
  /** Of a letter that was too large and was cut: how large it was, bytes. */
  readonly wholeBytes?: number;
}

const MEGABYTE = 1_048_576;

/** A text as it may be stored; undefined when nothing can be seen in it. */
export function clean(raw: string | undefined): string | undefined {
  const text = (raw ?? '').toWellFormed().replace(/\r\n?/g, '\n').replace(UNWANTED, '').normalize('NFC').trim();
  return NOTHING_VISIBLE.test(text) ? undefined : text;
}

/** One line of at most `max` characters; undefined when nothing can be seen in it. */
export function cleanLine(raw: string | undefined, max: number): string | undefined {
  const line = clean(raw)?.replace(/\s+/gu, ' ');
  return line === undefined || line.length <= max ? line : `${[...line].slice(0, max - 1).join('')}…`;
}

/** The text of a case: the subject in its head, then what was written, then what is not there. */
export function textOfMail(of: MailParts, words: MailWords): string {
  const { subject, text, isUnreadable, notTaken, wholeBytes } = of;
  const body = clean(text) ?? (isUnreadable ? words.unreadable : undefined);
  const written = [headOf(subject, body), body].filter((part) => part !== undefined);
  const missing = [
    ...(notTaken.length === 0 ? [] : [words.notTaken(notTaken.join(', '))]),
    ...(wholeBytes === undefined ? [] : [words.cut(Math.ceil(wholeBytes / MEGABYTE))]),
  ];
  return within([written.length === 0 ? words.noText : written.join('\n\n'), ...missing], words.more);
}

/** A subject that the text begins with is not said twice. */
function headOf(subject: string | undefined, body: string | undefined): string | undefined {
  const head = clean(subject?.trim().replace(REPLY, ''));
  return head !== undefined && body?.toLowerCase().startsWith(head.toLowerCase()) ? undefined : head;
}

/** What comes last is said whole; the text before it is cut, and says so. */
function within([text, ...rest]: readonly string[], more: string): string {
  const end = rest.map((one) => `\n\n${one}`).join('');
  const letters = [...text!];
  const room = MAX_TEXT - [...end].length;
  return letters.length <= room ? text! + end : letters.slice(0, room - more.length - 2).join('') + `\n\n${more}` + end;
}
