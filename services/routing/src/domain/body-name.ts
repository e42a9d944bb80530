/*
 * Names of bodies and organisations, compared as people write them: «МУП "Водоканал"», «Водоканал», «ООО Водоканал» are
 * one (59-FZ art. 8(6): a complaint is never forwarded to a body of which it complains, by whatever name).
 */

const LEGAL_FORMS: ReadonlySet<string> = new Set([
  ...[
    'муп',
    'мку',
    'мбу',
    'мау',
    'мкд',
    'гуп',
    'гбу',
    'гау',
    'гку',
    'фгбу',
    'фгуп',
    'фку',
    'фгку',
    'гбуз',
    'муниципальное',
    'унитарное',
  ],
  ...[
    'ооо',
    'оао',
    'зао',
    'пао',
    'ао',
    'нао',
    'ип',
    'ано',
    'нко',
    'тсж',
    'тсн',
    'жск',
    'ук',
    'предприятие',
    'учреждение',
    'общество',
  ],
]);

/** Words that many names share, and that say of none alone which it is. */
const COMMON: ReadonlySet<string> = new Set([
  ...[
    'по',
    'и',
    'в',
    'на',
    'с',
    'при',
    'для',
    'район',
    'району',
    'района',
    'районный',
    'районная',
    'рс',
    'я',
    'якутия',
    'якутии',
  ],
  ...[
    'отдел',
    'управление',
    'служба',
    'комитет',
    'администрация',
    'министерство',
    'организация',
    'организации',
    'республики',
  ],
  ...['центральная', 'центральный', 'региональный', 'местных', 'тепло', 'свет'],
]);

/** The words of a name without legal form, quotes, case and ё; what follows a comma explains it. */
export function nameWords(name: string): readonly string[] {
  const [head = ''] = name.split(',');
  return wordsOf(head).filter((word) => !LEGAL_FORMS.has(word));
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Both name the same: their words are the same ones. */
export function isSameName(one: string, other: string): boolean {
  const [ours, theirs] = [nameWords(one), nameWords(other)];
  return ours.length > 0 && ours.join(' ') === theirs.join(' ');
}

/** One may be a shorter or longer name of the other: all words of one that tell it apart stand in the other. */
export function resemble(one: string, other: string): boolean {
  if (isSameName(one, other)) return true;
  const [ours, theirs] = [telling(one), telling(other)];
  return isWithin(ours, theirs) || isWithin(theirs, ours);
}

/** Of a place, as in «ОМВД по Алданскому району»: who lives there leaves it out. */
const OF_A_PLACE = /ск(ий|ого|ому|ом|ая|ой|ую|ое|ие|их|им|ими)$/u;

/** The text names it by every word that tells it apart, in whatever case: «жалоба на Водоканал», «из-за Водоканала». */
export function isNamedIn(text: string, name: string): boolean {
  const all = telling(name);
  const short = all.filter((word) => !OF_A_PLACE.test(word));
  return isWithin(short.length > 0 ? short : all, wordsOf(text));
}

function telling(name: string): readonly string[] {
  return nameWords(name).filter((word) => !COMMON.has(word));
}

function isWithin(words: readonly string[], others: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => others.some((other) => isOneWord(word, other)));
}

const MAX_ENDING = 3;
const MIN_STEM = 4;

/** But for an ending of up to three letters, as words are declined. */
function isOneWord(one: string, other: string): boolean {
  if (one === other) return true;
  const stem = Math.max(MIN_STEM, Math.min(one.length, other.length) - 2);
  const isLong = one.length >= MIN_STEM && other.length >= MIN_STEM;
  return isLong && Math.abs(one.length - other.length) <= MAX_ENDING && one.slice(0, stem) === other.slice(0, stem);
}
