import type { Outcome, SendBackReason } from '@otklik/contracts/enumerations';
import { covers, decideBy, demandPromise, refuse, type Decider, type LocalDate, type Rules } from '@otklik/kernel';
import { isOf, type ActingOfficial } from './acting-official.js';
import {
  evolve,
  initialState,
  MAX_FILES,
  type Draft,
  type DraftFiles,
  type ResponseEvent,
  type ResponseState,
} from './response.js';

export type { ActingOfficial } from './acting-official.js';

export type ResponseCommand =
  | OpenResponse
  | DraftResponse
  | AddNote
  | ApproveResponse
  | SendBackResponse
  | SignResponse
  | RevokeResponse
  | LeaveDepartment
  | RefuseAnswer
  | ConfirmDispatch
  | CloseResponse
  | ReopenResponse;

export interface OpenResponse {
  readonly type: 'OpenResponse';
  readonly question: string;
  readonly person: string;
  /** The question was closed, and is considered again. */
  readonly again?: true;
}

export interface DraftResponse extends ActingOfficial {
  readonly type: 'DraftResponse';
  readonly draft: string;
  readonly text: string;
  readonly outcome: Outcome;
  readonly promisedUntil?: LocalDate;
  readonly files?: DraftFiles;
  /** Names of the files in their order, as one JSON array. */
  readonly fileNames?: string;
}

export interface AddNote extends ActingOfficial {
  readonly type: 'AddNote';
  readonly note: string;
  readonly text: string;
}

export interface ApproveResponse extends ActingOfficial {
  readonly type: 'ApproveResponse';
}

export interface SendBackResponse extends ActingOfficial {
  readonly type: 'SendBackResponse';
  readonly code: SendBackReason;
  readonly reason: string;
}

export interface SignResponse extends ActingOfficial {
  readonly type: 'SignResponse';
  /** Id of the answer to be. */
  readonly answer: string;
  /** The draft that was opened for signing; undefined when there is none, or its text is erased. */
  readonly opened: { readonly draft: string; readonly text: string; readonly fileNames?: string } | undefined;
  readonly signedAt: string;
  readonly signature: string;
  /** Of one who acts in another's stead: «и. о. главы района». */
  readonly post?: string;
}

export interface RevokeResponse extends ActingOfficial {
  readonly type: 'RevokeResponse';
  readonly reason: string;
  /** A fact of routing: the answer is proved to be sent. */
  readonly answered: boolean;
}

/** The question was routed, or returned to the coordinator: then it has no department. */
export interface LeaveDepartment {
  readonly type: 'LeaveDepartment';
  readonly department: string | undefined;
}

/** Routing does not accept the signed answer: the question had left the department first, or has ended. */
export interface RefuseAnswer {
  readonly type: 'RefuseAnswer';
  readonly answer: string;
  readonly ended: boolean;
}

/** The answer is proved to be sent. */
export interface ConfirmDispatch {
  readonly type: 'ConfirmDispatch';
  readonly answer: string | undefined;
}

export interface CloseResponse {
  readonly type: 'CloseResponse';
}

/** The question is considered again. */
export interface ReopenResponse {
  readonly type: 'ReopenResponse';
}

/** One rule for each command; a command without one stops the build. */
const rules: Rules<ResponseState, ResponseCommand, ResponseEvent> = {
  OpenResponse: open,
  DraftResponse: draft,
  AddNote: addNote,
  ApproveResponse: approve,
  SendBackResponse: sendBack,
  SignResponse: sign,
  RevokeResponse: revoke,
  LeaveDepartment: leave,
  RefuseAnswer: refuseAnswer,
  ConfirmDispatch: confirm,
  CloseResponse: (_, state) => close(state),
  ReopenResponse: (_, state) => reopen(state),
};

export const response: Decider<ResponseState, ResponseCommand, ResponseEvent> = {
  initialState,
  decide: decideBy(rules),
  evolve,
};

function open({ question, person, again }: OpenResponse, state: ResponseState): readonly ResponseEvent[] {
  return state.status === 'NONE' || (again && state.status === 'CLOSED')
    ? [{ type: 'ResponseOpened', question, person }]
    : [];
}

function draft(command: DraftResponse, state: ResponseState): readonly ResponseEvent[] {
  const { question } = demandUnsigned(state);
  if (!isOf(command, command.executor)) refuse('NOT_THE_EXECUTOR');
  demandOwnDepartment(command);
  const department = demandDepartment(command);
  if (state.status === 'DRAFTED' && state.draft.id === command.draft) return [];
  demandFilledIn(command.text);
  demandPromise(command, command.today);
  if (command.files && command.files.length > MAX_FILES) refuse('TOO_MANY_FILES', { max: MAX_FILES });
  const { draft: id, by: drafter, text, outcome } = command;
  const said = { text, outcome, ...promiseOf(command), ...filesOf(command, command.fileNames) };
  return [{ type: 'ResponseDrafted', draft: id, drafter, question, ...said, department }];
}

function addNote(command: AddNote, state: ResponseState): readonly ResponseEvent[] {
  const { question, notes } = demandUnsigned(state);
  demandOwnDepartment(command);
  if (notes.includes(command.note)) return [];
  return [{ type: 'NoteAdded', note: command.note, question, text: command.text }];
}

function approve(command: ApproveResponse, state: ResponseState): readonly ResponseEvent[] {
  const unsigned = demandUnsigned(state);
  const { question } = unsigned;
  demandAnothersDraft(command, unsigned);
  if (state.status === 'APPROVED') return [];
  if (state.status === 'SENT_BACK') refuse('RESPONSE_STATE_FORBIDS');
  const { by: approver, onBehalfOf: approvedFor } = command;
  return [{ type: 'ResponseApproved', question, approver, ...(approvedFor === undefined ? {} : { approvedFor }) }];
}

function sendBack(command: SendBackResponse, state: ResponseState): readonly ResponseEvent[] {
  const { question, draft: current } = demandUnsigned(state);
  demandOwnDepartment(command);
  if (!current) refuse('NO_DRAFT');
  if (state.status === 'SENT_BACK') return [];
  const { code, reason } = command;
  return [{ type: 'ResponseSentBack', question, code, reason }];
}

function sign(command: SignResponse, state: ResponseState): readonly ResponseEvent[] {
  if (state.status === 'SIGNED' && state.answer.signatory === command.by) return [];
  const unsigned = demandUnsigned(state);
  const { question, person } = unsigned;
  const draft = demandAnothersDraft(command, unsigned);
  if (state.status !== 'APPROVED') refuse('DRAFT_NOT_APPROVED');
  demandAnothersApproval(command, state);
  const { answer, opened, by: signatory, signedAt, signature } = command;
  // Only the approved draft is signed: not another one, and not one whose text is erased.
  if (opened?.draft !== draft.id) refuse('RESPONSE_STATE_FORBIDS');
  demandFilledIn(opened.text);
  demandPromise(draft, command.today);
  const { outcome, department } = draft;
  const files = filesOf(draft, opened.fileNames);
  const said = { question, person, answer, text: opened.text, ...files, outcome, ...promiseOf(draft), department };
  const post = command.post === undefined ? {} : { post: command.post };
  return [{ type: 'ResponseSigned', ...said, signatory, ...post, signedAt, signature }];
}

/** Routing lets the question go on once the notice is cancelled; a notice that is out first is a late revocation. */
function revoke(command: RevokeResponse, state: ResponseState): readonly ResponseEvent[] {
  const { reason, answered } = command;
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status === 'SENT_BACK' && isOf(command, state.revoked?.signatory)) return [];
  if (state.status !== 'SIGNED') refuse('RESPONSE_STATE_FORBIDS');
  demandOwnDepartment(command);
  if (!isOf(command, state.answer.signatory)) refuse('NOT_THE_SIGNATORY');
  if (answered) refuse('NOTICE_DISPATCHED');
  return [{ type: 'ResponseRevoked', question: state.question, answer: state.answer.id, reason }];
}

/** A signed answer is left to routing, which accepts or refuses it. */
function leave({ department }: LeaveDepartment, state: ResponseState): readonly ResponseEvent[] {
  if (state.status === 'NONE' || state.status === 'SIGNED' || !state.draft) return [];
  return state.draft.department === department ? [] : [{ type: 'DraftVoided', question: state.question }];
}

function refuseAnswer({ answer, ended }: RefuseAnswer, state: ResponseState): readonly ResponseEvent[] {
  if (state.status !== 'SIGNED' || state.answer.id !== answer) return [];
  const { question } = state;
  const voided = { type: 'DraftVoided', question } as const;
  return ended ? [voided, { type: 'ResponseClosed', question }] : [voided];
}

function confirm({ answer }: ConfirmDispatch, state: ResponseState): readonly ResponseEvent[] {
  if (state.status === 'NONE' || state.status === 'CLOSED') return [];
  if (answer === undefined || state.revoked?.id !== answer) return [];
  return [{ type: 'RevocationCameLate', question: state.question, answer }];
}

/** A signed answer is dispatched even if the question is closed meanwhile: `demandUnsigned` refuses. */
function close(state: ResponseState): readonly ResponseEvent[] {
  if (state.status === 'CLOSED') return [];
  const { question } = demandUnsigned(state);
  return [{ type: 'ResponseClosed', question }];
}

/** What was signed, or closed by an oral answer, stays as it is; another draft follows. */
function reopen(state: ResponseState): readonly ResponseEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status !== 'SIGNED' && state.status !== 'CLOSED') return [];
  return [{ type: 'ResponseReopened', question: state.question }];
}

function promiseOf({ promisedUntil }: Pick<Draft, 'promisedUntil'>): Pick<Draft, 'promisedUntil'> {
  return promisedUntil === undefined ? {} : { promisedUntil };
}

function filesOf({ files }: Pick<Draft, 'files'>, fileNames: string | undefined) {
  if (files === undefined || files.length === 0) return {};
  return { files, ...(fileNames === undefined ? {} : { fileNames }) };
}

type UnsignedResponse = Exclude<ResponseState, { readonly status: 'NONE' | 'SIGNED' }>;

/** The response that may still change: open, and not signed. */
function demandUnsigned(state: ResponseState): UnsignedResponse {
  if (state.status === 'SIGNED') refuse('RESPONSE_SIGNED');
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status === 'CLOSED') refuse('RESPONSE_STATE_FORBIDS');
  return state;
}

/** A field of a template, `{{срок}}`, that nobody filled in: the letter would leave with the hole in it. */
function demandFilledIn(text: string): void {
  if (/\{\{[^{}]*\}\}/u.test(text)) refuse('OPEN_FIELD');
}

/** A draft of a department that returned the question is not sent: the next department writes its own. */
function demandDepartment({ department }: ActingOfficial): string {
  return department ?? refuse('QUESTION_HAS_NO_DEPARTMENT');
}

/** Whoever approves or signs judges the work of another, of the department that has the question now. */
function demandAnothersDraft(command: ActingOfficial, { draft: current }: UnsignedResponse): Draft {
  demandOwnDepartment(command);
  const department = demandDepartment(command);
  if (!current) refuse('NO_DRAFT');
  // The absent one could not judge his own draft either.
  if (isOf(command, current.drafter)) refuse('OWN_DRAFT');
  if (current.department !== department) refuse('DRAFT_OF_ANOTHER_DEPARTMENT');
  return current;
}

/** By substitution nobody gives one answer two signatures: who approved it does not sign it, too. */
function demandAnothersApproval(
  { by, onBehalfOf }: ActingOfficial,
  { approval }: Extract<ResponseState, { readonly status: 'APPROVED' }>,
): void {
  const isSubstitution = onBehalfOf !== undefined || approval?.onBehalfOf !== undefined;
  if (isSubstitution && approval?.by === by) refuse('OWN_APPROVAL');
}

/** An official whose role is bound to a department acts on its questions only. */
function demandOwnDepartment({ mayActIn, department }: ActingOfficial): void {
  if (!covers(mayActIn, department)) refuse('FORBIDDEN');
}
