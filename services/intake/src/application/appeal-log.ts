import { intakeEvents } from '@otklik/contracts/intake.events';
import { domainEvent, makeHandle, type EventStore, type Handle, type HandleParts } from '@otklik/event-store';
import { fold } from '@otklik/kernel';
import { sealOrRefuse, type Vault } from '@otklik/vault';
import { appeal, type AppealCommand } from '../domain/appeal.decide.js';
import type { AppealEvent, AppealState } from '../domain/appeal.js';

export type AppealHandle = Handle<AppealState, AppealCommand, AppealEvent>;
export type AppealParts = Omit<HandleParts<AppealState, AppealCommand, AppealEvent>, 'store'>;

/** How the events of an appeal are decided, sealed and stored, on every way on which they are appended. */
export function appealParts(vault: Pick<Vault, 'seal'>): AppealParts {
  return {
    decider: appeal,
    streamType: 'Appeal',
    events: intakeEvents.events,
    sealing: {
      personOf: (state, event) => {
        if (event.type === 'AppealReceived') return event.person;
        if (state.status === 'NONE') throw new TypeError(`${event.type} before AppealReceived`);
        return state.person;
      },
      seal: (...sealed) => vault.seal(...sealed),
    },
  };
}

export function appealHandle(store: EventStore, vault: Vault): AppealHandle {
  return makeHandle({ store, ...appealParts({ seal: sealOrRefuse(vault, 'APPEAL_STATE_FORBIDS') }) });
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
