import type { AppealFacts, PublicationFacts } from '@otklik/case/action-facts';
import { type ResponsePart, approverOf } from '@otklik/case/response';
import { appealFacts, urgency, waits } from '@otklik/case/appeal-status';
import { type AppealPart, type RegistrationPart, receptionTerm } from '@otklik/case/appeal';
import { extensionState } from '@otklik/case/question-course';
import { questionFacts, type QuestionFacts } from '@otklik/case/question-facts';
import { keysOf, listedPart, type ListedPart } from './co-executors.js';
import type { PromisePart } from '@otklik/case/question-control';
import type { QuestionPart } from '@otklik/case/question';
import { openPublication } from '@otklik/case/response-publication';
import { type FoundResponse, responseState, responseTo } from '@otklik/case/response-status';
import type { WarningPart } from '@otklik/case/term-warning';
import type {
  AppealSender,
  AppealState,
  Channel,
  Danger,
  ExtensionState,
  Outcome,
  Regime,
  RegistrationError,
  ResponseState,
  SourceFate,
  UnansweredGround,
  Urgency,
} from '@otklik/contracts/enumerations';
import type { DeadlineSetData } from '@otklik/contracts/routing.events';
import type { RepeatOf } from '@otklik/contracts/generated/graphql';
import type { LocalDate } from '@otklik/kernel';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { openWarning } from '../fold/question-deadline.js';
import { askedBy } from '../fold/sent-on.js';
import { repeatOf } from '../fold/repeat-of.js';
import type { QuestionValues } from './column-values.js';
import { ofQuestions, type RegisterRow } from './register-row.js';
import { termStanding, type TermStanding } from '../fold/term-standing.js';

/**
 * What a list shows of an appeal, made when the row is written: a list reads twenty of these, not twenty folds and whole
 * texts. Names are not in it: they are the directory's, and may change.
 */
export interface ListedRow extends ListedAppeal {
  readonly dueOn?: LocalDate;
  /** `dueUntil` */
  readonly due?: string;
  /** Of the registration or moderation, while it waits for them. */
  readonly deadline?: DeadlineSetData;
  /** Of the same. */
  readonly warning?: WarningPart;
  readonly rating?: number;
  readonly struckFor?: RegistrationError;
  readonly registeredBefore?: readonly RegistrationPart[];
  /** The latest of what was written after an answer, while it waits for a reader. */
  readonly addition?: ListedAddition;
  readonly facts: AppealFacts;
  readonly questions: readonly ListedQuestion[];
}

/** What each of its questions shows of an appeal. */
export interface ListedAppeal {
  readonly id: string;
  readonly receipt: string;
  readonly number?: string;
  readonly registeredOn?: LocalDate;
  readonly regime: Regime;
  readonly channel: Channel;
  readonly state: AppealState;
  readonly receivedAt: string;
  readonly version: number;
  /** Code. */
  readonly settlement?: string;
  readonly place?: string;
  /** In the words of an official. */
  readonly gist?: string;
  readonly excerpt?: string;
  /** How many. */
  readonly fileCount: number;
  /** Codes of those that consider its questions now. */
  readonly departments: readonly string[];
  /** By `keysOf`, those of its questions. */
  readonly coExecutors?: readonly string[];
  readonly signatories?: number;
  readonly sentBy: AppealSender;
  /** The day by which the body that sent it on asks for the answer. */
  readonly bodyTerm?: LocalDate;
  readonly repeatOf?: RepeatOf;
  readonly source?: ListedSource;
  readonly urgency?: Urgency;
  readonly danger?: Danger;
  readonly dangerWords?: readonly string[];
}

export interface ListedAddition {
  readonly excerpt: string | null;
  readonly at: string;
  readonly byApplicant: boolean;
}

/** The place of a message in a network. */
export interface ListedSource extends Pick<
  NonNullable<AppealReceivedData['source']>,
  'network' | 'account' | 'kind' | 'thread'
> {
  readonly fate?: SourceFate;
  readonly likes?: number;
  readonly author?: string;
}

type OfPart = Pick<
  QuestionPart,
  | (
      | 'state'
      | 'ordinal'
      | 'topic'
      | 'department'
      | 'reason'
      | 'executor'
      | 'assigned'
      | 'classifier'
      | 'classifierEdition'
      | 'version'
      | 'controlledUntil'
    )
  | ('deadline' | 'deadlines' | 'replaced')
>;
type OfValues = Pick<QuestionValues, 'id' | 'dueOn' | 'due' | 'workBy' | 'dueRule' | 'termKept' | 'result'>;

export interface ListedQuestion extends OfPart, OfValues {
  readonly facts: QuestionFacts;
  readonly extension?: ExtensionState;
  /** The body that sent it on is not informed of its end yet. */
  readonly awaitsLetterToBody?: true;
  /** By rule. */
  readonly standings?: Readonly<Record<string, TermStanding>>;
  readonly warning?: WarningPart;
  readonly ground?: UnansweredGround;
  /** The day by which one of the bodies should have answered. */
  readonly awaitedOn?: LocalDate;
  readonly promise?: Omit<PromisePart, 'reason' | 'text'>;
  /** What the co-executors prepare, without the texts. */
  readonly coParts?: readonly ListedPart[];
  /** The beginning of its own text, where it has one apart from the appeal's. */
  readonly excerpt?: string;
  readonly response?: ListedResponse;
}

export interface ListedResponse {
  readonly id: string;
  readonly state: ResponseState;
  readonly outcome: Outcome | null;
  readonly version: number;
  readonly stage: ResponsePart['state'];
  /** Of the current draft. */
  readonly drafter?: string;
  /** Who approved it, and in whose stead. */
  readonly approver?: string;
  readonly approvedFor?: string;
  /** Code of the department that wrote it. */
  readonly draftedIn?: string;
  readonly signatory?: string;
  /** While it waits for its release, or all may read it. */
  readonly publication?: PublicationFacts;
}

/** A row of the list of questions. */
export interface ListedQuestionRow extends ListedQuestion {
  readonly appeal: ListedAppeal;
}

export const EXCERPT_LENGTH = 280;

export function listedRow(row: RegisterRow): ListedRow {
  const { dueOn, due, rating, questions, awaits, fold } = row;
  const { deadline, warning } = waits(awaits) ? receptionTerm(fold.appeal) : {};
  return {
    ...listedAppeal(row),
    ...present({ dueOn, due, deadline, warning, rating, struckFor: fold.appeal.correction?.ground }),
    ...present({ registeredBefore: fold.appeal.registeredBefore, addition: unreadAddition(row) }),
    facts: appealFacts(row.fold.appeal.received!, row.fold),
    questions: questions.map((question) => listedQuestion(row, question)),
  };
}

export function listedQuestionRow(row: RegisterRow, question: QuestionValues): ListedQuestionRow {
  return { ...listedQuestion(row, question), appeal: listedAppeal(row) };
}

export function listedAppeal(row: RegisterRow): ListedAppeal {
  const { id, receipt, number, registeredOn, regime, channel, state, receivedAt, settlement, fold, clear } = row;
  const helpers = Object.values(fold.questions).flatMap(({ coExecutors }) => keysOf(coExecutors));
  const coExecutors = helpers.length === 0 ? undefined : [...new Set(helpers)].sort();
  return {
    id,
    receipt,
    regime,
    channel,
    state,
    receivedAt,
    version: fold.appeal.version,
    fileCount: row.erased ? 0 : filesOf(fold.appeal).length,
    departments: ofQuestions(row, 'department'),
    sentBy: row.sentBy,
    ...present({
      number,
      registeredOn,
      settlement,
      place: clear.place,
      gist: clear.gist,
      excerpt: excerptOf(clear.text),
    }),
    ...present({ coExecutors, signatories: fold.appeal.received?.signatories, bodyTerm: askedBy(fold.appeal) }),
    ...urgent(fold),
    ...present({ repeatOf: repeatOf(fold.appeal) }),
    ...present({ source: listedSource(fold.appeal, clear.author) }),
  };
}

function unreadAddition({ awaits: by, fold, clear }: RegisterRow): ListedAddition | undefined {
  const last = by === 'READER' ? fold.appeal.supplements.at(-1) : undefined;
  if (!last) return undefined;
  const excerpt = excerptOf(clear.supplements.at(-1)) ?? null;
  return { excerpt, at: last.at, byApplicant: last.byApplicant ?? true };
}

function listedSource({ received, atSource }: AppealPart, author: string | undefined): ListedSource | undefined {
  if (!received?.source) return undefined;
  const { network, account, kind, thread } = received.source;
  const fate = atSource?.removedAt ? 'REMOVED' : (atSource?.editions.length ?? 0) > 0 ? 'EDITED' : undefined;
  return { network, account, kind, thread, ...present({ fate, likes: atSource?.likes, author }) };
}

function urgent(fold: RegisterRow['fold']): Pick<ListedAppeal, 'urgency' | 'danger' | 'dangerWords'> {
  const { received, danger: declared } = fold.appeal;
  const found = received && urgency(received, fold);
  if (!found) return {};
  const { kind, words } = received.danger ?? {};
  return { urgency: found, ...present({ danger: declared ?? kind, dangerWords: words }) };
}

/** Those of the submission, then those of the supplements. */
export function filesOf({ received, supplements }: AppealPart): AppealReceivedData['files'] {
  return [...(received?.files ?? []), ...supplements.flatMap(({ files }) => files)];
}

/** By whole characters: a surrogate pair is not cut in two. */
function excerptOf(text: string | undefined): string | undefined {
  if (text === undefined || text.length <= EXCERPT_LENGTH) return text;
  const isCutInTwo = (text.codePointAt(EXCERPT_LENGTH - 1) ?? 0) > 0xffff;
  return text.slice(0, isCutInTwo ? EXCERPT_LENGTH - 1 : EXCERPT_LENGTH);
}

function listedQuestion({ fold, clear }: RegisterRow, question: QuestionValues): ListedQuestion {
  const { id, dueOn, due, workBy, dueRule, termKept, result } = question;
  const part = fold.questions[id]!;
  const { state, ordinal, topic, department, reason, executor, deadline, deadlines, version } = part;
  const found = responseTo(fold, id);
  return {
    id,
    state,
    version,
    ...present({ ordinal, topic, department, reason, executor, deadline, deadlines }),
    ...present({
      dueOn,
      due,
      workBy,
      dueRule,
      termKept,
      warning: openWarning(part, askedBy(fold.appeal)),
      standings: standingsOf(part),
    }),
    ...present({
      result,
      ground: groundOf(part),
      classifier: part.classifier,
      classifierEdition: part.classifierEdition,
      controlledUntil: part.controlledUntil,
      assigned: part.assigned,
    }),
    ...(question.promise !== undefined && { promise: promiseOf(part.promise!) }),
    ...present({
      excerpt: excerptOf(clear.questions[id]),
      awaitedOn: part.atBodies?.awaitedOn,
      extension: extensionState(part),
      replaced: part.replaced,
      coParts: part.coParts?.map(listedPart),
    }),
    ...(question.awaitsLetterToBody && { awaitsLetterToBody: true as const }),
    facts: questionFacts(part),
    ...(found && { response: listedResponse({ fold }, found) }),
  };
}

function groundOf({ state, unanswered }: QuestionPart): ListedQuestion['ground'] {
  return state === 'LEFT_UNANSWERED' ? unanswered?.ground : undefined;
}

function standingsOf(part: QuestionPart): ListedQuestion['standings'] {
  return Object.fromEntries((part.deadlines ?? []).map((set) => [set.rule, termStanding(part, set)] as const));
}

/** Without its texts. */
function promiseOf({ reason: _reason, text: _text, ...days }: PromisePart): Omit<PromisePart, 'reason' | 'text'> {
  return days;
}

export function listedResponse({ fold }: Pick<RegisterRow, 'fold'>, { id, part }: FoundResponse): ListedResponse {
  const { answer, draft, version, approval } = part;
  return {
    id,
    version,
    state: responseState(fold, part),
    stage: part.state,
    outcome: (answer ?? draft)?.outcome ?? null,
    ...present({ drafter: draft?.by, draftedIn: draft?.department, ...approverOf(approval) }),
    ...present({ signatory: answer?.signatory, publication: publicationOf(part) }),
  };
}

function publicationOf(part: ResponsePart): PublicationFacts | undefined {
  const open = openPublication(part);
  return open && { stage: open.stage, ...present({ by: open.by, onBehalfOf: open.onBehalfOf }) };
}

type Present<Values> = { readonly [Name in keyof Values]?: Exclude<Values[Name], undefined> };

function present<Values extends object>(values: Values): Present<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<Values>;
}
