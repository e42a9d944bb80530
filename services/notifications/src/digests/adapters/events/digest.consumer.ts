import type { PublicEvent } from '@otklik/contracts/envelope';
import {
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
import { changeBy, declaredChange, Concern, OnBatch, type ChangeBy, type EventOf } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import type { WatchedQuestion } from '../../application/digests.js';
import { WatchQuestion, type WatchedPart } from '../../application/watch-question.js';
import { factOf } from '../../../notice/adapters/events/routing.consumer.js';

const nobody = { department: undefined, executor: undefined, isOpen: true };

const changes: readonly ChangeBy<WatchedQuestion, WatchedPart>[] = [
  changeBy([QuestionOpened], () => ({})),
  changeBy([QuestionRouted], ({ data: { department } }) => ({ department, executor: undefined })),
  changeBy([ExecutorAssigned], ({ data: { executor, department } }) => ({ executor, department })),
  changeBy([QuestionReturned, QuestionTakenBack], () => nobody),
  changeBy([QuestionReopened], ({ data: { department, executor } }) => ({
    ...{ department, executor, isOpen: true, isEscalated: false },
  })),
  changeBy([QuestionRestored], () => ({ isOpen: true })),
  changeBy([QuestionAnswered, QuestionClosed, QuestionEnded], () => ({ isOpen: false })),
  changeBy([DeadlineSet], termSet),
  changeBy([DeadlineNear], ({ data: { escalated } }) => (escalated ? { isEscalated: true } : {})),
  changeBy([DeadlineMissed], () => ({ isEscalated: true })),
];

@Concern('notifications.digest')
export class DigestConsumer {
  constructor(private readonly questions: WatchQuestion) {}

  @OnBatch(
    ...[QuestionOpened, QuestionRouted, ExecutorAssigned, QuestionReturned, QuestionTakenBack, QuestionReopened],
    ...[QuestionRestored, QuestionAnswered, QuestionClosed, QuestionEnded, DeadlineSet, DeadlineNear, DeadlineMissed],
  )
  changed(events: readonly PublicEvent[], tx: Transaction) {
    return this.questions.changed(
      events.map((event) => ({ ...factOf(event), change: declaredChange(changes, event) })),
      tx,
    );
  }
}

/** What is counted anew by a decreed calendar counts only for the term that stands. */
function termSet({ data }: EventOf<typeof DeadlineSet>, known: WatchedQuestion): WatchedPart {
  const { duty, rule, reason, dueOn, workBy } = data;
  if (duty !== 'ANSWER' || (reason !== undefined && known.rule !== rule)) return {};
  return { rule, dueOn, workBy, isEscalated: false };
}
