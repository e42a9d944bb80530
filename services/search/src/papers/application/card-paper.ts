import type { Applicant, AppealCard, QuestionCard, QuestionRow } from '@otklik/contracts/generated/graphql';
import { titleOf } from '@otklik/contracts/declare-enumeration';
import { Channel, QuestionResult, Regime } from '@otklik/contracts/enumerations';
import type { CardPaper, FormField } from '@otklik/documents';
import { dottedDate, localDate } from '@otklik/kernel';
import { scannedCode } from '../../register/domain/scanned-code.js';

/** What the screen of a case shows, as far as the sheet has a place for it. */
export type PrintedCard = Pick<AppealCard, 'row' | 'files' | 'history' | 'text' | 'questions' | 'notices' | 'entry'>;

export interface CardPrinted {
  readonly card: PrintedCard;
  /** Absent: not opened. */
  readonly applicant?: Applicant | undefined;
  /** The official who prints it. */
  readonly by: string;
  readonly madeAt: string;
  readonly district: { readonly code: string; readonly name: string; readonly zone: string };
}

const MAX_GIST = 600;
const MAX_COURSE = 12;

/** The registration card (РКК) of a case. Name and address are on it where they were opened for it. */
export function cardPaper({ card, applicant, by, madeAt, district }: CardPrinted): CardPaper {
  const { row } = card;
  const printed = `${dottedDate(localDate(madeAt, district.zone))}, ${by}`;
  return {
    layout: 'CARD',
    body: district.name,
    number: row.number ?? row.receipt,
    date: row.registeredOn ?? localDate(row.receivedAt, district.zone),
    control: controlOf(row.questions),
    code: scannedCode(district.code, row.receipt, 'CARD'),
    fields: fieldsOf(card, applicant, district.zone),
    questions: row.questions.map((question, at) => [
      String(question.ordinal ?? at + 1),
      executorOf(question, card.questions[at]),
      // Also when the question was answered.
      dottedDate(question.dueOn ?? question.deadline?.dueOn ?? ''),
    ]),
    course: courseOf(card, district.zone),
    outcome: outcomeOf(card),
    opened: applicant
      ? `Имя и адрес показаны по причине «печать РКК», ${printed}`
      : `Имя и адрес не открывались, напечатано ${printed}`,
    madeAt,
  };
}

/** What is not known yet is written by hand. */
function outcomeOf({ row, notices, questions }: PrintedCard): readonly FormField[] {
  const answers = notices.flatMap(({ kind, outgoing }) => (kind === 'ANSWERED' && outgoing ? [outgoing] : []));
  const numbered = answers.filter(({ annulled }) => !annulled);
  const results = row.questions.flatMap(({ result }) => (result ? [titleOf(QuestionResult, result, 'ru')] : []));
  const extended = questions.flatMap(({ extension }) => (extension?.state === 'IN_FORCE' ? [extension.until] : []));
  return [
    {
      title: 'Дата и № ответа',
      text: numbered.map(({ number, on }) => `${dottedDate(on)} № ${number}`).join('; '),
      width: 3,
    },
    { title: 'Результат', text: [...new Set(results)].join('; '), width: 6 },
    { title: 'Срок продлён до', text: dottedDate(extended.toSorted().at(-1) ?? ''), width: 3 },
    { title: 'С контроля снял, подпись', text: '', width: 5 },
    { title: 'Дата', text: '', width: 2 },
    { title: 'Дело, том, листы', text: '', width: 5 },
  ];
}

function fieldsOf(
  { row, files, text, questions, entry }: PrintedCard,
  applicant: Applicant | undefined,
  zone: string,
): FormField[] {
  const resolutions = questions.flatMap((question) => question.resolutions.at(-1) ?? []);
  const { name, address, phone, contact } = applicant ?? {};
  const topics = row.questions.flatMap(({ topic }) => topic?.name ?? []);
  return [
    { title: 'Корреспондент', text: name ?? '', width: 6 },
    { title: 'Адрес', text: address ?? '', width: 6 },
    { title: 'Телефон, почта', text: [phone, contact].filter(Boolean).join(', '), width: 3 },
    { title: 'Вид', text: titleOf(Regime, row.regime, 'ru'), width: 3 },
    { title: 'Откуда', text: titleOf(Channel, row.channel, 'ru'), width: 3 },
    { title: 'Листов, приложений', text: sheetsOf(entry, files.length), width: 3 },
    { title: 'Краткое содержание', text: row.gist ?? gistOf(text ?? row.excerpt ?? ''), width: 12 },
    { title: 'Тематика', text: [...new Set(topics)].join('; '), width: 8 },
    { title: 'Место', text: row.settlement?.name ?? '', width: 4 },
    { title: 'Резолюция', text: resolutions.map(({ text: words }) => words ?? '').join('; '), width: 8 },
    {
      title: 'Автор резолюции, дата',
      text: resolutions.map(({ by, at }) => `${by?.name ?? ''}, ${dottedDate(localDate(at, zone))}`).join('; '),
      width: 4,
    },
  ];
}

/** «3, прил. 2», as the registrar counted the paper; of what came otherwise how many files there are. */
function sheetsOf(entry: PrintedCard['entry'], files: number): string {
  const { sheets, enclosures } = entry ?? {};
  const counted = [sheets ? String(sheets) : '', enclosures ? `прил. ${enclosures}` : ''].filter(Boolean).join(', ');
  return counted || String(files || '');
}

function gistOf(text: string): string {
  return text.length > MAX_GIST ? `${text.slice(0, MAX_GIST).replace(/\s*\S*$/u, '')} …` : text;
}

function executorOf({ executor, department }: QuestionRow, question: QuestionCard | undefined): string {
  const others = [...(question?.coExecutors ?? []), ...(question?.coDepartments ?? [])].map(
    ({ name }) => `соисп. ${name}${partOf(name, question?.parts ?? [])}`,
  );
  return [executor?.name, ...others, department?.name].filter(Boolean).join(', ');
}

/** As it is written by hand behind the name: what he prepares, until when, and that it is done. */
function partOf(name: string, parts: QuestionCard['parts']): string {
  const part = parts.find(({ official, department }) => (official ?? department)?.name === name);
  if (!part) return '';
  const until = part.until ? `до ${dottedDate(part.until)}` : '';
  return ` (${[part.text ?? 'часть', until, part.doneAt ? 'готово' : ''].filter(Boolean).join(', ')})`;
}

function controlOf(questions: readonly QuestionRow[]): string {
  const [first] = questions.flatMap(({ controlledUntil }) => controlledUntil ?? []).sort();
  return first ? `доложить до ${dottedDate(first)}` : '';
}

/** The last facts; room for what is written by hand follows them. */
function courseOf({ history }: PrintedCard, zone: string): CardPaper['course'] {
  return history
    .slice(-MAX_COURSE)
    .map(({ at, title, by }) => [dottedDate(localDate(at, zone)), title, by?.name ?? ''] as const);
}
