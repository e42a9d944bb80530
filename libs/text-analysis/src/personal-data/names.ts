import { isStreetName } from './addresses.js';
import type { Found, Lexicon } from './found.js';
import {
  endsAsSurname,
  isGivenName,
  isPatronymic,
  isShortName,
  isSurnameAndNoun,
  isSurnameLike,
} from './person-name.js';

const WORD = '\\p{Lu}[\\p{Ll}-]+';
/** «Громова Е. В.», «Е. В. Громова», or two or three words of which one is a given name or a patronymic. */
const WRITTEN = new RegExp(
  [
    `(?<initials>${WORD}\\s+\\p{Lu}\\.\\s?\\p{Lu}\\.|\\p{Lu}\\.\\s?\\p{Lu}\\.\\s?${WORD})`,
    `${WORD}(?:[ \\u00a0]+${WORD}){1,2}`,
  ].join('|'),
  'gu',
);

/** By how names are written: needs capitals, and no dictionary. */
export function writtenNames(text: string): readonly Found[] {
  return [...text.matchAll(WRITTEN)]
    .filter(([run, initials]) => initials !== undefined || run.split(/\s+/u).some(isNamePart))
    .map(({ 0: run, index }) => nameAt(index, index + run.length));
}

function isNamePart(word: string): boolean {
  return isPatronymic(word) || isGivenName(word);
}

/** A word of the text, with what it may be. */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isCapital: boolean;
  readonly opensSentence: boolean;
  readonly isPatronymic: boolean;
  readonly isGiven: boolean;
  readonly isSurname: boolean;
  readonly isKnown: boolean;
  /** Behind «сосед», «участковый». */
  readonly isOfPerson: boolean;
  /** Behind «улица», «имени», within «…»: what is called after a person. */
  readonly isOfPlace: boolean;
}

/** Names by words and their neighbours, in any case of letters; a single surname or given name by its capital. */
export function spokenNames(text: string, lexicon: Lexicon): readonly Found[] {
  const words = wordsOf(text, lexicon);
  const isNear = (at: number): boolean => /^[ ]+$/u.test(text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0));
  return words.flatMap((word, at) => {
    const before = isNear(at) ? words[at - 1] : undefined;
    const next = words[at + 1];
    const after = next && isNear(at + 1) ? next : undefined;
    const run = nameRun(word, before, after, words[at - 2]);
    return run ? [run] : [...initialed(text, word), ...lone(word)];
  });
}

/** With what stands beside a patronymic or a given name. */
function nameRun(
  word: Word,
  before: Word | undefined,
  after: Word | undefined,
  first: Word | undefined,
): Found | undefined {
  if (word.isPatronymic) return withPatronymic(word, before, after, first);
  if (word.isOfPlace || !mayBeNamed(word)) return undefined;
  const surname = [before, after].find((one) => one && isSurnameBeside(one, word));
  return surname ? nameAt(Math.min(surname.start, word.start), Math.max(surname.end, word.end)) : undefined;
}

function withPatronymic(word: Word, before: Word | undefined, after: Word | undefined, first: Word | undefined): Found {
  const given = before && mayBeGiven(before, word) ? before : undefined;
  const surname = given && surnameAhead(first, given);
  const last = surname ? undefined : [after].find((one) => one && mayBeSurname(one));
  return nameAt((surname ?? given ?? word).start, (last ?? word).end);
}

function surnameAhead(first: Word | undefined, given: Word): Word | undefined {
  return first && mayBeSurname(first) && given.start - first.end === 1 ? first : undefined;
}

/** What stands beside a surname: a given name, or a capital that no dictionary knows. */
function mayBeNamed({ text, isGiven, isCapital, isKnown, isSurname }: Word): boolean {
  return isGiven || isShortName(text) || (isCapital && !isKnown && !isSurname);
}

function mayBeGiven(word: Word, patronymic: Word): boolean {
  return word.isGiven || (word.isCapital && patronymic.isCapital) || !word.isKnown;
}

/** Beside a given name with a patronymic. */
function mayBeSurname({ text, isCapital, isKnown, opensSentence }: Word): boolean {
  return endsAsSurname(text) || (isCapital && !isKnown) || (isCapital && !opensSentence);
}

function isSurnameBeside(word: Word, given: Word): boolean {
  if (word.isGiven || word.isPatronymic) return false;
  if (!given.isCapital) return word.isSurname && !(given.isKnown && given.isGiven);
  return word.isSurname || (given.isGiven && word.isCapital && !word.isKnown);
}

/** «Петров И.», «петров и.и.», «и. и. петров»; what is called «г. Алдан» or «ул. К. Маркса» is a place. */
function initialed(text: string, { start, end, isSurname, isCapital, isKnown }: Word): readonly Found[] {
  if (!isSurname && !(isCapital && !isKnown)) return [];
  const behind = matched(INITIALS_BEHIND, text.slice(end, end + 8));
  const ahead = matched(INITIALS_AHEAD, text.slice(Math.max(0, start - 8), start));
  const from = start - ahead.length;
  if ((!behind && !ahead) || isBehindPlace(text.slice(Math.max(0, from - HEAD_LENGTH), from))) return [];
  return [nameAt(from, end + behind.length)];
}

function matched(pattern: RegExp, piece: string): string {
  return pattern.exec(piece)?.[0] ?? '';
}

const INITIALS_BEHIND = /^ ?(?:(?<= )\p{Lu} \p{Lu}(?![\p{L}.])|\p{L}\. ?\p{L}\.?|\p{Lu}\.)(?!\p{L})/u;
const INITIALS_AHEAD = /(?<!\p{L})(?:\p{L}\. ?\p{L}\. ?|\p{Lu}\. ?)$/u;
const HEAD_LENGTH = 32;

function lone(word: Word): readonly Found[] {
  const { isCapital, opensSentence, isOfPlace, isGiven, isKnown, isSurname, text } = word;
  if (isOfPlace || (!isCapital && !word.isOfPerson)) return [];
  const isName = opensSentence ? isSurname || (isGiven && !isKnown) : isSurname || isGiven || isSurnameAndNoun(text);
  return isName ? [nameAt(word.start, word.end)] : [];
}

const LETTERS = /\p{L}[\p{L}'-]*/gu;
const OPENS = /(?:^|[.!?\n:;…"(–—]|\s-)\s*$/u;
const PLACE =
  /(?<!\p{L})(?:улиц\p{L}*|ул\.?|пер\.?|переул\p{L}*|пр-к?т\.?|просп\p{L}*\.?|площад\p{L}*|пл\.|имени|им\.|шоссе|мкр\.?|микрорайон\p{L}*|сел\p{L}|с\.|пос\p{L}*\.?|деревн\p{L}|город\p{L}*|г\.|район\p{L}*|остановк\p{L}*|парк\p{L}*|набережн\p{L}*|бульвар\p{L}*|памятник\p{L}*|тракт\p{L}*)\s*$/iu;
const FIRST_OF_TWO = /\p{Lu}[\p{Ll}-]+ $/u;
/** «Имени Гагарина», «улица Максима Горького». */
function isBehindPlace(head: string): boolean {
  return PLACE.test(head) || PLACE.test(head.replace(FIRST_OF_TWO, ''));
}

/** Behind these stands a surname, even one that is a noun as well. */
const PERSON_WORD =
  /(?:сосед\p{L}*|граждан\p{L}*|гр\.|господ\p{L}*|г-(?:н|жа)\p{L}*|фамили\p{L}*|врач\p{L}*|мастер\p{L}*|участков\p{L}*|директор\p{L}*|начальник\p{L}*|инспектор\p{L}*|учител\p{L}*|семь\p{L}*)\s$/iu;
const BEFORE_STREET =
  /(?:^|[\s(])(?:на|по|с|до|от|через|вдоль|между|и|угол|угла|перекр\p{L}*|пересечен\p{L}*|возле|напротив)\s$/iu;

/** «На Ленина», «угол Кирова»: a street without the word for it, unless nobody else is called so. */
function isStreetHere(word: string, head: string): boolean {
  return (
    /^(?:ленина|кирова|маркса|энгельса|пушкина|гагарина|дзержинского|орджоникидзе)$/iu.test(word) ||
    (isStreetName(word) && BEFORE_STREET.test(head))
  );
}

const PLACE_BEHIND = /^ (?:улиц|переул|просп|площад|район|улус|шоссе|тракт|бульвар|област|кра[йяею])/iu;

function wordsOf(text: string, lexicon: Lexicon): readonly Word[] {
  return [...text.matchAll(LETTERS)].map(({ 0: word, index: start }) => {
    const end = start + word.length;
    const head = text.slice(Math.max(0, start - HEAD_LENGTH), start);
    const lower = word.toLowerCase();
    const last = lower.slice(lower.lastIndexOf('-') + 1);
    const isKnown = lexicon(lower).length > 0;
    const isCapital = CAPITAL.test(word);
    const mayFollow = isCapital || !isKnown || isSurnameAndNoun(last);
    const isOfPerson = mayFollow && PERSON_WORD.test(head) && endsAsSurname(last);
    return {
      ...{ start, end, text: word, isKnown },
      isCapital,
      opensSentence: OPENS.test(head) || /^\p{Lu}{2,}$/u.test(word),
      isPatronymic: isPatronymic(lower) && !isKnown,
      isGiven: isGivenName(word) && !/^\p{Lu}{2,4}$/u.test(word),
      isOfPerson,
      isSurname: isOfPerson || isSurnameLike(last, lexicon),
      isOfPlace: isNameOfPlace(word, head, text.slice(end, end + 12)),
    };
  });
}

const CAPITAL = /^\p{Lu}(?:[\p{Ll}'-]|\p{Lu}+$)/u;

function isNameOfPlace(word: string, head: string, behind: string): boolean {
  return isBehindPlace(head) || isStreetHere(word, head) || PLACE_BEHIND.test(behind) || /«[^»\n]*$/u.test(head);
}

function nameAt(start: number, end: number): Found {
  return { kind: 'NAME', start, end };
}
