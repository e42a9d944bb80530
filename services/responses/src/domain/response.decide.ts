import { responseFacts } from '@otklik/case/response';
import {
  isDraftedHere,
  isOf,
  isOwnDraft,
  isSecondSignature,
  isUnsigned,
  mayApprove,
  mayDraft,
  mayRevoke,
  maySendBack,
  maySign,
  type Answering,
} from '@otklik/case/response-conditions';
import { compact, covers, decideBy, demandPromise, refuse, type Decider, type Rules } from '@otklik/kernel';
import { actsOf, type ActingOfficial } from './acting-official.js';
import { endOf, endPublication, propose, publish, takeBack } from './response-publication.decide.js';
import type {
  AddNote,
  ApproveResponse,
  ConfirmDispatch,
  DraftResponse,
  LeaveDepartment,
  OpenResponse,
  RefuseAnswer,
  ResponseCommand,
  RevokeResponse,
  SendBackResponse,
  SignResponse,
} from './response.commands.js';
import { readyTextsOf } from './ready-texts.js';
import {
  draftOf,
  evolve,
  initialState,
  MAX_FILES,
  type Draft,
  type Opened,
  type ResponseEvent,
  type ResponseState,
} from './response.js';

export type { ActingOfficial } from './acting-official.js';
export type { ResponseCommand } from './response.commands.js';

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
  ProposePublication: propose,
  PublishAnswer: publish,
  TakeBackPublication: takeBack,
  EndPublication: endPublication,
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
  const opened = demandUnsigned(state);
  const { status, draft: current, published } = opened;
  if (!mayDraft(answering(command, opened), actsOf(command))) refuse('NOT_THE_EXECUTOR');
  demandOwnDepartment(command);
  const department = demandDepartment(command);
  if (status === 'DRAFTED' && current === command.draft) return [];
  demandFilledIn(command.text);
  demandPromise(command, command.today);
  if (command.files && command.files.length > MAX_FILES) refuse('TOO_MANY_FILES', { max: MAX_FILES });
  const { draft: id, by: drafter, text, outcome } = command;
  const ready = readyTextsOf(command, opened.readyTexts);
  const said = { text, outcome, ...promiseOf(command), ...filesOf(command, command.fileNames), ...ready };
  return [{ type: 'ResponseDrafted', draft: id, drafter, question: published.question, ...said, department }];
}

function addNote(command: AddNote, state: ResponseState): readonly ResponseEvent[] {
  const { published, notes } = demandUnsigned(state);
  demandOwnDepartment(command);
  if (notes.includes(command.note)) return [];
  return [{ type: 'NoteAdded', note: command.note, question: published.question, text: command.text }];
}

function approve(command: ApproveResponse, state: ResponseState): readonly ResponseEvent[] {
  const unsigned = demandUnsigned(state);
  const { status, published } = unsigned;
  demandAnothersDraft(command, unsigned);
  if (status === 'APPROVED') return [];
  if (!mayApprove(answering(command, unsigned), actsOf(command))) refuse('RESPONSE_STATE_FORBIDS');
  const { by: approver, onBehalfOf: approvedFor } = command;
  const { question } = published;
  return [compact({ type: 'ResponseApproved', question, approver, approvedFor })];
}

function sendBack(command: SendBackResponse, state: ResponseState): readonly ResponseEvent[] {
  const unsigned = demandUnsigned(state);
  demandOwnDepartment(command);
  if (!draftOf(unsigned)) refuse('NO_DRAFT');
  if (!maySendBack(answering(command, unsigned))) return [];
  const { code, reason } = command;
  return [{ type: 'ResponseSentBack', question: unsigned.published.question, code, reason }];
}

function sign(command: SignResponse, state: ResponseState): readonly ResponseEvent[] {
  if (state.status === 'SIGNED' && state.published.answer?.signatory === command.by) return [];
  const unsigned = demandUnsigned(state);
  const { person, published } = unsigned;
  const draft = demandAnothersDraft(command, unsigned);
  demandSignable(command, unsigned);
  const { answer, opened, by: signatory, signedAt, signature } = command;
  // Only the approved draft is signed: not another one, and not one whose text is erased.
  if (opened === undefined || opened.draft !== unsigned.draft) refuse('RESPONSE_STATE_FORBIDS');
  demandFilledIn(opened.text);
  demandPromise(draft, command.today);
  const { outcome, department } = draft;
  const { question } = published;
  const files = filesOf(draft, opened.fileNames);
  const said = { question, person, answer, text: opened.text, ...files, outcome, ...promiseOf(draft), department };
  const more = compact({ post: command.post, readyTexts: unsigned.readyTexts });
  return [{ type: 'ResponseSigned', ...said, signatory, signedAt, signature, ...more }];
}

/** Routing lets the question go on once the notice is cancelled; a notice that is out first is a late revocation. */
function revoke(command: RevokeResponse, state: ResponseState): readonly ResponseEvent[] {
  const { reason, answered } = command;
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status === 'SENT_BACK' && isOf(actsOf(command), state.published.revoked?.signatory)) return [];
  if (state.status !== 'SIGNED' || state.answer === undefined) refuse('RESPONSE_STATE_FORBIDS');
  demandOwnDepartment(command);
  const { question, answer } = state.published;
  const acts = actsOf(command);
  if (!mayRevoke({ ...answering(command, state), answered }, acts))
    refuse(isOf(acts, answer?.signatory) ? 'NOTICE_DISPATCHED' : 'NOT_THE_SIGNATORY');
  return [{ type: 'ResponseRevoked', question, answer: state.answer, reason }];
}

/** A signed answer is left to routing, which accepts or refuses it. */
function leave({ department }: LeaveDepartment, state: ResponseState): readonly ResponseEvent[] {
  if (state.status === 'NONE' || state.status === 'SIGNED') return [];
  const draft = draftOf(state);
  if (!draft || draft.department === department) return [];
  return [{ type: 'DraftVoided', question: state.published.question }];
}

function refuseAnswer({ answer, ended }: RefuseAnswer, state: ResponseState): readonly ResponseEvent[] {
  if (state.status !== 'SIGNED' || state.answer !== answer) return [];
  const { question } = state.published;
  const voided = { type: 'DraftVoided', question } as const;
  return ended ? [voided, { type: 'ResponseClosed', question }] : [voided];
}

function confirm({ answer }: ConfirmDispatch, state: ResponseState): readonly ResponseEvent[] {
  if (state.status === 'NONE' || state.status === 'CLOSED') return [];
  if (answer === undefined || state.revoked !== answer) return [];
  return [{ type: 'RevocationCameLate', question: state.published.question, answer }];
}

/** A signed answer is dispatched even if the question is closed meanwhile: `demandUnsigned` refuses. */
function close(state: ResponseState): readonly ResponseEvent[] {
  if (state.status === 'CLOSED') return [];
  const { published } = demandUnsigned(state);
  return [{ type: 'ResponseClosed', question: published.question }];
}

/** What was signed, or closed by an oral answer, stays as it is; another draft follows. What is not the last word is not published. */
function reopen(state: ResponseState): readonly ResponseEvent[] {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (state.status !== 'SIGNED' && state.status !== 'CLOSED') return [];
  return [...endOf(state, 'CONSIDERED_AGAIN'), { type: 'ResponseReopened', question: state.published.question }];
}

function promiseOf({ promisedUntil }: Pick<Draft, 'promisedUntil'>): Pick<Draft, 'promisedUntil'> {
  return promisedUntil === undefined ? {} : { promisedUntil };
}

function filesOf({ files }: Pick<Draft, 'files'>, fileNames: string | undefined) {
  if (files === undefined || files.length === 0) return {};
  return compact({ files, fileNames });
}

/** The response that may still change: open, and not signed. */
function demandUnsigned(state: ResponseState): Opened {
  if (state.status === 'NONE') refuse('NOT_FOUND');
  if (!isUnsigned(responseFacts(state.published))) {
    refuse(state.status === 'SIGNED' ? 'RESPONSE_SIGNED' : 'RESPONSE_STATE_FORBIDS');
  }
  return state;
}

/** A field of a template, `{{срок}}`, that was not filled in: the letter would leave with the hole in it. */
function demandFilledIn(text: string): void {
  if (/\{\{[^{}]*\}\}/u.test(text)) refuse('OPEN_FIELD');
}

/** A draft of a department that returned the question is not sent: the next department writes its own. */
function demandDepartment({ department }: ActingOfficial): string {
  return department ?? refuse('QUESTION_HAS_NO_DEPARTMENT');
}

function demandAnothersDraft(command: ActingOfficial, state: Opened): Draft {
  demandOwnDepartment(command);
  const department = demandDepartment(command);
  const current = draftOf(state) ?? refuse('NO_DRAFT');
  const facts = { ...answering(command, state), department };
  if (isOwnDraft(facts, actsOf(command))) refuse('OWN_DRAFT');
  if (!isDraftedHere(facts)) refuse('DRAFT_OF_ANOTHER_DEPARTMENT');
  return current;
}

function demandSignable(command: ActingOfficial, state: Opened): void {
  const [facts, acts] = [answering(command, state), actsOf(command)];
  if (maySign(facts, acts)) return;
  refuse(isSecondSignature(facts, acts) ? 'OWN_APPROVAL' : 'DRAFT_NOT_APPROVED');
}

/** With the assignment of its question, as the command tells it. */
function answering({ department, executor }: ActingOfficial, { published }: Opened): Answering {
  return { ...responseFacts(published), department, executor };
}

/** An official whose role is bound to a department acts on its questions only. */
function demandOwnDepartment({ mayActIn, department }: ActingOfficial): void {
  if (!covers(mayActIn, department)) refuse('FORBIDDEN');
}
