import { isVouchedFor, proofIs, type ProofIs, type Proving } from '@otklik/case/notice-proof';
import { titleOf as wordOf } from '@otklik/contracts/declare-enumeration';
import { NoticeWay } from '@otklik/contracts/enumerations';
import { eventOwners } from '@otklik/contracts/published-events';
import type { LetterPaper, Table } from '@otklik/documents';
import { dottedDate, localDate, localMoment } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { sealedPerson } from '@otklik/vault';
import { sealedTitles } from '../../register/application/fold/sealed-titles.js';

/** An event whose texts are opened; those of erased persons are null, those that its taker may not open are sealed. */
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
const LEFT_OUT = 'не вложено: роль составителя не открывает имя и контакт';

/** The whole case on paper: its course and its texts, in the order in which they were recorded. */
export function caseReport(
  district: District,
  number: string,
  events: readonly OpenedEvent[],
  at: string,
): LetterPaper {
  const minute = (instant: string): string => {
    const [on = '', clock = ''] = localMoment(instant, district.zone).split('T');
    return `${dottedDate(on)} ${clock}`;
  };
  const inOrder = events.toSorted((one, other) => one.at.localeCompare(other.at));
  const course: Table = {
    title: 'Ход дела',
    head: ['Когда', 'Что'],
    rows: inOrder.map((event) => [minute(event.at), titleOf(event)]),
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
    letterhead: { name: [district.name], lines: [] },
    number,
    date: localDate(at, district.zone),
    addressee: { kind: 'BODY', lines: [] },
    heading: `Дело ${number}: ход, тексты, доказательства`,
    paragraphs: [
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
  return Object.entries(sealedTitles).flatMap(([field, title]) => {
    const value = event.data[field];
    if (value === undefined) return [];
    return [{ text: `${when}. ${titleOf(event)}. ${title}: ${wordsOf(value)}` }];
  });
}

/** Lists are sealed value by value. */
function wordsOf(value: unknown): string {
  if (value === null) return ERASED;
  if (typeof value === 'string') return sealedPerson(value) === undefined ? value : LEFT_OUT;
  return Array.isArray(value) ? value.map(wordsOf).join(', ') : JSON.stringify(value);
}
