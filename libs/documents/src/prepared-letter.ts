import type {
  Enclosure,
  Letterhead,
  LetterPaper,
  LetterSignature,
  Paragraph,
  PaperLanguage,
  Table,
  VerificationCode,
} from './letter-paper.js';
import { certificateLines } from './marked-copy.js';
import { printableText } from './printable-text.js';
import { dayOf, dividedRuns, line, narrowLine, oneLine } from './prepared-text.js';
import { unbroken } from './unbroken.js';

/** Time to lay out a paragraph grows with the square of its length. */
const MAX_PARAGRAPH_LENGTH = 8_000;
const MAX_RUN_LENGTH = 500;

export interface PreparedTable {
  readonly kind: 'table';
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface PreparedText {
  readonly kind: 'text';
  readonly text: string;
  readonly language: PaperLanguage;
  /** Of words: the time for a run of a thousand characters is a second. */
  readonly isHyphenated: boolean;
}

/** What the template `letter.typ` reads: texts ready to be set, a line each, and empty where there is none. */
export type PreparedLetter = ReturnType<typeof preparedLetter>;

export function preparedLetter(paper: LetterPaper) {
  const { signature } = paper;
  return {
    title: titleOf(paper),
    letterhead: preparedLetterhead(paper.letterhead),
    ...numbersOf(paper),
    addressee: paper.addressee.lines.map((text) => narrowLine(text)).filter(Boolean),
    heading: narrowLine(paper.heading),
    salutation: line(paper.salutation),
    blocks: paper.paragraphs.flatMap(preparedBlocks),
    enclosures: enclosureLines(paper.enclosures),
    signature: {
      post: narrowLine(signature.post),
      name: line(signature.name),
      ...markOf(signature, dayOf(paper.date)),
    },
    executor: [line(paper.executor?.name), line(paper.executor?.phone)].filter(Boolean),
    code: preparedCode(paper.code),
  };
}

function preparedLetterhead({ name, nameSah = [], emblem, lines: about }: Letterhead) {
  const file = emblem ? `emblem.${emblem.format}` : '';
  return { name: lines(name), nameSah: lines(nameSah), emblem: file, lines: lines(about) };
}

function numbersOf(paper: LetterPaper) {
  const { number = '', date, inReplyTo } = paper;
  return {
    isDraft: date === undefined,
    number: line(number),
    date: dayOf(date),
    inReplyTo: { number: line(inReplyTo?.number), date: dayOf(inReplyTo?.date) },
    // On the second sheet and those after it.
    running: unbroken(nameOf(paper)),
  };
}

/** «Письмо от 27.11.2026 № 1204-О» */
function nameOf({ named = 'Письмо', number, date }: LetterPaper): string {
  return number && date ? `${named} от ${dayOf(date)} № ${printableText(number)}` : 'Проект письма';
}

function preparedCode(code?: VerificationCode) {
  return { address: code?.address ?? '', page: line(code?.page), short: line(code?.short) };
}

/** A mark claims a certificate, so that only a qualified signature has one. */
function markOf(signature: LetterSignature, date: string): { kind: string; mark: readonly string[]; note: string } {
  const { kind } = signature;
  if (kind === 'QUALIFIED') {
    return { kind, mark: certificateLines(signature.certificate), note: '' };
  }
  const signed = `Подписано в системе «Отклик»: ${line(signature.post)}, ${line(signature.name)}, ${date}`;
  return { kind, mark: [], note: kind === 'SYSTEM' ? signed : '' };
}

function titleOf(paper: LetterPaper): string {
  const { heading } = paper;
  return heading ? `${nameOf(paper)}. ${oneLine(printableText(heading))}` : nameOf(paper);
}

/** Its title is set by the template where the letter itself says nothing of them. */
function enclosureLines(enclosures: readonly Enclosure[]): string[] {
  const texts = enclosures.map(({ name, sheets, copies = 1 }) => {
    const size = sheets === undefined ? '' : ` на ${sheets} л. в ${copies} экз.`;
    return line(`${name}${size}`);
  });
  return texts.length > 1 ? texts.map((text, at) => `${at + 1}. ${text}`) : texts;
}

function preparedBlocks(block: Paragraph | Table): (PreparedText | PreparedTable)[] {
  return 'rows' in block ? [preparedTable(block)] : preparedTexts(block);
}

function preparedTable({ title, head, rows }: Table): PreparedTable {
  const widthOf = (cells: readonly string[]) => head.map((_, at) => line(cells[at]));
  return { kind: 'table', title: line(title), head: lines(head, false), rows: rows.map(widthOf) };
}

function preparedTexts({ text, language = 'ru' }: Paragraph): PreparedText[] {
  const parts = printableText(text)
    .split('\n')
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap(inPieces);
  return parts.map((part) => {
    const isHyphenated = language === 'ru' && dividedRuns(part) === part;
    return { kind: 'text', text: dividedRuns(unbroken(part)), language, isHyphenated };
  });
}

/** Parts that are laid out in time, cut where a sentence or at least a word ends. */
function inPieces(text: string): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > MAX_PARAGRAPH_LENGTH) {
    const sentence = rest.lastIndexOf('. ', MAX_PARAGRAPH_LENGTH - 2) + 1;
    const word = rest.lastIndexOf(' ', MAX_PARAGRAPH_LENGTH);
    const end = [sentence, word].find((at) => at > MAX_PARAGRAPH_LENGTH / 2) ?? MAX_RUN_LENGTH;
    pieces.push(rest.slice(0, end).trim().toWellFormed());
    rest = rest.slice(end).trim();
  }
  return [...pieces, rest].filter(Boolean);
}

function lines(texts: readonly string[], areAllShown = true): string[] {
  const found = texts.map((text) => line(text));
  return areAllShown ? found.filter(Boolean) : found;
}
