import { tokenise, type Token } from '@otklik/text-analysis';

export const MARK_START = '\uE000';
export const MARK_END = '\uE001';
const FRAGMENT_LENGTH = 160;
const MAX_FRAGMENTS = 3;

/**
 * Pieces of the text around what was found, the found words between the marks; at most three, about 160 characters each.
 * `found`: was this word asked for? Marks that stand in the text itself are left out.
 */
export function highlight(text: string, found: (token: Token) => boolean): readonly string[] {
  const hits = tokenise(text).filter(found);
  const fragments: string[] = [];
  let covered = -1;
  for (const hit of hits) {
    if (hit.end <= covered) continue;
    if (fragments.length === MAX_FRAGMENTS) break;
    const start = wordStart(text, Math.max(covered, hit.start - FRAGMENT_LENGTH / 4));
    const end = wordEnd(text, Math.max(hit.end, start + FRAGMENT_LENGTH));
    fragments.push(marked(text, start, end, hits));
    covered = end;
  }
  return fragments;
}

function marked(text: string, start: number, end: number, hits: readonly Token[]): string {
  let at = start;
  let out = start > 0 ? '…' : '';
  for (const hit of hits.filter((one) => one.start >= start && one.end <= end)) {
    out += `${clean(text.slice(at, hit.start))}${MARK_START}${clean(text.slice(hit.start, hit.end))}${MARK_END}`;
    at = hit.end;
  }
  out += clean(text.slice(at, end));
  return end < text.length ? `${out}…` : out;
}

function clean(piece: string): string {
  return piece.replace(/[\uE000\uE001]/g, '').replace(/\s+/g, ' ');
}

const MAX_STEPS = 40;
function wordStart(text: string, from: number): number {
  let at = Math.max(0, Math.floor(from));
  for (let steps = 0; at > 0 && steps < MAX_STEPS && !/\s/.test(text[at - 1] ?? ' '); steps += 1) at -= 1;
  return whole(text, at);
}

function wordEnd(text: string, from: number): number {
  let at = Math.min(text.length, Math.floor(from));
  for (let steps = 0; at < text.length && steps < MAX_STEPS && !/\s/.test(text[at] ?? ' '); steps += 1) at += 1;
  return whole(text, at);
}

/** Never between the halves of a surrogate pair. */
function whole(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at + 1 : at;
}
