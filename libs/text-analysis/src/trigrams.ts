/**
 * Different character 3-grams of a word with its edges marked: «яма» → `^ям`, `яма`, `ма$`. None of a word with a digit:
 * numbers are taken as written, and each appeal brings its own.
 */
export function trigrams(word: string): readonly string[] {
  if (/\d/.test(word)) return [];
  const edged = `^${word}$`;
  // Letters outside the first plane take two units each: then, and only then, it is parted by letters.
  const parted = /[\ud800-\udfff]/.test(word) ? [...edged] : undefined;
  const grams: string[] = [];
  const end = (parted ?? edged).length - 2;
  for (let at = 0; at < end; at += 1) {
    const gram = parted ? parted.slice(at, at + 3).join('') : edged.slice(at, at + 3);
    if (!grams.includes(gram)) grams.push(gram);
  }
  return grams;
}

/** Shared 3-grams to all 3-grams of both (Dice), 0 to 1. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  return likenessTo(one)(other);
}

/** For comparing many with one. */
export function likenessTo(one: readonly string[]): (other: readonly string[]) => number {
  const set = new Set(one);
  return (other) => {
    if (one.length === 0 || other.length === 0) return 0;
    let shared = 0;
    for (const gram of other) if (set.has(gram)) shared += 1;
    return (2 * shared) / (one.length + other.length);
  };
}

/**
 * Edits that make one word of the other: letters put in, left out, changed, or two neighbours swapped.
 * Stops counting above `max` and answers `max + 1`.
 */
export function edits(one: string, other: string, max: number): number {
  const a = [...one];
  const b = [...other];
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let at = 1; at <= b.length; at += 1) here.push(cell(a, b, row, at, { before, above, here }));
    if (Math.min(...here) > max) return max + 1;
    before = above;
    above = here;
  }
  return above[b.length] ?? max + 1;
}

function cell(
  a: readonly string[],
  b: readonly string[],
  row: number,
  at: number,
  rows: { readonly before: readonly number[]; readonly above: readonly number[]; readonly here: readonly number[] },
): number {
  const same = a[row - 1] === b[at - 1];
  const cheapest = Math.min(
    (rows.above[at] ?? 0) + 1,
    (rows.here[at - 1] ?? 0) + 1,
    (rows.above[at - 1] ?? 0) + (same ? 0 : 1),
  );
  const swapped = row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1];
  return swapped ? Math.min(cheapest, (rows.before[at - 2] ?? 0) + 1) : cheapest;
}
