import {
  ExecutorAssigned,
  QuestionClosed,
  QuestionOpened,
  QuestionReturned,
  QuestionRouted,
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
    const assignment = { department: data.department, executor: undefined };
    return this.question.assigned(command, { question: stream, version }, assignment, tx);
  }

  @On(ExecutorAssigned)
  assigned({ stream, version, data }: EventOf<typeof ExecutorAssigned>, { command, tx }: Reaction) {
    return this.question.assigned(command, { question: stream, version }, data, tx);
  }

  @On(QuestionReturned)
  returned({ stream, version }: EventOf<typeof QuestionReturned>, { command, tx }: Reaction) {
    const assignment = { department: undefined, executor: undefined };
    return this.question.assigned(command, { question: stream, version }, assignment, tx);
  }

  @On(QuestionClosed)
  closed({ stream }: EventOf<typeof QuestionClosed>, { command, tx }: Reaction) {
    return waitUntilFound(`Question ${stream} opened`, () => this.question.closed(command, stream, tx));
  }
}
