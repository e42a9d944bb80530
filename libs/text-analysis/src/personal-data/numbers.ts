import type { Found, PersonalKind } from './found.js';

const PHONE_WORD =
  '(?<!\\p{L})(?:тел\\.?|телефон\\p{L}*|т\\.|моб\\p{L}*|сот\\p{L}*|звони\\p{L}*|позвони\\p{L}*|номер\\p{L}*|whats\\s?app|в[ао]тс\\p{L}*|viber|вайбер\\p{L}*|telegram|телегр\\p{L}*|городской|домашний|рабочий)';
const DOCUMENT_WORD =
  '(?<!\\p{L})(?:(?:загран)?паспорт\\p{L}*|заграничн\\p{L}*|сери\\p{L}*|снилс\\p{L}*|инн|полис\\p{L}*|медполис\\p{L}*|омс|карт\\p{L}*|сч[её]т(?!чик)\\p{L}*|[лр]\\s?/\\s?с|расч[её]тн\\p{L}*|лицев\\p{L}*|л\\.\\s?сч[её]т\\p{L}*|удостоверени\\p{L}*|свидетельств\\p{L}*|военн\\p{L}* билет\\p{L}*|вид\\p{L}* на жительство|водительск\\p{L}*|патент\\p{L}*|(?:справк\\p{L}* )?мсэ|книжк\\p{L}*)';
/**
 * The pattern in any case, within an expression that tells cases apart. A modifier `(?i:…)` would say so, but V8 (Node.js 24) does
 * not find alternatives within one behind a lookbehind once a process has compiled a megabyte of regular expressions.
 */
const anyCase = (pattern: string) =>
  pattern.replace(/\\p\{\w+\}|\\.|\[[^\]]*\]|[а-яё]/gu, (part) => {
    if (part.startsWith('\\')) return part;
    if (part.startsWith('[')) return part.replace(/[а-яё]/gu, (letter) => letter + letter.toUpperCase());
    return `[${part}${part.toUpperCase()}]`;
  });
const ANY_CASE_DOCUMENT_WORD = anyCase(DOCUMENT_WORD);
const GAP = '[ .,:;№#()/-]*(?:номер\\p{L}*|сери\\p{L}*|диспетчера|мой|наш\\p{L}*|ваш\\p{L}*|n|no)?[^\\d.\\n]{0,20}';
const SEPARATED = '(?:[ ()._*/-]{0,3}\\d)';
const BROKEN = '(?:[ ()._*/\\n-]{0,5}\\d)';

/** Personal data by its form alone, whatever the context: money or a contract. */
const ALONE: readonly (readonly [PersonalKind, RegExp])[] = [
  ['PHONE', new RegExp(`(?<!\\d[ ()._*/-]{0,2})(?:\\+ ?7|[78])[ ()._*/\\n-]{0,5}(?=9)\\d${BROKEN}{9}(?!\\d)`, 'gu')],
  ['SNILS', /(?<!\d[ -]?)\d{3}([ -])\d{3}\1\d{3}[ -]\d{2}(?!\d)/gu],
  ['PHONE', new RegExp(`(?<!\\d[ ()._*/-]{0,2})(?:\\+ ?7|[78])${SEPARATED}{10}(?!\\d)`, 'gu')],
  ['DOCUMENT', /(?<!\d[ -]?)(?:22|[4-6]\d)\d{2}([ -]?)\d{4}\1\d{4}\1\d{4}(?!\d)/gu],
  ['PHONE', /(?<!\d[ ().-]{0,2})(?:\(9\d{2}\)|9\d{2})[ .-]{0,2}\d{3}[ .-]{0,2}\d{2}[ .-]{0,2}\d{2}(?!\d)/gu],
  ['DOCUMENT', /(?<!\d)\d(?:[ -]{0,2}\d){3}[ ,]*(?:№|n|no|номер)[ :]*\d(?:[ -]{0,2}\d){5}(?!\d)/giu],
];

const MONEY_AHEAD = '(?=,?\\d*\\s?(?:руб|₽|р\\.(?!\\s?п)|р(?![\\p{L}.])|тыс|млн|млрд|коп))';
/** A sum in the groups of thousands is nothing else, however many digits it has. */
const GROUPED_MONEY = new RegExp(`(?<![\\d-])\\d{1,3}(?:[ .]\\d{3}){1,4}(?![\\d-])${MONEY_AHEAD}`, 'giu');
const MONEY = new RegExp(`(?<!\\d|\\d[ .-])\\d[\\d .]*${MONEY_AHEAD}`, 'giu');
/** Numbers of the public: of contracts, plots of land, organisations. */
const PUBLIC =
  /(?=\d)(?<=(?:контракт|закупк|(?<!\p{L})(?:гост|снип|санпин|дел[оа](?!\p{L}))|извещени|кадастр|огрн|кбк|бик|арт\.|№ ?[\p{L}-]+)\p{L}*[ .:№#]{0,4}(?:номер\p{L}*\s)?)\d[\d:-]*/giu;

/** By the word before them; a sum is recognised by «на», «за» before it. */
const BY_WORD: readonly (readonly [PersonalKind, RegExp])[] = [
  ['SNILS', new RegExp(`(?=\\d)(?<=(?<!\\p{L})снилс\\p{L}*${GAP})\\d(?:[ -]?\\d){10}(?!\\d)`, 'giu')],
  [
    'DOCUMENT',
    new RegExp(
      `(?=\\p{L}{1,3}[ -]?(?:№ ?)?\\d{5})(?<![\\p{L}\\d])(?<=паспорт\\p{L}*[^\\d\\n]{0,30})\\p{L}{1,3}[ -]?(?:№ ?)?\\d{5,9}(?!\\d)`,
      'giu',
    ),
  ],
  [
    'DOCUMENT',
    new RegExp(
      `(?=\\p{Lu}{1,3}[ -]?(?:\\p{Lu}{1,2} )?№? ?\\d{5})(?<![\\p{L}\\d])(?<=${ANY_CASE_DOCUMENT_WORD}${GAP})\\p{Lu}{1,3}[ -]?(?:\\p{Lu}{1,2} )?№? ?\\d{5,9}(?!\\d)`,
      'gu',
    ),
  ],
  [
    'DOCUMENT',
    new RegExp(
      `(?=[\\p{Lu}\\d-]{1,7} ?№)(?<![\\p{L}\\d-])(?<=${ANY_CASE_DOCUMENT_WORD}[^\\d.\\n]{0,24})[\\p{Lu}\\d-]{1,7} ?№ ?\\d{5,10}(?!\\d)`,
      'gu',
    ),
  ],
  ['DOCUMENT', /(?=[*•xх]{2})(?<=карт\p{L}*[^\d\n]{0,10})(?:[*•xх]{2,} ?)+\d{4}(?!\d)/giu],
  [
    'DOCUMENT',
    new RegExp(
      `(?=\\d{2} ?(?:№ ?)?\\d{7})(?<!\\d)(?<=паспорт\\p{L}*[^\\d\\n]{0,30})\\d{2} ?(?:№ ?)?\\d{7}(?!\\d)`,
      'giu',
    ),
  ],
  ['DOCUMENT', new RegExp(`(?=\\d{5})(?<!\\d)(?<=${DOCUMENT_WORD}(?<gap>${GAP}))\\d{5,25}(?!\\d)`, 'giu')],
  ['DOCUMENT', new RegExp(`(?=\\d)(?<!\\d)(?<=${DOCUMENT_WORD}(?<gap>${GAP}))\\d${SEPARATED}{4,30}(?!\\d)`, 'giu')],
];
const OF_MONEY = /(?<!\p{L})(?:на|за|до|сумм\p{L}*|размер\p{L}*|оплат\p{L}*|более)(?!\p{L})/iu;
/** Of groups in a network and their posts. */
const OF_GROUP = /(?:wall|topic|photo|video|club|public)-?\d+(?:_\d+)?/giu;
const IS_MONEY = new RegExp(`^${MONEY_AHEAD}`, 'iu');

/** Ten digits and more that hold together, however they are parted. */
const RUN = new RegExp(`(?:\\+ ?|\\((?=\\d{3,5}\\)))?\\d${SEPARATED}{9,}`, 'gu');
/** Local ones: behind a word for them, or in the usual groups. */
const LOCAL_PHONES = [
  new RegExp(`(?=\\d)(?<!\\d)(?<=${PHONE_WORD}${GAP})\\d(?:[ -]{0,2}\\d){4,9}(?![\\d.]?\\d)`, 'giu'),
  /(?<![\d-])\d{1,3}-\d{2}-\d{2}(?![\d-])/gu,
];
const SNILS = /^\d{3}([ -])\d{3}\1\d{3}[ -]\d{2}$/u;
const PASSPORT = /^\d{2} ?\d{2} \d{6}$/u;

/** Less is no number of anything. */
const ANY_NUMBER = /\d(?:[ ,()._*№/\n-]{0,4}\d){4}|\d[^\d]{1,12}\d{6}|[*•xх]{2} ?\d{4}/iu;
const DATE =
  /(?<![\d.-])(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|\d{1,2}\.\d{1,2}\.\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?![\d-]|\.\d)/gu;
/** Of land, and of appeals: «АЛД-О-2026-17». */
const BY_FORM =
  /(?<![\d:])\d{2}:\d{2}:\d{5,7}:\d{1,6}(?![\d:])|(?<![\p{L}\d])[\p{Lu}0]{1,4}(?:-[\p{Lu}0]{1,4}){0,2}-(?:19|20)\d{2}-\d{1,6}(?!\d)/gu;
/** Of services, never of a person. */
const TOLL_FREE =
  /(?<!\d)(?:8|\+ ?7)[ (-]{0,2}800[ )-]{0,2}\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d)|(?<!\d)8[ -]?800[ -]?\d{4}[ -]?\d{3}(?!\d)/gu;
const WHOLE_DATE = /(?<![\d.-])\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?![\d-]|\.\d)/gu;
const TIME = /(?<!\d)\d{1,2}:\d{2}(?:[ ]?-[ ]?\d{1,2}:\d{2})?(?!\d)/gu;
const YEARS = /(?<!\d)(?:19|20)\d{2}(?:[ /-]{1,3}(?:19|20)\d{2})+(?!\d)/gu;

/**
 * Telephones, insurance numbers, passports, cards, accounts and everything else of ten digits and more. Personal data
 * is searched for first: «по контракту … звоните 8914…» holds a telephone, whatever is said of contracts and roubles
 * around it.
 */
export function foundNumbers(text: string): readonly Found[] {
  if (!ANY_NUMBER.test(text)) return [];
  const found: Found[] = [];
  let rest = without(text, GROUPED_MONEY, TOLL_FREE, BY_FORM, TIME, WHOLE_DATE);
  const take = (pattern: RegExp, kindOf: (run: string) => PersonalKind, isPersonal = (_: RegExpExecArray) => true) => {
    const taken = [...rest.matchAll(pattern)].filter(isPersonal);
    for (const { 0: run, index } of taken) {
      found.push({ kind: kindOf(run), start: index, end: index + run.length });
      rest = `${rest.slice(0, index)}${'#'.repeat(run.length)}${rest.slice(index + run.length)}`;
    }
  };
  for (const [kind, pattern] of ALONE) take(pattern, () => kind);
  for (const [kind, pattern] of BY_WORD) take(pattern, () => kind, isNoSum);
  rest = without(rest, MONEY, PUBLIC, OF_GROUP, DATE, TIME, YEARS);
  take(RUN, kindOfRun);
  for (const pattern of LOCAL_PHONES) take(pattern, () => 'PHONE');
  return found;
}

/** «Счёт на 45000 рублей» tells a sum, «карта 2202… руб» a card. */
function isNoSum({ 0: run, groups, index, input }: RegExpExecArray): boolean {
  if (!IS_MONEY.test(input.slice(index + run.length))) return true;
  const digits = run.replace(/\D/gu, '').length;
  return !OF_MONEY.test(groups?.['gap'] ?? '') && digits >= MIN_DOCUMENT_DIGITS;
}

/** So many digits before «руб» are rather a number than a sum. */
const MIN_DOCUMENT_DIGITS = 7;

const MOBILE = /^9\d{9}$/u;
const WITH_CODE = /^[78]\d{10}$/u;

function kindOfRun(run: string): PersonalKind {
  const digits = run.replace(/\D/gu, '');
  if (SNILS.test(run)) return 'SNILS';
  if (WITH_CODE.test(digits) || run.startsWith('(') || (MOBILE.test(digits) && !PASSPORT.test(run))) return 'PHONE';
  return digits.length === SNILS_DIGITS ? 'SNILS' : 'DOCUMENT';
}

const SNILS_DIGITS = 11;

/** With signs in their place that no number holds. */
function without(text: string, ...patterns: readonly RegExp[]): string {
  return patterns.reduce((rest, pattern) => rest.replace(pattern, (run) => '#'.repeat(run.length)), text);
}
