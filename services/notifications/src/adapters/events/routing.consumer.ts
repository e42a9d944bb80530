import {
  DeadlineSet,
  ExecutorAssigned,
  QuestionOpened,
  QuestionReturned,
  QuestionRouted,
} from '@otklik/contracts/routing.events';
import { EventConsumer, On, type EventOf, type Reaction } from '@otklik/host';
import { FollowQuestion, type QuestionFact } from '../../application/follow-question.js';

@EventConsumer({ name: 'notifications.routing', topics: ['routing.events'] })
export class RoutingConsumer {
  constructor(private readonly question: FollowQuestion) {}

  @On(QuestionOpened)
  opened(event: EventOf<typeof QuestionOpened>, { tx }: Reaction) {
    return this.question.changed(factOf(event), {}, tx);
  }

  @On(QuestionRouted)
  routed(event: EventOf<typeof QuestionRouted>, { tx }: Reaction) {
    const { topic, department } = event.data;
    return this.question.changed(factOf(event), { topic, department, executor: undefined }, tx);
  }

  @On(ExecutorAssigned)
  assigned(event: EventOf<typeof ExecutorAssigned>, { tx }: Reaction) {
    const { executor, department } = event.data;
    return this.question.changed(factOf(event), { executor, department }, tx);
  }

  @On(QuestionReturned)
  returned(event: EventOf<typeof QuestionReturned>, { tx }: Reaction) {
    return this.question.changed(factOf(event), { department: undefined, executor: undefined }, tx);
  }

  @On(DeadlineSet)
  deadlineSet(event: EventOf<typeof DeadlineSet>, { tx }: Reaction) {
    return this.question.changed(factOf(event), { dueOn: event.data.dueOn }, tx);
  }
}

function factOf({
  district,
  stream,
  appeal,
  version,
}: Pick<EventOf<typeof QuestionOpened>, 'district' | 'stream' | 'appeal' | 'version'>): QuestionFact {
  return { district, question: stream, appeal, version };
}
