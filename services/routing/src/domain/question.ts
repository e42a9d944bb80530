import { keyOf } from '@otklik/case/co-executor-parts';
import type { SaidOfQuestion } from '@otklik/case/events';
import { evolvePublished, type PublishedQuestion } from '@otklik/case/question';
import { questionStates } from '@otklik/case/question-states';
import { stateAfter } from '@otklik/case/states-after';
import { assertNever, compact } from '@otklik/kernel';
import {
  keptParts,
  placeOf,
  type Answering,
  type Forwarding,
  type Known,
  type QuestionEvent,
  type QuestionState,
  type Standing,
  type Unpublished,
} from './question-state.js';
import { warnedKey } from './warned-key.js';

type Of<Type extends QuestionEvent['type']> = Extract<QuestionEvent, { readonly type: Type }>;

const notOpened: PublishedQuestion = { state: 'OPEN' };

export function evolve(state: QuestionState, event: QuestionEvent): QuestionState {
  if (event.type === 'QuestionOpened') return known(notOpened, event, begun(event));
  if (state.status === 'NONE') return state;
  if (!Object.hasOwn(questionStates, event.type)) return assertNever(event as never);
  if (isNowhere(event, state)) return state;
  return known(state.published, event, unpublished(state, event));
}

/** Only a question in a department has an executor and a signed answer; on any other the event changes nothing. */
function isNowhere({ type }: QuestionEvent, { published }: Known): boolean {
  return (type === 'ExecutorAssigned' || type === 'AnswerAccepted') && published.department === undefined;
}

function known(before: PublishedQuestion, { type, ...data }: QuestionEvent, kept: Unpublished): Known {
  // Who did it, and when, is the envelope's.
  const after = evolvePublished(before, { type, data } as SaidOfQuestion, { at: '' });
  const {
    told: _told,
    warnings: _warnings,
    contributions: _given,
    resolutions: _said,
    passedOn: _passed,
    reason: _reason,
    ...published
  } = after;
  const status = published.answering ? 'SIGNED' : published.state;
  return { ...kept, status, published: published as Known['published'] };
}

function begun({ person }: Of<'QuestionOpened'>): Unpublished {
  return {
    person,
    warned: [],
    changes: [],
    forwarded: [],
    asked: {},
    records: {},
    contributions: [],
    partsGiven: {},
    now: {},
  };
}

/** Of events that change what is not published. */
const steps: {
  readonly [Type in QuestionEvent['type']]?: (kept: Known, event: Of<Type>) => Partial<Unpublished>;
} = {
  DeadlineSet: ({ forwarded }, { rule }) => ({ forwarded: forwarded.filter((one) => one !== rule) }),
  DeadlineNear: warned,
  DeadlineMissed: warned,
  ExecutorAssigned(state, { assignment, assignedAt: at }) {
    const { executor, coExecutors } = state.published;
    const assigned = at !== undefined && { at, coExecutors, parts: keptParts(state) };
    return { ...compact({ assignment }), ...(executor === undefined && assigned && { now: { assigned } }) };
  },
  AssignmentTakenBack: () => ({ now: { takenBack: true } }),
  OralAnswerRecorded: ({ now }) => ({ now: { ...now, isToldOrally: true } }),
  AnswerAccepted: (_, { answer, promisedUntil }) => ({
    now: { accepted: compact({ answer, promisedUntil }) },
  }),
  AnswerRefused: (_, { answer }) => ({ refused: answer }),
  AnswerReleased: () => ({ now: {} }),
  AnswerProvedLate: ({ now }, { notice }) => ({ now: { ...now, provedLate: notice } }),
  QuestionAnswered: (state, { notice }) => ({ now: { answeredBy: answering(state, notice) } }),
  QuestionSplit: ({ changes, published: { text } }, { into }) => ({
    changes: [...changes, { type: 'SPLIT', into, text }],
  }),
  QuestionJoined: ({ changes, published: { text } }, { from }) => ({
    changes: [...changes, { type: 'JOINED', from, text }],
  }),
  QuestionSplitUndone: ({ changes }) => ({ changes: changes.slice(0, -1) }),
  QuestionJoinUndone: ({ changes }) => ({ changes: changes.slice(0, -1) }),
  QuestionForwarded: (_, { reason, forwardedOn, endsByLetters = false }) => ({
    now: {
      forwarding: { ...compact({ forwardedOn, reason }), isWithdrawn: false, endsByLetters, proofs: [] },
    },
  }),
  ForwardingStepProved: (state, { notice, addressee, provedOn }) =>
    onForwarding(state, ({ proofs }) => ({ proofs: [...proofs, { notice, addressee, provedOn }] })),
  ForwardingWithdrawn: (state) => onForwarding(state, () => ({ isWithdrawn: true })),
  QuestionEnded: ({ now: { forwarding } }) => ({ now: forwarding ? { forwarding } : {} }),
  QuestionTakenBack: ({ forwarded, published: { deadlines = [] } }) => ({
    forwarded: [...forwarded, ...deadlines.filter(({ duty }) => duty === 'FORWARD').map(({ rule }) => rule)],
  }),
  BodyReacted: ({ records }, { letter, record }) => ({ records: recorded(records, letter, record) }),
  InformationRequested: ({ asked }, { request, deadline }) => ({
    asked: { ...asked, [request]: deadline.countedFrom },
  }),
  InformationReceived: ({ records }, { request, record }) => ({ records: recorded(records, request, record) }),
  InterimAnswerGiven: (_, { answer }) => ({ interim: answer }),
  CoExecutorPartGiven: ({ partsGiven }, { commandId, ...whose }) => ({
    partsGiven: { ...partsGiven, [keyOf(whose)]: commandId },
  }),
  ContributionAdded: ({ contributions }, { contribution }) => ({ contributions: [...contributions, contribution] }),
};

function unpublished(state: Known, event: QuestionEvent): Unpublished {
  const { status: _status, published: _published, ...kept } = state;
  const { type, ...data } = event;
  const moved = stateAfter(questionStates, { type, data }) === null ? {} : { now: {} };
  const step = steps[type] as ((state: Known, event: QuestionEvent) => Partial<Unpublished>) | undefined;
  return { ...kept, ...moved, ...step?.(state, event) };
}

function warned({ warned }: Known, event: Of<'DeadlineNear' | 'DeadlineMissed'>): Partial<Unpublished> {
  return { warned: [...warned, warnedKey(event)] };
}

/** What was forwarded or is being left without an answer goes back to the coordinator. */
function answering({ published, now }: Known, notice: string): Answering {
  const isElsewhere = published.state === 'FORWARDING' || published.state === 'LEAVING';
  return { notice, ...(now.isToldOrally && { isOral: true }), ...(!isElsewhere && placeOf(published)) };
}

function onForwarding(
  { now }: Known,
  change: (forwarding: Forwarding) => Partial<Forwarding>,
): { readonly now: Standing } {
  const { forwarding } = now;
  return { now: forwarding ? { ...now, forwarding: { ...forwarding, ...change(forwarding) } } : now };
}

/** `of`: a request, or a letter. */
function recorded(before: Unpublished['records'], of: string, record: string | undefined): Unpublished['records'] {
  const { [of]: _former, ...records } = before;
  return record === undefined ? records : { ...records, [of]: record };
}

/** The person whose key seals the event. */
export function personOf(state: QuestionState, event: QuestionEvent): string {
  if (event.type === 'QuestionOpened') return event.person;
  if (state.status === 'NONE') throw new TypeError(`${event.type} before QuestionOpened`);
  return state.person;
}
