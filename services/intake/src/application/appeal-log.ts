import { intakeEvents } from '@otklik/contracts/intake.events';
import { sealedFields } from '@otklik/contracts/event-schema';
import { domainEvent, makeHandle, type EventStore, type Handle, type Sealing } from '@otklik/event-store';
import { fold } from '@otklik/kernel';
import { sealOrRefuse, type Vault } from '@otklik/vault';
import { appeal, type AppealCommand } from '../domain/appeal.decide.js';
import type { AppealEvent, AppealState } from '../domain/appeal.js';

export const STREAM_TYPE = 'Appeal';

/** The newest schema of each stored type. A higher number goes with an upcaster in intake.module.ts. */
export const schemas: Readonly<Record<AppealEvent['type'], number>> = {
  AppealReceived: 1,
  MessageTakenUp: 1,
  MessageTurnedIntoAppeal: 1,
  MarkedAsSpam: 1,
  MarkedAsDuplicate: 1,
  DecisionTakenBack: 1,
  AppealRegistered: 1,
  AppealSupplemented: 1,
  AppealWithdrawn: 1,
  AppealAnswered: 1,
  AppealRated: 1,
  ReopeningRequested: 1,
  PersonErased: 1,
};

/** What the contract calls personal is what is sealed. */
const fields: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  intakeEvents.map((schema) => [schema.type, sealedFields(schema)]),
);

export type AppealHandle = Handle<AppealState, AppealCommand, AppealEvent>;
export type AppealSealing = Sealing<AppealState, AppealEvent>;

export function appealSealing(vault: Pick<Vault, 'seal'>): AppealSealing {
  return {
    fields,
    personOf: (state, event) => {
      if (event.type === 'AppealReceived') return event.person;
      if (state.status === 'NONE') throw new TypeError(`${event.type} before AppealReceived`);
      return state.person;
    },
    seal: (...sealed) => vault.seal(...sealed),
  };
}

export function appealHandle(store: EventStore, vault: Vault): AppealHandle {
  const sealing = { ...appealSealing(vault), seal: sealOrRefuse(vault, 'APPEAL_STATE_FORBIDS') };
  return makeHandle({ store, decider: appeal, streamType: STREAM_TYPE, schemas, sealing });
}

export interface LoadedAppeal {
  readonly state: AppealState;
  readonly version: number;
}

/** The appeal as it stands; status NONE and version 0 when the district has none of that id. */
export async function loadAppeal(store: EventStore, district: number, id: string): Promise<LoadedAppeal> {
  const recorded = await store.read(district, id);
  const state = fold(appeal, recorded.map(domainEvent<AppealEvent>));
  return { state, version: recorded.at(-1)?.version ?? 0 };
}
