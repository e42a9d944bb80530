import { Injectable } from '@nestjs/common';
import { receptionEvents } from '@otklik/contracts/reception.events';
import { CommandHandler, EventStore, type CommandContext, type Handled, type HandleOptions } from '@otklik/event-store';
import { sealOrRefuse, Vault } from '@otklik/vault';
import { reception, type ReceptionCommand } from '../domain/reception.decide.js';
import type { ReceptionEvent, ReceptionState } from '../domain/reception.js';

/** Runs the commands of the Reception stream, which is of no appeal: its events are correlated by its own id. */
@Injectable()
export class ReceptionHandler {
  private readonly handler: CommandHandler<ReceptionState, ReceptionCommand, ReceptionEvent>;

  constructor(store: EventStore, vault: Vault) {
    const { events } = receptionEvents;
    const seal = sealOrRefuse(vault, 'BOOKING_STATE_FORBIDS');
    this.handler = new CommandHandler({
      store,
      decider: reception,
      streamType: 'Reception',
      events,
      sealing: { personOf, seal },
    });
  }

  /** See `CommandHandler.handle`. */
  handle(
    context: CommandContext,
    stream: string,
    command: ReceptionCommand,
    options: HandleOptions,
  ): Promise<Handled<ReceptionState, ReceptionEvent>> {
    return this.handler.handle({ ...context, correlationId: stream }, stream, command, options);
  }
}

function personOf(state: ReceptionState, event: ReceptionEvent): string {
  if (event.type === 'ReceptionBooked') return event.person;
  if (state.status === 'NONE') throw new TypeError(`${event.type} before ReceptionBooked`);
  return state.person;
}
