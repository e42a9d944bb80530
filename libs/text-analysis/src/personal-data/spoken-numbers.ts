import type { Found } from './found.js';

const UNITS = 'ноль|нуль|один|два|три|четыре|пять|шесть|семь|восемь|девять';
const TEENS =
  'десять|одиннадцать|двенадцать|тринадцать|четырнадцать|пятнадцать|шестнадцать|семнадцать|восемнадцать|девятнадцать';
const TENS = 'двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто';
const HUNDREDS = 'сто|двести|триста|четыреста|пятьсот|шестьсот|семьсот|восемьсот|девятьсот';
export const CARDINAL = `(?:${UNITS}|${TEENS}|${TENS}|${HUNDREDS})`;
/** Words of a number in their row, with figures between them. */
const ROW = new RegExp(
  `(?<![\\p{L}\\d])(?:\\+ ?)?(?:${CARDINAL}|\\d{1,3})(?:[\\s,.()-]{1,3}(?:${CARDINAL}(?!\\p{L})|\\d{1,4}(?!\\d|\\.\\d)))+(?!\\p{L})`,
  'giu',
);
const WORD = new RegExp(`(?<!\\p{L})(?:${CARDINAL})(?!\\p{L})|\\d+`, 'giu');
/** How many digits a word says, and of how many more it may be the beginning. */
const SAID: readonly (readonly [pattern: RegExp, digits: number, open: number])[] = [
  [new RegExp(`^(?:${HUNDREDS})$`, 'iu'), 3, 3],
  [new RegExp(`^(?:${TENS})$`, 'iu'), 2, 2],
  [new RegExp(`^(?:${TEENS})$`, 'iu'), 2, 0],
  [/^(?:ноль|нуль)$/iu, 1, 0],
  [new RegExp(`^(?:${UNITS})$`, 'iu'), 1, 0],
];
/** Of a telephone, as of a card; fewer are counted things. */
const MIN_DIGITS = 9;
const MIN_WORDS = 3;
const MIN_LOCAL_DIGITS = 5;
const PHONE_WORD =
  /(?<!\p{L})(?:тел\p{L}*\.?|звон\p{L}*|позвон\p{L}*|сот\p{L}*|моб\p{L}*|номер\p{L}*)[^\p{L}\d]{0,4}(?:номер\p{L}*\s)?$/iu;

/** Numbers of persons in words: «восемь девятьсот четырнадцать …». */
export function spokenNumbers(text: string): readonly Found[] {
  return [...text.matchAll(ROW)].flatMap(({ 0: run, index }) => {
    const words = run.match(WORD) ?? [];
    const spoken = words.filter((word) => !/^\d/u.test(word)).length;
    const isNumber =
      digitsOf(words) >= MIN_DIGITS && spoken >= MIN_WORDS - 1
        ? true
        : spoken >= MIN_WORDS && digitsOf(words) >= MIN_LOCAL_DIGITS && PHONE_WORD.test(text.slice(0, index));
    return isNumber ? [{ kind: 'PHONE' as const, start: index, end: index + run.length }] : [];
  });
}

/** «Сорок пять» are two digits, «девятьсот четырнадцать» three. */
function digitsOf(words: readonly string[]): number {
  let [count, open] = [0, 0];
  for (const word of words) {
    const [, digits, mayGoOn] = SAID.find(([pattern]) => pattern.test(word)) ?? [undefined, word.length, 0];
    const isJoined = digits < open && !/^(?:ноль|нуль|\d+)$/iu.test(word);
    if (!isJoined) count += digits;
    open = mayGoOn;
  }
  return count;
}

const ORDINAL_END = '(?:ой|ый|ий|ая|ую|ом|ем|ого|его|ые|ых|ье|ья|ьей|ью|ю|я)';
const ORDINALS =
  'перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат|тринадцат|четырнадцат|пятнадцат|шестнадцат|семнадцат|восемнадцат|девятнадцат|двадцат|тридцат|сороков|пятидесят|шестидесят|семидесят|восьмидесят|девяност|сот';
const ORDINAL = `(?:${ORDINALS})${ORDINAL_END}(?!\\p{L})`;
export const ORDINAL_IN_WORDS = `(?:(?:${HUNDREDS}|${TENS})\\s){0,2}${ORDINAL}`;

const SPOKEN = `${CARDINAL}(?!\\p{L})(?:\\s${CARDINAL}(?!\\p{L})){0,2}`;

/** Behind the name of a street: «Калинина сорок один», «Ярославского, шесть, двадцать»; before «не» or an end, so that nothing is counted. */
const SPOKEN_BEHIND_STREET = new RegExp(
  `(?<=(?<!\\p{L})\\p{Lu}\\p{Ll}{2,}(?:ая|ой|ую|ого|[оеё]ва|[иы]на|а|я),?\\s)${SPOKEN}(?:(?:,|\\sдробь)\\s${SPOKEN})?(?=\\s*(?:[.,;:!?)\\n]|$|кв|корп|не\\s|нет\\s))`,
  'gu',
);

/** What a house or a flat is numbered by in words, behind the word for it. */
const SPOKEN_HOUSE = new RegExp(
  `(?<!\\p{L})(?<head>(?:дом\\p{L}{0,2}|д\\.|квартир\\p{L}*|кв\\.?|комнат[аеуы]|корпус\\p{L}{0,2}|корп\\.)\\s(?:номер\\s)?)(?<number>${SPOKEN}(?:\\sдробь\\s${SPOKEN})?(?:\\s${ORDINAL})?|${ORDINAL})`,
  'giu',
);
const ANY_SPOKEN = new RegExp(CARDINAL + '|' + ORDINALS, 'iu');

/** A text with figures in place of such words, and the place of each unit in the given text. */
export function withSpokenHouses(text: string): { readonly text: string; readonly at: readonly number[] } {
  const at: number[] = [];
  let [out, done] = ['', 0];
  const keep = (end: number): void => {
    for (let place = done; place < end; place += 1) at.push(place);
    out += text.slice(done, end);
    done = end;
  };
  for (const { 0: run, index, groups } of spokenHouses(text)) {
    if (index < done) continue;
    keep(index + (groups?.['head'] ?? '').length);
    out += '1';
    at.push(done);
    done = index + run.length;
  }
  keep(text.length);
  return { text: out, at: [...at, text.length] };
}

function spokenHouses(text: string): readonly RegExpExecArray[] {
  if (!ANY_SPOKEN.test(text)) return [];
  const found = [SPOKEN_HOUSE, SPOKEN_BEHIND_STREET].flatMap((pattern) => [...text.matchAll(pattern)]);
  return found.toSorted((one, other) => one.index - other.index);
}
