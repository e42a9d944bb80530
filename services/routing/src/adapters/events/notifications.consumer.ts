import { NoticeDispatched, NoticePosted } from '@otklik/contracts/notifications.events';
import { EventConsumer, On, waitUntilFound, type EventOf, type Reaction } from '@otklik/host';
import { RecordAnswer } from '../../application/record-answer.js';

@EventConsumer({ name: 'routing.notifications', topics: ['notifications.events'] })
export class NotificationsConsumer {
  constructor(private readonly answer: RecordAnswer) {}

  @On(NoticeDispatched, NoticePosted)
  async dispatched(event: EventOf<typeof NoticeDispatched | typeof NoticePosted>, { command, tx }: Reaction) {
    const { kind, about: question, dispatchedAt } = event.data;
    if (kind !== 'ANSWERED' || question === undefined) return;
    const proof = { question, notice: event.stream, dispatchedAt };
    await waitUntilFound(`Question ${question} opened`, () => this.answer.dispatched(command, proof, tx));
  }
}
