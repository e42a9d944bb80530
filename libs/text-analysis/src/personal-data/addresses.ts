import { isStopWord } from '../stop-words.js';
import type { Found, Lexicon } from './found.js';
import { lazyPattern } from './lazy-pattern.js';
import { isSurnameLike } from './person-name.js';
import { CARDINAL, ORDINAL_IN_WORDS, withSpokenHouses } from './spoken-numbers.js';

const STREET =
  '(?:(?:ул|пер|просп|наб|пл|мкр|мкрн|ш|б-р|кв-л|пр)\\.|(?:ул|пер|просп|мкрн?|пр-к?т|мкр-н|б-р|кв-л)(?=\\s)|улиц\\p{L}*|переул\\p{L}*|просп\\p{L}*|бульвар\\p{L}*|набережн\\p{L}*|площад(?!к)\\p{L}*|микрорайон\\p{L}*|квартал\\p{L}*|шоссе|проезд\\p{L}*|тупик\\p{L}*)';
const NAME =
  '[«"]?(?:\\d{1,3}(?:-?\\p{L}{1,2}|\\sлет)?\\s+)?[\\p{L}](?:[\\p{L}-]*|\\.)(?:\\s?[\\p{L}][\\p{L}-]*){0,2}?[»"]?';
const UNIT =
  '(?:км|м|мм|см|метр\\p{L}*|дн\\p{L}*|день|сут\\p{L}*|недел\\p{L}*|месяц\\p{L}*|мес|год\\p{L}*|г|лет|раз\\p{L}*|час\\p{L}*|ч|мин\\p{L}*|руб\\p{L}*|тыс\\p{L}*|человек\\p{L}*|чел|сем\\p{L}*|дет\\p{L}*|машин\\p{L}*|фонар\\p{L}*|столб\\p{L}*|ям\\p{L}*|дом\\p{L}*|подъезд\\p{L}*|этаж\\p{L}*|квартир(?:ы|ам|ами|ах)?|жител\\p{L}*|жильц\\p{L}*|контейнер\\p{L}*|градус\\p{L}*|процент\\p{L}*|числ\\p{L}*|школ\\p{L}*|дерев\\p{L}*|собак\\p{L}*|штук\\p{L}*|шт|литр\\p{L}*|тонн\\p{L}*|кг|куб\\p{L}*|январ\\p{L}*|феврал\\p{L}*|март\\p{L}*|апрел\\p{L}*|ма[йя]|июн\\p{L}*|июл\\p{L}*|август\\p{L}*|сентябр\\p{L}*|октябр\\p{L}*|ноябр\\p{L}*|декабр\\p{L}*)(?!\\p{L})';
const FIGURES = `\\d{1,4}(?!\\d|[.:]\\d| ?[%°]|-? ?${UNIT})(?:-?[а-жик](?![\\p{L}.])|\\s[абг](?![\\p{L}.])|[/\\\\]\\d{1,4}\\p{L}?(?!\\p{L})(?:\\s?-\\s?\\d{1,4}(?!\\d))?|\\s?-\\s?\\d{1,4}(?!\\d))?`;
const HOUSE_WORD = '(?:д\\.|д(?=[\\s\\d№])|дом\\p{L}{0,2}(?!\\p{L})|№|зд\\.|здани\\p{L}+)';
const NUMBER = '(?:(?:№|номер)\\s*)?';
const HOUSE = `(?:,?\\s*(?:(?:у|в|возле|около|напротив|к)\\s+)?${HOUSE_WORD}\\s*${NUMBER}${FIGURES}|,?\\s+${FIGURES})`;
const PART = '(?:,?\\s*(?:корп\\p{L}*|к|стр\\p{L}*|подъезд\\p{L}*|п)\\.?\\s*\\d{1,3}\\p{L}?(?!\\p{L}))*';
const FLAT_WORD = '(?:кв\\.|кв(?=[\\s\\d№])|квартир\\p{L}*|комн\\.|ком(?:\\.|(?=\\s\\d))|комнат[аеуы](?!\\p{L}))';
const FLAT_FIGURES = `\\d{1,4}(?:[/-]\\d{1,3})?(?!\\d| ?[%°]| ?${UNIT}| ?(?:м(?!\\p{L})|метр|комн))`;
const FLAT = `${FLAT_WORD}\\s*${NUMBER}(?:${FLAT_FIGURES})`;
const TAIL = `${PART}(?:,?\\s*${FLAT}|(?:\\s?,\\s?${FIGURES})+)?`;
const PLACE = '(?<![\\p{L}\\d])';

const OF_STREET = lazyPattern(`${PLACE}${STREET}\\s*(?<name>${NAME})${HOUSE}${TAIL}`, 'giu');
const BEFORE_STREET = lazyPattern(`${PLACE}(?<name>[\\p{L}-]{4,})\\s+${STREET}${HOUSE}${TAIL}`, 'giu');
const HOUSE_AND_FLAT = lazyPattern(`${PLACE}${HOUSE_WORD}\\s*${NUMBER}${FIGURES}${PART},?\\s*${FLAT}`, 'giu');
const FLAT_ALONE = lazyPattern(`${PLACE}${FLAT}`, 'giu');
/** «Во второй квартире», «в 51-й квартире». */
const FLAT_BEHIND = lazyPattern(
  `${PLACE}(?:${ORDINAL_IN_WORDS}|\\d{1,3}-?\\s?(?:[оыае]?[йяую]|ей|ая|ую|ом))\\s(?:квартир|кв\\.|комнат)\\p{L}*`,
  'giu',
);
/** «Дом 13 по улице Октябрьская», «у дома № 7 по Быкова», «46 дома на Комарова». */
const HOUSE_THEN_STREET = lazyPattern(
  `${PLACE}(?:${HOUSE_WORD}\\s*${NUMBER}${FIGURES}|\\d{1,3}(?:-?[йгомуе]{1,3})?\\sдом\\p{L}{0,2})${PART},?\\s(?:(?:по|на|с)\\s)?(?:${STREET}\\s*[\\p{L}\\d][\\p{L}-]*|(?<=(?:по|на)\\s)(?:\\p{Lu}[\\p{L}-]{2,}))`,
  'giu',
);
/** A house without its street: beside a settlement, or a place that is shown, it is an address as well. */
const HOUSE_ALONE = lazyPattern(
  `${PLACE}(?:дом\\p{L}{0,2}(?!\\p{L})|д\\.)\\s*${NUMBER}${FIGURES}${PART}|${PLACE}\\d{1,3}(?:-?(?:й|го|м|му|ом|ого))\\sдом(?:а|у|е|ом)?(?!\\p{L})`,
  'giu',
);
/** «Ленина 15», «Октябрьская, д. 20»: without a word for the street. */
const BARE = lazyPattern(
  `${PLACE}(?:\\d{1,3}\\sлет\\s)?(?<name>\\p{Lu}[\\p{Ll}-]{3,})(?<house>(?:,\\s*|\\s+)(?:[дД]\\.?\\s*|дом\\s+)?)${FIGURES}${TAIL}`,
  'gu',
);

/** The same in capitals, with a flat: «ЦЕНТРАЛЬНАЯ 1 КВ 50». */
const BARE_IN_CAPITALS = lazyPattern(
  `${PLACE}\\p{Lu}[\\p{Lu}-]{3,}(?:,\\s*|\\s+)(?:Д(?:ОМ|\\.)?\\s*)?\\d{1,4}\\p{Lu}?,?\\s*КВ\\.?\\s*\\d{1,4}(?!\\d)`,
  'gu',
);
/** Plots of gardeners, boxes of the post, what opens a door. */
const OTHER_PLACES = [
  /(?<=(?<!\p{L})(?:[СДО]НТ|СОТ|дач\p{L}+)[^.\n]{0,40})уч(?:аст(?:ок|ка|ке))?\.?\s*№?\s*\d{1,4}(?!\d)/gu,
  /(?<=код\p{L}{0,2} домофона[\s:—-]{1,3})[\p{L}\d*#]{2,10}/giu,
  /(?<![\p{L}\d])а\/я\s*№?\s*\d{1,6}(?!\d)/giu,
];

/** Streets that are named after persons who are never addressees. */
const STREETS: ReadonlySet<string> = new Set(
  `ленина кирова гагарина пушкина лермонтова горького чехова маяковского калинина дзержинского орджоникидзе чернышевского
  жукова суворова кутузова ломоносова толстого гоголя некрасова островского чкалова матросова фрунзе чапаева титова терешковой
  королева циолковского крупской свердлова куйбышева ворошилова калвица маркса энгельса ярославского аммосова ойунского хабарова
  мичурина менделеева павлова попова тимирязева тургенева есенина шевченко белинского щорса буденного карбышева`.split(
    /\s+/u,
  ),
);

export function isStreetName(word: string): boolean {
  return STREETS.has(word.toLowerCase().replaceAll('ё', 'е'));
}

/** The same without capitals: «кирова 20». */
const BARE_IN_LOWER_CASE = lazyPattern(
  `${PLACE}(?:${[...STREETS].join('|')})(?:,\\s*|\\s+)(?:д\\.?\\s*|дом\\s+)?${FIGURES}${TAIL}`,
  'giu',
);
/** Of every town, called after what is no person. */
const NO_PERSON =
  /^(?:победы|мира|труда|дружбы|космонавтов|строителей|геологов|горняков|металлургов|энергетиков|ш[ао]хт[её]ров|ветеранов|октября|революции|молод[её]жи)$/u;

const ANY_HOUSE = lazyPattern(`\\d|квартир|комнат|дом|${CARDINAL}`, 'iu');

/** Streets with a house, and flats: a street alone says where, and of whom nothing. */
export function foundAddresses(spoken: string, lexicon: Lexicon | undefined): readonly Found[] {
  if (!ANY_HOUSE().test(spoken)) return [];
  const { text, at } = withSpokenHouses(spoken);
  const named = (pattern: RegExp, isStreet: (name: string, run: RegExpExecArray) => boolean) =>
    [...text.matchAll(pattern)].filter((run) => isStreet(run.groups?.['name'] ?? '', run));
  const noWord = lexicon ? notOfStreet(lexicon) : isStopWord;
  const isName = (name: string) =>
    /\p{L}\p{L}|[\d.]/u.test(name) && !wordsOf(name).some(noWord) && !NUMBERED_THING.test(name);
  return [
    ...named(OF_STREET(), isName),
    ...(lexicon ? named(BEFORE_STREET(), isName) : []),
    ...[HOUSE_AND_FLAT, FLAT_ALONE, FLAT_BEHIND, HOUSE_THEN_STREET, BARE_IN_CAPITALS].flatMap((pattern) => [
      ...text.matchAll(pattern()),
    ]),
    ...OTHER_PLACES.flatMap((pattern) => [...text.matchAll(pattern)]),
    ...(lexicon ? [BARE_IN_LOWER_CASE, HOUSE_ALONE].flatMap((pattern) => [...text.matchAll(pattern())]) : []),
    ...(lexicon ? named(BARE(), (_, run) => isBareStreet(run, lexicon)) : []),
  ].map(({ 0: run, index }) => ({ kind: 'ADDRESS' as const, start: at[index]!, end: at[index + run.length]! }));
}

const OF_A_NAME = /\d{1,3}(?:\s+лет|-?(?:ая|ой|ую|[йяюеыо]|го|му))(?!\p{L})/giu;
const OF_A_HOUSE = /(?<!\p{L})(?:корп\p{L}*|к|стр\p{L}*|подъезд\p{L}*|п)\.?\s*\d{1,3}/giu;
const NO_HOUSE =
  /(?<!\p{L})(?:кв|квартир\p{L}*|ком|комн|комнат\p{L}*|уч|участ\p{L}*|код\p{L}*)(?!\p{L})|а\/я|\d\s?[/\\-]\s?\d/iu;

/**
 * Whether a found address is a street with one house, or a house, and no more: a flat may be a second number, so that of two numbers it is
 * not said. A number in words is none.
 */
export function isHouseAlone(address: string): boolean {
  const numbers = address.replace(OF_A_NAME, '').replace(OF_A_HOUSE, '').match(/\d+/gu) ?? [];
  return numbers.length === 1 && !NO_HOUSE.test(address);
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
}

/** «По улице Северной колонка № 3»: the number is of the thing. */
const NUMBERED_THING =
  /\s(?:колонк|школ|магазин|детск|детсад|сад|аптек|больниц|поликлиник|котельн|остановк|маршрут|автобус|кабинет|пункт|опор|столб|люк|контейнер|площадк|гараж|бокс)\p{L}*$/iu;

const NO_STREET: ReadonlySet<string> = new Set([
  'VERB',
  'INFN',
  'PRED',
  'PREP',
  'CONJ',
  'PRCL',
  'ADVB',
  'GRND',
  'COMP',
  'NPRO',
]);

/** «На улице нет света 3»: a street is called by nouns, adjectives and names. */
function notOfStreet(lexicon: Lexicon): (word: string) => boolean {
  return (word) => isStopWord(word) || lexicon(word).some((part) => NO_STREET.has(part));
}

/** «Мухтуя 3, 1», «Октябрьский 9-61». */
const HOUSE_WITH_FLAT = /\s\d{1,3}\p{L}?(?:[/-]\d{1,3}(?:-\d{1,3})?|,\s?\d{1,3})$/u;
const ENDS_AS_STREET = /(?:ая|ой|ую)$/u;
const ADJECTIVE = /(?:ая|ой|ую|[иы]й)$/u;
/** Of names that no dictionary has: genitives («Зинштейна»), and adjectives. */
const OF_STREET_FORM = /(?:ая|ой|ую|ого|ича|енко|ко|ян|дзе|[бвгдзжйклмнпрстфхцчшщ][ая])$/u;

function isBareStreet({ 0: run, groups }: RegExpExecArray, lexicon: Lexicon): boolean {
  const { name = '', house = '' } = groups ?? {};
  const word = name.toLowerCase();
  if (/^\d/u.test(run) || isCalledAfter(word, lexicon)) return true;
  const isWithFlat = HOUSE_WITH_FLAT.test(run);
  return isAdjective(word, isWithFlat, lexicon) ?? (isWithFlat || OF_STREET_FORM.test(word) || /д/iu.test(house));
}

/** Undefined of a word that the dictionary does not have. */
function isAdjective(word: string, isWithFlat: boolean, lexicon: Lexicon): boolean | undefined {
  const parts = lexicon(word);
  if (parts.length === 0) return undefined;
  return parts.includes('ADJF') && (isWithFlat ? ADJECTIVE : ENDS_AS_STREET).test(word);
}

function isCalledAfter(word: string, lexicon: Lexicon): boolean {
  return NO_PERSON.test(word) || isStreetName(word) || isSurnameLike(word, lexicon);
}
