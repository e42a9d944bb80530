import { isStopWord } from '../stop-words.js';
import { isStreetName } from './addresses.js';
import { ENDS_TEXT, isBehindKin, opensAddress, isFamiliarName, ROW_OF_NAMES, TELLS_WHO } from './familiar-names.js';
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
export function writtenNames(text: string, lexicon?: Lexicon): readonly Found[] {
  return [...text.matchAll(WRITTEN)]
    .filter(([run, initials]) => initials !== undefined || run.split(/\s+/u).some(isNamePart))
    .filter(({ index }) => !PLACE.test(text.slice(Math.max(0, index - HEAD_LENGTH), index)))
    .map(({ 0: run, index }) => nameAt(index + beginOf(run, lexicon), index + run.length));
}

/** «На Иннокентия Павлова», «Звонил Семён Ильич», «Муж Василий Николаев» begin a sentence. */
function beginOf(run: string, lexicon: Lexicon | undefined): number {
  const [first = ''] = run.split(/\s/u);
  const word = first.toLowerCase();
  const isVerb = lexicon !== undefined && lexicon(word).length > 0 && lexicon(word).every((part) => part === 'VERB');
  return isVerb || isStopWord(word) || opensAddress(word) ? first.length + 1 : 0;
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
  /** Whatever else the word means: a name by its context. */
  readonly isTold: boolean;
  /** Behind «улица», «имени», within «…»: what is called after a person. */
  readonly isOfPlace: boolean;
}

/** Names by words and their neighbours, in any case of letters; a single surname or given name by its capital. */
export function spokenNames(text: string, lexicon: Lexicon): readonly Found[] {
  const words = wordsOf(text, lexicon);
  const isNear = (at: number): boolean => /^[ ]+$/u.test(text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0));
  const found = words.flatMap((word, at) => {
    const before = isNear(at) ? words[at - 1] : undefined;
    const next = words[at + 1];
    const after = next && isNear(at + 1) ? next : undefined;
    const run = nameRun(word, before, after, words[at - 2]);
    return run ? [withInitial(text, run)] : [...initialed(text, word), ...lone(word)];
  });
  return [...found, ...rows(text, words)];
}

/** «Сергучёв Константин Д.»: not a house. */
function withInitial(text: string, { start, end }: Found): Found {
  const initial = matched(/^ \p{Lu}\.(?!\p{L}|\s?\d)/u, text.slice(end, end + 6));
  return nameAt(start, end + initial.length);
}

/** Where one of a row is a surname and all may be, each is. */
function rows(text: string, words: readonly Word[]): readonly Found[] {
  return [...text.matchAll(ROW_OF_NAMES)].flatMap(({ 0: run, index }) => {
    const named = words.filter(({ start, end }) => start >= index && end <= index + run.length && end - start > 1);
    const head = text.slice(Math.max(0, index - HEAD_LENGTH), index);
    const isOfStreets = BEFORE_STREET.test(head) || named.some((one) => one.isOfPlace || isStreetName(one.text));
    const areNames = named.some(({ isSurname }) => isSurname) && named.every((one) => endsAsSurname(one.text));
    return areNames && !isOfStreets ? named.map(({ start, end }) => nameAt(start, end)) : [];
  });
}

/** By an adjacent patronymic or given name. */
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

/** By the neighbour of a surname: a given name, or a capitalised word that no dictionary knows. */
function mayBeNamed({ text, isGiven, isCapital, isKnown, isSurname }: Word): boolean {
  return isGiven || isShortName(text) || (isCapital && !isKnown && !isSurname && !/^\p{Lu}{2,5}$/u.test(text));
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
  return word.isSurname || isCapitalSurname(word, given);
}

function isCapitalSurname({ text, isCapital, isKnown, isOfPlace }: Word, given: Word): boolean {
  if (!isCapital) return false;
  if (given.isGiven && !isKnown) return true;
  return endsAsSurname(text) && (given.isGiven || !given.isKnown) && !isOfPlace;
}

/** «Петров И.», «петров и.и.», «и. и. петров»; what is called «г. Алдан» or «ул. К. Маркса» is a place. */
function initialed(text: string, { start, end, isSurname, isCapital, ...word }: Word): readonly Found[] {
  if (!isSurname && !(isCapital && (!word.isKnown || endsAsSurname(word.text)))) return [];
  const behind = matched(INITIALS_BEHIND, text.slice(end, end + 8));
  const ahead = matched(INITIALS_AHEAD, text.slice(Math.max(0, start - 8), start));
  const from = start - ahead.length;
  if ((!behind && !ahead) || isPlaceFrom(text, from) || isPlaceFrom(text, start)) return [];
  return [nameAt(from, end + behind.length)];
}

function isPlaceFrom(text: string, from: number): boolean {
  return isBehindPlace(text.slice(Math.max(0, from - HEAD_LENGTH), from));
}

function matched(pattern: RegExp, piece: string): string {
  return pattern.exec(piece)?.[0] ?? '';
}

const INITIALS_BEHIND =
  /^ ?(?:(?<= )\p{Lu} \p{Lu}(?![\p{L}.])|\p{L}\.(?:\p{L}\.?| \p{L}\.| \p{Lu}(?![\p{L}.]))|\p{Lu}\.)(?!\p{L})/u;
const INITIALS_AHEAD = /(?<!\p{L})(?:\p{L}\. ?\p{L}\. ?|\p{Lu}\. ?)$/u;
const HEAD_LENGTH = 32;

function lone(word: Word): readonly Found[] {
  const { isCapital, isOfPlace, isOfPerson, isTold } = word;
  if (isOfPlace || !(isCapital || isOfPerson || isTold)) return [];
  return isTold || isNameAt(word) ? [nameAt(word.start, word.end)] : [];
}

function isNameAt({ opensSentence, isGiven, isKnown, isSurname, text }: Word): boolean {
  if (isSurname) return true;
  return opensSentence ? isGiven && !isKnown : isGiven || isSurnameAndNoun(text) || isFamiliarName(text);
}

const LETTERS = /\p{L}[\p{L}'-]*/gu;
const OPENS = /(?:^|[.!?\n:;…"(–—]|\s-)\s*$/u;
const PLACE =
  /(?<!\p{L})(?:улиц\p{L}*|ул\.?|пер\.?|переул\p{L}*|пр-к?т\p{L}{0,2}\.?|пр\.|просп\p{L}*\.?|сквер\p{L}*|р\. ?п\.|пгт\.?|станци\p{L}|ст\.|п\.|д\.|хутор\p{L}*|маршрут\p{L}* на|площад\p{L}*|пл\.|имени|им\.|шоссе|мкр\.?|микрорайон\p{L}*|сел\p{L}|с\.|пос\p{L}*\.?|деревн\p{L}|город\p{L}*|г\.|район\p{L}*|остановк\p{L}*|ост\.|алле\p{L}*|парк\p{L}*|набережн\p{L}*|бульвар\p{L}*|памятник\p{L}*|тракт\p{L}*)\s*$/iu;
const FIRST_OF_TWO = /\p{Lu}(?:[\p{Ll}-]+ |\. ?)$/u;
/** «Имени Гагарина», «улица Максима Горького». */
function isBehindPlace(head: string): boolean {
  return PLACE.test(head) || PLACE.test(head.replace(FIRST_OF_TWO, ''));
}

/** A surname follows these, even one that is a noun as well. */
const PERSON_WORD =
  /(?:сосед\p{L}*|граждан\p{L}*|гр\.|господ\p{L}*|г-(?:н|жа)\p{L}*|фамили\p{L}*|врач\p{L}*|мастер\p{L}*|участков\p{L}*|директор\p{L}*|начальник\p{L}*|инспектор\p{L}*|учител\p{L}*|семь\p{L}*)\s$/iu;
/** The same with what they are of: «мастер участка Дьячковский». */
const PERSON_OF =
  /(?:врач\p{L}*|мастер\p{L}*|директор\p{L}*|начальник\p{L}*|инспектор\p{L}*|бригадир\p{L}*|хозя(?:ин|йк)\p{L}*)\s\p{L}{4,}\s$/iu;
const BEFORE_STREET =
  /(?:^|[\s(])(?:на|по|с|до|от|через|вдоль|между|и|угол|угла|перекр\p{L}*|пересечен\p{L}*|возле|напротив)\s$/iu;

/** A street name without «улица» («На Ленина», «угол Кирова»); only names that are not also common surnames. */
function isStreetHere(word: string, head: string, behind: string): boolean {
  if (/^(?:ленина|кирова|маркса|энгельса|пушкина|гагарина|дзержинского|орджоникидзе)$/iu.test(word)) return true;
  if (isStreetName(word)) return BEFORE_STREET.test(head);
  return OF_STREET_FORM.test(word) && ON_STREET.test(head) && ROAD.test(`${head} ${behind}`) && !AT_PERSON.test(head);
}

/** A street name is a genitive, and its context is an action at a place, not to a person. */
const OF_STREET_FORM = /^\p{L}{3,}(?:[оеё]в|[иы]н|[йнтдлр])а$/iu;
const ON_STREET = /(?:^|[\s(])(?:на|по|вдоль|угол|угла|углу|перекр\p{L}*|пересечен\p{L}*)\s$/iu;
const ROAD =
  /(?<!\p{L})(?:ям\p{L}|дорог\p{L}*|свет\p{L}*|фонар\p{L}*|освещ\p{L}*|снег\p{L}*|тротуар\p{L}*|светофор\p{L}*|перекр\p{L}*|пересечен\p{L}*|угол|углу|асфальт\p{L}*|мусор\p{L}*|луж\p{L}|г[оа]р[ия]т|лед|гололед\p{L}*|автобус\p{L}*|остановк\p{L}*|машин\p{L}*|труб\p{L}|прорв\p{L}*|колон\p{L}*|чист[ия]т|яма|знак\p{L}*|улиц\p{L}*|ул)(?!\p{L})/iu;
const AT_PERSON =
  /(?:жал(?:об|у)\p{L}*|заявлени\p{L}*|подал\p{L}*|управ\p{L}*|обид\p{L}*|напа\p{L}+|крич\p{L}*|суд\p{L}*|замуж|похож\p{L}*|обвин\p{L}*|донос\p{L}*|иск\p{L}*)\s(?:[\p{L}]+\s)?на\s$/iu;

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
    const isOfPerson = endsAsSurname(last) && standsAtPerson(head, { mayFollow, isCapital });
    const behind = text.slice(end, end + HEAD_LENGTH);
    return {
      start,
      end,
      text: word,
      isKnown,
      isCapital,
      opensSentence: OPENS.test(head) || /^\p{Lu}{2,}$/u.test(word),
      isPatronymic: isPatronymic(lower) && !isKnown,
      isGiven: isGivenName(word) && !/^\p{Lu}{2,4}$/u.test(word),
      isOfPerson,
      isTold: isTold(word, head, behind, lexicon),
      isSurname: isOfPerson || isSurnameLike(last, lexicon),
      isOfPlace: isNameOfPlace(word, head, behind),
    };
  });
}

function standsAtPerson(head: string, { mayFollow, isCapital }: { mayFollow: boolean; isCapital: boolean }): boolean {
  return (mayFollow && PERSON_WORD.test(head)) || (isCapital && PERSON_OF.test(head));
}

/** By kin before it, by «зовут», by what follows a name that opens a sentence, as a signature. */
function isTold(word: string, head: string, behind: string, lexicon: Lexicon): boolean {
  if (/^\p{Lu}{2,}$/u.test(word) || word.length < 3) return false;
  if (!CAPITAL.test(word)) return CALLED.test(head) && !isStopWord(word) && mayBeCalled(word, lexicon);
  if (isBehindKin(head, word)) return true;
  return OPENS.test(head) && signs(word, behind, lexicon);
}

function signs(word: string, behind: string, lexicon: Lexicon): boolean {
  if (isFamiliarName(word) || isGivenName(word)) return TELLS_WHO.test(behind);
  return ENDS_TEXT.test(behind) && endsAsSurname(word) && lexicon(word.toLowerCase()).every((part) => part === 'ADJF');
}

const CALLED = /(?<!\p{L})меня\s(?:зовут|звать)\s$/iu;

function mayBeCalled(word: string, lexicon: Lexicon): boolean {
  return isGivenName(word) || isFamiliarName(word) || lexicon(word).length === 0;
}

const CAPITAL = /^\p{Lu}(?:[\p{Ll}'-]|\p{Lu}+$)/u;

function isNameOfPlace(word: string, head: string, behind: string): boolean {
  return (
    isBehindPlace(head) || isStreetHere(word, head, behind) || PLACE_BEHIND.test(behind) || /«[^»\n]*$/u.test(head)
  );
}

function nameAt(start: number, end: number): Found {
  return { kind: 'NAME', start, end };
}
