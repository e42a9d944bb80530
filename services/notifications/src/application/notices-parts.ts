import { notificationsEvents } from '@otklik/contracts/notifications.events';
import { makeHandle, type EventStore, type Handle } from '@otklik/event-store';
import type { Logger } from '@otklik/observability';
import type { Database, Directory } from '@otklik/tenancy';
import { sealOrRefuse, type Vault } from '@otklik/vault';
import { notice, type NoticeCommand } from '../domain/notice.decide.js';
import { personOf, type NoticeEvent, type NoticeState } from '../domain/notice.js';
import type { Outbox } from './mail.js';

export type HandleNotice = Handle<NoticeState, NoticeCommand, NoticeEvent>;

/** What the adapters of this service work with. */
export interface NoticesParts {
  readonly handle: HandleNotice;
  readonly database: Database;
  readonly vault: Vault;
  readonly directory: Directory;
  readonly outbox: Outbox;
  readonly logger: Logger;
  /** Server clock, ISO 8601 UTC. */
  readonly now: () => string;
  readonly secret: (purpose: string) => Buffer;
}

/** Of a person whose data was erased nothing more is written down: the record of a call to him is refused. */
export function handleNotice(store: EventStore, vault: Vault): HandleNotice {
  return makeHandle<NoticeState, NoticeCommand, NoticeEvent>({
    store,
    decider: notice,
    streamType: 'Notice',
    events: notificationsEvents.events,
    sealing: {
      personOf,
      seal: sealOrRefuse(vault, 'NOTICE_NOT_ORAL'),
    },
  });
}
