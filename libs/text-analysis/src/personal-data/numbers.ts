import type { Found, PersonalKind } from './found.js';

const PHONE_WORD =
  '(?<!\\p{L})(?:тел\\.?|телефон\\p{L}*|т\\.|моб\\p{L}*|сот\\p{L}*|звони\\p{L}*|позвони\\p{L}*|номер\\p{L}*|whats\\s?app|в[ао]тс\\p{L}*|viber|вайбер\\p{L}*|telegram|телегр\\p{L}*)';
const DOCUMENT_WORD =
  '(?<!\\p{L})(?:паспорт\\p{L}*|сери\\p{L}*|снилс\\p{L}*|инн|полис\\p{L}*|омс|карт\\p{L}*|сч[её]т\\p{L}*|[лр]\\s?/\\s?с|расч[её]тн\\p{L}*|лицев\\p{L}*|удостоверени\\p{L}*|свидетельств\\p{L}*)';
const GAP = '[ .,:;№#()/-]*(?:номер\\p{L}*|сери\\p{L}*|диспетчера|мой|наш\\p{L}*|ваш\\p{L}*|n|no)?[^\\d.\\n]{0,20}';

const SEPARATED = '(?:[ ()._*/-]{0,3}\\d)';
/** Local ones: behind a word for them, or in the usual groups. */
const LOCAL_PHONES = [
  new RegExp(`(?<=${PHONE_WORD}${GAP})\\d(?:[ -]{0,2}\\d){4,9}(?![\\d.]?\\d)`, 'giu'),
  /(?<![\d-])\d{1,3}-\d{2}-\d{2}(?![\d-])/gu,
];
const DOCUMENTS = [
  new RegExp(`(?<!\\d)\\d(?:[ -]{0,2}\\d){3}[ ,]*(?:№|n|no|номер)[ :]*\\d(?:[ -]{0,2}\\d){5}(?!\\d)`, 'giu'),
  new RegExp(`(?<=${DOCUMENT_WORD}${GAP})\\d${SEPARATED}{4,30}(?!\\d)`, 'giu'),
  /(?<!\d)\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?=\s?(?:г\.? ?р|год\p{L}* рожд))/giu,
];
/** Ten digits and more that hold together, however they are parted. */
const RUN = new RegExp(`(?:\\+ ?|\\((?=\\d{3,5}\\)))?\\d${SEPARATED}{9,}`, 'gu');
const SNILS = /^\d{3}([ -])\d{3}\1\d{3}[ -]\d{2}$/u;
const PASSPORT = /^\d{2} ?\d{2} \d{6}$/u;

/** Less is no number of anything. */
const ANY_NUMBER = /\d(?:[ ,()._*№/-]{0,3}\d){4}|\d[^\d]{1,12}\d{6}/u;
const DATE =
  /(?<![\d.-])(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|\d{1,2}\.\d{1,2}\.\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?![\d-]|\.\d)/gu;
const TIME = /(?<!\d)\d{1,2}:\d{2}(?:[ ]?-[ ]?\d{1,2}:\d{2})?(?!\d)/gu;
const YEARS = /(?<!\d)(?:19|20)\d{2}(?:[ /-]{1,3}(?:19|20)\d{2})+(?!\d)/gu;
const MONEY = /(?<!\d)\d[\d .]*(?=,?\d*\s?(?:руб|₽|р\.|тыс|млн|млрд|коп))/giu;
/** Numbers of the public: of contracts, plots of land, organisations. */
const PUBLIC =
  /(?<=(?:контракт|закупк|извещени|кадастр|огрн|кбк|бик|арт\.|№ ?[\p{L}-]+)\p{L}*[^\d\n]{0,20})\d[\d:-]*/giu;

/** Telephones, insurance numbers, passports, cards, accounts and what else is told by ten digits and more. */
export function foundNumbers(text: string): readonly Found[] {
  if (!ANY_NUMBER.test(text)) return [];
  const found: Found[] = [];
  let rest = without(text, MONEY, PUBLIC);
  const take = (patterns: readonly RegExp[], kindOf: (run: string) => PersonalKind): void => {
    for (const pattern of patterns) {
      for (const { 0: run, index } of rest.matchAll(pattern))
        found.push({ kind: kindOf(run), start: index, end: index + run.length });
      rest = without(rest, pattern);
    }
  };
  take(DOCUMENTS, (run) => (SNILS.test(run) ? 'SNILS' : 'DOCUMENT'));
  rest = without(rest, DATE, TIME, YEARS);
  take([RUN], kindOfRun);
  take(LOCAL_PHONES, () => 'PHONE');
  return found;
}

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
