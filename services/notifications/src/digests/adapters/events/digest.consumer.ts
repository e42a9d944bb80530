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
import { EventConsumer, On, type EventOf, type Reaction } from '@otklik/host';
import { WatchQuestion } from '../../application/watch-question.js';
import { factOf } from '../../../notice/adapters/events/routing.consumer.js';

/** Terms of questions and who has them, for the morning letters. It reads the topic from its beginning. */
@EventConsumer({ name: 'notifications.digest', topics: ['routing.events'] })
export class DigestConsumer {
  constructor(private readonly questions: WatchQuestion) {}

  @On(QuestionOpened)
  opened(event: EventOf<typeof QuestionOpened>, { tx }: Reaction) {
    return this.questions.changed(factOf(event), {}, tx);
  }

  @On(QuestionRouted)
  routed(event: EventOf<typeof QuestionRouted>, { tx }: Reaction) {
    return this.questions.changed(factOf(event), { department: event.data.department, executor: undefined }, tx);
  }

  @On(ExecutorAssigned)
  assigned(event: EventOf<typeof ExecutorAssigned>, { tx }: Reaction) {
    const { executor, department } = event.data;
    return this.questions.changed(factOf(event), { executor, department }, tx);
  }

  @On(QuestionReturned, QuestionTakenBack)
  returned(event: EventOf<typeof QuestionReturned | typeof QuestionTakenBack>, { tx }: Reaction) {
    const nobody = { department: undefined, executor: undefined, isOpen: true };
    return this.questions.changed(factOf(event), nobody, tx);
  }

  @On(QuestionReopened)
  reopened(event: EventOf<typeof QuestionReopened>, { tx }: Reaction) {
    const { department, executor } = event.data;
    return this.questions.changed(factOf(event), { department, executor, isOpen: true, isEscalated: false }, tx);
  }

  @On(QuestionRestored)
  restored(event: EventOf<typeof QuestionRestored>, { tx }: Reaction) {
    return this.questions.changed(factOf(event), { isOpen: true }, tx);
  }

  @On(QuestionAnswered, QuestionClosed, QuestionEnded)
  ended(event: EventOf<typeof QuestionAnswered | typeof QuestionClosed | typeof QuestionEnded>, { tx }: Reaction) {
    return this.questions.changed(factOf(event), { isOpen: false }, tx);
  }

  /** What is counted anew by a decreed calendar counts only for the term that stands. */
  @On(DeadlineSet)
  deadlineSet(event: EventOf<typeof DeadlineSet>, { tx }: Reaction) {
    const { duty, rule, reason, dueOn, workBy } = event.data;
    return this.questions.changed(
      factOf(event),
      (known) =>
        duty === 'ANSWER' && (reason === undefined || known.rule === rule)
          ? { rule, dueOn, workBy, isEscalated: false }
          : {},
      tx,
    );
  }

  @On(DeadlineNear)
  near(event: EventOf<typeof DeadlineNear>, { tx }: Reaction) {
    return this.questions.changed(factOf(event), event.data.escalated ? { isEscalated: true } : {}, tx);
  }

  @On(DeadlineMissed)
  missed(event: EventOf<typeof DeadlineMissed>, { tx }: Reaction) {
    return this.questions.changed(factOf(event), { isEscalated: true }, tx);
  }
}
