import { Injectable } from '@nestjs/common';
import { appealEvents } from '@otklik/contracts/intake.events';
import {
  CommandHandler,
  commandSets,
  domainEvent,
  EventStore,
  type CommandContext,
  type CommandSet,
  type Handled,
  type HandleOptions,
  type HandlerDependencies,
} from '@otklik/event-store';
import { compact, fold } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { sealOrRefuse, Vault } from '@otklik/vault';
import { appeal, type AppealCommand } from '../domain/appeal.decide.js';
import type { AppealEvent, AppealState } from '../domain/appeal.js';
import type { LoggedCodes } from './code-seal.js';

export type AppealParts = Omit<HandlerDependencies<AppealState, AppealCommand, AppealEvent>, 'store'>;

/** Warnings and counts change nothing about which a command is given. */
export const advisoryFacts = [
  'ReactionsMeasured',
  'RegistrationNear',
  'RegistrationMissed',
] as const satisfies readonly AppealEvent['type'][];

/** Decider, schemas and sealing of the Appeal stream, shared by every append. */
export function appealParts(vault: Pick<Vault, 'seal'>): AppealParts {
  return {
    decider: appeal,
    streamType: 'Appeal',
    events: appealEvents.events,
    advisory: advisoryFacts,
    sealing: {
      personOf: (state, event) => {
        if (event.type === 'AppealReceived' || event.type === 'OldJournalEntryTaken') return event.person;
        if (state.status === 'NONE') throw new TypeError(`${event.type} before AppealReceived`);
        return state.person;
      },
      seal: (...sealed) => vault.seal(...sealed),
    },
  };
}

/** An appeal with what is needed to check a follow-up code. */
export interface OpenedByCode {
  readonly state: AppealState;
  readonly codes: LoggedCodes;
}

export interface LoadedAppeal {
  readonly state: AppealState;
  readonly version: number;
}

/** Runs the commands of the Appeal stream. A command that would write about an erased person is refused. */
@Injectable()
export class AppealHandler {
  private readonly handler: CommandHandler<AppealState, AppealCommand, AppealEvent>;
  /** Commands of many appeals in one transaction. */
  readonly commandsIn: (tx: Transaction) => CommandSet<AppealState, AppealCommand>;

  constructor(
    private readonly store: EventStore,
    vault: Vault,
  ) {
    const parts = { store, ...appealParts({ seal: sealOrRefuse(vault, 'APPEAL_STATE_FORBIDS') }) };
    this.handler = new CommandHandler(parts);
    this.commandsIn = commandSets(parts);
  }

  /** See `CommandHandler.handle`. */
  handle(
    context: CommandContext,
    stream: string,
    command: AppealCommand,
    options?: HandleOptions,
  ): Promise<Handled<AppealState, AppealEvent>> {
    return this.handler.handle(context, stream, command, options);
  }

  /** The appeal's current state; status NONE and version 0 when the district has none of that id. */
  async load(district: number, id: string, tx?: Transaction): Promise<LoadedAppeal> {
    const recorded = await this.store.read(district, id, 0, tx ? { tx } : {});
    const state = fold(appeal, recorded.map(domainEvent<AppealEvent>));
    return { state, version: recorded.at(-1)?.version ?? 0 };
  }

  async loadWithCodes(district: number, id: string): Promise<OpenedByCode> {
    const facts = (await this.store.read(district, id)).map(domainEvent<AppealEvent>);
    const links = facts.flatMap((fact) => (fact.type === 'FollowUpLinkRequested' ? [fact.link] : []));
    const [first] = facts;
    const seal = first?.type === 'AppealReceived' ? first.codeSeal : undefined;
    return { state: fold(appeal, facts), codes: compact({ seal, links }) };
  }

  /** The command that recorded the addition whose event has that id; undefined where the appeal has none. */
  async supplementedBy(district: number, id: string, supplement: string): Promise<string | undefined> {
    const found = (await this.store.read(district, id)).find((one) => one.id === supplement);
    const event = found && domainEvent<AppealEvent>(found);
    return event?.type === 'AppealSupplemented' ? event.commandId : undefined;
  }
}
