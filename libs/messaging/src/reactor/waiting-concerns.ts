import type { PublicEvent } from '@otklik/contracts/envelope';
import type { Transaction } from '@otklik/tenancy';
import { blockAfter, blockKey, queueEvents, type Block } from '../blocked-keys.js';
import type { KnownCase } from './case-rows.js';

/** Concerns that begin to wait in one batch, and the events that wait for them, in order. */
export class WaitingConcerns<State> {
  private readonly blocks: { readonly concern: string; readonly event: PublicEvent; readonly block: Block }[] = [];
  private readonly queued = new Map<string, PublicEvent[]>();

  isBlocked(known: KnownCase<State>, concern: string): boolean {
    return known.blocked.has(concern);
  }

  queue(concern: string, event: PublicEvent): void {
    this.queued.set(concern, [...(this.queued.get(concern) ?? []), event]);
  }

  block(known: KnownCase<State>, concern: string, event: PublicEvent, error: unknown): void {
    known.blocked.add(concern);
    this.blocks.push({ concern, event, block: blockAfter(error, 1, 0) });
  }

  get events(): number {
    return this.blocks.length + [...this.queued.values()].reduce((sum, { length }) => sum + length, 0);
  }

  async store(
    tx: Transaction,
    service: string,
    told: (concern: string, event: PublicEvent, block: Block) => void,
  ): Promise<void> {
    for (const { concern, event, block } of this.blocks) {
      await blockKey(tx, service, concern, event, block);
      told(concern, event, block);
    }
    for (const [concern, events] of this.queued) await queueEvents(tx, service, concern, events);
  }
}
