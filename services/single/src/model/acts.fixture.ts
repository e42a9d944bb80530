import type { Action } from '@otklik/contracts/enumerations';
import { addDays, type LocalDate } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import type { Chance } from './chance.fixture.js';
import { finished, helped } from './co-executor-acts.fixture.js';
import { sentOn } from './source-acts.fixture.js';

export interface SeenQuestion {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly department: { readonly code: string } | null;
  readonly executor: { readonly id: string } | null;
  readonly allowedActions: readonly Action[];
  readonly response: Target | null;
  readonly promise: { readonly state: string } | null;
}

export interface Target {
  readonly id: string;
  readonly version: number;
  readonly state?: string;
  readonly allowedActions: readonly Action[];
}

interface SeenRequest {
  readonly id: string;
  readonly receivedOn: string | null;
  readonly linkOpens: boolean;
}

/** What a co-executor prepares. */
interface SeenPart {
  readonly official: { readonly id: string } | null;
  readonly mine: boolean;
  readonly doneAt: string | null;
  readonly department: { readonly code: string } | null;
}

/** A body to which a question was forwarded. */
interface SeenBody {
  readonly letter: string;
  readonly linkOpens: boolean;
  readonly reactions: readonly { readonly reaction: string }[];
}

/** What an official sees of a case. */
export interface SeenCase {
  readonly row: Target & {
    readonly regime: string;
    readonly state: string;
    readonly questions: readonly SeenQuestion[];
  };
  readonly supplements: readonly { readonly id: string }[];
  readonly questions: readonly {
    readonly id: string;
    readonly parts: readonly SeenPart[];
    readonly requests: readonly SeenRequest[];
    readonly bodies: readonly SeenBody[];
  }[];
  readonly notices: readonly (Target & {
    readonly kind: string;
    readonly way: string;
    readonly question: { readonly id: string } | null;
  })[];
}

/** What an act is made of, beside the target. */
export interface Circumstances {
  readonly chance: Chance;
  readonly district: District;
  readonly seen: SeenCase;
  /** In the district. */
  readonly today: LocalDate;
  /** Occurs in what is written about the case. */
  readonly mark: string;
  /** The question of the target, where it has one. */
  readonly question: SeenQuestion | undefined;
  /** Other appeals of the district, and its answered questions, oldest first. */
  readonly others: readonly string[];
  readonly answered: readonly string[];
  /** The id of an official. */
  official(name: string): string;
}

export interface Act {
  /** How often it is chosen among the others that are allowed. */
  readonly weight: (circumstances: Circumstances) => number;
  /** Beside district, id, key and version; undefined where there is nothing to do it with. */
  readonly input: (circumstances: Circumstances) => Readonly<Record<string, unknown>> | undefined;
}

const act = (weight: number, input: Act['input'] = () => ({})): Act => ({ weight: () => weight, input });
const reason = { reason: 'Потому что так решено' };

/** The latest of what was added. */
const onSupplement: Act['input'] = ({ seen }) => {
  const last = seen.supplements.at(-1);
  return last && { supplement: last.id };
};

/** Every act of an official: a new one without a line here stops the typecheck. */
export const acts: Readonly<Record<Action, Act>> = {
  TAKE_UP_MESSAGE: act(8),
  REGISTER_APPEAL: act(10),
  TURN_INTO_APPEAL: act(0.7, () => ({ identification: 'VISIT', identifiedBy: 'паспорт' })),
  MARK_AS_DUPLICATE: act(1.5, ({ chance, others }) => (others.length > 0 ? { of: chance.oneOf(others) } : undefined)),
  ANSWER_AT_ONCE: act(0.3, () => ({ text: 'Зимник откроют 5 декабря' })),
  MARK_AS_SPAM: act(0.7, () => ({ ...reason, kind: 'OTHER' })),
  ESCALATE_URGENTLY: act(0.1, () => ({ danger: 'WATER' })),
  CORRECT_REGISTRATION: act(0.06, ({ chance, others }) => {
    const ground = chance.oneOf(['SPAM', 'MISTAKE', 'DUPLICATE'] as const);
    return { ...reason, ground, ...(ground === 'DUPLICATE' && others.length > 0 && { of: chance.oneOf(others) }) };
  }),
  RECORD_SOURCE: act(1, sentOn),
  RECORD_REPEAT: act(0.2, ({ chance, others: [one] }) => (one && chance.happens(0.6) ? { of: one } : {})),
  CORRECT_DETAILS: act(0.3, ({ chance, mark }) => ({
    ...reason,
    ...(chance.happens(0.6) && { gist: `Дорога без освещения: ${mark}` }),
    ...(chance.happens(0.6) && { place: chance.happens(0.3) ? {} : { text: `ул. Ленина, ${mark}` } }),
  })),
  GRANT_REOPENING: act(6, ({ chance, seen }) => {
    const questions = seen.row.questions.filter(({ state }) => state === 'ANSWERED');
    return questions.length > 0 && chance.happens(0.5) ? { question: chance.oneOf(questions).id } : {};
  }),
  REFUSE_REOPENING: act(3, () => reason),
  REOPEN_APPEAL: act(0.6, ({ chance, seen, mark }) => {
    const named = chance.happens(0.6) ? { question: chance.oneOf(seen.row.questions).id } : {};
    return { reason: `Ответ неполный: ${mark}`, ...named };
  }),
  REOPEN_ON_SUPPLEMENT: act(4, onSupplement),
  REPLY_TO_SUPPLEMENT: act(3, (seen) => {
    const on = onSupplement(seen);
    return on && { ...on, text: `Проверим завтра: ${seen.mark}` };
  }),
  ACKNOWLEDGE_SUPPLEMENT: act(3),
  SET_LEGAL_HOLD: act(0.05, () => reason),
  LIFT_LEGAL_HOLD: act(0.5, () => reason),
  RECORD_CONSENT_WITHDRAWAL: act(0.03, () => reason),
  TAKE_BACK_DECISION: act(0.4, () => reason),
  ROUTE_QUESTION: { weight: ({ question }) => (question?.department ? 0.4 : 9), input: routed },
  ASSIGN_EXECUTOR: { weight: ({ question }) => (question?.executor ? 0.4 : 9), input: assigned },
  RECORD_RECEPTION_ANSWER: act(3, ({ chance }) => ({
    text: 'Дан устный ответ',
    outcome: 'EXPLAINED',
    consented: chance.happens(0.8),
    factsPlain: chance.happens(0.9),
  })),
  RETURN_QUESTION: act(0.4, () => reason),
  SPLIT_QUESTION: act(0.7, ({ chance }) => ({
    parts: Array.from({ length: chance.integer(2, 3) }, (_, part) => `Вопрос ${part + 1}: когда починят дорогу?`),
  })),
  UNDO_SPLIT: act(0.5),
  MERGE_QUESTIONS: act(1, ({ chance, seen, question }) => {
    const open = seen.row.questions.filter(
      ({ id, allowedActions }) => id !== question?.id && allowedActions.includes('MERGE_QUESTIONS'),
    );
    if (open.length === 0) return undefined;
    const { id: from, version: fromVersion } = chance.oneOf(open);
    return { from, fromVersion };
  }),
  UNDO_MERGE: act(1),
  NOTE_COMPLAINED_OF: act(0.3, ({ chance, district }) => ({
    of: [chance.oneOf(district.departments).code, chance.oneOf(district.organisations).code],
  })),
  FORWARD_QUESTION: act(0.6, forwarded),
  WITHDRAW_FORWARDING: act(1, () => reason),
  RECORD_BODY_REACTION: act(1, reacted),
  REVOKE_BODY_LINK: act(0.1, (circumstances) => {
    const letters = bodiesOf(circumstances).filter(({ linkOpens }) => linkOpens);
    const requests = requestsOf(circumstances).filter(({ linkOpens }) => linkOpens);
    const open = [...letters.map(({ letter }) => letter), ...requests.map(({ id }) => id)];
    return open.length > 0 ? { letter: circumstances.chance.oneOf(open) } : undefined;
  }),
  TAKE_BACK_QUESTION: act(3),
  LEAVE_UNANSWERED: act(0.4, leftUnanswered),
  EXTEND_DEADLINE: act(4, ({ chance }) => ({
    ...reason,
    days: chance.integer(1, 31),
    ground: chance.oneOf(['EXCEPTIONAL', 'INFORMATION_REQUESTED']),
  })),
  ASK_FOR_EXTENSION: act(1, ({ chance, mark }) => ({
    reason: `Нужна смета подрядчика: ${mark}`,
    days: chance.integer(1, 31),
    ground: chance.oneOf(['EXCEPTIONAL', 'INFORMATION_REQUESTED']),
  })),
  REFUSE_EXTENSION: act(2, ({ mark }) => ({ reason: `Времени достаточно: ${mark}` })),
  REQUEST_INFORMATION: act(0.6, ({ chance, district }) => {
    const { code: organisation } = chance.oneOf(district.organisations);
    return {
      asked: 'Чей это участок?',
      of: chance.happens(0.7) ? { organisation } : { name: 'Росреестр', kind: 'EXECUTIVE', address: 'г. Якутск' },
    };
  }),
  RECORD_INFORMATION: act(2, ({ seen, question }) => {
    const open = requestsOf({ seen, question }).find(({ receivedOn }) => receivedOn === null);
    return open && { request: open.id, text: 'Участок района', number: '7-12' };
  }),
  GIVE_INTERIM_ANSWER: act(0.7, ({ mark, today }) => ({
    text: `Выехали на место, разбираемся: ${mark}.`,
    nextStep: 'Заменим трубу',
    nextStepOn: addDays(today, 1),
  })),
  CLASSIFY_QUESTION: act(0.3, () => ({ classifier: '0003.0009.0099.0742.0110' })),
  CORRECT_TOPIC: act(0.2, ({ chance, district }) => ({ ...reason, topic: chance.oneOf(district.topics).code })),
  ACKNOWLEDGE_ASSIGNMENT: act(2),
  ASSIGN_CO_EXECUTORS: act(0.4, helped),
  PASS_ON_ASSIGNMENT: act(0.3, ({ official, mark }) => ({
    executor: official('executor'),
    text: `Прошу заняться: ${mark}.`,
  })),
  FINISH_PART: act(2, finished),
  ADD_CONTRIBUTION: act(1, ({ mark }) => ({ text: `Смета приложена, работы возможны в июне: ${mark}.` })),
  CONFIRM_PROMISE: act(4, ({ mark }) => ({ text: `Дорогу отремонтировали: ${mark}.` })),
  EXTEND_PROMISE: act(1, ({ chance, today }) => ({ ...reason, until: addDays(today, chance.integer(1, 60)) })),
  PUT_UNDER_CONTROL: act(0.4, ({ chance, today }) => ({ until: addDays(today, chance.integer(0, 30)) })),
  TAKE_OFF_CONTROL: act(0.6),
  DRAFT_RESPONSE: {
    weight: ({ question }) =>
      question?.response?.state === 'APPROVED' || question?.response?.state === 'DRAFTED' ? 0.3 : 9,
    input: drafted,
  },
  APPROVE_RESPONSE: act(9),
  SIGN_RESPONSE: act(12),
  REVOKE_RESPONSE: act(1, () => reason),
  SEND_BACK_RESPONSE: act(0.8, () => reason),
  /** Publications have an attack of their own: `ends-of-publication.spec.ts`. */
  PROPOSE_PUBLICATION: act(0),
  PUBLISH_ANSWER: act(0),
  TAKE_BACK_PUBLICATION: act(0),
  ADD_NOTE: act(0.2, ({ mark }) => ({ text: `Заметка для коллег: ${mark}` })),
  RECORD_ORAL_NOTICE: act(6, ({ chance, mark }) => ({
    said: `Ответ прочитан: ${mark}`,
    outcome: chance.oneOf(['AGREES', 'AGREES', 'WANTS_WRITTEN', 'SOMETHING_NEW']),
  })),
  RECORD_CALL_ATTEMPT: act(3, ({ chance }) => ({
    result: chance.oneOf(['NO_ANSWER', 'NO_ANSWER', 'CALL_LATER', 'WRONG_NUMBER', 'GIVEN_UP', 'WANTS_WRITTEN']),
  })),
  /** Rubbish: what covers no sheet is refused. */
  ATTACH_SIGNATURE: act(0.2, ({ mark }) => ({ signature: Buffer.from(mark).toString('base64') })),
  RECORD_POSTING: act(6, ({ chance }) => {
    const means = chance.oneOf(['LETTER', 'REGISTERED_LETTER', 'HANDED_OVER'] as const);
    const track = means === 'REGISTERED_LETTER' ? { track: '67800000000001' } : {};
    const address = '678900, г. Алдан, ул. Ленина, 1';
    return { means, number: `02-${chance.integer(1, 999_999_999)}`, ...track, address };
  }),
  RECORD_LETTER_OUTCOME: act(2, ({ chance }) =>
    chance.oneOf([
      { outcome: 'DELIVERED', proof: 'TRACKING' },
      { outcome: 'DELIVERED', proof: 'RECEIPT' },
      { outcome: 'MOVED', proof: 'ENVELOPE' },
      { outcome: 'STORAGE_EXPIRED', proof: 'TRACKING' },
    ]),
  ),
  RECORD_IN_POS: act(6, () => ({ state: 'ANSWER_SENT' })),
  SETTLE_UNKNOWN_NOTICE: act(6, ({ chance }) => ({ word: chance.oneOf(['STANDS', 'REPEAT']) })),
  RELEASE_NOTICE: act(6, () => ({ words: 'Дорогу починили.' })),
  RECORD_PLACED_NOTICE: act(6, () => ({ link: 'https://ok.ru/group/1/topic/2' })),
};

function requestsOf({ seen, question }: Pick<Circumstances, 'seen' | 'question'>): readonly SeenRequest[] {
  return seen.questions.find(({ id }) => id === question?.id)?.requests ?? [];
}

function bodiesOf({ seen, question }: Circumstances): readonly SeenBody[] {
  return seen.questions.find(({ id }) => id === question?.id)?.bodies ?? [];
}

function reacted(circumstances: Circumstances) {
  const { chance, today: reactedOn } = circumstances;
  const awaited = bodiesOf(circumstances).filter(
    ({ reactions }) => !reactions.some(({ reaction }) => reaction !== 'ACCEPTED'),
  );
  if (awaited.length === 0) return undefined;
  const { letter } = chance.oneOf(awaited);
  const reaction = chance.oneOf(['ACCEPTED', 'ANSWERED', 'REFUSED', 'REFUSED'] as const);
  return { letter, reaction, number: `3/${chance.integer(1, 99)}`, reactedOn, text: 'Не наш вопрос' };
}

function routed({ chance, district }: Circumstances) {
  const topic = chance.oneOf(district.topics);
  const department = chance.happens(0.3) ? 'zhilye' : topic.department;
  return { topic: topic.code, department, ...reason };
}

/**
 * Mostly an executor of the department; another one is refused. Some with a resolution, in the name of any head or of none, and an inner day
 * that may be after the term.
 */
function assigned({ chance, question, official, mark, today }: Circumstances) {
  const own: Readonly<Record<string, string>> = { zhilye: 'executor.housing', dorogi: 'executor.roads' };
  const bound = own[question?.department?.code ?? ''];
  const executor = official(bound !== undefined && chance.happens(0.7) ? bound : 'executor');
  const head = chance.oneOf(['head', 'head.housing', '']);
  const said = {
    resolution: `Осмотреть и доложить: ${mark}`,
    draftBy: addDays(today, chance.integer(0, 12)),
    ...(head !== '' && { resolutionBy: official(head) }),
  };
  return { executor, ...(chance.happens(0.5) && said) };
}

function drafted({ chance, today, mark }: Circumstances) {
  const text = `На Ваш вопрос сообщаем: работы будут выполнены, ${mark}.`;
  const outcome = chance.happens(0.4)
    ? 'MEASURES_PROMISED'
    : chance.oneOf(['SUPPORTED', 'NOT_SUPPORTED', 'EXPLAINED', 'MEASURES_TAKEN']);
  const promise = outcome === 'MEASURES_PROMISED' ? { promisedUntil: addDays(today, chance.integer(3, 40)) } : {};
  return { text, outcome, ...promise };
}

/** To organisations, to bodies that the directory does not have, and to the other district of the platform. */
function forwarded({ chance, district }: Circumstances) {
  const other = district.code === 'aldan' ? 'kuol' : 'aldan';
  const organisation = { organisation: chance.oneOf(district.organisations).code };
  const bodies = chance.happens(0.4) ? [{ district: other }] : [organisation];
  const more = chance.happens(0.3) ? [{ name: 'Министерство', address: 'г. Якутск' }] : [];
  return { ...reason, to: [...bodies, ...more], keepControl: chance.happens(0.5) };
}

/** Not by a published answer, of which there is none here. */
function leftUnanswered({ chance, answered }: Circumstances) {
  const ground = chance.oneOf([
    'ANON',
    'COURT',
    'ABUSE',
    'UNREADABLE',
    'UNCLEAR',
    'REPEAT',
    'SECRET',
    'COMPLAINT',
  ] as const);
  if (ground === 'REPEAT')
    return answered.length > 0 ? { ground, earlier: [chance.oneOf(answered), chance.oneOf(answered)] } : undefined;
  return { ground, ...reason };
}
