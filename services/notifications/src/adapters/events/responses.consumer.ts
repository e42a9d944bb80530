import { ResponseRevoked, ResponseSigned } from '@otklik/contracts/responses.events';
import { EventConsumer, On, type EventOf, type Reaction } from '@otklik/host';
import { SendAnswer } from '../../application/send-answer.js';

@EventConsumer({ name: 'notifications.responses', topics: ['responses.events'] })
export class ResponsesConsumer {
  constructor(private readonly answer: SendAnswer) {}

  @On(ResponseSigned)
  signed(event: EventOf<typeof ResponseSigned>, { tx, ...commands }: Reaction) {
    const text = { sealed: event.data.text, field: 'text' };
    return this.answer.signed(commands, event, { ...event.data, text }, tx);
  }

  @On(ResponseRevoked)
  revoked(event: EventOf<typeof ResponseRevoked>, { tx, ...commands }: Reaction) {
    return this.answer.revoked(commands, event, event.data.question, tx);
  }
}
