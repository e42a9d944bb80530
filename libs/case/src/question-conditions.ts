import type { Departments } from '@otklik/kernel';
import type { CoExecutor, CoExecutorsPart } from './co-executor-parts.js';
import type { QuestionFacts } from './question-facts.js';
import { isConsidered } from './question-status.js';
import { isOf, type Acts } from './response-conditions.js';

/*
 * Conditions of the acts on a question. The owner's decider refuses by these conditions, and the actions offered to an
 * official follow from them; the departments in which he acts are checked separately.
 */

type Question = QuestionFacts;

/** It is considered, and no signed answer to it is on its way: that one's signatory may revoke it. */
export function isOpen({ state, answering }: Pick<Question, 'state' | 'answering'>): boolean {
  return isConsidered(state) && !answering;
}

/** From any department, until it is answered. */
export function mayRoute(question: Question): boolean {
  return isOpen(question);
}

export function mayAssign(question: Question): boolean {
  return isOpen(question) && question.department !== undefined;
}

export function mayReturn(question: Question): boolean {
  return mayAssign(question) && question.state !== 'RETURNED';
}

/** 59-FZ art. 13(3): only an oral appeal at a reception is answered in its course. */
export function mayAnswerAtReception(question: Question): boolean {
  return isOpen(question) && isOfReception(question);
}

export function isOfReception({ regime }: Pick<Question, 'regime'>): boolean {
  return regime === 'ORAL_RECEPTION';
}

/** Reports are counted by the code, so it may be mended after the end, too. */
export function mayClassify({ state }: Pick<Question, 'state'>): boolean {
  return state !== 'CLOSED';
}

/** A question of a department has a topic. */
export function mayCorrectTopic(question: Question): boolean {
  return mayAssign(question);
}

/** 59-FZ art. 14: control of how it is considered begins while it is. */
export function mayPutUnderControl(question: Question): boolean {
  return isOpen(question);
}

/** Also after its end: an answer ends no control. */
export function isUnderControl({ controlledUntil }: Pick<Question, 'controlledUntil'>): boolean {
  return controlledUntil !== undefined;
}

export function mayAssignCoExecutors(question: Question): boolean {
  return isOpen(question);
}

export function mayContribute(question: Question, acts: Acts, helpsIn: Departments | undefined): boolean {
  return isOpen(question) && isCoExecutor(question, acts, helpsIn);
}

/** A part of the answer is his, or his department's, and not done. */
export function mayFinishPart(question: Question, acts: Acts, helpsIn: Departments | undefined): boolean {
  return isOpen(question) && eachOf(question.undoneParts).some((part) => isOwnPart(part, acts, helpsIn));
}

/** It is the official's own, or that of a department of his: who acts in the whole district is of none. */
export function isOwnPart({ official, department }: CoExecutor, acts: Acts, helpsIn: Departments = []): boolean {
  if (isOf(acts, official)) return true;
  return department !== undefined && helpsIn !== 'ALL' && helpsIn.includes(department);
}

/** Named himself, or of a department that is: who acts in the whole district is of none. */
export function isCoExecutor(
  { coExecutors }: Pick<Question, 'coExecutors'>,
  acts: Acts,
  helpsIn: Departments | undefined,
): boolean {
  return eachOf(coExecutors).some((one) => isOwnPart(one, acts, helpsIn));
}

function eachOf(
  { officials, departments }: CoExecutorsPart = { officials: [], departments: [] },
): readonly CoExecutor[] {
  return [...officials.map((official) => ({ official })), ...departments.map((department) => ({ department }))];
}

export function maySplit(question: Question): boolean {
  return isOpen(question);
}

/** The latest change alone can be undone. */
export function mayUndoSplit(question: Question): boolean {
  return isOpen(question) && question.lastChange === 'SPLIT';
}

export function mayMerge(question: Question): boolean {
  return isOpen(question);
}

export function mayUndoMerge({ state, mergedInto }: Pick<Question, 'state' | 'mergedInto'>): boolean {
  return state === 'CLOSED' && mergedInto !== undefined;
}

/** 59-FZ art. 8(6): a complaint never goes to whom it complains of. */
export function mayNoteComplainedOf(question: Question): boolean {
  return isOpen(question);
}

/** 59-FZ art. 8(3): to the bodies in whose competence it is. */
export function mayForward(question: Question): boolean {
  return isOpen(question);
}

/** While the notices to the applicant and the bodies are pending, and no letter has been sent. */
export function mayWithdrawForwarding({ state, takingBack }: Pick<Question, 'state' | 'takingBack'>): boolean {
  return state === 'FORWARDING' && !takingBack;
}

/** It was forwarded, or is being so: only then bodies have something to do with it. */
export function isAtBodies({ state }: Pick<Question, 'state'>): boolean {
  return state === 'FORWARDING' || state === 'FORWARDED';
}

export function mayRecordReaction(question: Question): boolean {
  return isAtBodies(question) && question.awaitsBody === true;
}

/** Of a body to which it was forwarded, or which is asked for information while it is considered. */
export function mayRevokeBodyLink(question: Question): boolean {
  if (isAtBodies(question)) return question.bodyLinks === true;
  return isConsidered(question.state) && question.requestLinks === true;
}

/** Once the applicant was notified and every body gave it back. */
export function mayTakeBack({ state, bodiesRefused }: Pick<Question, 'state' | 'bodiesRefused'>): boolean {
  return state === 'FORWARDED' && bodiesRefused === true;
}

/** 59-FZ art. 11: by one of its grounds there is no answer on the merits. */
export function mayLeaveUnanswered(question: Question): boolean {
  return isOpen(question);
}

/** 59-FZ art. 12(2): once, by 30 days at most, while a term of the law runs. */
export function mayExtend(question: Question): boolean {
  return isOpen(question) && question.extendable === true;
}

export function mayAskForExtension(question: Question, acts: Acts): boolean {
  return mayExtend(question) && question.extensionAsked !== true && isOfExecutor(question, acts);
}

/** The executor says once of each assignment that he has read it. */
export function mayAcknowledgeAssignment(question: Question, acts: Acts): boolean {
  return isOpen(question) && question.acknowledged !== true && isOfExecutor(question, acts);
}

/** The question has an executor who has not said that he read it, and nothing has left. */
export function mayTakeBackAssignment(question: Question): boolean {
  return isOpen(question) && question.executor !== undefined && question.acknowledged !== true;
}

/** What was assigned to him goes on to another official of his department. */
export function mayPassOnAssignment(question: Question, acts: Acts): boolean {
  return mayAssign(question) && isOfExecutor(question, acts);
}

/** The official has the question himself. */
export function isOfExecutor({ executor }: Pick<Question, 'executor'>, acts: Acts): boolean {
  return isOf(acts, executor);
}

export function mayRefuseExtension(question: Question): boolean {
  return isOpen(question) && question.extensionAsked === true;
}

/** 59-FZ art. 10(1)2: of bodies that have what is needed to consider it. */
export function mayRequestInformation(question: Question): boolean {
  return isOpen(question);
}

/** Also while a signed answer is on its way. */
export function mayRecordInformation(question: Question): boolean {
  return isConsidered(question.state) && question.awaitsInformation === true;
}

export function mayGiveInterimAnswer(question: Question): boolean {
  return isOpen(question) && question.interimDue === true;
}

/** Its answer promised measures, and they are waited for. */
export function isWaited({ state, isPromised }: Pick<Question, 'state' | 'isPromised'>): boolean {
  return state === 'ANSWERED' && isPromised === true;
}

/** A question that has its end is of no department any more. */
export function departmentOf({ state, department }: Pick<Question, 'state' | 'department'>): string | undefined {
  return isConsidered(state) ? department : undefined;
}
