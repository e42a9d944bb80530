import {
  AppealReceived,
  AppealRegistered,
  AppealWithdrawn,
  ConsentWithdrawn,
  PersonErased,
  RegistrationCorrected,
  ReopeningGranted,
  SourceRecorded,
  type AppealReceivedData,
} from '@otklik/contracts/intake.events';
import { Concern, On, OnBatch, WatchTerms, type CommandsOf, type EventOf, type Reaction } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { assertSealContext } from '@otklik/vault';
import { BodyTerms } from '../../application/body-terms.js';
import { FollowAppeal, type ContextOf } from '../../application/follow-appeal.js';
import type { NewlyReceived, ReceivedApplicant } from '../../store/received-appeals.js';

@Concern('routing.intake')
export class IntakeConcern {
  constructor(
    private readonly appeal: FollowAppeal,
    private readonly bodies: BodyTerms,
    private readonly terms: WatchTerms,
  ) {}

  @OnBatch(AppealReceived)
  received(events: readonly EventOf<typeof AppealReceived>[], tx: Transaction) {
    return this.appeal.keep(events.map(newlyReceived), tx);
  }

  @OnBatch(AppealRegistered)
  registered(events: readonly EventOf<typeof AppealRegistered>[], tx: Transaction, commandsOf: CommandsOf) {
    const registered = events.map((event) => {
      const { district, appeal, at, data } = event;
      const contextOf: ContextOf = (ordinal) => commandsOf(event).commandFor(String(ordinal));
      return { district, appeal, registration: { ...data, at }, contextOf };
    });
    return this.appeal.registered(registered, tx);
  }

  @On(SourceRecorded)
  async sourceRecorded(event: EventOf<typeof SourceRecorded>, { tx }: Reaction) {
    await this.terms.keep(await this.bodies.recorded(event, event.data.receivedFrom?.term, tx), tx);
  }

  @On(RegistrationCorrected)
  corrected(event: EventOf<typeof RegistrationCorrected>, { commandFor, tx }: Reaction) {
    return this.appeal.registeredWrongly((ordinal) => commandFor(String(ordinal)), event, tx);
  }

  @On(ReopeningGranted)
  reopened({ appeal, at, data }: EventOf<typeof ReopeningGranted>, { commandFor, tx }: Reaction) {
    const contextOf: ContextOf = (ordinal) => commandFor(String(ordinal));
    return this.appeal.reopened(contextOf, appeal, { ...data, at }, tx);
  }

  @On(AppealWithdrawn)
  withdrawn(event: EventOf<typeof AppealWithdrawn>, { commandFor, tx }: Reaction) {
    return this.appeal.withdrawn((ordinal) => commandFor(String(ordinal)), event, tx);
  }

  @On(ConsentWithdrawn)
  consentWithdrawn({ appeal }: EventOf<typeof ConsentWithdrawn>, { commandFor, tx }: Reaction) {
    return this.appeal.consentWithdrawn((ordinal) => commandFor(String(ordinal)), appeal, tx);
  }

  @On(PersonErased)
  erased(event: EventOf<typeof PersonErased>, { commandFor, tx }: Reaction) {
    return this.appeal.erased((ordinal) => commandFor(String(ordinal)), event, event.data.person, tx);
  }
}

function newlyReceived(event: EventOf<typeof AppealReceived>): NewlyReceived {
  assertSealContext(event);
  const { district, appeal, data } = event;
  const {
    person,
    text,
    channel,
    settlement = null,
    topic = data.open311?.service ?? null,
    receivedAt,
    writtenAt,
  } = data;
  const arrival = { receivedAt, writtenAt };
  const asked = data.receivedFrom?.term;
  return { district, appeal, person, text, settlement, channel, topic, applicant: applicantOf(data), arrival, asked };
}

/** A name and any address by which an answer could reach the sender; the follow-up page of a submission without an account is none. */
function applicantOf(data: AppealReceivedData): ReceivedApplicant {
  const {
    name = null,
    surname,
    contact = null,
    phone,
    address = null,
    subject = null,
    source,
    mail,
    receivedOn,
  } = data;
  const ways = [contact, phone, address, subject, source, mail];
  return {
    isNamed: name !== null || surname !== undefined,
    isReachable: ways.some((way) => way !== undefined && way !== null),
    receivedOn,
    name,
    contact,
    address,
    subject,
  };
}
