import { QuestionAnswered } from '@otklik/contracts/routing.events';
import { EventConsumer, On, type EventOf, type Reaction } from '@otklik/host';
import { FollowUpAppeal } from '../../application/follow-up-appeal.js';

@EventConsumer({ name: 'intake.routing', topics: ['routing.events'] })
export class RoutingConsumer {
  constructor(private readonly appeal: FollowUpAppeal) {}

  @On(QuestionAnswered)
  answered({ appeal, data }: EventOf<typeof QuestionAnswered>, { command, tx }: Reaction) {
    return this.appeal.answered(command, appeal, data, tx);
  }
}
