import {
  AppealAnswered,
  AppealReceived,
  AppealRegistered,
  AppealWithdrawn,
  MarkedAsDuplicate,
  MarkedAsSpam,
  PersonErased,
  RegistrationCorrected,
} from '@otklik/contracts/intake.events';
import { EventConsumer, On, OnBatch, type CommandsOf, type EventOf, type Reaction } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { FollowHandover } from '../../application/follow-handover.js';

type Closing =
  | typeof AppealWithdrawn
  | typeof RegistrationCorrected
  | typeof PersonErased
  | typeof MarkedAsSpam
  | typeof MarkedAsDuplicate;

/** Reports to another district of the platform about the cases that it handed over. */
@EventConsumer({ name: 'routing.handovers', topics: ['intake.events'], repeatable: true })
export class HandoversConsumer {
  constructor(private readonly handover: FollowHandover) {}

  @On(AppealReceived)
  async received(event: EventOf<typeof AppealReceived>, { tx }: Reaction) {
    const { origin } = event.data;
    if (origin) await this.handover.received(event, origin, tx);
  }

  @OnBatch(AppealRegistered)
  async registered(events: readonly EventOf<typeof AppealRegistered>[], tx: Transaction, commandsOf: CommandsOf) {
    for (const event of await this.handover.handedOver(events, tx))
      await this.handover.registered(commandsOf(event).command, event, event.data, tx);
  }

  @On(AppealAnswered)
  answered(event: EventOf<typeof AppealAnswered>, { command, tx }: Reaction) {
    return this.handover.answered(command, event, event.data.answeredOn, tx);
  }

  @On(AppealWithdrawn, RegistrationCorrected, PersonErased, MarkedAsSpam, MarkedAsDuplicate)
  closed(event: EventOf<Closing>, { command, tx }: Reaction) {
    return this.handover.closed(command, event, event.at, tx);
  }
}
