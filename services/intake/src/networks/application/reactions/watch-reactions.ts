import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import type { Ref } from '@otklik/networks';
import type { Transaction } from '@otklik/tenancy';
import { untilNextCount } from '../../domain/reaction-cadence.js';
import type { InboundAccount } from '../inbound-accounts.js';
import { InboundBox } from '../inbound-box.js';
import { InboundIds } from '../inbound-ids.js';
import { Counted, type CountedFor } from '../../store/counted.js';

/** Decides what is counted: public messages, in a network that returns counts. */
@Injectable()
export class WatchReactions {
  constructor(
    private readonly counted: Counted,
    private readonly ids: InboundIds,
    private readonly box: InboundBox,
    private readonly clock: Clock,
  ) {}

  /** A comment that began a case, and the post above it. `message`: its id in `source`. */
  async begun(of: InboundAccount, appeal: string, message: string, ref: Ref): Promise<void> {
    if (ref.kind !== 'COMMENT') return;
    const { account, kind, thread } = ref;
    const post = this.ids.thread(of.district.id, ref);
    await Promise.all([
      this.watch(of, message, ref, { appeal, target: 'CITIZEN_MESSAGE' }),
      this.watch(of, post, { account, kind, thread }, { appeal, target: 'SOURCE_POST' }),
    ]);
  }

  /** Our answer under it; and everything of the case counts as new again, so that before and after can be compared. */
  async answered(tx: Transaction, of: InboundAccount, appeal: string, ref: Ref): Promise<void> {
    if (ref.kind !== 'COMMENT') return;
    const { id: district } = of.district;
    const at = this.clock.now();
    await this.counted.again(tx, district, appeal, at, this.first(at));
    await this.watch(of, this.ids.ref(district, ref), ref, { appeal, target: 'OUR_ANSWER' }, tx);
  }

  /** What was removed is counted no more, until it is there again. */
  stands(tx: Transaction, district: number, message: string, stands: boolean): Promise<void> {
    return this.counted.stands(tx, district, message, stands);
  }

  private async watch(of: InboundAccount, message: string, ref: Ref, to: CountedFor, tx?: Transaction): Promise<void> {
    const { ofMessages, ofPosts, pushed } = of.channel.capabilities.counters;
    if ((to.target === 'SOURCE_POST' ? ofPosts : ofMessages).length === 0) return;
    const at = this.clock.now();
    const sealed = this.box.seal(message, JSON.stringify(ref));
    const counted = { district: of.district.id, account: of.account.id, message, sealed };
    await this.counted.watch({ ...counted, ...to, since: at, inMs: pushed === 'counts' ? null : this.first(at) }, tx);
  }

  private first(at: string): number {
    return untilNextCount(at, at, Math.random())!;
  }
}
