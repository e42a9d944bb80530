import { Injectable } from '@nestjs/common';
import { DeliveryKept } from '@otklik/contracts/intake.events';
import { EventStore, type InitialRowValues } from '@otklik/event-store';
import { uuidv5, VersionConflict } from '@otklik/kernel';
import type { DeliveredEvent, RawDelivery } from '@otklik/networks';
import { HintReactions } from './reactions/hint-reactions.js';
import type { InboundAccount } from './inbound-accounts.js';
import { InboundBox } from './inbound-box.js';
import { InboundIds } from './inbound-ids.js';

/** A row inserted with the first event of a delivery's stream: its raw body, sealed. */
export abstract class DeliveryInitialRows {
  abstract of(raw: string): InitialRowValues;
}

/** Keeps what a network delivers: the raw body and the fact that it came, in one statement, each once by the network's key. */
@Injectable()
export class KeepDeliveries {
  constructor(
    private readonly store: EventStore,
    private readonly ids: InboundIds,
    private readonly box: InboundBox,
    private readonly rows: DeliveryInitialRows,
    private readonly hints: HintReactions,
  ) {}

  /** Of a delivery with several events some may be kept when it throws: it comes again, and they are known. */
  async keep(of: InboundAccount, delivery: RawDelivery, events: readonly DeliveredEvent[]): Promise<void> {
    await Promise.all(events.map((event) => this.take(of, delivery, event)));
  }

  private async take(of: InboundAccount, delivery: RawDelivery, event: DeliveredEvent): Promise<void> {
    const { capabilities } = of.channel;
    const captured = capabilities.counters.pushed !== 'none' ? of.channel.decode(event.type, delivery.body) : [];
    if (!(await this.hints.instead(of, captured, delivery.at))) await this.keepOne(of, delivery, event);
  }

  private async keepOne(
    { district, account: { id: account, network } }: InboundAccount,
    { body, at }: RawDelivery,
    { key, type: event }: DeliveredEvent,
  ): Promise<void> {
    const { type, schema } = DeliveryKept;
    const stream = this.ids.delivery(district.id, account, key);
    const commandId = uuidv5(stream, 'kept');
    const data = { account, network, event, key };
    try {
      await this.store.append({
        district: district.id,
        stream,
        streamType: 'Delivery',
        expected: 'none',
        commandId,
        correlationId: stream,
        at,
        actor: { kind: 'system', id: 'intake.networks' },
        events: [{ id: uuidv5(commandId, '0'), type, schema, data }],
        initialRows: this.rows.of(this.box.sealBody(stream, body)),
      });
    } catch (error) {
      // It is there: it came again long after its command was forgotten.
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}
