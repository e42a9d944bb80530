import { isAddress } from '@otklik/kernel';
import { convert } from 'html-to-text';
import { simpleParser, type Attachment, type ParsedMail } from 'mailparser';
import type { Mail, MailAuthor, MailFile, MailReader } from '../application/mail.js';
import type { MailHead } from '../domain/machine-mail.js';

/** Of HTML, characters; more is not turned into text. */
const MAX_HTML = 2_000_000;
/** Of what is read as text, characters: fifty times the longest text of a case. */
const MAX_TEXT = 1_000_000;
const MAX_HTML_DEPTH = 200;
/** Of the head, where nothing else can be read. */
const MAX_HEAD = 65_536;
/** Letters that one answers, at most. */
const MAX_ANSWERED = 50;
/** A picture that the letter's own text shows, below this size, is a logo or a smile. */
const DECORATION_BYTES = 10_240;

const PARSING = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  keepCidLinks: true,
};

/**
 * Letters by `mailparser`, within its bounds of parts and depth: what is beyond them has its head read alone. Its `date` is
 * never used, for it makes a wrong one today's.
 */
export const mailparserReader: MailReader = {
  async read(raw) {
    const parsed = await simpleParser(raw, PARSING).catch(() => undefined);
    if (parsed?.headers) return mailOf(parsed, false);
    const head = await simpleParser(headOf(raw), PARSING).catch(() => undefined);
    return mailOf(head?.headers ? head : undefined, true);
  },
};

function mailOf(parsed: ParsedMail | undefined, isUnreadable: boolean): Mail {
  const head = mailHead(parsed);
  return {
    head,
    from: authorOf(parsed),
    subject: textual(parsed?.subject),
    text: isUnreadable ? '' : textOf(parsed),
    id: idsIn(head.values('message-id'))[0],
    answers: [
      ...new Set([...idsIn(head.values('in-reply-to')), ...idsIn(head.values('references')).toReversed()]),
    ].slice(0, MAX_ANSWERED),
    files: isUnreadable ? [] : (parsed?.attachments ?? []).filter(isFile).map(fileOf),
    isUnreadable,
  };
}

/** Only the part before the text of the letter. */
function headOf(raw: Buffer): Buffer {
  const head = raw.subarray(0, MAX_HEAD).toString('latin1');
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  const lines = head.slice(0, end).replace(/^content-[^\n]*(?:\n[ \t][^\n]*)*\n?/gim, '');
  return Buffer.from(`${lines}\r\n\r\n`, 'latin1');
}

function mailHead(parsed: ParsedMail | undefined): MailHead {
  const lines = parsed?.headerLines ?? [];
  const values = (name: string) =>
    lines.filter(({ key }) => key === name).map(({ line }) => line.slice(line.indexOf(':') + 1).trim());
  const path = values('return-path')[0];
  return {
    values,
    contentType: /^[^;\s]*/.exec(values('content-type')[0] ?? '')![0],
    returnPath: path === undefined ? undefined : path.replace(/^<|>$/g, ''),
  };
}

/** The sender as named in the letter, unproved. */
function authorOf(parsed: ParsedMail | undefined): MailAuthor | undefined {
  const [first] = flat(parsed?.from?.value ?? []);
  const address = textual(first?.address)?.trim().toLowerCase() ?? '';
  if (!isAddress(address)) return undefined;
  const name = textual(first?.name);
  return { address, ...(name && { name }) };
}

interface Address {
  readonly address?: string | undefined;
  readonly name?: string;
  readonly group?: readonly Address[] | undefined;
}

function flat(addresses: readonly Address[]): readonly Address[] {
  return addresses.flatMap((one) => (one.group ? [...one.group] : [one]));
}

function textOf(parsed: ParsedMail | undefined): string {
  const plain = (textual(parsed?.text) ?? '').slice(0, MAX_TEXT);
  if (plain.trim() !== '') return plain;
  const html = textual(parsed?.html) ?? '';
  return html === '' || html.length > MAX_HTML ? '' : fromHtml(html).slice(0, MAX_TEXT);
}

function fromHtml(html: string): string {
  try {
    return convert(html, {
      wordwrap: false,
      limits: { maxDepth: MAX_HTML_DEPTH, maxInputLength: MAX_HTML },
      selectors: [
        { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
        ...['img', 'script', 'style', 'head'].map((selector) => ({ selector, format: 'skip' })),
      ],
    });
  } catch {
    // HTML that cannot be turned into text is no reason to lose the letter: its text is then said to be missing.
    return '';
  }
}

function isFile({ related, cid, size, contentType }: Attachment): boolean {
  return !(related && cid && contentType.startsWith('image/') && size < DECORATION_BYTES);
}

function fileOf({ filename, content }: Attachment): MailFile {
  return { name: textual(filename), bytes: content };
}

/** `<one@a> <two@b>` */
function idsIn(values: readonly string[]): readonly string[] {
  return values.flatMap((value) => [...value.matchAll(/<([^<>\s]{1,500})>/g)].map(([, id]) => id!));
}

function textual(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
