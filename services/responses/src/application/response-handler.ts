import { Injectable } from '@nestjs/common';
import { responsesEvents } from '@otklik/contracts/responses.events';
import {
  EventStore,
  sealedCommandHandler,
  sealedCommandSets,
  type CommandContext,
  type CommandHandler,
  type CommandSet,
  type Handled,
  type HandleOptions,
} from '@otklik/event-store';
import type { Transaction } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import { response, type ResponseCommand } from '../domain/response.decide.js';
import { personOf, type ResponseEvent, type ResponseState } from '../domain/response.js';

/** Runs the commands of the Response stream. A command that would write about an erased person is refused. */
@Injectable()
export class ResponseHandler {
  private readonly handler: CommandHandler<ResponseState, ResponseCommand, ResponseEvent>;
  /** Of many responses in one transaction. */
  readonly commands: (tx: Transaction) => CommandSet<ResponseState, ResponseCommand>;

  constructor(store: EventStore, vault: Vault) {
    const aggregate = {
      store,
      vault,
      decider: response,
      streamType: 'Response',
      events: responsesEvents.events,
      personOf,
      refusal: 'RESPONSE_STATE_FORBIDS',
    };
    this.handler = sealedCommandHandler(aggregate);
    this.commands = sealedCommandSets(aggregate);
  }

  /** See `CommandHandler.handle`. */
  handle(
    context: CommandContext,
    stream: string,
    command: ResponseCommand,
    options?: HandleOptions,
  ): Promise<Handled<ResponseState, ResponseEvent>> {
    return this.handler.handle(context, stream, command, options);
  }
}
