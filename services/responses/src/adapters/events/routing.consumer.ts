import {
  AnswerRefused,
  ExecutorAssigned,
  OralAnswerRecorded,
  QuestionAnswered,
  QuestionClosed,
  QuestionForwarded,
  QuestionLeftUnanswered,
  QuestionOpened,
  QuestionReopened,
  QuestionRestored,
  QuestionReturned,
  QuestionRouted,
  QuestionTakenBack,
} from '@otklik/contracts/routing.events';
import { EventConsumer, On, waitUntilFound, type EventOf, type Reaction } from '@otklik/host';
import { FollowQuestion } from '../../application/follow-question.js';

export const ROUTING_CONSUMER = 'responses.routing';

@EventConsumer({ name: ROUTING_CONSUMER, topics: ['routing.events'] })
export class RoutingConsumer {
  constructor(private readonly question: FollowQuestion) {}

  @On(QuestionOpened)
  opened({ stream, data }: EventOf<typeof QuestionOpened>, { command, tx }: Reaction) {
    return this.question.opened(command, stream, data.person, tx);
  }

  @On(QuestionRouted)
  routed({ stream, version, data }: EventOf<typeof QuestionRouted>, { command, tx }: Reaction) {
    return this.question.moved(command, { question: stream, version }, data.department, tx);
  }

  @On(ExecutorAssigned)
  assigned({ stream, version, data }: EventOf<typeof ExecutorAssigned>, { command, tx }: Reaction) {
    return this.question.assigned(command, { question: stream, version }, data, tx);
  }

  @On(QuestionReturned)
  returned({ stream, version }: EventOf<typeof QuestionReturned>, { command, tx }: Reaction) {
    return this.question.moved(command, { question: stream, version }, undefined, tx);
  }

  @On(AnswerRefused)
  answerRefused({ stream, data }: EventOf<typeof AnswerRefused>, { command, tx }: Reaction) {
    return this.question.answerRefused(command, stream, data, tx);
  }

  @On(QuestionAnswered)
  answered({ stream, data }: EventOf<typeof QuestionAnswered>, { command, tx }: Reaction) {
    return this.question.answerSent(command, stream, data.answer, tx);
  }

  @On(QuestionRestored)
  restored({ stream, version, data }: EventOf<typeof QuestionRestored>, { command, tx }: Reaction) {
    const { person, department, executor } = data;
    return this.question.restored(command, { question: stream, version }, { person, department, executor }, tx);
  }

  @On(QuestionReopened)
  reopened({ stream, version, data }: EventOf<typeof QuestionReopened>, { command, tx }: Reaction) {
    const { department, executor } = data;
    const again = () => this.question.reopened(command, { question: stream, version }, { department, executor }, tx);
    return waitUntilFound(`Question ${stream} opened`, again);
  }

  @On(QuestionTakenBack)
  takenBack({ stream, version }: EventOf<typeof QuestionTakenBack>, { command, tx }: Reaction) {
    const nobody = { department: undefined, executor: undefined };
    const again = () => this.question.reopened(command, { question: stream, version }, nobody, tx);
    return waitUntilFound(`Question ${stream} opened`, again);
  }

  /** What is forwarded, left without an answer on the merits, or answered orally at a reception gets none in writing. */
  @On(QuestionClosed, QuestionForwarded, QuestionLeftUnanswered, OralAnswerRecorded)
  closed(
    {
      stream,
    }: EventOf<
      typeof QuestionClosed | typeof QuestionForwarded | typeof QuestionLeftUnanswered | typeof OralAnswerRecorded
    >,
    { command, tx }: Reaction,
  ) {
    return waitUntilFound(`Question ${stream} opened`, () => this.question.closed(command, stream, tx));
  }
}
