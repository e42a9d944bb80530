import type { PublicEvent } from '@otklik/contracts/envelope';
import { understood, type DataOf } from '@otklik/contracts/declare-event';
import { NoticeDispatched, NoticePosted } from '@otklik/contracts/notifications.events';
import { localDate, Refusal } from '@otklik/kernel';
import { FactMissing, reactionTo, type Consumer } from '@otklik/messaging';
import type { Transaction } from '@otklik/tenancy';
import type { RoutingParts } from '../../application/routing-parts.js';

const name = 'routing.notifications';

/** The proof that an answer has left stops the clock of its question. */
export function notificationsConsumer(parts: RoutingParts): Consumer {
  return {
    name,
    topics: ['notifications.events'],
    understands: [NoticeDispatched, NoticePosted].map(understood),
    handle: async (event, tx) => {
      if (event.type !== NoticeDispatched.type && event.type !== NoticePosted.type) return;
      const notice = event.data as DataOf<typeof NoticeDispatched> | DataOf<typeof NoticePosted>;
      if (notice.kind !== 'ANSWERED' || notice.about === undefined) return;
      await recordAnswer(parts, event, notice.about, notice.dispatchedAt, tx);
    },
  };
}

async function recordAnswer(
  parts: RoutingParts,
  event: PublicEvent,
  question: string,
  dispatchedAt: string,
  tx: Transaction,
): Promise<void> {
  const zone = parts.directory.districtById(event.district)?.zone;
  if (zone === undefined) throw new TypeError(`The directory has no district ${event.district}`);
  const answeredOn = localDate(dispatchedAt, zone);
  const command = { type: 'RecordAnswer', notice: event.stream, answeredOn, zone } as const;
  try {
    await parts.handle(reactionTo(event, name, parts.now()), question, command, { tx });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND') throw new FactMissing(`Question ${question} opened`);
    throw error;
  }
}
