import { lineOf, type CountedLine, type CountedTable, type Review } from './review.js';

/** Below so many a share would say more than is known. */
const MIN_BASE = 20;
const QUARTERS = ['I', 'II', 'III', 'IV'];
const MONTHS = [
  ...['январь', 'февраль', 'март', 'апрель', 'май', 'июнь'],
  ...['июль', 'август', 'сентябрь', 'октябрь', 'ноябрь', 'декабрь'],
];

type Forms = readonly [one: string, few: string, many: string];
const plural = new Intl.PluralRules('ru');
const APPEALS: Forms = ['обращение', 'обращения', 'обращений'];
const QUESTIONS: Forms = ['вопрос', 'вопроса', 'вопросов'];
const BY_QUESTIONS: Forms = ['вопросу', 'вопросам', 'вопросам'];
const ANSWERS: Forms = ['ответ', 'ответа', 'ответов'];
const MESSAGES: Forms = ['сообщение', 'сообщения', 'сообщений'];

/** «III квартал 2026 года» */
export function periodWords(name: string): string {
  const [year = '', part] = name.split('-');
  if (part === undefined) return `${year} год`;
  const of = part.startsWith('Q') ? `${QUARTERS[Number(part.slice(1)) - 1]} квартал` : MONTHS[Number(part) - 1]!;
  return `${of} ${year} года`;
}

/** «III квартал 2026», the head of a column */
export function columnWords(name: string): string {
  return periodWords(name).replace(/ года$/u, '');
}

/** Sentences against the year before; each number is one of the tables. */
export function reviewText({ tables, period }: Review): readonly string[] {
  const line = (table: CountedTable['code'], code: string) => lineOf(tables, table, code);
  const [appeals, questions] = [line('VOLUME', 'APPEALS'), line('VOLUME', 'QUESTIONS')];
  const [answered, kept, late] = [line('TERMS', 'ANSWERED'), line('TERMS', 'KEPT'), line('TERMS', 'LATE')];
  const special = (code: string) => line('KINDS', code).now;
  const terms = inTerms(answered.now, { kept: kept.now, late: late.now, extended: line('TERMS', 'EXTENDED').now });
  const networks = inNetworks(line('MESSAGES', 'RECEIVED').now, line('MESSAGES', 'SAME_DAY').now);
  if (appeals.now === 0)
    return [
      `За ${periodWords(period.name)} обращений граждан не зарегистрировано${yearAgo(appeals.was)}.`,
      terms,
      networks,
    ];
  return [
    `За ${periodWords(period.name)} зарегистрировано ${counted(appeals.now, APPEALS)} граждан, в них ${counted(questions.now, QUESTIONS)}${against(appeals)}.`,
    mostOf('По тематике больше всего', linesOf(tables, 'SECTIONS'), questions.now),
    mostOf('Чаще всего обращения поступали так:', linesOf(tables, 'CHANNELS'), appeals.now),
    ended((code) => line('RESULTS', code).now, line('VOLUME', 'OPEN').now),
    terms,
    `Из других органов обращений ${amount(fromBodies(linesOf(tables, 'SOURCES')))}, коллективных ${amount(special('COLLECTIVE'))}, ` +
      `повторных ${amount(special('REPEATED'))}${becauseOfTerm(special('REPEATED_LATE'))}, вопросов на контроле ${amount(special('CONTROLLED'))}.`,
    networks,
  ];
}

function yearAgo(was: number): string {
  return was === 0 ? '' : `, за те же дни год назад ${counted(was, APPEALS)}`;
}

/** What came of the questions: what came of none of them is not listed. */
function ended(results: (code: string) => number, open: number): string {
  const parts = [
    ['меры приняты по', results('MEASURES_TAKEN')],
    ['меры обещаны по', results('MEASURES_PROMISED')],
    ['разъяснено', results('EXPLAINED')],
    ['поддержано', results('SUPPORTED')],
    ['не поддержано', results('NOT_SUPPORTED')],
    ['направлено по компетенции', results('FORWARDED')],
  ] as const;
  const said = parts.flatMap(([words, count]) => (count > 0 ? [`${words} ${count}`] : []));
  const still = open === 0 ? 'в работе не осталось ни одного' : `ещё рассматривается ${open}`;
  return said.length === 0 ? `Из этих вопросов ${still}.` : `Из этих вопросов ${said.join(', ')}; ${still}.`;
}

interface Terms {
  readonly kept: number;
  readonly late: number;
  readonly extended: number;
}

function inTerms(answered: number, { kept, late, extended }: Terms): string {
  const longer = extended === 0 ? 'срок не продлевали' : `срок был продлён по ${counted(extended, BY_QUESTIONS)}`;
  if (answered === 0) return `Ответов за это время не было, ${longer}.`;
  const given = `${plural.select(answered) === 'one' ? 'дан' : 'дано'} ${counted(answered, ANSWERS)}`;
  return `За это время ${given}: в срок ${kept}${share(kept, kept + late)}, позже срока ${amount(late)}; ${longer}.`;
}

function inNetworks(messages: number, sameDay: number): string {
  if (messages === 0) return 'Сообщений в социальных сетях не было.';
  const answered = sameDay === 0 ? 'в тот же день не ответили ни на одно' : `в тот же день ответили на ${sameDay}`;
  return `Кроме того, в социальных сетях получено ${counted(messages, MESSAGES)}, ${answered}.`;
}

/** A sentence has no zeros. */
function amount(count: number): string {
  return count === 0 ? 'нет' : String(count);
}

/** The platform ПОС is no body that sends letters on. */
function fromBodies(lines: readonly CountedLine[]): number {
  return lines.reduce((sum, { code, now }) => (code === 'APPLICANT' || code === 'POS' ? sum : sum + now), 0);
}

/** Of the repeated ones; an earlier answer that did not satisfy is the usual cause. */
function becauseOfTerm(count: number): string {
  return count === 0 ? '' : ` (из-за нарушенного срока: ${count})`;
}

function linesOf(tables: readonly CountedTable[], code: CountedTable['code']): readonly CountedLine[] {
  return tables.find((one) => one.code === code)!.lines.filter(({ of }) => of !== undefined);
}

function mostOf(begin: string, lines: readonly CountedLine[], whole: number): string {
  const highest = Math.max(0, ...lines.map(({ now }) => now));
  const [most, ...others] = lines.filter(({ now }) => now === highest);
  if (!most || highest === 0) return `${begin} — сведений за период нет.`;
  if (others.length > 0)
    return `${begin} ${[most, ...others].map(({ title }) => `«${title}»`).join(', ')}: по ${highest}.`;
  return `${begin} «${most.title}»: ${most.now}${share(most.now, whole)}; год назад ${most.was === 0 ? 'не было' : most.was}.`;
}

function against({ now, was }: CountedLine): string {
  if (now === was) return `, столько же, сколько за те же дни год назад`;
  const percent = was >= MIN_BASE ? `, ${percentOf(Math.abs(now - was), was)}` : '';
  return `, на ${Math.abs(now - was)} ${now > was ? 'больше' : 'меньше'}, чем за те же дни год назад (${was === 0 ? 'не было' : was}${percent})`;
}

function share(part: number, whole: number): string {
  return whole >= MIN_BASE ? ` (${percentOf(part, whole)})` : '';
}

function percentOf(part: number, whole: number): string {
  return new Intl.NumberFormat('ru', { style: 'percent', maximumFractionDigits: 1 }).format(part / whole);
}

function counted(count: number, [one, few, many]: Forms): string {
  const form = { one, few, many, zero: many, two: few, other: many }[plural.select(count)];
  return `${count} ${form}`;
}

/** «+25», «−3», «0» */
export function difference({ now, was }: Pick<CountedLine, 'now' | 'was'>): string {
  if (now === was) return '0';
  return now > was ? `+${now - was}` : `−${was - now}`;
}
