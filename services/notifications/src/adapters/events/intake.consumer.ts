import { AppealReceived, AppealRegistered, FollowUpLinkRequested, PersonErased } from '@otklik/contracts/intake.events';
import { EventConsumer, On, OnBatch, type EventOf, type Reaction } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { assertSealContext } from '@otklik/vault';
import type { NewApplicant } from '../../application/applicants.js';
import { ReachApplicant } from '../../application/reach-applicant.js';

@EventConsumer({ name: 'notifications.intake', topics: ['intake.events'] })
export class IntakeConsumer {
  constructor(private readonly applicant: ReachApplicant) {}

  @OnBatch(AppealReceived)
  received(events: readonly EventOf<typeof AppealReceived>[], tx: Transaction) {
    return this.applicant.keep(events.map(newApplicant), tx);
  }

  @On(AppealRegistered)
  registered(event: EventOf<typeof AppealRegistered>, { command, tx }: Reaction) {
    return this.applicant.registered(command, event, event.data, tx);
  }

  @On(FollowUpLinkRequested)
  linkRequested(event: EventOf<typeof FollowUpLinkRequested>, { tx }: Reaction) {
    return this.applicant.linkRequested(event, event.data, tx);
  }

  @On(PersonErased)
  erased(event: EventOf<typeof PersonErased>, { commandFor, tx }: Reaction) {
    return this.applicant.erased(commandFor, event, event.data.person, tx);
  }
}

function newApplicant(event: EventOf<typeof AppealReceived>): NewApplicant {
  assertSealContext(event);
  const { district, appeal, data } = event;
  const { person, contact = null, contactKind = null, name = null, channel, regime, text } = data;
  const { settlement = null, placeText: place = null } = data;
  return { district, appeal, person, channel, contact, contactKind, name, regime, text, settlement, place };
}
