/**
 * What begins a point: a number at the text's or a line's beginning, or after the end of a sentence; a word that counts points
 * anywhere.
 */
const MARK =
  /(?<=^|\n|[.;:!?]\s)\s*(\d{1,2})[.)]\s+(?!\d)|(?<=^|\s)(Во-первых|Во-вторых|В-третьих|В-четвёртых|В-пятых),?\s+/gi;
const WORDS = ['во-первых', 'во-вторых', 'в-третьих', 'в-четвёртых', 'в-пятых'];
/** Shorter points are dates, numbers of houses or items of a list of things, no questions. */
const MIN_LETTERS = 15;
const MAX_POINTS = 20;

/**
 * The parts in which its author divided a text, as proposed questions: points that are numbered from 1 without a gap,
 * else paragraphs that ask. None where there are fewer than two. What precedes the first, a greeting mostly, belongs to
 * none. The text is not changed, but for the numbers.
 */
export function proposedQuestions(text: string): readonly string[] {
  const numbered = numberedPoints(text);
  return numbered.length > 0 ? numbered : askingParagraphs(text);
}

function numberedPoints(text: string): readonly string[] {
  const marks: { readonly from: number; readonly to: number }[] = [];
  for (const mark of text.matchAll(MARK)) {
    const ordinal = mark[1] === undefined ? WORDS.indexOf(mark[2]!.toLowerCase()) + 1 : Number(mark[1]);
    if (ordinal === marks.length + 1) marks.push({ from: mark.index, to: mark.index + mark[0].length });
  }
  return asQuestions(marks.map(({ to }, at) => trimmed(text.slice(to, marks[at + 1]?.from))));
}

/** Between blank lines; one that asks nothing says more of the question before it. */
function askingParagraphs(text: string): readonly string[] {
  const paragraphs = text.split(/\n[ \t]*\n/).map((one) => one.trim());
  const asked: string[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.includes('?')) asked.push(paragraph);
    else if (asked.length > 0) asked.push(`${asked.pop()!}\n\n${paragraph}`.trim());
  }
  return asQuestions(asked);
}

/** A comma before the word that counts the next point ends this one. */
function trimmed(point: string): string {
  return point.trim().replace(/,(?:\s+(?:и|а))?$/u, '');
}

function asQuestions(points: readonly string[]): readonly string[] {
  const areQuestions = points.every((point) => (point.match(/\p{L}/gu) ?? []).length >= MIN_LETTERS);
  return points.length >= 2 && points.length <= MAX_POINTS && areQuestions ? points : [];
}
