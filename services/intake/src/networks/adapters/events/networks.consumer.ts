import { DecisionTakenBack, DeliveryKept, MarkedAsDuplicate, MarkedAsSpam } from '@otklik/contracts/intake.events';
import { NoticeDispatched } from '@otklik/contracts/notifications.events';
import { EventConsumer, On, OnBatch, type EventOf, type Reaction } from '@otklik/host';
import type { Transaction } from '@otklik/tenancy';
import { Capture } from '../../application/capture.js';
import { NoteSent } from '../../application/note-sent.js';
import { Counted } from '../../store/counted.js';

const KINDS = { THREAD: 'COMMENT', DIRECT: 'DIRECT' } as const;
/** A person's word is the proof: the network's ids are not known. */
const WORDS: readonly string[] = ['SEEN_THERE', 'BY_HAND'];

/** The service consumes its own facts: a delivery is read apart from its taking, which answers the network at once. */
@EventConsumer({ name: 'intake.networks', topics: ['intake.events', 'notifications.events'], atOnce: 500 })
export class NetworksConsumer {
  constructor(
    private readonly capture: Capture,
    private readonly sent: NoteSent,
    private readonly counted: Counted,
  ) {}

  @OnBatch(DeliveryKept)
  kept(events: readonly EventOf<typeof DeliveryKept>[], tx: Transaction) {
    const kept = events.map(({ stream, at, data: { account, event } }) => ({ stream, at, account, event }));
    return this.capture.deliveries(tx, events[0]!.district, kept);
  }

  @On(NoticeDispatched)
  async dispatched({ district, appeal, data }: EventOf<typeof NoticeDispatched>, { tx }: Reaction): Promise<void> {
    const { way, proof, kind: notice, dispatchedAt: at } = data;
    if ((way !== 'THREAD' && way !== 'DIRECT') || WORDS.includes(proof)) return;
    await this.sent.note(tx, district, appeal, { notice, kind: KINDS[way], ids: proof.split(' '), at });
  }

  @On(MarkedAsDuplicate, MarkedAsSpam)
  async hushed({ district, appeal }: EventOf<typeof MarkedAsDuplicate | typeof MarkedAsSpam>, { tx }: Reaction) {
    await this.counted.hush(tx, district, appeal, true);
  }

  @On(DecisionTakenBack)
  async heardAgain({ district, appeal }: EventOf<typeof DecisionTakenBack>, { tx }: Reaction): Promise<void> {
    await this.counted.hush(tx, district, appeal, false);
  }
}
