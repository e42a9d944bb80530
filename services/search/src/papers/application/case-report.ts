import { isVouchedFor, proofIs, type ProofIs, type Proving } from '@otklik/case/notice-proof';
import { titleOf as wordOf } from '@otklik/contracts/declare-enumeration';
import { NoticeWay } from '@otklik/contracts/enumerations';
import { eventOwners } from '@otklik/contracts/published-events';
import type { EventActor } from '@otklik/contracts/envelope';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import type { LetterPaper, Table } from '@otklik/documents';
import { dottedDate, localDate, localMoment } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { sealedPerson } from '@otklik/vault';
import { termWords } from './case-terms.js';
import { controlTitles } from '../../register/application/fold/control-titles.js';
import { sealedTitles } from '../../register/application/fold/sealed-titles.js';

/** An event whose texts are opened; those of erased persons are null, those that its taker may not open are sealed. */
export interface OpenedEvent {
  readonly type: string;
  readonly at: string;
  readonly stream: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly actor?: EventActor;
}

/** What of the case no event says by itself. */
export interface Reported {
  /** The terms and what came of them. */
  readonly terms: Table;
  /** The name of an official; undefined for one who is not known. */
  readonly nameOf: (official: string) => string | undefined;
}

const titles = new Map(
  eventOwners.flatMap(({ events }) => Object.values(events).map(({ type, titles: { ru } }) => [type, ru] as const)),
);
const ERASED = 'стёрто по требованию или по сроку хранения';
const LEFT_OUT = 'не вложено: роль составителя не открывает имя и контакт';

/** The whole case on paper: its terms, its course, who acted, and its texts, in the order in which they were recorded. */
export function caseReport(
  district: District,
  number: string,
  events: readonly OpenedEvent[],
  at: string,
  { terms, nameOf }: Reported,
): LetterPaper {
  const minute = (instant: string): string => {
    const [on = '', clock = ''] = localMoment(instant, district.zone).split('T');
    return `${dottedDate(on)} ${clock}`;
  };
  const inOrder = events.toSorted((one, other) => one.at.localeCompare(other.at));
  const controls = controlTitles(inOrder, 'ru');
  const course: Table = {
    title: 'Ход дела',
    head: ['Когда', 'Кто', 'Что'],
    rows: inOrder.map((event) => [minute(event.at), actorOf(event, nameOf), controls.get(event) ?? factOf(event)]),
  };
  // What the post said later has a proof, too, and no way.
  const proofs = inOrder.filter(({ data }) => typeof data['proof'] === 'string' && typeof data['way'] === 'string');
  const proved: Table = {
    title: 'Доказательства отправки',
    head: ['Когда', 'Путь', 'Доказательство'],
    rows: proofs.map(({ at: when, data }) => [
      minute(when),
      wordOf(NoticeWay, String(data['way']), 'ru'),
      proofWords(data),
    ]),
  };
  return {
    layout: 'LETTER',
    named: 'Отчёт о деле',
    letterhead: { name: [district.name], lines: [] },
    number,
    date: localDate(at, district.zone),
    addressee: { kind: 'BODY', lines: [] },
    heading: `Дело ${number}: ход, тексты, доказательства`,
    paragraphs: [
      ...(terms.rows.length > 0 ? [terms] : []),
      course,
      ...(proofs.length > 0 ? [proved] : []),
      ...inOrder.flatMap((event) => textsOf(event, minute(event.at))),
    ],
    enclosures: [],
    signature: { kind: 'SYSTEM', post: 'Система «Отклик»', name: district.name },
    madeAt: at,
  };
}

function titleOf({ type }: OpenedEvent): string {
  return titles.get(type) ?? type;
}

/** A term with what it obliges to, until when and by which article. */
function factOf(event: OpenedEvent): string {
  const { type, data } = event;
  return type === 'DeadlineSet'
    ? `${titleOf(event)}: ${termWords(data as unknown as DeadlineSetData)}`
    : titleOf(event);
}

/** The name of who acted; a resident is not named, and what the system does by itself has none. */
function actorOf({ actor }: OpenedEvent, nameOf: Reported['nameOf']): string {
  if (actor?.kind === 'resident') return 'заявитель';
  if (actor?.kind !== 'official') return '';
  return nameOf(actor.id ?? '') ?? 'сотрудник';
}

/** What the proof is; its own words follow: an id, or what the other side answered. */
const PROOF_IS: Readonly<Record<ProofIs, string>> = {
  COMMENT_OF_NETWORK: 'комментарий, его номер в сети',
  MESSAGE_OF_NETWORK: 'личное сообщение, его номер в сети',
  ANSWER_OF_MAIL_SERVER: 'почтовый сервер принял письмо, ответ сервера',
  REQUEST_OF_OPEN311: 'запрос Open311, его номер',
  POSTAL_ITEM: 'почтовое отправление',
  ORDINARY_LETTER: 'простое письмо',
  REGISTERED_LETTER: 'заказное письмо',
  HANDED_OVER: 'вручено под подпись',
  RECORD_OF_CALL: 'разговор записан',
  SEEN_BY_OFFICIAL: 'человек видел его на месте',
  PLACED_BY_OFFICIAL: 'разместил человек',
  ON_FOLLOW_UP_PAGE: 'на странице обращения',
  OTHER: 'доказательство',
};

function proofWords(data: OpenedEvent['data']): string {
  const { proof = '', link } = data as Proving & { readonly link?: string };
  const is = PROOF_IS[proofIs(data)];
  const what = isVouchedFor(proof) ? is : `${is}: ${proof}`;
  return link === undefined ? what : `${what}; адрес: ${link}`;
}

function textsOf(event: OpenedEvent, when: string): readonly { readonly text: string }[] {
  const said = Object.entries(sealedTitles).flatMap(([field, title]) => {
    const value = event.data[field];
    return isNothing(value) ? [] : [{ title, words: wordsOf(value) }];
  });
  // What is left out is said once, whatever it is.
  const closed = said.filter(({ words }) => words === LEFT_OUT).map(({ title }) => title);
  const open = said.filter(({ words }) => words !== LEFT_OUT);
  const all = closed.length === 0 ? open : [...open, { title: closed.join(', '), words: LEFT_OUT }];
  return all.map(({ title, words }) => ({ text: `${when}. ${titleOf(event)}. ${title}: ${words}` }));
}

function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Lists are sealed value by value. */
function wordsOf(value: unknown): string {
  if (value === null) return ERASED;
  if (typeof value === 'string') return sealedPerson(value) === undefined ? value : LEFT_OUT;
  return Array.isArray(value) ? value.map(wordsOf).join(', ') : JSON.stringify(value);
}
