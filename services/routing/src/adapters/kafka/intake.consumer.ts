import type { PublicEvent } from '@otklik/contracts/envelope';
import { understood, type DataOf } from '@otklik/contracts/declare-event';
import type { ClosingGround } from '@otklik/contracts/enumerations';
import { AppealReceived, AppealRegistered, AppealWithdrawn, PersonErased } from '@otklik/contracts/intake.events';
import { FactMissing, reactionTo, type Consumer } from '@otklik/messaging';
import type { Transaction } from '@otklik/tenancy';
import { assertSealContext } from '@otklik/vault';
import { closeQuestions } from '../../application/close-questions.js';
import { openQuestion, questionId } from '../../application/open-question.js';
import type { RoutingParts } from '../../application/routing-parts.js';
import {
  forgetText,
  forgetTextsOf,
  keepReceived,
  receivedAppeal,
  type NewlyReceived,
} from '../postgres/received-appeals.js';

const name = 'routing.intake';

/** A registered appeal opens its question; what was withdrawn or erased is closed and forgotten. */
export function intakeConsumer(parts: RoutingParts): Consumer {
  return {
    name,
    topics: ['intake.events'],
    understands: [AppealReceived, AppealRegistered, AppealWithdrawn, PersonErased].map(understood),
    together: { [AppealReceived.type]: (events, tx) => keepReceived(tx, events.map(newlyReceived)) },
    handle: (event, tx) => handleFact(parts, event, tx),
  };
}

async function handleFact(parts: RoutingParts, event: PublicEvent, tx: Transaction): Promise<void> {
  switch (event.type) {
    case AppealRegistered.type:
      return open(parts, event, event.data as DataOf<typeof AppealRegistered>, tx);
    case AppealWithdrawn.type:
      await forgetText(tx, event.district, event.appeal);
      return close(parts, event, 'WITHDRAWN', tx);
    case PersonErased.type:
      await forgetTextsOf(tx, event.district, (event.data as DataOf<typeof PersonErased>).person);
      return close(parts, event, 'ERASED', tx);
  }
}

function newlyReceived(event: PublicEvent): NewlyReceived {
  assertSealContext(event);
  const { district, appeal, data } = event;
  const { person, text, channel, settlement = null } = data as DataOf<typeof AppealReceived>;
  return { district, appeal, person, text, settlement, channel };
}

async function open(
  parts: RoutingParts,
  event: PublicEvent,
  registration: DataOf<typeof AppealRegistered>,
  tx: Transaction,
): Promise<void> {
  const received = await receivedAppeal(tx, event.district, event.appeal);
  if (!received) throw new FactMissing(`Appeal ${event.appeal} received`);
  const district = parts.directory.districtById(event.district);
  if (!district) throw new TypeError(`The directory has no district ${event.district}`);
  const { settlement, channel } = received;
  const place = { field: 'text' };
  const text = received.text === null ? undefined : await parts.vault.open(event.district, received.text, place);
  const submission = { text: text ?? '', channel, ...(settlement === null ? {} : { settlement }) };
  await parts.handle(
    reactionTo(event, name, parts.now()),
    questionId(event.appeal, 1),
    openQuestion(district, registration, submission, parts.routes(district)),
    { tx },
  );
}

async function close(parts: RoutingParts, event: PublicEvent, ground: ClosingGround, tx: Transaction): Promise<void> {
  const contextOf = (ordinal: number) => reactionTo(event, name, parts.now(), String(ordinal));
  await closeQuestions(parts.handle, event.appeal, ground, contextOf, tx);
}
