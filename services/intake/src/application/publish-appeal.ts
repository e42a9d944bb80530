import type { PublicEvent } from '@otklik/contracts/envelope';
import * as contract from '@otklik/contracts/intake.events';
import { published } from '@otklik/contracts/published';
import { domainEvent, type RecordedEvent } from '@otklik/event-store';
import { UnknownType } from '@otklik/kernel';
import type { AppealEvent } from '../domain/appeal.js';

const topic = 'intake.events';

/** What others learn of an appeal, by type. A type of fact without a line here stops the build. */
const publicForms: { readonly [Type in AppealEvent['type']]: Published<Type> } = {
  AppealReceived: (recorded, { type: _, fingerprint: __, files, ...data }) =>
    published(recorded, topic, contract.AppealReceived, { ...data, files: [...files] }),
  MessageTakenUp: (recorded) => published(recorded, topic, contract.MessageTakenUp, {}),
  MessageTurnedIntoAppeal: (recorded, { type: _, ...data }) =>
    published(recorded, topic, contract.MessageTurnedIntoAppeal, data),
  MarkedAsSpam: (recorded, { type: _, ...data }) => published(recorded, topic, contract.MarkedAsSpam, data),
  MarkedAsDuplicate: (recorded, { type: _, ...data }) => published(recorded, topic, contract.MarkedAsDuplicate, data),
  DecisionTakenBack: (recorded, { reason }) => published(recorded, topic, contract.DecisionTakenBack, { reason }),
  AppealRegistered: (recorded, { type: _, year: __, serial: ___, ...data }) =>
    published(recorded, topic, contract.AppealRegistered, data),
  AppealSupplemented: (recorded, { text, files }) =>
    published(recorded, topic, contract.AppealSupplemented, { text, files: [...files] }),
  AppealWithdrawn: (recorded) => published(recorded, topic, contract.AppealWithdrawn, {}),
  AppealAnswered: (recorded, { type: _, ...data }) => published(recorded, topic, contract.AppealAnswered, data),
  AppealRated: (recorded, { type: _, act: __, ...data }) => published(recorded, topic, contract.AppealRated, data),
  ReopeningRequested: (recorded, { reason }) => published(recorded, topic, contract.ReopeningRequested, { reason }),
  PersonErased: (recorded, { type: _, ...data }) => published(recorded, topic, contract.PersonErased, data),
};

type Published<Type extends AppealEvent['type']> = (
  recorded: RecordedEvent,
  event: Extract<AppealEvent, { type: Type }>,
) => PublicEvent;

export function publishAppeal(recorded: RecordedEvent): PublicEvent {
  const event = domainEvent<AppealEvent>(recorded);
  return formOf(event.type)(recorded, event);
}

function formOf<Type extends AppealEvent['type']>(type: Type): Published<AppealEvent['type']> {
  const form = publicForms[type] as Published<AppealEvent['type']> | undefined;
  if (!form) throw new UnknownType(`An unknown type of fact in the log: ${type}`);
  return form;
}
