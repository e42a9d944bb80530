import { AppealReceived, AppealRegistered, AppealWithdrawn, PersonErased } from '@otklik/contracts/intake.events';
import { EventConsumer, On, OnBatch, type EventOf, type Reaction } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { assertSealContext } from '@otklik/vault';
import { FollowAppeal } from '../../application/follow-appeal.js';
import type { NewlyReceived } from '../../application/received-appeals.js';

@EventConsumer({ name: 'routing.intake', topics: ['intake.events'] })
export class IntakeConsumer {
  constructor(private readonly appeal: FollowAppeal) {}

  @OnBatch(AppealReceived)
  received(events: readonly EventOf<typeof AppealReceived>[], tx: Transaction) {
    return this.appeal.keep(events.map(newlyReceived), tx);
  }

  @On(AppealRegistered)
  registered({ appeal, data }: EventOf<typeof AppealRegistered>, { command, tx }: Reaction) {
    return this.appeal.registered(command, appeal, data, tx);
  }

  @On(AppealWithdrawn)
  withdrawn(event: EventOf<typeof AppealWithdrawn>, { commandFor, tx }: Reaction) {
    return this.appeal.withdrawn((ordinal) => commandFor(String(ordinal)), event, tx);
  }

  @On(PersonErased)
  erased(event: EventOf<typeof PersonErased>, { commandFor, tx }: Reaction) {
    return this.appeal.erased((ordinal) => commandFor(String(ordinal)), event, event.data.person, tx);
  }
}

function newlyReceived(event: EventOf<typeof AppealReceived>): NewlyReceived {
  assertSealContext(event);
  const { district, appeal, data } = event;
  const { person, text, channel, settlement = null } = data;
  return { district, appeal, person, text, settlement, channel };
}
