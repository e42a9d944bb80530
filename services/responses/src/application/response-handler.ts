import { Injectable } from '@nestjs/common';
import { responsesEvents } from '@otklik/contracts/responses.events';
import { EventStore, makeSealedHandle, type Handle } from '@otklik/event-store';
import { Vault } from '@otklik/vault';
import { response, type ResponseCommand } from '../domain/response.decide.js';
import { personOf, type ResponseEvent, type ResponseState } from '../domain/response.js';

/** Runs the commands of the Response stream. A command that would write about an erased person is refused. */
@Injectable()
export class ResponseHandler {
  readonly handle: Handle<ResponseState, ResponseCommand, ResponseEvent>;

  constructor(store: EventStore, vault: Vault) {
    this.handle = makeSealedHandle({
      ...{ store, vault, decider: response, streamType: 'Response', events: responsesEvents.events, personOf },
      refusal: 'RESPONSE_STATE_FORBIDS',
    });
  }
}
