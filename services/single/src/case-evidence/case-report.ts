import { eventOwners } from '@otklik/contracts/published-events';
import type { LetterPaper, Table } from '@otklik/documents';
import { localDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import type { FoundCase } from './read-case.js';

/** An event whose texts are opened; those of erased persons are null. */
export interface OpenedEvent {
  readonly type: string;
  readonly at: string;
  readonly stream: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const titles = new Map(
  eventOwners.flatMap(({ events }) => Object.values(events).map(({ type, titles: { ru } }) => [type, ru] as const)),
);
const ERASED = 'стёрто по требованию или по сроку хранения';
const TEXT_FIELDS: Readonly<Record<string, string>> = {
  text: 'Текст',
  reason: 'Причина',
  said: 'Сказано',
  name: 'Имя',
};

/** The whole case on paper: its course and its texts, in the order in which they were recorded. */
export function caseReport(
  district: District,
  { number }: FoundCase,
  events: readonly OpenedEvent[],
  at: string,
): LetterPaper {
  const inOrder = events.toSorted((one, other) => one.at.localeCompare(other.at));
  const course: Table = {
    title: 'Ход дела (время записи, UTC)',
    head: ['Когда', 'Что'],
    rows: inOrder.map((event) => [minute(event.at), titleOf(event)]),
  };
  const proofs = inOrder.filter(({ data }) => typeof data['proof'] === 'string');
  const proved: Table = {
    title: 'Доказательства отправки',
    head: ['Когда', 'Путь', 'Доказательство'],
    rows: proofs.map(({ at: when, data }) => [minute(when), String(data['way'] ?? ''), proofWords(data)]),
  };
  return {
    layout: 'LETTER',
    letterhead: { name: [district.name], lines: [] },
    number,
    date: localDate(at, district.zone),
    addressee: { kind: 'BODY', lines: [] },
    heading: `Дело ${number}: ход, тексты, доказательства`,
    paragraphs: [course, ...(proofs.length > 0 ? [proved] : []), ...inOrder.flatMap(textsOf)],
    enclosures: [],
    signature: { kind: 'SYSTEM', post: 'Система «Отклик»', name: district.name },
    madeAt: at,
  };
}

const minute = (at: string): string => at.slice(0, 16).replace('T', ' ');

function titleOf({ type }: OpenedEvent): string {
  return titles.get(type) ?? type;
}

function proofWords(data: OpenedEvent['data']): string {
  const { proof, link } = data;
  return typeof link === 'string' ? `${String(proof)}, ${link}` : String(proof);
}

function textsOf(event: OpenedEvent): readonly { readonly text: string }[] {
  return Object.entries(TEXT_FIELDS).flatMap(([field, title]) => {
    const value = event.data[field];
    if (value !== null && typeof value !== 'string') return [];
    return [{ text: `${minute(event.at)}. ${titleOf(event)}. ${title}: ${value ?? ERASED}` }];
  });
}
