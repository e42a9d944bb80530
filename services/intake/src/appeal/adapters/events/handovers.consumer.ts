import { HandoverConsentWithdrawn, QuestionHandedOver } from '@otklik/contracts/routing.events';
import { EventConsumer, On, type EventOf, type Reaction } from '@otklik/host';
import { ReceiveHandover } from '../../application/receive-handover.js';

/** What other districts of the platform hand over. Its effect is in the receiving district, in a transaction of its own. */
@EventConsumer({ name: 'intake.handovers', topics: ['routing.events'] })
export class HandoversConsumer {
  constructor(private readonly handover: ReceiveHandover) {}

  @On(QuestionHandedOver)
  handedOver({ id, district, appeal, stream, data }: EventOf<typeof QuestionHandedOver>, { command }: Reaction) {
    return this.handover.receive(command, { ...data, id, district, appeal, question: stream });
  }

  /** After the handover itself, of the same question: in its order. */
  @On(HandoverConsentWithdrawn)
  consentWithdrawn({ district, stream, data }: EventOf<typeof HandoverConsentWithdrawn>, { command }: Reaction) {
    return this.handover.consentWithdrawn(command, { ...data, district, question: stream });
  }
}
