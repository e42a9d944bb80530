import { compact } from '@otklik/kernel';
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
  SignatureLevel,
} from '@otklik/contracts/enumerations';
import type {
  AttachedSignature,
  EnteredInPos,
  NoticeDetails,
  Outgoing,
  Posting,
} from '@otklik/contracts/notifications.events';
import type { NotificationsFact, SaidOfNotice as Fact } from './events.js';
import { noticeStates } from './notice-states.js';
import { byOf, stateAfter, whoOf, type DataOfFact, type Who } from './states-after.js';
import { delivered, returned, type AfterPosting } from './notice-post.js';
import { evolveBy } from './steps.js';

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
  /** It waits until whom the district's settings name signed it: it has no number, and does not leave. */
  readonly toSign?: true | undefined;
  /** Who signed it then, with which post, and when. */
  readonly signed?: { readonly by: string; readonly post?: string; readonly at: string };
  /** Its number and day in the outgoing series; of a cancelled one it is annulled, and not given again. */
  readonly outgoing?: Outgoing;
  /** The signature without which it does not leave. */
  readonly demands?: SignatureLevel;
  /** Electronic signatures over its sheet, the first first. */
  readonly signatures?: readonly SignaturePart[];
  /** Letters on paper, the first first: several where their records came after the end. */
  readonly postings?: readonly PostingPart[];
  /** In the feedback platform, by an official. */
  readonly entered?: EnteredInPos;
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
  /** What became of it since. */
  readonly after?: AfterPosting;
}

/** Signer and issuer are sealed. */
export interface SignaturePart extends Omit<AttachedSignature, 'kind' | 'about'> {
  readonly at: string;
  /** The official's id who attached it. */
  readonly by?: string;
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
  return { ...before, ...about, ...NOT_WAITING, ...dispatch(before, fact, who), ...told };
}

/** With the department that has its question. */
export function noticeFacts(
  notice: PublishedNotice,
  questions: Readonly<Record<string, { readonly department?: string | undefined }>>,
): NoticeFacts {
  const { way, state, about, attention, postings } = notice;
  const department = about === undefined ? undefined : questions[about]?.department;
  return { way, state, attention, posting: postings?.at(-1), ...signingFacts(notice), department };
}

/** Whether it has a sheet that can be signed, and lacks what it does not leave without: a signatory's act, an electronic signature. */
export function signingFacts(
  notice: PublishedNotice,
): Pick<NoticeFacts, 'isNumbered' | 'lacksSignature'> & { readonly isToSign?: true } {
  const { outgoing, demands, toSign, signatures = [] } = notice;
  const lacksSignature = demands !== undefined && !signatures.some(({ level }) => isEnough(level, demands));
  return { isNumbered: outgoing !== undefined, lacksSignature, ...(toSign && { isToSign: toSign }) };
}

/** What is not verified is never enough. */
function isEnough(level: SignatureLevel, demanded: SignatureLevel): boolean {
  return level === 'TRUSTED' || (level === 'VALID' && demanded === 'VALID');
}

/** A notice that follows from a fact is sent without delay, unless the fact says otherwise. */
const NOT_WAITING = { attention: undefined, found: undefined };

type Dispatch = Pick<PublishedNotice, 'way'> & Partial<PublishedNotice>;

type Before = PublishedNotice | undefined;

const dispatch = evolveBy<Fact, Before, Dispatch>({
  NoticeOpened: (_, { way, details, outgoing, demands, toSign }) => ({
    ...compact({ way, details, outgoing, demands }),
    ...(toSign && { toSign }),
  }),
  // An electronic signature may still be lacking.
  NoticeSigned: (before, { signatory: by, post, outgoing, signedAt: at }) => ({
    ...compact({ way: before?.way ?? 'PAPER', attention: before?.attention, found: before?.found }),
    toSign: undefined,
    outgoing,
    signed: compact({ by, post, at }),
  }),
  // It goes on to wait for what it waited for.
  SignatureAttached: (before, { kind: _, about: __, ...signature }, who) => ({
    ...compact({ way: before?.way ?? 'PAPER', attention: before?.attention, found: before?.found }),
    signatures: [...(before?.signatures ?? []), { ...signature, at: who.at, ...byOf(who) }],
  }),
  NoticeDispatched: dispatched,
  NoticePosted: (_, { dispatchedAt }) => ({ way: 'PAGE', proof: POSTING, dispatchedAt }),
  // Its own way failed; the next one is already on its way under the same notice.
  NoticeFailed: (before, { way, code, next }, { at }) => ({
    way: next,
    failed: [...(before?.failed ?? []), { way, code, at }],
  }),
  CallAttempted: (before, data, who) => ({
    way: 'ORAL',
    attempts: [...(before?.attempts ?? []), callPart(data, who)],
  }),
  NoticeCancelled: (before, { ground }) => ({ way: before?.way ?? 'PAGE', cancelled: ground }),
  ProofCameLate: late,
  BodyReported: reported,
  LetterDelivered: delivered,
  LetterReturned: returned,
  NoticeSeenInPlace: (before, { way, seenAt }) => ({
    way,
    seenAt: before?.seenAt ?? seenAt,
    removedAt: undefined,
    soughtAt: undefined,
  }),
  NoticeRemovedInPlace: (_, { way, removedAt }) => ({ way, removedAt }),
  NoticeNotFoundInPlace: (_, { way, soughtAt }) => ({ way, soughtAt }),
  NoticeReadInPlace: (_, { way, readAt }) => ({ way, readAt }),
  // It is still being sent, by that way, and waits for a person or does so no more.
  NoticeOutcomeUnknown: (_, { way }) => ({ way, attention: 'UNKNOWN' }),
  NoticeByHand: (_, { way }) => ({ way, attention: 'BY_HAND' }),
  NoticeHeld: (_, { way, found }) => ({ way, attention: 'HELD', found }),
  NoticeOutcomeSettled: (_, { way }) => ({ way }),
  RestoredNoticeSettled: (_, { way }) => ({ way }),
  NoticeReleased: (_, { way }) => ({ way }),
});

function dispatched(before: Before, data: DataOfFact<Fact, 'NoticeDispatched'>, who: Who): Dispatch {
  const { way, proof, dispatchedAt, posting, link, entered } = data;
  return {
    way,
    proof,
    dispatchedAt,
    ...(entered && { entered }),
    ...(link && { link }),
    ...posted(before, posting && { ...posting, ...byOf(who) }),
  };
}

function posted(before: Before, posting: PostingPart | undefined): Pick<PublishedNotice, 'postings'> {
  return posting ? { postings: [...(before?.postings ?? []), posting] } : {};
}

function late(
  before: Before,
  { way, proof, dispatchedAt, posting }: DataOfFact<Fact, 'ProofCameLate'>,
  who: Who,
): Dispatch {
  return {
    way: before?.way ?? way,
    late: { way, proof, dispatchedAt },
    ...posted(before, posting && { ...posting, ...byOf(who), late: true }),
  };
}

function reported(before: Before, data: DataOfFact<Fact, 'BodyReported'>, { at }: Who): Dispatch {
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

function callPart({ result, attemptedAt: at, callAt, said }: DataOfFact<Fact, 'CallAttempted'>, who: Who): CallPart {
  return { result, at, ...(callAt && { callAt }), ...(said && { said }), ...byOf(who) };
}
