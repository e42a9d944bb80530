import type { Found } from './found.js';

const MONTH = '(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)\\p{L}*';
const DAY = `(?:\\d{1,2}[./ -]{1,2}\\d{1,2}[./ -]{1,2}(?:(?:19|20)\\d{2}|\\d{2})(?!\\d)|\\d{1,2}(?:-?го)?\\s${MONTH}(?:\\s(?:19|20)\\d{2})?)`;
const YEAR = '(?:(?:19|20)\\d{2}|\\d{2}(?:-?г?о?[йг]о?)?)';
const BORN_BEHIND = '\\s?(?:г\\.?\\s?р(?:\\.|ожд\\p{L}*|(?!\\p{L}))|год\\p{L}*\\s(?:рожд\\p{L}*|р\\.))';
const BORN_AHEAD =
  '(?<!\\p{L})(?:род(?:ил(?:ся|ась|ись)|\\.)|рожд(?:[её]н\\p{L}?|ения|\\.)|(?:дат\\p{L}*|день|дня) рожд\\p{L}*(?:\\s\\p{L}+)?|д\\.?\\s?р\\.?)[\\s:,—-]{1,4}';

/** Days and years of birth, by the words for them. */
const BIRTHS = [
  new RegExp(`(?<!\\d)${DAY}${BORN_BEHIND}`, 'giu'),
  new RegExp(`(?<![\\d.])${YEAR}${BORN_BEHIND}`, 'giu'),
  new RegExp(`(?=\\d)(?<!\\d)(?<=${BORN_AHEAD}(?:в\\s)?)(?:${DAY}|(?:19|20)\\d{2}(?!\\d))`, 'giu'),
];

const L = '[авекмнорстухabekmhopctyx]';
const U = L.toUpperCase();
const REGION = '\\d{2,3}(?!\\d)(?:\\s?rus)?';
const EDGE = '(?<![\\p{L}\\d])';
/** Plates of cars, of motorcycles and tractors; without a region, or in small letters apart, behind a word for them. */
const VEHICLE =
  '(?<!\\p{L})(?:машин\\p{L}*|авто\\p{L}*|гос\\.?\\s?номер\\p{L}*|госномер\\p{L}*|номер\\p{L}*|джип\\p{L}*|камаз\\p{L}*|тягач\\p{L}*|трактор\\p{L}*|мотоцикл\\p{L}*|прицеп\\p{L}*|снегоход\\p{L}*|квадроцикл\\p{L}*|вездеход\\p{L}*|буран\\p{L}*|лодк\\p{L}*|г/н|грз)[^\\d\\n]{0,16}';
const PLATES = [
  new RegExp(`${EDGE}${L}\\d{3}${L}{2}\\s?${REGION}(?!\\p{L})`, 'giu'),
  new RegExp(`${EDGE}${U} ?\\d{3} ?${U}{2} ?\\d{2,3}(?!\\d)(?:\\s?(?:RUS|rus))?`, 'gu'),
  new RegExp(`${EDGE}${L}\\d{3}${L}{2}(?![\\p{L}\\d])`, 'giu'),
  new RegExp(`${EDGE}\\d{4}${L}{2}\\s?${REGION}(?!\\p{L})`, 'giu'),
  new RegExp(`(?=${L} ?\\d{3})${EDGE}(?<=${VEHICLE})${L} ?\\d{3} ?${L}{2}(?:\\s?${REGION})?(?!\\p{L})`, 'giu'),
  new RegExp(`(?=${L}{2} ?\\d{3})${EDGE}(?<=${VEHICLE})${L}{2} ?\\d{3,4}(?:\\s?${REGION})?(?!\\p{L})`, 'giu'),
  new RegExp(
    `(?=\\d{2,4} ?${L}{2})${EDGE}(?<=${VEHICLE})(?:\\d{2} ?${L}{2} ?\\d{4}|\\d{4} ?${L}{2} ?\\d{2})(?!\\d)`,
    'giu',
  ),
];
const ANY_PLATE = new RegExp(`${L}{1,2} ?\\d{3}|\\d{2} ?${L}{2}`, 'iu');
const ANY_BIRTH = /р\.|рожд|род|др|гр/iu;

/** `words`: no letter of it is a digit, so that «О505ОР» stays one. */
export function foundBirthsAndPlates(words: string): readonly Found[] {
  return [...(ANY_BIRTH.test(words) ? BIRTHS : []), ...(ANY_PLATE.test(words) ? PLATES : [])].flatMap((pattern) =>
    [...words.matchAll(pattern)].map(({ 0: run, index }) => ({
      kind: 'DOCUMENT' as const,
      start: index,
      end: index + run.length,
    })),
  );
}
