import { signingFacts } from '@otklik/case/notice';
import { recordInPos, type RecordInPos } from './notice.pos.js';
import { isOral, isPostal, mayCall, mayRecordPosting } from '@otklik/case/notice-conditions';
import type { CallResult, CancelGround, NoticeWay, OralOutcome, SignatureLevel } from '@otklik/contracts/enumerations';
import type { NoticeDetails, Outgoing, Posting } from '@otklik/contracts/notifications.events';
import {
  compact,
  covers,
  decideBy,
  namesPlace,
  refuse,
  type Decider,
  type Departments,
  type LocalDate,
  type Rules,
} from '@otklik/kernel';
import { recordReport, type RecordReport } from './notice.bodies.js';
import {
  backToThread,
  hold,
  leaveByHand,
  noteInPlace,
  noteNotFound,
  noteRead,
  recordPlaced,
  recordUnknown,
  release,
  settleUnknown,
  type OfNetwork,
} from './notice.networks.js';
import { settleRestored, type SettleRestoredNotice } from './notice.restored.js';
import {
  assertNotToSign,
  assertSigned,
  attachSignature,
  signNotice,
  type AttachSignature,
  type SignNotice,
} from './notice.signature.js';
import { recordOutcome, type RecordLetterOutcome } from './notice.post.js';
import { afterReturn, byNextWay, isRecorded, posted, proved } from './notice-proof.js';
import {
  evolve,
  initialState,
  unansweredCalls,
  type Known,
  type Matter,
  type NoticeEvent,
  type NoticeState,
} from './notice.js';

export type NoticeCommand =
  | OpenNotice
  | RecordSent
  | GiveUpWay
  | RecordBounce
  | RecordOralNotice
  | RecordCallAttempt
  | RecordPosting
  | RecordInPos
  | RecordLetterOutcome
  | CancelNotice
  | AttachSignature
  | SignNotice
  | RecordReport
  | SettleRestoredNotice
  | OfNetwork;

/** `ways`: the lawful ones in their order (`noticeWays`). */
export interface OpenNotice extends Matter {
  readonly type: 'OpenNotice';
  readonly ways: readonly NoticeWay[];
  readonly person: string;
  readonly details?: NoticeDetails;
  readonly outgoing?: Outgoing;
  readonly demands?: SignatureLevel;
  /** It waits until whom the district's settings name signed it; then it has no number yet. */
  readonly toSign?: true;
  /** Its cause came when no notice was due any more: it is cancelled with its opening. */
  readonly cancelled?: CancelGround;
  readonly at: string;
}

/** Ways by which the service sends by itself. */
export type SentWay = Extract<NoticeWay, 'EMAIL' | 'THREAD' | 'DIRECT' | 'OPEN311'>;

/**
 * The mail server has accepted the letter, the network the message, or the body's server the request. `link`: its
 * public address.
 */
export interface RecordSent {
  readonly type: 'RecordSent';
  readonly way: SentWay;
  readonly proof: string;
  readonly link?: string;
  /** A person's word is all that shows it. */
  readonly isWord?: true;
  readonly at: string;
}

/** It cannot be delivered by that way. `code`: the server's, the network's or ours, never a text. */
export interface GiveUpWay {
  readonly type: 'GiveUpWay';
  readonly way: SentWay;
  readonly code: string;
  readonly at: string;
}

/** A mail server that had accepted the letter reports that it could not be delivered. `code`: its status (RFC 3463). */
export interface RecordBounce {
  readonly type: 'RecordBounce';
  readonly code: string;
  /** Why it goes nowhere else; absent: it is still owed. */
  readonly over?: CancelGround;
  readonly at: string;
}

/** Who calls, and about whose question. */
export interface Calling {
  /** Where the official who calls may act. */
  readonly mayActIn: Departments;
  /** Of the question that the notice is about; absent where there is none. */
  readonly department?: string;
}

export interface RecordOralNotice extends Calling {
  readonly type: 'RecordOralNotice';
  readonly record: string;
  readonly said: string;
  readonly outcome: OralOutcome;
  readonly at: string;
}

/** `callAt`: when the applicant asked to be called, ISO 8601 UTC. */
export interface RecordCallAttempt extends Calling {
  readonly type: 'RecordCallAttempt';
  readonly record: string;
  readonly result: CallResult;
  readonly callAt?: string;
  readonly said?: string;
  readonly at: string;
}

/** A letter on paper was sent or handed over. `at`: an instant of the day `posting.sentOn`. */
export interface RecordPosting {
  readonly type: 'RecordPosting';
  readonly record: string;
  readonly posting: Posting;
  /** The day of the signature, or of the decision that the letter tells: no letter leaves before it. */
  readonly madeOn?: LocalDate;
  /** The address of the applicant, or of the body, is known. */
  readonly addressKnown: boolean;
  /** Where it was sent, where that was not known before. */
  readonly address?: string;
  readonly at: string;
}

/** Its content is obsolete, or it has no addressee. */
export interface CancelNotice {
  readonly type: 'CancelNotice';
  readonly ground: CancelGround;
}

/** One rule for each command; a command without one stops the build. */
const rules: Rules<NoticeState, NoticeCommand, NoticeEvent> = {
  OpenNotice: open,
  RecordSent: recordSent,
  GiveUpWay: giveUpWay,
  RecordBounce: recordBounce,
  RecordOralNotice: recordOral,
  RecordCallAttempt: recordAttempt,
  RecordPosting: recordPosting,
  RecordInPos: recordInPos,
  RecordLetterOutcome: recordOutcome,
  CancelNotice: cancel,
  AttachSignature: attachSignature,
  SignNotice: signNotice,
  RecordReport: recordReport,
  SettleRestoredNotice: settleRestored,
  HoldNotice: hold,
  ReleaseNotice: release,
  LeaveByHand: leaveByHand,
  RecordPlacedNotice: recordPlaced,
  RecordUnknown: recordUnknown,
  SettleUnknownNotice: settleUnknown,
  NoteInPlace: noteInPlace,
  NoteNotFound: noteNotFound,
  NoteRead: noteRead,
};

export const notice: Decider<NoticeState, NoticeCommand, NoticeEvent> = {
  initialState,
  decide: decideBy(rules),
  evolve,
};

function open(command: OpenNotice, state: NoticeState): readonly NoticeEvent[] {
  if (state.status !== 'NONE') return [];
  const { kind, about, ways, person, cancelled, at } = command;
  const [way, ...further] = ways;
  if (way === undefined) throw new TypeError('A notice has no way');
  const matter = about === undefined ? { kind } : { kind, about };
  const { details, outgoing, demands, toSign } = command;
  const said = compact({ details, outgoing, demands, toSign });
  const opened = { type: 'NoticeOpened', ...matter, way, further, person, ...said } as const;
  if (cancelled) return [opened, { type: 'NoticeCancelled', ...matter, ground: cancelled }];
  return way === 'PAGE' && !toSign && !demands ? [opened, posted(matter, at)] : [opened];
}

/** A letter that was on its way when the notice had its end is a fact, and ends nothing. */
function recordSent({ way, proof, link, isWord, at }: RecordSent, state: NoticeState): readonly NoticeEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  const isKnown = state.status === 'DISPATCHED' && state.way === way;
  if (isKnown || isRecorded(state, proof)) return [];
  if (isWord) assertSigned(state);
  return [proved(state, compact({ way, proof, link, dispatchedAt: at }))];
}

function giveUpWay({ way, code, at }: GiveUpWay, state: NoticeState): readonly NoticeEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status !== 'OPEN' || state.way !== way) return [];
  return backToThread(state, code) ?? byNextWay(state, code, at);
}

/**
 * The term was kept by the dispatch; the applicant still has to be notified. A report about another notice changes
 * nothing.
 */
function recordBounce({ code, over, at }: RecordBounce, state: NoticeState): readonly NoticeEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status !== 'DISPATCHED' || state.way !== 'EMAIL') return [];
  return afterReturn(state, code, at, over);
}

/** With the applicant's consent alone an oral answer is the answer (59-FZ art. 13(3)). */
function recordOral(command: RecordOralNotice, state: NoticeState): readonly NoticeEvent[] {
  const { record, said, outcome, at } = command;
  if (isRecorded(state, record)) return [];
  demandCallable(command, state);
  if (outcome === 'WANTS_WRITTEN')
    return recordAttempt({ ...command, type: 'RecordCallAttempt', result: outcome }, state);
  return [proved(state, { way: 'ORAL', proof: 'RECORDED_CALL', said, outcome, dispatchedAt: at, record })];
}

/** After these there are no more calls. */
const finalResults: readonly CallResult[] = ['WRONG_NUMBER', 'WANTS_WRITTEN', 'GIVEN_UP'];

/** Unanswered calls before another channel may be used. */
export const CALLS_BEFORE_GIVING_UP = 3;

function recordAttempt(command: RecordCallAttempt, state: NoticeState): readonly NoticeEvent[] {
  const { record, result, callAt, said, at } = command;
  if (isRecorded(state, record)) return [];
  demandCallable(command, state);
  if (result === 'GIVEN_UP' && unansweredCalls(state) < CALLS_BEFORE_GIVING_UP)
    refuse('TOO_FEW_CALLS', { min: CALLS_BEFORE_GIVING_UP });
  const details = compact({ callAt, said });
  const attempted = { type: 'CallAttempted', ...state.matter, result, ...details, attemptedAt: at, record } as const;
  return finalResults.includes(result) ? [attempted, ...byNextWay(state, result, at)] : [attempted];
}

/** The register of outgoing post is the proof. The clerk's record of a letter that left before a withdrawal comes late. */
function recordPosting(command: RecordPosting, state: NoticeState): readonly NoticeEvent[] {
  const { record, posting, madeOn, address, at } = command;
  if (isRecorded(state, record)) return [];
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (!isPostal(state)) refuse('NOTICE_NOT_POSTAL');
  assertSigned(state);
  if (!mayRecordPosting({ ...state.published, ...signingFacts(state.published) })) refuse('NOTICE_DISPATCHED');
  demandItsNumber(posting, state);
  if (madeOn !== undefined && posting.sentOn < madeOn) refuse('POSTED_BEFORE_SIGNED');
  demandAddress(command);
  const to = address === undefined ? {} : { address };
  const proof = [posting.number, posting.sentOn, posting.track].filter((part) => part !== undefined).join(' ');
  return [proved(state, { way: 'PAPER', proof, posting, ...to, dispatchedAt: at, record })];
}

/** It is on the sheet: the register of outgoing post has no other. */
function demandItsNumber({ number }: Posting, { published: { outgoing } }: Known): void {
  if (outgoing && number !== outgoing.number) refuse('LETTER_HAS_NUMBER', { number: outgoing.number });
}

/** What has no address can be handed over, and nothing else. */
function demandAddress({ posting, addressKnown, address }: RecordPosting): void {
  const isTold = addressKnown || (address !== undefined && namesPlace(address));
  if (posting.means !== 'HANDED_OVER' && !isTold) refuse('LETTER_WITHOUT_ADDRESS');
}

function cancel({ ground }: CancelNotice, state: NoticeState): readonly NoticeEvent[] {
  return state.status === 'OPEN' ? [{ type: 'NoticeCancelled', ...state.matter, ground }] : [];
}

/** Officials whose roles are bound to departments call about their questions only. */
function demandCallable({ mayActIn, department }: Calling, state: NoticeState): asserts state is Known {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (!covers(mayActIn, department)) refuse('FORBIDDEN');
  if (!isOral(state)) refuse('NOTICE_NOT_ORAL');
  assertNotToSign(state);
  if (!mayCall({ ...state.published, ...signingFacts(state.published) })) refuse('NOTICE_DISPATCHED');
}
