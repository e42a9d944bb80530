import { columnLetters, EMPTY, isEmptyRow, oneLine, type Cell, type Sheet } from './sheet.js';
import { looksLikeDate } from './journal-date.js';

/** What a column of an old journal has; KIND: statement, proposal or complaint. */
export const COLUMN_KINDS = [
  'NUMBER',
  'DATE',
  'APPLICANT',
  'ADDRESS',
  'CONTACT',
  'TEXT',
  'TOPIC',
  'KIND',
  'EXECUTOR',
  'DUE',
  'ANSWER_NUMBER',
  'ANSWER_DATE',
  'RESULT',
] as const;
/** Beside those of a journal: what other sheets have. STATE: how far the message is where the sheet comes from. */
export type ColumnKind = (typeof COLUMN_KINDS)[number] | 'PLACE' | 'SOURCE' | 'STATE';

/** By what the columns of a kind of sheet are known. */
export interface ColumnSet {
  /** The most telling first: a column gets the first kind whose words it has, a kind the column with its most telling words. */
  readonly titles: readonly (readonly [ColumnKind, RegExp])[];
  /** What it cannot be read without. */
  readonly needed: readonly ColumnKind[];
  /** Columns without a title that is known are found by what is in them. */
  readonly isByContent: boolean;
}

export interface Column {
  readonly at: number;
  readonly letters: string;
  readonly title: string;
  /** Absent: the column is left out. */
  readonly kind?: ColumnKind;
  /** Not recognised by its title but by what is in it: to be checked. */
  readonly isByContent?: true;
}

export interface JournalColumns {
  /** Where the rows begin: after the heads. */
  readonly firstRow: number;
  readonly columns: readonly Column[];
}

/** By the column's place on the sheet. */
export type ChosenColumns = Readonly<Record<number, ColumnKind | 'NONE'>>;

/** The heads are among these. */
const SEARCHED_ROWS = 15;
/** Of a head that has two lines or three. */
const MAX_HEAD_ROWS = 3;
const SAMPLE = 200;

const titles: ColumnSet['titles'] = [
  ['ANSWER_NUMBER', /(исх|ответ)[а-яё. ]*(№|номер)|(№|номер)[а-яё. ]*(исх|ответ)/],
  ['ANSWER_DATE', /дата[а-яё. ]*(ответ|исполнен|исх|закр|снят)|(ответ|исх|исполнен)[а-яё. ]*дата|^снято|^ответ дан/],
  ['NUMBER', /(рег|вх)[а-яё. ]*(№|номер)|(№|номер)[а-яё. ]*(обращ|рег|вх|карточ|заявл)|обращ[а-яё. ]*(№|номер)/],
  ['DATE', /дата[а-яё. /]*(пост|рег|обращ|при[её]м|получ|вх)|(обращ|пост|рег|вх)[а-яё. ]*дата/],
  ['APPLICANT', /ф\.? ?и\.? ?о|заявител|автор|граждан|от кого|корреспондент/],
  ['ADDRESS', /адрес|прожив|жительств/],
  ['CONTACT', /телефон|^тел\.?($| )|контакт|e-?mail|эл[а-яё.]* ?почт/],
  ['DUE', /срок|контрол|исполнить до/],
  ['RESULT', /результат|итог|принят[а-яё]* (мер|решен)|решени|отметка об исп|чем законч/],
  ['EXECUTOR', /исполнител|^исп\.?($| )|ответственн|кому |отписан|резолюц/],
  ['TOPIC', /темат|^тема|рубрик|категор/],
  ['TEXT', /содержан|суть|текст|кратк|вопрос|о ч[её]м|предмет/],
  ['KIND', /^вид|^тип/],
  ['NUMBER', /^(№|номер|n|no)\.?$|п ?\/ ?п/],
  ['DATE', /^дата|поступ/],
];

export const JOURNAL: ColumnSet = { titles, needed: ['NUMBER', 'DATE', 'TEXT'], isByContent: true };

/** The columns of a sheet by their titles and by what is in them; what an official chose counts before both. */
export function columnsOf({ rows }: Sheet, set: ColumnSet, chosen: ChosenColumns = {}): JournalColumns {
  const heads = headRows(rows, set);
  const firstRow = afterColumnNumbers(rows, heads ? heads.last + 1 : 0);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const names = Array.from({ length: width }, (_, at) => (heads ? titleOf(rows, heads, at) : ''));
  const byChoice = new Map(Object.entries(chosen).map(([at, kind]) => [Number(at), kind] as const));
  const kinds = byTitle(names, byChoice, set);
  const sample = rows.slice(firstRow, set.isByContent ? firstRow + SAMPLE : firstRow);
  const byContent = byContents(sample, width, new Set([...kinds.keys(), ...byChoice.keys()]), new Set(kinds.values()));
  const columns = names.map((title, at): Column => {
    const kind = kinds.get(at) ?? byContent.get(at);
    return {
      at,
      letters: columnLetters(at),
      title,
      ...(kind && { kind }),
      ...(byContent.has(at) && { isByContent: true }),
    };
  });
  return { firstRow, columns };
}

/** What the sheet lacks; where it has no text, its topic is one. */
export function missingKinds({ columns }: JournalColumns, { needed }: ColumnSet): readonly ColumnKind[] {
  const kinds = new Set(columns.map(({ kind }) => kind));
  return needed.filter((kind) => !kinds.has(kind) && !(kind === 'TEXT' && kinds.has('TOPIC')));
}

interface Heads {
  readonly first: number;
  readonly last: number;
}

/** The row with most titles that are known; of a head in two lines the lower one, or the upper one with what continues it. */
function headRows(rows: Sheet['rows'], set: ColumnSet): Heads | undefined {
  const scores = rows
    .slice(0, SEARCHED_ROWS)
    .map((row) => new Set(row.flatMap(({ text }) => kindOfTitle(text, set) ?? [])).size);
  const best = Math.max(0, ...scores);
  if (best < 2) return undefined;
  const main = scores.indexOf(best);
  let [first, last] = [main, main];
  if (main > 0 && isHeadAbove(rows, main)) first -= 1;
  while (last - first + 1 < MAX_HEAD_ROWS && isHeadBelow(rows, last + 1, main, set)) last += 1;
  return { first, last };
}

/** A line above belongs to the head where it has several titles; a line with one text is the name of the journal. */
function isHeadAbove(rows: Sheet['rows'], main: number): boolean {
  const texts = rows[main - 1]!.filter(({ text }) => text !== '');
  return texts.length > 1 && texts.every(({ text, date }) => date === undefined && !/^\d+$/.test(text));
}

/** A line below continues the head where it has words under cells of the line above, and nothing of an entry. */
function isHeadBelow(rows: Sheet['rows'], at: number, main: number, set: ColumnSet): boolean {
  const texts = (rows[at] ?? []).filter(({ text }) => text !== '');
  if (texts.length === 0 || texts.some(({ text, date }) => date !== undefined || /^\d+$/.test(text))) return false;
  const known = texts.filter(
    ({ text }) => kindOfTitle(text, set) !== undefined || /^(№|номер|дата)/i.test(text),
  ).length;
  return known > 0 && known * 2 >= texts.length && texts.length <= rows[main]!.length && !looksLikeDate(texts[0]!);
}

/** Under the heads of printed journals the columns are numbered: 1, 2, 3. */
function afterColumnNumbers(rows: Sheet['rows'], from: number): number {
  let at = from;
  while (at < rows.length && isEmptyRow(rows[at]!)) at += 1;
  const texts = (rows[at] ?? []).map(({ text }) => text);
  const isNumbered = texts.length > 2 && texts.every((text, place) => text === String(place + 1));
  return isNumbered ? at + 1 : from;
}

/** All lines of the column's head; a merged cell of an upper line counts for the columns below it. */
function titleOf(rows: Sheet['rows'], { first, last }: Heads, at: number): string {
  const lines: string[] = [];
  for (let row = first; row <= last; row += 1) {
    const own = rows[row]![at]?.text ?? '';
    lines.push(own !== '' || row === last ? own : mergedAbove(rows, row, last, at));
  }
  return oneLine([...new Set(lines)].join(' '));
}

/** Of merged cells only the first has the text: it goes on to the right over cells that are empty, and have a title below. */
function mergedAbove(rows: Sheet['rows'], row: number, last: number, at: number): string {
  const hasBelow = (place: number) => rows.slice(row + 1, last + 1).some((below) => (below[place]?.text ?? '') !== '');
  if (!hasBelow(at)) return '';
  for (let place = at - 1; place >= 0; place -= 1) {
    const text = rows[row]![place]?.text ?? '';
    if (text !== '') return hasBelow(place) ? text : '';
  }
  return '';
}

function plain(title: string): string {
  return oneLine(title).toLowerCase().replaceAll('ё', 'е');
}

function kindOfTitle(title: string, { titles: known }: ColumnSet): ColumnKind | undefined {
  const words = plain(title);
  return words === '' || words.length > 80 ? undefined : known.find(([, pattern]) => pattern.test(words))?.[0];
}

function byTitle(
  names: readonly string[],
  chosen: ReadonlyMap<number, ColumnKind | 'NONE'>,
  set: ColumnSet,
): Map<number, ColumnKind> {
  const kinds = new Map([...chosen].flatMap(([at, kind]) => (kind === 'NONE' ? [] : [[at, kind] as const])));
  const taken = new Set(kinds.values());
  for (const [kind, pattern] of set.titles) {
    const at = names.findIndex((name, place) => !kinds.has(place) && !chosen.has(place) && pattern.test(plain(name)));
    if (at < 0 || taken.has(kind) || kindOfTitle(names[at]!, set) !== kind) continue;
    kinds.set(at, kind);
    taken.add(kind);
  }
  return kinds;
}

interface Shares {
  readonly at: number;
  readonly dates: number;
  readonly names: number;
  readonly numbers: number;
  readonly length: number;
}

const NAME = /[а-яё](ович|евич|ьич|овна|евна|ична|инична|оглы|кызы)($|[ ,])|[А-ЯЁ]\. ?[А-ЯЁ]\.?($|[ ,])/i;
const fits: readonly (readonly [ColumnKind, (shares: Shares) => boolean])[] = [
  ['DATE', ({ dates }) => dates >= 0.7],
  ['ANSWER_DATE', ({ dates }) => dates >= 0.7],
  ['NUMBER', ({ numbers }) => numbers >= 0.8],
  ['APPLICANT', ({ names }) => names >= 0.6],
  ['EXECUTOR', ({ names }) => names >= 0.6],
  ['TEXT', ({ dates, names, numbers, length }) => length >= 12 && dates < 0.2 && names < 0.3 && numbers < 0.2],
];

function byContents(
  rows: Sheet['rows'],
  width: number,
  done: ReadonlySet<number>,
  taken: ReadonlySet<ColumnKind>,
): ReadonlyMap<number, ColumnKind> {
  const left = Array.from({ length: width }, (_, at) => at).filter((at) => !done.has(at));
  const shares = left.map((at) =>
    sharesOf(
      rows.map((row) => row[at] ?? EMPTY),
      at,
    ),
  );
  const found = new Map<number, ColumnKind>();
  for (const [kind, isFit] of fits) {
    if (taken.has(kind) || !isSought(kind, taken, found)) continue;
    const one = shares.find((share) => !found.has(share.at) && isFit(share));
    if (one) found.set(one.at, kind);
  }
  return found;
}

/** Without a title an executor is found only beside an applicant, and a day of the answer beside that of the arrival. */
function isSought(kind: ColumnKind, taken: ReadonlySet<ColumnKind>, found: ReadonlyMap<number, ColumnKind>): boolean {
  const has = (one: ColumnKind) => taken.has(one) || [...found.values()].includes(one);
  if (kind === 'ANSWER_DATE') return has('DATE');
  return kind === 'EXECUTOR' ? has('APPLICANT') : true;
}

function sharesOf(cells: readonly Cell[], at: number): Shares {
  const filled = cells.filter(({ text }) => text !== '');
  const share = (isOne: (cell: Cell) => boolean) =>
    filled.length < 3 ? 0 : filled.filter(isOne).length / filled.length;
  return {
    at,
    dates: share(looksLikeDate),
    names: share(({ text }) => NAME.test(text)),
    numbers: share(({ text }) => /^№? ?[А-ЯЁA-Z]{0,3}[-/ ]?\d{1,6}([-/][А-ЯЁA-Z\d]{1,6})*$/i.test(text)),
    length: filled.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, filled.length),
  };
}
