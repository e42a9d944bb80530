/** What tells a letter from another one. */
export interface LetterParts {
  readonly text?: string;
  readonly name?: string;
  readonly contact?: string;
  readonly address?: string;
  /** The account at an issuer. */
  readonly subject?: string;
}

/** Of the words of the shorter text so many stand in the other, where one letter was typed by two people. */
const MIN_SHARE = 0.5;
/** Of a word in any of its forms; shorter ones tell no matter. */
const STEM = 4;

/**
 * One letter that was entered twice: by one sender, about one matter. What the same person wrote about another matter must be
 * considered (59-FZ art. 9(1)), and so must a text that several people copied.
 */
export function isSameLetter(one: LetterParts, other: LetterParts): boolean {
  if (isSamePerson(one, other)) return isAlike(one.text, other.text);
  return isSame('text', one, other) && !areTwoNames(one.name, other.name);
}

function isSamePerson(one: LetterParts, other: LetterParts): boolean {
  const isHome = isSame('name', one, other) && isSame('address', one, other);
  return isSame('contact', one, other) || isSame('subject', one, other) || isHome;
}

function isSame(field: keyof LetterParts, one: LetterParts, other: LetterParts): boolean {
  const written = plain(one[field]);
  return written !== '' && written === plain(other[field]);
}

function isAlike(one: string | undefined, other: string | undefined): boolean {
  const [ours, theirs] = [stemsOf(one), stemsOf(other)];
  if (ours.size === 0 || theirs.size === 0) return plain(one) === plain(other);
  const shared = [...ours].filter((stem) => theirs.has(stem)).length;
  return shared >= MIN_SHARE * Math.min(ours.size, theirs.size);
}

/** «Иванова М. П.» is «Иванова Мария Петровна»; a missing name matches no name. */
function areTwoNames(one: string | undefined, other: string | undefined): boolean {
  const [short = [], long = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  return short.some((word) => !long.some((longer) => longer.startsWith(word) || word.startsWith(longer)));
}

function stemsOf(text: string | undefined): ReadonlySet<string> {
  return new Set(wordsOf(text).flatMap((word) => (word.length < STEM ? [] : [word.slice(0, STEM)])));
}

/** However it was typed: «ул. Речная, 7» is «Речная ул 7». */
function plain(written: string | undefined): string {
  return [...wordsOf(written)].sort().join(' ');
}

function wordsOf(text: string | undefined): readonly string[] {
  return (
    text
      ?.toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
