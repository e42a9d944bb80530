import { ResponseSigned } from '@otklik/contracts/responses.events';
import { EventConsumer, On, type EventOf, type Reaction } from '@otklik/host';
import { ReachApplicant } from '../../application/reach-applicant.js';

@EventConsumer({ name: 'notifications.responses', topics: ['responses.events'] })
export class ResponsesConsumer {
  constructor(private readonly applicant: ReachApplicant) {}

  @On(ResponseSigned)
  signed(event: EventOf<typeof ResponseSigned>, { command, tx }: Reaction) {
    const { question, text: answer, signatory, signedAt } = event.data;
    return this.applicant.answered(command, event, { question, answer, signatory, signedAt }, tx);
  }
}
