import type { CallResult, NoticeWay, OralOutcome } from '@otklik/contracts/enumerations';
import { decideBy, refuse, type Decider, type Rules } from '@otklik/kernel';
import { evolve, initialState, type Matter, type NoticeEvent, type NoticeState } from './notice.js';

export type NoticeCommand =
  OpenNotice | RecordSent | GiveUpMail | RecordOralNotice | RecordCallAttempt | GiveUpReaching;

/** `way`: the first to be tried. Without a contact it stands on the follow-up page at once. */
export interface OpenNotice extends Matter {
  readonly type: 'OpenNotice';
  readonly way: NoticeWay;
  readonly person: string;
  readonly at: string;
}

/** The mail server has accepted the letter. */
export interface RecordSent {
  readonly type: 'RecordSent';
  readonly proof: string;
  readonly at: string;
}

/** The letter cannot be delivered. `code`: the server's or ours, never the server's text. */
export interface GiveUpMail {
  readonly type: 'GiveUpMail';
  readonly code: string;
  readonly at: string;
}

export interface RecordOralNotice {
  readonly type: 'RecordOralNotice';
  readonly record: string;
  readonly said: string;
  readonly outcome: OralOutcome;
  readonly at: string;
}

/** `callAt`: when the applicant asked to be called, ISO 8601 UTC. */
export interface RecordCallAttempt {
  readonly type: 'RecordCallAttempt';
  readonly record: string;
  readonly result: CallResult;
  readonly callAt?: string;
  readonly said?: string;
  readonly at: string;
}

/** The contact was deleted: the person was erased. */
export interface GiveUpReaching {
  readonly type: 'GiveUpReaching';
  readonly at: string;
}

/** One rule for each command; a command without one stops the build. */
const rules: Rules<NoticeState, NoticeCommand, NoticeEvent> = {
  OpenNotice: open,
  RecordSent: recordSent,
  GiveUpMail: giveUpMail,
  RecordOralNotice: recordOral,
  RecordCallAttempt: recordAttempt,
  GiveUpReaching: giveUpReaching,
};

export const notice: Decider<NoticeState, NoticeCommand, NoticeEvent> = {
  initialState,
  decide: decideBy(rules),
  evolve,
};

function open({ kind, about, way, person, at }: OpenNotice, state: NoticeState): readonly NoticeEvent[] {
  if (state.status !== 'NONE') return [];
  const matter = about === undefined ? { kind } : { kind, about };
  const opened = { type: 'NoticeOpened', ...matter, way, person } as const;
  return way === 'POSTED' ? [opened, posted(matter, at)] : [opened];
}

/** A letter sent after it was given up counts as dispatched, unless the notice has another proof. */
function recordSent({ proof, at }: RecordSent, state: NoticeState): readonly NoticeEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status !== 'OPEN') return [];
  return [{ type: 'NoticeDispatched', ...state.matter, way: 'EMAIL', proof, dispatchedAt: at }];
}

function giveUpMail({ code, at }: GiveUpMail, state: NoticeState): readonly NoticeEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status !== 'OPEN' || state.way !== 'EMAIL') return [];
  const failed = { type: 'NoticeFailed', ...state.matter, way: 'EMAIL', code, next: 'POSTED' } as const;
  return [failed, posted(state.matter, at)];
}

/** With the applicant's consent alone an oral answer is the answer (59-FZ art. 13(3)). */
function recordOral(command: RecordOralNotice, state: NoticeState): readonly NoticeEvent[] {
  const { record, said, outcome, at } = command;
  if (isRecorded(state, record)) return [];
  const { matter } = demandCallable(state);
  if (outcome === 'WANTS_WRITTEN')
    return recordAttempt({ type: 'RecordCallAttempt', record, result: outcome, said, at }, state);
  const proof = { way: 'ORAL', proof: 'RECORDED_CALL', said, outcome, dispatchedAt: at, record } as const;
  return [{ type: 'NoticeDispatched', ...matter, ...proof }];
}

/** After these nobody calls again. */
const finalResults: readonly CallResult[] = ['WRONG_NUMBER', 'WANTS_WRITTEN'];

function recordAttempt(command: RecordCallAttempt, state: NoticeState): readonly NoticeEvent[] {
  const { record, result, callAt, said, at } = command;
  if (isRecorded(state, record)) return [];
  const { matter } = demandCallable(state);
  const details = { ...(callAt === undefined ? {} : { callAt }), ...(said === undefined ? {} : { said }) };
  const attempted = { type: 'CallAttempted', ...matter, result, ...details, attemptedAt: at, record } as const;
  if (!finalResults.includes(result)) return [attempted];
  const failed = { type: 'NoticeFailed', ...matter, way: 'ORAL', code: result, next: 'POSTED' } as const;
  return [attempted, failed, posted(matter, at)];
}

function isRecorded(state: NoticeState, record: string): boolean {
  if (state.status === 'NONE') return false;
  return state.attempts.includes(record) || (state.status === 'DISPATCHED' && state.record === record);
}

function demandCallable(state: NoticeState): Exclude<NoticeState, { readonly status: 'NONE' }> {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.way !== 'ORAL') refuse('NOTICE_NOT_ORAL');
  if (state.status !== 'OPEN') refuse('NOTICE_DISPATCHED');
  return state;
}

function giveUpReaching({ at }: GiveUpReaching, state: NoticeState): readonly NoticeEvent[] {
  if (state.status !== 'OPEN') return [];
  return [posted(state.matter, at)];
}

function posted(matter: Matter, at: string): NoticeEvent {
  return { type: 'NoticePosted', ...matter, dispatchedAt: at };
}
