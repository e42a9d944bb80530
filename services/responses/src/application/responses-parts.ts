import { responsesEvents } from '@otklik/contracts/responses.events';
import { makeHandle, type EventStore, type Handle } from '@otklik/event-store';
import { sealOrRefuse, type Vault } from '@otklik/vault';
import { response, type ResponseCommand } from '../domain/response.decide.js';
import { personOf, type ResponseEvent, type ResponseState } from '../domain/response.js';
import type { Signature } from './sign-response.js';
import type { Told } from './who-considers.js';

export type HandleResponse = Handle<ResponseState, ResponseCommand, ResponseEvent>;

/** What the adapters of this service work with. */
export interface ResponsesParts extends Told {
  readonly store: Pick<EventStore, 'read'>;
  readonly handle: HandleResponse;
  readonly vault: Vault;
  readonly signature: Signature;
  /** Server clock, ISO 8601 UTC. */
  readonly now: () => string;
  readonly secret: (purpose: string) => Buffer;
}

/** Whose data was erased, about him nothing more is written: an act that would is refused. */
export function handleResponse(store: EventStore, vault: Vault): HandleResponse {
  return makeHandle<ResponseState, ResponseCommand, ResponseEvent>({
    store,
    decider: response,
    streamType: 'Response',
    events: responsesEvents.events,
    sealing: {
      personOf,
      seal: sealOrRefuse(vault, 'RESPONSE_STATE_FORBIDS'),
    },
  });
}
