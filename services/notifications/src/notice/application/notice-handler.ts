import { Injectable } from '@nestjs/common';
import { notificationsEvents } from '@otklik/contracts/notifications.events';
import {
  domainEvent,
  EventStore,
  sealedCommandHandler,
  type CommandContext,
  type CommandHandler,
  type Handled,
  type HandleOptions,
} from '@otklik/event-store';
import { fold } from '@otklik/kernel';
import { Vault } from '@otklik/vault';
import { notice, type NoticeCommand } from '../domain/notice.decide.js';
import { personOf, type NoticeEvent, type NoticeState } from '../domain/notice.js';

/** Runs the commands of the Notice stream. The record of a call to an erased person is refused. */
@Injectable()
export class NoticeHandler {
  private readonly handler: CommandHandler<NoticeState, NoticeCommand, NoticeEvent>;

  constructor(
    private readonly store: EventStore,
    vault: Vault,
  ) {
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

  /** As its events tell it now, personal fields sealed. */
  async state(district: number, stream: string): Promise<NoticeState> {
    const recorded = await this.store.read(district, stream);
    return fold(notice, recorded.map(domainEvent<NoticeEvent>));
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
