import { Injectable } from '@nestjs/common';
import { notificationsEvents } from '@otklik/contracts/notifications.events';
import {
  EventStore,
  sealedCommandHandler,
  type CommandContext,
  type CommandHandler,
  type Handled,
  type HandleOptions,
} from '@otklik/event-store';
import { Vault } from '@otklik/vault';
import { notice, type NoticeCommand } from '../domain/notice.decide.js';
import { personOf, type NoticeEvent, type NoticeState } from '../domain/notice.js';

/** Runs the commands of the Notice stream. The record of a call to an erased person is refused. */
@Injectable()
export class NoticeHandler {
  private readonly handler: CommandHandler<NoticeState, NoticeCommand, NoticeEvent>;

  constructor(store: EventStore, vault: Vault) {
    this.handler = sealedCommandHandler({
      store,
      vault,
      decider: notice,
      streamType: 'Notice',
      events: notificationsEvents.events,
      personOf,
      refusal: 'NOTICE_NOT_ORAL',
    });
  }

  /** See `CommandHandler.handle`. */
  handle(
    context: CommandContext,
    stream: string,
    command: NoticeCommand,
    options?: HandleOptions,
  ): Promise<Handled<NoticeState, NoticeEvent>> {
    return this.handler.handle(context, stream, command, options);
  }
}
