import { isUnderControl, mayClassify, mayCorrectTopic, mayPutUnderControl } from '@otklik/case/question-conditions';
import { codeOf, isPromised, type PromisePart } from '@otklik/case/question-control';
import { compact, covers, refuse, type Departments, type LocalDate } from '@otklik/kernel';
import { coExecutorRules, type CoExecutorCommand } from './question-co-executors.decide.js';
import { demandOpen, demandOwnDepartment } from './question-standing.js';
import { placeOf, type QuestionEvent, type QuestionState } from './question-state.js';

/** Beside the way to the answer: promised measures, the code of the common classifier, who works with the executor. */

export type ControlCommand =
  | (ConfirmPromise | ExtendPromise)
  | (ClassifyQuestion | CorrectTopic)
  | CoExecutorCommand
  | (PutUnderControl | TakeOffControl);

export interface ConfirmPromise {
  readonly type: 'ConfirmPromise';
  /** For the applicant. */
  readonly text: string;
  /** Id of an uploaded file. */
  readonly photo?: string;
  readonly mayActIn: Departments;
  readonly today: LocalDate;
  readonly zone: string;
}

export interface ExtendPromise {
  readonly type: 'ExtendPromise';
  readonly until: LocalDate;
  readonly reason: string;
  readonly mayActIn: Departments;
  readonly today: LocalDate;
}

export interface ClassifyQuestion {
  readonly type: 'ClassifyQuestion';
  readonly classifier: string;
  /** The edition that has it; absent where none that is loaded has it. */
  readonly classifierEdition?: string;
  /** How the installation's classifier takes the code. */
  readonly codeIs: 'KNOWN' | 'TOO_WIDE' | 'UNKNOWN' | 'UNCHECKED';
  readonly mayActIn: Departments;
}

export interface CorrectTopic {
  readonly type: 'CorrectTopic';
  readonly topic: string;
  /** It is a topic of this district. */
  readonly topicKnown: boolean;
  /** The common classifier's code of the topic. */
  readonly classifier?: string;
  readonly classifierEdition?: string;
  readonly reason: string;
  readonly mayActIn: Departments;
}

export interface PutUnderControl {
  readonly type: 'PutUnderControl';
  readonly until: LocalDate;
  readonly mayActIn: Departments;
  readonly today: LocalDate;
}

export interface TakeOffControl {
  readonly type: 'TakeOffControl';
  readonly mayActIn: Departments;
}

export const controlRules = {
  ConfirmPromise: confirm,
  ExtendPromise: extend,
  ClassifyQuestion: classify,
  CorrectTopic: correctTopic,
  ...coExecutorRules,
  PutUnderControl: putUnderControl,
  TakeOffControl: takeOffControl,
} as const;

/** The fact that goes with an answer that promises measures until a day. */
export function promising(until: LocalDate | undefined): readonly QuestionEvent[] {
  return until === undefined ? [] : [{ type: 'MeasuresPromised', until }];
}

function confirm(
  { text, photo, mayActIn, today: keptOn, zone }: ConfirmPromise,
  state: QuestionState,
): readonly QuestionEvent[] {
  const promise = demandPromised(state);
  demandAnsweredIn(mayActIn, state);
  if (!isPromised(promise)) return [];
  return [compact({ type: 'PromiseConfirmed', text, photo, keptOn, zone })];
}

function extend({ until, reason, mayActIn, today }: ExtendPromise, state: QuestionState): readonly QuestionEvent[] {
  const promise = demandPromised(state);
  if (!isPromised(promise)) refuse('NO_PROMISE');
  demandAnsweredIn(mayActIn, state);
  if (until === promise.until && promise.extended > 0) return [];
  if (until <= promise.until || until <= today) refuse('PROMISE_TOO_EARLY');
  return [{ type: 'PromiseExtended', until, times: promise.extended + 1, reason }];
}

function demandPromised(state: QuestionState): PromisePart {
  if (state.status === 'NONE') return refuse('NOT_FOUND');
  const { promise } = state.published;
  return state.status === 'ANSWERED' && promise ? promise : refuse('NO_PROMISE');
}

/** Reports are counted by the code, so who acts in the whole district may mend it after the end, too. */
function classify(command: ClassifyQuestion, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state, mayClassify);
  if (command.codeIs === 'TOO_WIDE') refuse('CLASSIFIER_CODE_TOO_WIDE');
  if (command.codeIs === 'UNKNOWN') refuse('CLASSIFIER_CODE_UNKNOWN');
  demandOwnDepartment(command, state);
  const { classifier, classifierEdition } = command;
  const { published: now } = state;
  const isSame = now.classifier === classifier && now.classifierEdition === classifierEdition;
  return isSame ? [] : [compact({ type: 'QuestionClassified', classifier, classifierEdition })];
}

/** Who considers it stays: another department is a decision of its own. */
function correctTopic(command: CorrectTopic, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state, mayCorrectTopic);
  if (!command.topicKnown) refuse('TOPIC_UNKNOWN');
  demandOwnDepartment(command, state);
  const { topic, reason } = command;
  const formerTopic = placeOf(state.published).topic;
  if (formerTopic === undefined) return refuse('QUESTION_HAS_NO_DEPARTMENT');
  return topic === formerTopic ? [] : [{ type: 'TopicCorrected', topic, formerTopic, ...codeOf(command), reason }];
}

/** Control of how an appeal is considered (59-FZ art. 14): of a question that is considered, until a day that is not over. */
function putUnderControl({ until, mayActIn, today }: PutUnderControl, state: QuestionState): readonly QuestionEvent[] {
  demandOpen(state, mayPutUnderControl);
  demandOwnDepartment({ mayActIn }, state);
  if (until < today) refuse('CONTROL_DAY_OVER');
  return until === state.published.controlledUntil ? [] : [{ type: 'QuestionPutUnderControl', until }];
}

/** Also after the answer: that is when it is seen whether the control may end. */
function takeOffControl({ mayActIn }: TakeOffControl, state: QuestionState): readonly QuestionEvent[] {
  if (state.status === 'NONE') return refuse('NOT_FOUND');
  if (!covers(mayActIn, state.published.department)) refuse('FORBIDDEN');
  return isUnderControl(state.published) ? [{ type: 'QuestionTakenOffControl' }] : [];
}

/** The department that answered it. */
function demandAnsweredIn(mayActIn: Departments, state: QuestionState): void {
  const answeredBy = state.status === 'NONE' ? undefined : state.now.answeredBy;
  if (!covers(mayActIn, answeredBy?.department)) refuse('FORBIDDEN');
}
