import { Injectable } from '@nestjs/common';
import { routingEvents } from '@otklik/contracts/routing.events';
import {
  domainEvent,
  EventStore,
  sealedCommandHandler,
  sealedCommandSets,
  type CommandContext,
  type CommandHandler,
  type CommandSet,
  type Handled,
  type HandleOptions,
  type SealedAggregate,
} from '@otklik/event-store';
import { fold } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import { question, type QuestionCommand } from '../domain/question.decide.js';
import { personOf } from '../domain/question.js';
import type { QuestionEvent, QuestionState } from '../domain/question-state.js';

export interface LoadedQuestion {
  readonly state: QuestionState;
  /** 0 when the district has no question of that id. */
  readonly version: number;
  /** The appeal of which it is a question; undefined without a question. */
  readonly appeal: string | undefined;
}

/** Runs the commands of the Question stream. A command that would write about an erased person is refused. */
@Injectable()
export class QuestionHandler {
  private readonly handler: CommandHandler<QuestionState, QuestionCommand, QuestionEvent>;
  /** Commands of many questions in one transaction. */
  readonly commandsIn: (tx: Transaction) => CommandSet<QuestionState, QuestionCommand>;

  constructor(
    private readonly store: EventStore,
    vault: Vault,
  ) {
    const aggregate: SealedAggregate<QuestionState, QuestionCommand, QuestionEvent> & { readonly store: EventStore } = {
      store,
      vault,
      decider: question,
      streamType: 'Question',
      events: routingEvents.events,
      personOf,
      refusal: 'QUESTION_STATE_FORBIDS',
      // A warning of a term decides nothing: an official who acts in that second gets no conflict.
      advisory: ['DeadlineNear', 'DeadlineMissed'],
    };
    this.handler = sealedCommandHandler(aggregate);
    this.commandsIn = sealedCommandSets(aggregate);
  }

  /** See `CommandHandler.handle`. */
  handle(
    context: CommandContext,
    stream: string,
    command: QuestionCommand,
    options?: HandleOptions,
  ): Promise<Handled<QuestionState, QuestionEvent>> {
    return this.handler.handle(context, stream, command, options);
  }

  /** What was recorded of the question; nothing when the district has none of that id. */
  async read(district: number, id: string, tx: Transaction): Promise<readonly QuestionEvent[]> {
    return (await this.store.read(district, id, 0, { tx })).map(domainEvent<QuestionEvent>);
  }

  async load(district: number, id: string, tx?: Transaction): Promise<LoadedQuestion> {
    const recorded = await this.store.read(district, id, 0, tx ? { tx } : {});
    const state = fold(question, recorded.map(domainEvent<QuestionEvent>));
    return { state, version: recorded.at(-1)?.version ?? 0, appeal: recorded[0]?.correlationId };
  }
}
