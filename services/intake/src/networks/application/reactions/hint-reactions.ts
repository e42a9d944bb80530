import { Injectable } from '@nestjs/common';
import type { Captured } from '@otklik/networks';
import { Database, type Transaction } from '@otklik/tenancy';
import { countsOf } from '../../domain/counts.js';
import type { InboundAccount } from '../inbound-accounts.js';
import { InboundIds } from '../inbound-ids.js';
import { Counted } from '../../store/counted.js';

/**
 * A hint of a reaction makes the message be counted soon; counts in the hint itself are recorded then. The persons are
 * not stored.
 */
@Injectable()
export class HintReactions {
  constructor(
    private readonly counted: Counted,
    private readonly ids: InboundIds,
    private readonly database: Database,
  ) {}

  /**
   * Of an event that tells of reactions and of nothing else: it is noted, and no fact of it is kept, since a post with a thousand
   * likes would be a thousand facts. False: the event is to be kept.
   */
  async instead(of: InboundAccount, captured: readonly Captured[], at: string): Promise<boolean> {
    if (captured.length === 0 || captured.some(({ kind }) => kind !== 'reacted' && kind !== 'counted')) return false;
    await this.database.scope(of.district.id).transaction((tx) => this.note(tx, of, captured, at));
    return true;
  }

  async note(tx: Transaction, of: InboundAccount, captured: readonly Captured[], at: string): Promise<void> {
    const { id: district } = of.district;
    const places = captured.flatMap((one) => {
      if (one.kind !== 'reacted') return [];
      return one.ref.id === undefined ? this.ids.thread(district, one.ref) : this.ids.ref(district, one.ref);
    });
    if (places.length > 0) await this.counted.hint(tx, district, [...new Set(places)], at);
    for (const one of captured)
      if (one.kind === 'counted') {
        const told = { counts: countsOf(one.samples), at: one.at ?? at, heardAt: at };
        await this.counted.tell(tx, district, this.ids.ref(district, one.ref), told);
      }
  }
}
