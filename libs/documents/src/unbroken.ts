const SPACE = '\u00A0';
const HYPHEN = '\u2011';

const MONTHS = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';
/** Abbreviations that belong to what follows. */
const BEFORE = 'ул|пер|пр|пл|мкр|д|дом|корп|стр|кв|г|с|п|пос|р|ст|ч|им|тел|исх|вх|см|рис|табл|гр';
/** Words and abbreviations that belong to the number before them. */
const AFTER = `${MONTHS}|г|гг|год|года|году|л|экз|руб|коп|км|м|кг|т|час|ч|мин|дней|дня|день|кв|%|°C`;

const whole = (text: string): string => text.replaceAll(' ', SPACE).replaceAll('-', HYPHEN);

const RULES: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  // 8 (41145) 0-00-01, +7 924 000-12-60
  [/(?<!\d)(?:\+7|8)[ -]?(?:\(\d{3,5}\)|\d{3,5})[ -]?\d[\d -]{3,8}\d(?!\d)/g, whole],
  // № 59-ФЗ, № 02-11/118, № АЛД-О-2026-174
  [/№ ?[\p{L}\d](?:[\p{L}\d/.-]*[\p{L}\d])?/gu, (found) => whole(found.replace(/^№ ?/, '№ '))],
  [/(?<![\p{L}\d])\d+-ФЗ(?!\p{L})/gu, whole],
  [/(?<![\p{L}\d])\p{Lu}{2,5}-\p{Lu}-\d{4}-\d+/gu, whole],
  // И. О. Фамилия, Фамилия И. О.
  [
    /(?<!\p{L})(\p{Lu}\.) ?(\p{Lu}\.) ?(?=\p{Lu}\p{Ll})/gu,
    (_, first = '', second = '') => `${first}${SPACE}${second}${SPACE}`,
  ],
  [
    /(?<=\p{Ll}) (\p{Lu}\.) ?(\p{Lu}\.)(?!\p{L})/gu,
    (_, first = '', second = '') => `${SPACE}${first}${SPACE}${second}`,
  ],
  [new RegExp(`(?<=\\d) (?=(?:${AFTER})(?![\\p{L}\\d]))`, 'gu'), () => SPACE],
  [new RegExp(`(?<=(?:${MONTHS})) (?=\\d{4})`, 'gu'), () => SPACE],
  [new RegExp(`(?<=(?<!\\p{L}|\\d${SPACE})(?:${BEFORE})\\.) (?=[\\p{L}\\d«№])`, 'giu'), () => SPACE],
  // A word of one letter ends no line.
  [/(?<=(?<![\p{L}\d])\p{L}) (?=[\p{L}\d«№])/gu, () => SPACE],
  [/ (?=[–—])/g, () => SPACE],
];

/** The text with spaces and hyphens that no line ends at: inside of numbers, dates, telephones, names with initials. */
export function unbroken(text: string): string {
  return RULES.reduce((changed, [pattern, replacement]) => changed.replace(pattern, replacement), text);
}
