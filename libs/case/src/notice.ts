import type { NoticeFacts } from './action-facts.js';
import type {
  BodyRequestStatus,
  CallResult,
  CancelGround,
  NoticeAttention,
  NoticeKind,
  NoticeState,
  NoticeWay,
  PersonalDataKind,
} from '@otklik/contracts/enumerations';
import type { NoticeDetails, Posting } from '@otklik/contracts/notifications.events';
import { assertNever } from '@otklik/kernel';
import type { NotificationsFact, SaidOfNotice as Fact } from './events.js';
import { noticeStates } from './notice-states.js';
import { byOf, stateAfter, whoOf, type Who } from './states-after.js';

/** What is published of a notice. To those who read the events its texts are sealed. */
export interface PublishedNotice {
  readonly kind: NoticeKind;
  readonly way: NoticeWay;
  readonly state: NoticeState;
  /** The question that an answer speaks of. */
  readonly about?: string;
  readonly proof?: string;
  readonly dispatchedAt?: string;
  readonly openedAt: string;
  /** Unanswered calls, the oldest first. */
  readonly attempts?: readonly CallPart[];
  readonly failed?: readonly FailedPart[];
  readonly details?: NoticeDetails;
  /** Letters on paper, the first first: several where their records came after the end. */
  readonly postings?: readonly PostingPart[];
  readonly cancelled?: CancelGround;
  /** The proof of a dispatch that came after the end. */
  readonly late?: LatePart;
  /** Its public address. */
  readonly link?: string;
  /** It was seen where it was sent; then it may have been removed. */
  readonly seenAt?: string;
  readonly removedAt?: string | undefined;
  /** Where a person had placed it, and it was not found. */
  readonly soughtAt?: string | undefined;
  readonly readAt?: string;
  readonly attention?: NoticeAttention | undefined;
  /** In the words of a held notice. */
  readonly found?: readonly PersonalDataKind[] | undefined;
  /** The latest report of the body's server. */
  readonly reported?: ReportPart;
}

/** What a Notice stream tells. */
export interface NoticePart extends PublishedNotice {
  readonly version: number;
}

/** Of a covering letter that went as a request. */
export interface ReportPart {
  readonly status: BodyRequestStatus;
  readonly number: string;
  /** Sealed. */
  readonly notes?: string | undefined;
  readonly at: string;
  /** Updates that say something, by the server's clock. */
  readonly updates?: readonly UpdatePart[] | undefined;
}

export interface UpdatePart {
  /** Sealed. */
  readonly text: string;
  readonly at: string;
}

/** A row of the register of outgoing post. */
export interface PostingPart extends Posting {
  /** The official's id. */
  readonly by?: string;
  /** Recorded after the end. */
  readonly late?: true;
}

export interface FailedPart {
  readonly way: NoticeWay;
  readonly code: string;
  readonly at: string;
}

export interface LatePart {
  readonly way: NoticeWay;
  readonly proof: string;
  readonly dispatchedAt: string;
}

export interface CallPart {
  readonly result: CallResult;
  readonly at: string;
  /** When the applicant asked to be called. */
  readonly callAt?: string;
  /** Sealed. */
  readonly said?: string;
  /** The official's id. */
  readonly by?: string;
}

/** The posting itself proves that an answer is on the follow-up page. */
const POSTING = 'POSTED';

export function evolveNotice(before: NoticePart | undefined, fact: NotificationsFact): NoticePart {
  return { ...evolvePublished(before, fact, whoOf(fact)), version: fact.version };
}

/** The notice after the event. Its owner and its readers fold the same; the owner knows who did it before it is published. */
export function evolvePublished(before: PublishedNotice | undefined, fact: Fact, who: Who): PublishedNotice {
  const { data } = fact;
  const about = 'about' in data && data.about !== undefined ? { about: data.about } : {};
  const state = stateAfter(noticeStates, fact) ?? before?.state ?? 'PENDING';
  const told = { kind: data.kind, state, openedAt: before?.openedAt ?? who.at };
  return { ...before, ...about, ...NOT_WAITING, ...dispatch(fact, before, who), ...told };
}

/** With the department that has its question. */
export function noticeFacts(
  { way, state, about, attention }: PublishedNotice,
  questions: Readonly<Record<string, { readonly department?: string | undefined }>>,
): NoticeFacts {
  return { way, state, attention, department: about === undefined ? undefined : questions[about]?.department };
}

/** A notice that follows from a fact is sent without delay, unless the fact says otherwise. */
const NOT_WAITING = { attention: undefined, found: undefined };

type Dispatch = Pick<PublishedNotice, 'way'> & Partial<PublishedNotice>;

function dispatch(fact: Fact, before: PublishedNotice | undefined, who: Who): Dispatch {
  switch (fact.type) {
    case 'NoticeOpened':
      return opened(fact);
    case 'NoticeDispatched':
      return dispatched(fact, before, who);
    case 'NoticePosted':
      return { way: 'PAGE', proof: POSTING, dispatchedAt: fact.data.dispatchedAt };
    case 'NoticeFailed':
    case 'CallAttempted':
      return attempted(fact, before, who);
    case 'NoticeCancelled':
      return { way: before?.way ?? 'PAGE', cancelled: fact.data.ground };
    case 'ProofCameLate':
      return late(fact, before, who);
    default:
      return ofOthers(fact, before, who);
  }
}

type InPlace = 'NoticeSeenInPlace' | 'NoticeRemovedInPlace' | 'NoticeNotFoundInPlace' | 'NoticeReadInPlace';

const placed: ReadonlySet<string> = new Set<InPlace>([
  'NoticeSeenInPlace',
  'NoticeRemovedInPlace',
  'NoticeNotFoundInPlace',
  'NoticeReadInPlace',
]);

function isInPlace(fact: Of<OfNetwork | InPlace>): fact is Of<InPlace> {
  return placed.has(fact.type);
}

/** Of what networks and bodies do with it. */
function ofOthers(
  fact: Of<OfNetwork | InPlace | 'BodyReported'>,
  before: PublishedNotice | undefined,
  { at }: Who,
): Dispatch {
  if (fact.type === 'BodyReported') return reported(fact, before, at);
  return isInPlace(fact) ? inPlace(fact, before) : goingOn(fact);
}

function inPlace(fact: Of<InPlace>, before: PublishedNotice | undefined): Dispatch {
  const { way } = fact.data;
  if (fact.type === 'NoticeRemovedInPlace') return { way, removedAt: fact.data.removedAt };
  if (fact.type === 'NoticeNotFoundInPlace') return { way, soughtAt: fact.data.soughtAt };
  if (fact.type === 'NoticeReadInPlace') return { way, readAt: fact.data.readAt };
  return { way, seenAt: before?.seenAt ?? fact.data.seenAt, removedAt: undefined, soughtAt: undefined };
}

type OfNetwork =
  | ('NoticeOutcomeUnknown' | 'NoticeHeld' | 'NoticeByHand' | 'NoticeOutcomeSettled' | 'NoticeReleased')
  | 'RestoredNoticeSettled';

/** It is still being sent, by that way, and waits for a person or does so no more. */
function goingOn(fact: Of<OfNetwork>): Dispatch {
  const going = { way: fact.data.way };
  switch (fact.type) {
    case 'NoticeOutcomeUnknown':
      return { ...going, attention: 'UNKNOWN' };
    case 'NoticeByHand':
      return { ...going, attention: 'BY_HAND' };
    case 'NoticeHeld':
      return { ...going, attention: 'HELD', found: fact.data.found };
    case 'NoticeOutcomeSettled':
    case 'RestoredNoticeSettled':
    case 'NoticeReleased':
      return going;
    default:
      return assertNever(fact);
  }
}

type Of<Type extends Fact['type']> = Extract<Fact, { readonly type: Type }>;

function opened({ data: { way, details } }: Of<'NoticeOpened'>): Dispatch {
  return { way, ...(details ? { details } : {}) };
}

function dispatched({ data }: Of<'NoticeDispatched'>, before: PublishedNotice | undefined, who: Who): Dispatch {
  const { way, proof, dispatchedAt, posting, link } = data;
  return {
    way,
    proof,
    dispatchedAt,
    ...(link ? { link } : {}),
    ...posted(before, posting && { ...posting, ...byOf(who) }),
  };
}

function posted(
  before: PublishedNotice | undefined,
  posting: PostingPart | undefined,
): Pick<PublishedNotice, 'postings'> {
  return posting ? { postings: [...(before?.postings ?? []), posting] } : {};
}

function attempted(
  fact: Of<'NoticeFailed'> | Of<'CallAttempted'>,
  before: PublishedNotice | undefined,
  who: Who,
): Dispatch {
  if (fact.type === 'CallAttempted')
    return { way: 'ORAL', attempts: [...(before?.attempts ?? []), callPart(fact, who)] };
  // Its own way failed; the next one is already on its way under the same notice.
  return { way: fact.data.next, failed: [...(before?.failed ?? []), failedPart(fact, who)] };
}

function late({ data }: Of<'ProofCameLate'>, before: PublishedNotice | undefined, who: Who): Dispatch {
  const { way, proof, dispatchedAt, posting } = data;
  return {
    ...{ way: before?.way ?? way, late: { way, proof, dispatchedAt } },
    ...posted(before, posting && { ...posting, ...byOf(who), late: true }),
  };
}

function reported({ data }: Of<'BodyReported'>, before: PublishedNotice | undefined, at: string): Dispatch {
  const { status, number, notes, update, changedAt = at } = data;
  const last: Written = before?.reported ?? {};
  const told = update === undefined ? { notes, updates: last.updates } : withUpdate(last, notes, changedAt);
  return { way: before?.way ?? 'OPEN311', reported: { status, number, at, ...told } };
}

type Written = Pick<ReportPart, 'notes' | 'updates'>;

/** The latest text is communicated first, whenever it was read. */
function withUpdate({ notes, updates = [] }: Written, text: string | undefined, at: string): Written {
  if (text === undefined) return { notes, updates };
  const all = [...updates, { text, at }].toSorted(byTime);
  return { notes: all.at(-1)?.text, updates: all };
}

function byTime(one: UpdatePart, other: UpdatePart): number {
  if (one.at === other.at) return 0;
  return one.at < other.at ? -1 : 1;
}

function failedPart({ data: { way, code } }: Of<'NoticeFailed'>, { at }: Who): FailedPart {
  return { way, code, at };
}

function callPart({ data }: Of<'CallAttempted'>, who: Who): CallPart {
  const { result, attemptedAt: at, callAt, said } = data;
  return { result, at, ...(callAt ? { callAt } : {}), ...(said ? { said } : {}), ...byOf(who) };
}
