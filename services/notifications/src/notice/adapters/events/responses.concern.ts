import { ResponseRevoked, ResponseSigned } from '@otklik/contracts/responses.events';
import { Concern, On, type EventOf, type Reaction } from '@otklik/host';
import { compact } from '@otklik/kernel';
import { SendAnswer } from '../../application/send-answer.js';

@Concern('notifications.responses')
export class ResponsesConcern {
  constructor(private readonly answer: SendAnswer) {}

  @On(ResponseSigned)
  signed(event: EventOf<typeof ResponseSigned>, { tx, ...commands }: Reaction) {
    const { text: sealed, files = [], fileNames } = event.data;
    const attached = compact({ count: files.length, names: fileNames });
    const answer = { ...event.data, text: { sealed, field: 'text' }, ...(files.length !== 0 && { attached }) };
    return this.answer.signed(commands, event, answer, tx);
  }

  @On(ResponseRevoked)
  revoked(event: EventOf<typeof ResponseRevoked>, { tx, ...commands }: Reaction) {
    return this.answer.revoked(commands, event, event.data.question, tx);
  }
}
