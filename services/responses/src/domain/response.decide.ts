import type { Outcome, SendBackReason } from '@otklik/contracts/enumerations';
import { covers, decideBy, refuse, type Decider, type Departments, type Rules } from '@otklik/kernel';
import { evolve, initialState, type ResponseEvent, type ResponseState } from './response.js';

/** The official who acts, and the assignment of the question: facts of the directory and of routing. */
export interface ActingOfficial {
  readonly by: string;
  /** The departments in which the official's roles permit the command. */
  readonly mayActIn: Departments;
  /** Of the question now; undefined while it has none. */
  readonly department: string | undefined;
  readonly executor: string | undefined;
}

export type ResponseCommand =
  OpenResponse | DraftResponse | AddNote | ApproveResponse | SendBackResponse | SignResponse | CloseResponse;

export interface OpenResponse {
  readonly type: 'OpenResponse';
  readonly question: string;
  readonly person: string;
}

export interface DraftResponse extends ActingOfficial {
  readonly type: 'DraftResponse';
  readonly draft: string;
  readonly text: string;
  readonly outcome: Outcome;
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
  /** The draft that was opened for signing; undefined when there is none, or its text is erased. */
  readonly opened: { readonly draft: string; readonly text: string } | undefined;
  readonly signedAt: string;
  readonly signature: string;
}

export interface CloseResponse {
  readonly type: 'CloseResponse';
}

/** One rule for each command; a command without one stops the build. */
const rules: Rules<ResponseState, ResponseCommand, ResponseEvent> = {
  OpenResponse: open,
  DraftResponse: draft,
  AddNote: addNote,
  ApproveResponse: approve,
  SendBackResponse: sendBack,
  SignResponse: sign,
  CloseResponse: (_, state) => close(state),
};

export const response: Decider<ResponseState, ResponseCommand, ResponseEvent> = {
  initialState,
  decide: decideBy(rules),
  evolve,
};

function open({ question, person }: OpenResponse, state: ResponseState): readonly ResponseEvent[] {
  return state.status === 'NONE' ? [{ type: 'ResponseOpened', question, person }] : [];
}

function draft(command: DraftResponse, state: ResponseState): readonly ResponseEvent[] {
  const { question } = demandUnsigned(state);
  if (command.executor !== command.by) refuse('NOT_THE_EXECUTOR');
  demandOwnDepartment(command);
  if (state.status === 'DRAFTED' && state.draft.id === command.draft) return [];
  const { draft: id, by: drafter, text, outcome } = command;
  return [{ type: 'ResponseDrafted', draft: id, drafter, question, text, outcome }];
}

function addNote(command: AddNote, state: ResponseState): readonly ResponseEvent[] {
  const { question, notes } = demandUnsigned(state);
  demandOwnDepartment(command);
  if (notes.includes(command.note)) return [];
  return [{ type: 'NoteAdded', note: command.note, question, text: command.text }];
}

function approve(command: ApproveResponse, state: ResponseState): readonly ResponseEvent[] {
  const { question } = demandUnsigned(state);
  demandOwnDepartment(command);
  demandDepartment(command);
  if (!('draft' in state)) refuse('NO_DRAFT');
  if (state.draft.drafter === command.by) refuse('OWN_DRAFT');
  if (state.status === 'APPROVED') return [];
  if (state.status === 'SENT_BACK') refuse('RESPONSE_STATE_FORBIDS');
  return [{ type: 'ResponseApproved', question }];
}

function sendBack(command: SendBackResponse, state: ResponseState): readonly ResponseEvent[] {
  const { question } = demandUnsigned(state);
  demandOwnDepartment(command);
  if (!('draft' in state)) refuse('NO_DRAFT');
  if (state.status === 'SENT_BACK') return [];
  const { code, reason } = command;
  return [{ type: 'ResponseSentBack', question, code, reason }];
}

function sign(command: SignResponse, state: ResponseState): readonly ResponseEvent[] {
  if (state.status === 'SIGNED' && state.signatory === command.by) return [];
  const { question, person } = demandUnsigned(state);
  demandOwnDepartment(command);
  demandDepartment(command);
  if (!('draft' in state)) refuse('NO_DRAFT');
  if (state.status !== 'APPROVED') refuse('DRAFT_NOT_APPROVED');
  const { opened, by: signatory, signedAt, signature } = command;
  // Only the approved draft is signed: not another one, and not one whose text is erased.
  if (opened?.draft !== state.draft.id) refuse('RESPONSE_STATE_FORBIDS');
  const { outcome } = state.draft;
  const act = { question, person, text: opened.text, outcome, signatory, signedAt, signature };
  return [{ type: 'ResponseSigned', ...act }];
}

/** A signed answer is dispatched even if the question is closed meanwhile: `demandUnsigned` refuses. */
function close(state: ResponseState): readonly ResponseEvent[] {
  if (state.status === 'CLOSED') return [];
  const { question } = demandUnsigned(state);
  return [{ type: 'ResponseClosed', question }];
}

type UnsignedResponse = Exclude<ResponseState, { readonly status: 'NONE' | 'SIGNED' }>;

/** The response that may still change: open, and not signed. */
function demandUnsigned(state: ResponseState): UnsignedResponse {
  if (state.status === 'SIGNED') refuse('RESPONSE_SIGNED');
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status === 'CLOSED') refuse('RESPONSE_STATE_FORBIDS');
  return state;
}

/** A draft of a department that returned the question is not sent: the next department writes its own. */
function demandDepartment({ department }: ActingOfficial): void {
  if (department === undefined) refuse('QUESTION_HAS_NO_DEPARTMENT');
}

/** An official whose role is bound to a department acts on its questions only. */
function demandOwnDepartment({ mayActIn, department }: ActingOfficial): void {
  if (!covers(mayActIn, department)) refuse('FORBIDDEN');
}
