import {
  AssignmentAcknowledged,
  AssignmentTakenBack,
  DeadlineMissed,
  DeadlineNear,
  DeadlineSet,
  ExecutorAssigned,
  QuestionAnswered,
  QuestionClosed,
  QuestionEnded,
  QuestionOpened,
  QuestionReopened,
  QuestionRestored,
  QuestionReturned,
  QuestionRouted,
  QuestionTakenBack,
} from '@otklik/contracts/routing.events';
import { SourceRecorded } from '@otklik/contracts/intake.events';
import { CoExecutorPartDone, CoExecutorPartGiven } from '@otklik/contracts/co-executor-parts.events';
import { CoExecutorsAssigned } from '@otklik/contracts/control.events';
import { askedFor, BODY_RULE, bodyTerm } from '@otklik/case/body-term';
import type { Case } from '@otklik/case/case';
import { undoneParts } from '@otklik/case/co-executor-parts';
import { isAcknowledged } from '@otklik/case/question-control';
import type { QuestionPart } from '@otklik/case/question';
import { hasEnded } from '@otklik/case/question-status';
import { Concern, OnCases, type CaseWith, type CommandsOf, type EventOf } from '@otklik/host';
import { compact } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import type { Assigned } from '../../application/assignment-letters.js';
import { TellAssigned } from '../../application/tell-assigned.js';
import { WatchedQuestions, type WatchedQuestion } from '../../application/digests.js';

const heard = [
  ...[QuestionOpened, QuestionRouted, ExecutorAssigned, QuestionReturned, QuestionTakenBack, QuestionReopened],
  ...[QuestionRestored, QuestionAnswered, QuestionClosed, QuestionEnded, DeadlineSet, DeadlineNear, DeadlineMissed],
  ...[AssignmentAcknowledged, AssignmentTakenBack],
  ...[CoExecutorsAssigned, CoExecutorPartGiven, CoExecutorPartDone],
] as const;
/** Of the appeal: the day by which the body that sent it on asks for the answer. */
const ofAppeal = [SourceRecorded] as const;

type OfQuestion = EventOf<(typeof heard)[number]>;
type Consumed = OfQuestion | EventOf<(typeof ofAppeal)[number]>;

/** Keeps what the morning letters say of questions, and tells at once what was assigned. */
@Concern('notifications.digest', { CoExecutorsAssigned: 'NOW' })
export class DigestConcern {
  constructor(
    private readonly questions: WatchedQuestions,
    private readonly assigned: TellAssigned,
  ) {}

  @OnCases(...heard, ...ofAppeal)
  async changed(events: readonly Consumed[], tx: Transaction, _: CommandsOf, caseOf: CaseWith): Promise<void> {
    const watched = new Map<string, WatchedQuestion>();
    for (const event of events) {
      const known = caseOf(event);
      for (const question of isOfAppeal(event) ? Object.keys(known.questions) : [event.stream]) {
        const part = known.questions[question];
        if (part)
          watched.set(question, watchedOf({ event, question, known }, part, watched.get(question)?.isEscalated));
      }
    }
    await this.questions.keep(tx, [...watched.values()]);
    for (const event of events) {
      if (isOfAppeal(event)) continue;
      const part = caseOf(event).questions[event.stream];
      await this.assigned.tell(event.district, assignedBy(event, part?.topic), tx);
    }
  }
}

function isOfAppeal(event: Consumed): event is EventOf<typeof SourceRecorded> {
  return event.type === SourceRecorded.type;
}

interface Watching {
  readonly event: Consumed;
  readonly question: string;
  readonly known: Case;
}

/** `wasEscalated`: by an earlier one of the same facts. */
function watchedOf(
  { event, question, known }: Watching,
  part: QuestionPart,
  wasEscalated: boolean | undefined,
): WatchedQuestion {
  const { district, appeal } = event;
  const { state, department, executor, version } = part;
  const asked = known.appeal.received?.receivedFrom?.term;
  return {
    district,
    question,
    appeal,
    version,
    department,
    executor,
    isOpen: !hasEnded(state),
    isEscalated: escalatedBy(event, part, asked) ?? wasEscalated,
    partsOf: undoneParts(part)?.officials ?? [],
    partsIn: undoneParts(part)?.departments ?? [],
    isUnread: executor !== undefined && !isAcknowledged(part),
    ...termOf(part, askedFor(part, asked)),
  };
}

/** `asked`: the day by which the body that sent the appeal on asks for the answer. */
function termOf(
  { deadline, assigned }: QuestionPart,
  asked: string | undefined,
): Pick<WatchedQuestion, 'rule' | 'dueOn' | 'workBy'> {
  if (!deadline) return {};
  const { rule, dueOn, workBy } = deadline;
  return compact({
    rule,
    dueOn: earlier(dueOn, asked),
    workBy: earlier(earlier(workBy, asked), assigned?.draftBy),
  });
}

/** To the executor, or to the co-executor about his part, or that of his department. */
function assignedBy(event: OfQuestion, topic: string | undefined): readonly Assigned[] {
  const { id: fact, at, appeal, stream: question, type } = event;
  const of = { fact, at, appeal, question };
  if (type === ExecutorAssigned.type) {
    const { executor, draftBy } = event.data as EventOf<typeof ExecutorAssigned>['data'];
    return [{ ...of, what: 'QUESTION', official: executor, ...compact({ topic, until: draftBy }) }];
  }
  if (type !== CoExecutorPartGiven.type) return [];
  const { official, department, text, until } = event.data as EventOf<typeof CoExecutorPartGiven>['data'];
  if (text === undefined) return [];
  const about = { ...of, ...compact({ topic, until }) };
  if (official !== undefined) return [{ ...about, what: 'PART', official }];
  return department === undefined ? [] : [{ ...about, what: 'DEPARTMENT_PART', department }];
}

/** The inner day of the draft, and the day that a body asked for, make no term later. */
function earlier(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other < one ? other : one;
}

/** Undefined: it stays as it is. What the body's day alone escalated is so no more once it asks for another day, or for none. */
function escalatedBy(event: Consumed, part: QuestionPart, asked: string | undefined): boolean | undefined {
  const escalated = (part.warnings ?? []).filter((warning) => warning.escalated);
  const ofBody = escalated.filter(({ rule }) => rule === BODY_RULE);
  const isByBody = ofBody.some(({ dueOn }) => dueOn === bodyTerm(part, asked)?.dueOn);
  if (!isOfAppeal(event)) {
    const escalates = escalatedByFact(event, part.deadline?.rule);
    return escalates === false && isByBody ? true : escalates;
  }
  return isByBody || ofBody.length === 0 || escalated.length > ofBody.length ? undefined : false;
}

/** A recount by a decreed calendar applies only to the term in force. */
function escalatedByFact({ type, data }: OfQuestion, standing: string | undefined): boolean | undefined {
  switch (type) {
    case QuestionReopened.type:
      return false;
    case DeadlineMissed.type:
      return true;
    case DeadlineNear.type:
      return (data as EventOf<typeof DeadlineNear>['data']).escalated || undefined;
    case DeadlineSet.type: {
      const { duty, rule, reason } = data as EventOf<typeof DeadlineSet>['data'];
      return duty === 'ANSWER' && (reason === undefined || rule === standing) ? false : undefined;
    }
    default:
      return undefined;
  }
}
