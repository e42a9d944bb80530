/** A run of text that both versions hold, or only one of them. */
export interface Run {
  readonly kind: 'SAME' | 'REMOVED' | 'ADDED';
  readonly text: string;
}

/** A paragraph of the comparison; `changed` is false where both versions hold it letter for letter. */
export interface ComparedParagraph {
  readonly changed: boolean;
  readonly runs: readonly Run[];
}

/** Paragraphs that share less than this part of their words are shown as one removed and one added. */
const MIN_SHARED_WORDS = 0.3;
/** Above this the quadratic comparison is replaced by "all removed, all added". */
const MAX_COMPARED_ITEMS = 2_000;

/** Compares two texts by paragraph, then the paragraphs that took each other's place by word. */
export function compareTexts(before: string, after: string): readonly ComparedParagraph[] {
  const compared: ComparedParagraph[] = [];
  for (const block of blocks(compareItems(paragraphs(before), paragraphs(after)))) {
    if (block.kind === 'SAME') compared.push({ changed: false, runs: [{ kind: 'SAME', text: block.text }] });
    else compared.push(...compareBlock(block.removed, block.added));
  }
  return compared;
}

function paragraphs(text: string): readonly string[] {
  return text
    .split(/\n+/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

type Block =
  | { readonly kind: 'SAME'; readonly text: string }
  | { readonly kind: 'CHANGED'; readonly removed: string[]; readonly added: string[] };

/** Removed and added paragraphs between two equal ones form one block. */
function blocks(runs: readonly Run[]): readonly Block[] {
  const found: Block[] = [];
  for (const { kind, text } of runs) {
    if (kind === 'SAME') {
      found.push({ kind, text });
      continue;
    }
    let last = found.at(-1);
    if (last?.kind !== 'CHANGED') found.push((last = { kind: 'CHANGED', removed: [], added: [] }));
    (kind === 'REMOVED' ? last.removed : last.added).push(text);
  }
  return found;
}

function compareBlock(removed: readonly string[], added: readonly string[]): readonly ComparedParagraph[] {
  const compared: ComparedParagraph[] = [];
  let next = 0;
  for (const before of removed) {
    const at = added.findIndex((after, index) => index >= next && sharedWords(before, after) >= MIN_SHARED_WORDS);
    if (at < 0) {
      compared.push({ changed: true, runs: [{ kind: 'REMOVED', text: before }] });
      continue;
    }
    for (const after of added.slice(next, at)) compared.push({ changed: true, runs: [{ kind: 'ADDED', text: after }] });
    compared.push({ changed: true, runs: compareItems(words(before), words(added[at] ?? ''), ' ') });
    next = at + 1;
  }
  for (const after of added.slice(next)) compared.push({ changed: true, runs: [{ kind: 'ADDED', text: after }] });
  return compared;
}

function words(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

function sharedWords(before: string, after: string): number {
  const [left, right] = [new Set(words(before)), new Set(words(after))];
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  return shared / Math.max(left.size, right.size, 1);
}

/** The longest common subsequence; neighbours of one kind are joined where `glue` is given. */
function compareItems(before: readonly string[], after: readonly string[], glue?: string): readonly Run[] {
  const lengths = commonLengths(before, after);
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [left, right] = [before[i], after[j]];
    if (left !== undefined && left === right) {
      put(runs, 'SAME', left, glue);
      i += 1;
      j += 1;
    } else if (
      right === undefined ||
      (left !== undefined && lengthAt(lengths, i + 1, j) >= lengthAt(lengths, i, j + 1))
    ) {
      put(runs, 'REMOVED', left ?? '', glue);
      i += 1;
    } else {
      put(runs, 'ADDED', right, glue);
      j += 1;
    }
  }
  return runs;
}

function put(runs: Run[], kind: Run['kind'], text: string, glue: string | undefined): void {
  const last = runs.at(-1);
  if (glue !== undefined && last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + glue + text };
  else runs.push({ kind, text });
}

/** lengths[i][j] = length of the longest common subsequence of before[i…] and after[j…]. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly Uint16Array[] {
  if (before.length * after.length > MAX_COMPARED_ITEMS ** 2) return [];
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const [row, below] = [lengths[i], lengths[i + 1]];
    if (!row || !below) continue;
    for (let j = after.length - 1; j >= 0; j -= 1)
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
  }
  return lengths;
}

function lengthAt(lengths: readonly Uint16Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
