import { Injectable } from '@nestjs/common';
import { knownIssueEvents } from '@otklik/contracts/known-issue.events';
import { CommandHandler, EventStore, type CommandContext, type Handled, type HandleOptions } from '@otklik/event-store';
import { knownIssue, type KnownIssueCommand } from '../domain/known-issue.decide.js';
import type { KnownIssueEvent, KnownIssueState } from '../domain/known-issue.js';

/** Runs the commands of the KnownIssue stream, which is of no appeal: its events are correlated by its own id. */
@Injectable()
export class KnownIssueHandler {
  private readonly handler: CommandHandler<KnownIssueState, KnownIssueCommand, KnownIssueEvent>;

  constructor(store: EventStore) {
    const { events } = knownIssueEvents;
    this.handler = new CommandHandler({ store, decider: knownIssue, streamType: 'KnownIssue', events });
  }

  /** See `CommandHandler.handle`. */
  handle(
    context: CommandContext,
    stream: string,
    command: KnownIssueCommand,
    options: HandleOptions,
  ): Promise<Handled<KnownIssueState, KnownIssueEvent>> {
    return this.handler.handle({ ...context, correlationId: stream }, stream, command, options);
  }
}
