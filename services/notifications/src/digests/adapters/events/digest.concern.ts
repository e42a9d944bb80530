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
import { isAcknowledged } from '@otklik/case/question-control';
import { hasEnded } from '@otklik/case/question-status';
import { Concern, OnCases, type CaseWith, type CommandsOf, type EventOf } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { WatchedQuestions, type WatchedQuestion } from '../../application/digests.js';

const heard = [
  ...[QuestionOpened, QuestionRouted, ExecutorAssigned, QuestionReturned, QuestionTakenBack, QuestionReopened],
  ...[QuestionRestored, QuestionAnswered, QuestionClosed, QuestionEnded, DeadlineSet, DeadlineNear, DeadlineMissed],
  ...[AssignmentAcknowledged, AssignmentTakenBack],
] as const;

type Consumed = EventOf<(typeof heard)[number]>;

/** Keeps what the morning letters say of questions. */
@Concern('notifications.digest')
export class DigestConcern {
  constructor(private readonly questions: WatchedQuestions) {}

  @OnCases(...heard)
  changed(events: readonly Consumed[], tx: Transaction, _: CommandsOf, caseOf: CaseWith): Promise<void> {
    const watched = new Map<string, WatchedQuestion>();
    for (const event of events) {
      const { district, appeal, stream: question, version } = event;
      const part = caseOf(event).questions[question];
      if (!part) continue;
      const { state, department, executor, deadline, assigned } = part;
      const isEscalated = escalatedBy(event, deadline?.rule) ?? watched.get(question)?.isEscalated;
      watched.set(question, {
        district,
        question,
        appeal,
        version,
        department,
        executor,
        isOpen: !hasEnded(state),
        isEscalated,
        isUnread: executor !== undefined && !isAcknowledged(part),
        ...(deadline && {
          rule: deadline.rule,
          dueOn: deadline.dueOn,
          workBy: earlier(deadline.workBy, assigned?.draftBy),
        }),
      });
    }
    return this.questions.keep(tx, [...watched.values()]);
  }
}

/** The inner day of the draft comes before the day by which the answer is to be done. */
function earlier(workBy: string | undefined, draftBy: string | undefined): string | undefined {
  if (workBy === undefined || draftBy === undefined) return workBy ?? draftBy;
  return draftBy < workBy ? draftBy : workBy;
}

/** Undefined: it stays as it is. A recount by a decreed calendar applies only to the term in force. */
function escalatedBy({ type, data }: Consumed, standing: string | undefined): boolean | undefined {
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
