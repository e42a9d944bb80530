import type { Way } from '../../frame/entry-ways.js';

export type AnswerWay = 'POST' | 'EMAIL' | 'PHONE' | 'IN_PERSON';
export const ANSWER_WAYS: Readonly<Record<Way, readonly [AnswerWay, ...AnswerWay[]]>> = {
  PAPER: ['POST', 'EMAIL', 'PHONE', 'IN_PERSON'],
  PHONE: ['PHONE', 'EMAIL', 'POST'],
  // An answer at the reception is recorded in its card; later ones are in writing (59-FZ art. 13(3)).
  RECEPTION: ['IN_PERSON', 'POST', 'EMAIL'],
};
export const KINDS = ['STATEMENT', 'PROPOSAL', 'COMPLAINT'] as const;
export type Kind = (typeof KINDS)[number];

/** Everything that may be typed. The switch of the way hides fields, and loses none of them. */
export interface RegistrationDraft {
  readonly way: Way;
  /** Idempotency keys of the two acts, made with the draft: a repeat after a lost answer gives the same receipt. */
  readonly enterKey: string;
  readonly registerKey: string;
  /** YYYY-MM-DD of the district. */
  readonly receivedOn: string;
  readonly kind: Kind;
  readonly originalNumber: string;
  readonly originalDate: string;
  readonly sheets: string;
  readonly enclosures: string;
  /** Who sent it on with a letter; empty: it came of the applicant. */
  readonly senderKind: string;
  readonly senderBody: string;
  readonly senderNumber: string;
  readonly senderDate: string;
  readonly senderTerm: string;
  /** `yes` */
  readonly senderWantsAnswer: string;
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string;
  readonly postcode: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly answerWay: AnswerWay;
  /** How many signed, where several did. */
  readonly signatories: string;
  readonly settlement: string;
  readonly place: string;
  readonly text: string;
  /** Code; empty: by the text. */
  readonly topic: string;
  /** By the codes of the topic's own questions. */
  readonly topicAnswers: Readonly<Record<string, string>>;
  readonly files: readonly DraftFile[];
}

export interface DraftFile {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** Fields that a person fills in. */
export type Field = Exclude<keyof RegistrationDraft, 'enterKey' | 'registerKey' | 'topicAnswers' | 'files'>;

const MAX_SHEETS = 1_000;
const MAX_SIGNATORIES = 1_000_000;

/** Fields that are empty in the beginning. */
const TYPED = [
  ...(['originalNumber', 'originalDate', 'sheets', 'enclosures', 'surname', 'givenName'] as const),
  ...(['senderKind', 'senderBody', 'senderNumber', 'senderDate', 'senderTerm', 'senderWantsAnswer'] as const),
  ...([
    'patronymic',
    'signatories',
    'postcode',
    'address',
    'phone',
    'email',
    'settlement',
    'place',
    'topic',
    'text',
  ] as const),
];

export interface DraftProblem {
  readonly field: Field;
  /** The server's words, which stand in place of the code's. */
  readonly message?: string;
  readonly code:
    | 'EMPTY'
    | 'FUTURE'
    | 'EMAIL_NEEDED'
    | 'PHONE_NEEDED'
    | 'ADDRESS_NEEDED'
    | 'NAME_NEEDED'
    | 'SHEETS'
    | 'SIGNATORIES'
    | 'BODY_NEEDED'
    | 'TERM'
    | 'POSTCODE';
}

export function emptyDraft(way: Way, today: string, newKey: () => string): RegistrationDraft {
  return {
    way,
    enterKey: newKey(),
    registerKey: newKey(),
    receivedOn: today,
    originalNumber: '',
    originalDate: '',
    kind: 'STATEMENT',
    sheets: '',
    enclosures: '',
    senderKind: '',
    senderBody: '',
    senderNumber: '',
    senderDate: '',
    senderTerm: '',
    senderWantsAnswer: '',
    surname: '',
    givenName: '',
    patronymic: '',
    postcode: '',
    address: '',
    phone: '',
    email: '',
    signatories: '',
    settlement: '',
    place: '',
    text: '',
    files: [],
    topic: '',
    topicAnswers: {},
    answerWay: ANSWER_WAYS[way][0],
  };
}

/** The same form for another way: what was typed stays, and so does the way of answering where the other way has it. */
export function inWay(draft: RegistrationDraft, way: Way): RegistrationDraft {
  if (draft.way === way) return draft;
  const [usual, ...others] = ANSWER_WAYS[way];
  const stays = isTouched(draft) && [usual, ...others].includes(draft.answerWay);
  return { ...draft, way, answerWay: stays ? draft.answerWay : usual };
}

/** Whether anything was typed that would be lost. */
export function isTouched(draft: RegistrationDraft): boolean {
  return draft.files.length > 0 || TYPED.some((field) => draft[field].trim() !== '');
}

/** «Пестерева Раиса Егоровна»; empty for a letter without a name. */
export function fullName({ surname, givenName, patronymic }: RegistrationDraft): string {
  return [surname, givenName, patronymic]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
}

/** «Пестерева Р. Е.» */
export function nameWithInitials({ surname, givenName, patronymic }: RegistrationDraft): string {
  const initials = [givenName, patronymic]
    .flatMap((part) => [...part.trim()].slice(0, 1))
    .map((letter) => `${letter}.`);
  return [surname.trim(), ...initials].filter((part) => part !== '').join(' ');
}

/** «678900, г. Алдан, ул. Ленина, 1», as it is kept, in the two fields of the form. */
export function addressParts(kept: string): Pick<RegistrationDraft, 'postcode' | 'address'> {
  const [, postcode = '', address = kept] = /^(\d{6}), (.+)$/su.exec(kept) ?? [];
  return { postcode, address };
}

/** The contact by which the answer will reach the person; undefined: by post, or on the appeal's page. */
export function contactOf({ answerWay, email, phone }: RegistrationDraft): string | undefined {
  const contact = answerWay === 'EMAIL' ? email.trim() : answerWay === 'PHONE' ? phone.trim() : '';
  return contact === '' ? undefined : contact;
}

/** What keeps the draft from being registered, in the order of the form's fields. */
export function problemsOf(draft: RegistrationDraft, today: string): readonly DraftProblem[] {
  const problems: DraftProblem[] = [];
  const demand = (isMet: boolean, field: Field, code: DraftProblem['code']): void => {
    if (!isMet) problems.push({ field, code });
  };
  demand(draft.receivedOn !== '', 'receivedOn', 'EMPTY');
  demand(draft.receivedOn <= today, 'receivedOn', 'FUTURE');
  if (draft.way === 'PAPER') {
    demand(draft.originalDate <= today, 'originalDate', 'FUTURE');
    if (draft.senderKind !== '') demandSender(draft, today, demand);
    demand(isCount(draft.sheets, 1), 'sheets', 'SHEETS');
    demand(isCount(draft.enclosures, 0), 'enclosures', 'SHEETS');
    demand(isCount(draft.signatories, 2, MAX_SIGNATORIES), 'signatories', 'SIGNATORIES');
  }
  const needsName = draft.way === 'RECEPTION' || (draft.way === 'PAPER' && draft.signatories.trim() !== '');
  demand(!needsName || draft.surname.trim() !== '', 'surname', 'NAME_NEEDED');
  demand(/^(\d{6})?$/.test(draft.postcode.trim()), 'postcode', 'POSTCODE');
  demand(draft.answerWay !== 'POST' || draft.address.trim() !== '', 'address', 'ADDRESS_NEEDED');
  demand(draft.answerWay !== 'PHONE' || draft.phone.trim() !== '', 'phone', 'PHONE_NEEDED');
  demand(draft.answerWay !== 'EMAIL' || draft.email.trim() !== '', 'email', 'EMAIL_NEEDED');
  demand(draft.text.trim() !== '', 'text', 'EMPTY');
  return problems;
}

function demandSender(
  { senderBody, senderDate, senderTerm }: RegistrationDraft,
  today: string,
  demand: (isMet: boolean, field: Field, code: DraftProblem['code']) => void,
): void {
  demand(senderBody.trim() !== '', 'senderBody', 'BODY_NEEDED');
  demand(senderDate <= today, 'senderDate', 'FUTURE');
  demand(senderTerm === '' || senderTerm >= senderDate, 'senderTerm', 'TERM');
}

/**
 * Of what was found wrong, that which is not mended yet. A refusal of the server at a field is shown until it is sent
 * again.
 */
export function stillWrong(
  found: readonly DraftProblem[],
  draft: RegistrationDraft,
  today: string,
): readonly DraftProblem[] {
  const now = problemsOf(draft, today);
  return found.filter(
    ({ field, code, message }) => message !== undefined || now.some((one) => one.field === field && one.code === code),
  );
}

/** Empty, or a number that the server takes. */
function isCount(typed: string, min: number, max = MAX_SHEETS): boolean {
  const count = typed.trim();
  return count === '' || (/^\d{1,7}$/.test(count) && Number(count) >= min && Number(count) <= max);
}

const FIELDS_OF_PATHS: Readonly<Record<string, Field>> = {
  'input.original.number': 'originalNumber',
  'input.original.date': 'originalDate',
  'input.original.sheets': 'sheets',
  'input.original.enclosures': 'enclosures',
  'input.address.postcode': 'postcode',
  'input.address.text': 'address',
  'input.place.text': 'place',
  'input.place.settlement': 'settlement',
  'input.receivedFrom.kind': 'senderKind',
  'input.receivedFrom.body': 'senderBody',
  'input.receivedFrom.number': 'senderNumber',
  'input.receivedFrom.date': 'senderDate',
  'input.receivedFrom.term': 'senderTerm',
};

/** The form's field of what the server refused, `input.contact`; undefined where it is none of the form's. */
export function fieldOf(path: string | undefined, draft: RegistrationDraft): Field | undefined {
  if (path === undefined) return undefined;
  if (path === 'input.contact') return draft.answerWay === 'EMAIL' ? 'email' : 'phone';
  const known = FIELDS_OF_PATHS[path] ?? path.replace(/^input\./, '');
  return known in draft ? (known as Field) : undefined;
}

/** The legal regime of what comes that way (59-FZ art. 7 and 13); a call is a message until its sender is identified. */
export function regimeOf(way: Way): 'APPEAL_59FZ' | 'SOCIAL_MESSAGE' | 'ORAL_RECEPTION' {
  if (way === 'PAPER') return 'APPEAL_59FZ';
  return way === 'RECEPTION' ? 'ORAL_RECEPTION' : 'SOCIAL_MESSAGE';
}

/** A message gets its number after the moderator took it up; a letter and a reception get theirs at once. */
export function isRegisteredAtOnce(way: Way): boolean {
  return regimeOf(way) !== 'SOCIAL_MESSAGE';
}

/** A draft as it was kept; undefined for one of another shape, which an older version of the page left. */
export function parseDraft(saved: string | null, empty: RegistrationDraft): RegistrationDraft | undefined {
  if (saved === null) return undefined;
  const value: unknown = JSON.parse(saved);
  if (typeof value !== 'object' || value === null) return undefined;
  const fits = Object.entries(empty).every(([field, usual]) => {
    const kept = (value as Record<string, unknown>)[field];
    return typeof kept === typeof usual && Array.isArray(kept) === Array.isArray(usual);
  });
  return fits ? (value as RegistrationDraft) : undefined;
}
