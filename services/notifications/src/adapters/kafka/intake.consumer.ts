import type { PublicEvent } from '@otklik/contracts/envelope';
import { understood, type DataOf } from '@otklik/contracts/declare-event';
import { AppealReceived, AppealRegistered, PersonErased } from '@otklik/contracts/intake.events';
import { FactMissing, reactionTo, type Consumer } from '@otklik/messaging';
import type { Transaction } from '@otklik/tenancy';
import { assertSealContext } from '@otklik/vault';
import type { NoticesParts } from '../../application/notices-parts.js';
import {
  applicantOf,
  forgetApplicants,
  keepReceived,
  keepRegistered,
  type NewApplicant,
} from '../postgres/applicants.js';
import { deliveriesOf, finishDelivery } from '../postgres/deliveries.js';
import { openNotice } from './opening.js';

const name = 'notifications.intake';
const NO_ANSWER = { answer: null, signatory: null, signedAt: null };

/** Keeps where the sender can be reached, writes to him of the registration, and forgets him when he is erased. */
export function intakeConsumer(parts: NoticesParts): Consumer {
  return {
    name,
    topics: ['intake.events'],
    understands: [AppealReceived, AppealRegistered, PersonErased].map(understood),
    together: { [AppealReceived.type]: (events, tx) => keepReceived(tx, events.map(newApplicant)) },
    handle: (event, tx) => handleFact(parts, event, tx),
  };
}

async function handleFact(parts: NoticesParts, event: PublicEvent, tx: Transaction): Promise<void> {
  switch (event.type) {
    case AppealRegistered.type:
      return registered(parts, event, event.data as DataOf<typeof AppealRegistered>, tx);
    case PersonErased.type:
      return erased(parts, event, (event.data as DataOf<typeof PersonErased>).person, tx);
  }
}

function newApplicant(event: PublicEvent): NewApplicant {
  assertSealContext(event);
  const { district, appeal, data } = event;
  const { person, contact, contactKind, name: sender, channel } = data as DataOf<typeof AppealReceived>;
  const sealed = { contact: contact ?? null, contactKind: contactKind ?? null, name: sender ?? null };
  return { district, appeal, person, channel, ...sealed };
}

/** Nobody is called because of a number, and nobody gets a letter about what was imported from elsewhere. */
async function registered(
  parts: NoticesParts,
  event: PublicEvent,
  { number, registeredOn }: DataOf<typeof AppealRegistered>,
  tx: Transaction,
): Promise<void> {
  const { district, appeal } = event;
  if (!(await keepRegistered(tx, district, appeal, number, registeredOn))) {
    throw new FactMissing(`Appeal ${appeal} received`);
  }
  const applicant = await applicantOf(tx, district, appeal);
  if (applicant?.contactKind !== 'EMAIL' || applicant.channel === 'IMPORT') return;
  await openNotice(parts, name, event, applicant, { kind: 'REGISTERED' }, NO_ANSWER, tx);
}

async function erased(parts: NoticesParts, event: PublicEvent, person: string, tx: Transaction): Promise<void> {
  const { district } = event;
  await forgetApplicants(tx, district, person);
  const deliveries = await deliveriesOf(tx, district, person);
  for (const { notice, appeal, state } of deliveries) {
    if (state === 'DONE') continue;
    const at = parts.now();
    const context = { ...reactionTo(event, name, at, notice), correlationId: appeal };
    await parts.handle(context, notice, { type: 'GiveUpReaching', at }, { tx });
    await finishDelivery(tx, district, notice);
  }
  await parts.outbox.remove(deliveries.map(({ cause }) => cause));
}
