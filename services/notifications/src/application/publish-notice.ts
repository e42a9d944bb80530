import type { PublicEvent } from '@otklik/contracts/envelope';
import { NoticeDispatched, NoticeFailed, NoticeOpened, NoticePosted } from '@otklik/contracts/notifications.events';
import { published } from '@otklik/contracts/published';
import { domainEvent, type RecordedEvent } from '@otklik/event-store';
import { assertNever } from '@otklik/kernel';
import type { Matter, NoticeEvent } from '../domain/notice.js';

const topic = 'notifications.events';

/** What others learn of a notice. The id that makes an oral record safe to send again stays here. */
export function publishNotice(recorded: RecordedEvent): PublicEvent {
  const event = domainEvent<NoticeEvent>(recorded);
  const matter = matterOf(event);
  switch (event.type) {
    case 'NoticeOpened':
      return published(recorded, topic, NoticeOpened, { ...matter, way: event.way, person: event.person });
    case 'NoticeDispatched': {
      const { way, proof, dispatchedAt, said } = event;
      const data = { ...matter, way, proof, dispatchedAt, ...(said === undefined ? {} : { said }) };
      return published(recorded, topic, NoticeDispatched, data);
    }
    case 'NoticePosted':
      return published(recorded, topic, NoticePosted, { ...matter, dispatchedAt: event.dispatchedAt });
    case 'NoticeFailed': {
      const { way, code, next } = event;
      return published(recorded, topic, NoticeFailed, { ...matter, way, code, next });
    }
    default:
      return assertNever(event);
  }
}

function matterOf({ kind, about }: Matter): Matter {
  return about === undefined ? { kind } : { kind, about };
}
