import ts from 'typescript';
import type { Change } from './change.js';
import { declarationsOf, escaped, rulesOf, type Declared } from './symbols.js';
import { isText, targetAt, type Edit, type Target } from './targets.js';

/** Where a mutant changes what. */
export interface Place extends Edit {
  /** From the root. */
  readonly file: string;
}

/** Every place that a mutant may mean: one, where it is right. */
export function placesIn(symbol: string, change: Change): readonly Place[] {
  if (symbol.startsWith('law: '))
    return rulesOf(symbol.slice(5)).flatMap(({ file, text, start, end }) =>
      foundIn(text, start, end, change).map((edit) => ({ file, ...edit })),
    );
  return declarationsOf(symbol).flatMap((declared) =>
    editsIn(declared, change).map((edit) => ({ file: declared.file, ...edit })),
  );
}

export function editsIn({ node, source }: Pick<Declared, 'node' | 'source'>, change: Change): readonly Edit[] {
  if (change.op === 'replaceText') return textsIn(node, source, change);
  if (change.op === 'replaceCode') return foundIn(source.text, node.getStart(), node.end, change);
  const [find, words] = [targetAt[change.op], wordsOf(node)];
  const all = nodesIn(node).flatMap((one) => find(one, change) ?? []);
  const named = innermost(all.filter((one) => words.areAllIn(one, change.words)));
  return nearest(named, node, (range) => words.areAllIn(range, change.beside)).map(({ edit }) => edit);
}

type Range = Pick<Edit, 'start' | 'end'>;

function isInside(one: Range, other: Range): boolean {
  return one.start >= other.start && one.end <= other.end && one.end - one.start < other.end - other.start;
}

function innermost<Some extends Range>(all: readonly Some[]): readonly Some[] {
  return all.filter((one) => !all.some((other) => isInside(other, one)));
}

/** Those that have the words around them next to them. */
function nearest(all: readonly Target[], top: ts.Node, hasAll: (range: Range) => boolean): readonly Target[] {
  const around = all.map(({ node }) => {
    let at = node;
    while (at !== top && !hasAll({ start: at.getStart(), end: at.end })) at = at.parent;
    return { start: at.getStart(), end: at.end };
  });
  const smallest = innermost(around);
  return all.filter((_, at) => hasAll(around[at]!) && smallest.includes(around[at]!));
}

export function nodesIn(top: ts.Node): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(top, visit);
  return found;
}

export interface Words {
  readonly all: ReadonlyMap<string, readonly number[]>;
  areAllIn(range: Range, words: readonly string[]): boolean;
}

const WORD = /[\p{L}\d_]{2,}/gu;
const known = new WeakMap<ts.Node, Words>();

/** Names, numbers and texts of a node, whole and by words, with where they stand. */
export function wordsOf(top: ts.Node): Words {
  const cached = known.get(top);
  if (cached) return cached;
  const all = new Map<string, number[]>();
  const put = (word: string, at: number): void => void all.set(word, [...(all.get(word) ?? []), at]);
  for (const node of nodesIn(top)) {
    const text = wordOf(node);
    if (text === undefined) continue;
    put(text, node.getStart());
    if (isText(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node))
      for (const { 0: word, index } of node.getText().matchAll(WORD)) put(word, node.getStart() + index);
  }
  const isIn = (word: string, { start, end }: Range) => all.get(word)?.some((at) => at >= start && at < end) ?? false;
  const words: Words = { all, areAllIn: (range, each) => each.every((word) => isIn(word, range)) };
  known.set(top, words);
  return words;
}

function wordOf(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) return node.text;
  if (ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) return node.text;
  return KEYWORDS.has(node.kind) || ts.isBinaryOperatorToken(node) ? node.getText() : undefined;
}

const KEYWORDS = new Set([
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.ThisKeyword,
]);

function textsIn(top: ts.Node, { text }: ts.SourceFile, change: Change): readonly Edit[] {
  const outermost = nodesIn(top).filter((node) => isText(node) || ts.isJsxText(node));
  const texts = outermost.filter(
    (one) => !outermost.some((other) => other !== one && other.pos <= one.pos && other.end >= one.end),
  );
  return texts.flatMap((node) => foundIn(text, node.getStart(), node.end, change));
}

/** Wherever the white space in between is what it is; a comma at the end of a list may be there or not. */
function foundIn(text: string, from: number, to: number, change: Change): readonly Edit[] {
  const parts = change.from.match(/[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$]/gu) ?? [];
  const pattern = parts.reduce((before, part, at) => {
    const gap = at > 0 && /\w$/.test(parts[at - 1]!) && /^\w/.test(part) ? '\\s+' : '\\s*';
    return `${before}${at === 0 ? '' : gap}${escaped(part)}`;
  }, '');
  return Array.from(text.slice(from, to).matchAll(new RegExp(pattern, 'gu')), ({ 0: found, index }) => ({
    start: from + index,
    end: from + index + found.length,
    text: change.to,
  }));
}
