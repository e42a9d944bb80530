import type { Capabilities, TextUnit, ThreadKind } from '../network.js';

export interface TextLimit {
  readonly max: number;
  readonly unit: TextUnit;
}

const graphemes = new Intl.Segmenter('ru', { granularity: 'grapheme' });

/** How long a text is as the network counts. */
export function measure(text: string, unit: TextUnit): number {
  if (unit === 'utf16') return text.length;
  if (unit === 'byte') return Buffer.byteLength(text);
  let points = 0;
  for (const _ of text) points += 1;
  return points;
}

/**
 * A text that fits is one part, as it is. A longer one becomes parts headed «1/3», ended at a paragraph, a sentence or a
 * space: no word, address or letter is broken unless it alone is longer than a part. Only the white space at a cut goes.
 */
export function textParts(text: string, limit: TextLimit): readonly string[] {
  if (measure(text, limit.unit) <= limit.max) return [text];
  // White space at its ends is no second part.
  if (measure(text.trim(), limit.unit) <= limit.max) return [text.trim()];
  for (const most of [9, 99, 999, 9999]) {
    const room = limit.max - measure(heading(most, most), limit.unit);
    if (room < 1) break;
    const pieces = cut(text, room, limit.unit);
    if (pieces.length <= most) return pieces.map((piece, at) => heading(at + 1, pieces.length) + piece);
  }
  throw new RangeError(`a part of ${limit.max} cannot carry this text`);
}

const heading = (number: number, of: number) => `${number}/${of}\n`;

function cut(text: string, room: number, unit: TextUnit): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const end = endOfPiece(rest, room, unit);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return pieces;
}

interface Breaks {
  paragraph: number;
  sentence: number;
  space: number;
}

function endOfPiece(text: string, room: number, unit: TextUnit): number {
  const breaks: Breaks = { paragraph: 0, sentence: 0, space: 0 };
  let used = 0;
  let end = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    if (/^\s/.test(segment)) note(breaks, text, segment, index);
    used += measure(segment, unit);
    if (used > room) return best(breaks, end) || pointsThatFit(text, room, unit);
    end = index + segment.length;
  }
  return end;
}

/** A break before white space: it need not fit itself. */
function note(breaks: Breaks, text: string, space: string, at: number): void {
  breaks.space = at;
  if (/[.!?…:;]["»)]?$/.test(text.slice(Math.max(0, at - 2), at))) breaks.sentence = at;
  if (space.includes('\n')) breaks.paragraph = at;
}

/** A paragraph or sentence is worth a part that is up to half empty. */
function best({ paragraph, sentence, space }: Breaks, end: number): number {
  const least = end / 2;
  if (paragraph >= least && paragraph > 0) return paragraph;
  if (sentence >= least && sentence > 0) return sentence;
  return space || end;
}

/** One letter with more marks than a part has room for: parted between its code points, at least one. */
function pointsThatFit(text: string, room: number, unit: TextUnit): number {
  let end = 0;
  let used = 0;
  for (const point of text) {
    used += measure(point, unit);
    if (used > room && end > 0) break;
    end += point.length;
  }
  return end;
}

/** The messages that a text is there, as they are sent. What no program may say there is refused whole: a person places it. */
export function messagesOf(
  text: string,
  kind: ThreadKind,
  { send, text: direct, commentText }: Pick<Capabilities, 'send' | 'text' | 'commentText'>,
): readonly string[] {
  if (kind === 'DIRECT') return textParts(text, direct);
  return send.comments ? textParts(text, commentText) : [text];
}
