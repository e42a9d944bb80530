import { Injectable } from '@nestjs/common';
import { Clock } from '@otklik/kernel';
import type { Finding, Outcome, Ref } from '@otklik/networks';
import { counter, Logger } from '@otklik/observability';
import { Database } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import type { NoticeCommand } from '../../notice/domain/notice.decide.js';
import { byDispatch } from '../../notice/application/by-dispatch.js';
import type { DueNotice } from '../../notice/application/deliveries.js';
import { NoticeHandler } from '../../notice/application/notice-handler.js';
import { NetworkChannels } from './network-channels.js';
import { NetworkParts } from '../store/network-parts.js';
import { type PlacedNotice, PlacedNotices } from '../store/placed-notices.js';
import { fieldOf } from './send-record.js';

const AT_ONCE = 4;
const LEASE_MS = 60_000;
const TIMEOUT_MS = 20_000;
/** It is sought first when it was recorded, and again after so long; then it is not there. */
const AGAIN_MS: readonly number[] = [60_000, 600_000];
/** A network that cannot be asked is asked again; after a day nothing is said of it. */
const UNANSWERED_MS = 300_000;
const GIVE_UP_MS = 86_400_000;
const WAY = 'THREAD';

const sought = counter('otklik_network_sought_total', 'Answers placed by hand that were sought in their thread', [
  'outcome',
]);

type Sought = 'SEEN' | 'NOT_FOUND' | 'NOT_YET' | 'UNANSWERED' | 'NOT_SOUGHT';

/** Reads the thread in which a person placed an answer, where the network can be read: seen there proves more than the link. */
@Injectable()
export class SeekPlaced {
  private readonly stopping = new AbortController();

  constructor(
    private readonly placed: PlacedNotices,
    private readonly channels: NetworkChannels,
    private readonly parts: NetworkParts,
    private readonly notices: NoticeHandler,
    private readonly vault: Vault,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Answers how many were sought. */
  async seekDue(): Promise<number> {
    const due = await this.placed.due(AT_ONCE);
    await Promise.all(due.map((one) => this.seek(one)));
    return due.length;
  }

  /** What is under way is abandoned, and sought again. */
  close(): void {
    this.stopping.abort();
  }

  private async seek(due: DueNotice): Promise<void> {
    const claimed = await this.placed.claim(due, LEASE_MS);
    if (claimed) sought.inc({ outcome: await this.conclude(claimed, await this.find(claimed)) });
  }

  /** Nothing where it is not to be sought: the account is gone, cannot be read, or the person was erased. */
  private async find({ district, notice, account, ref, text, since }: PlacedNotice): Promise<Finding | undefined> {
    const channel = this.channels.open(district, account)?.channel;
    if (!channel?.capabilities.reconciles) return undefined;
    const said = ref === null ? undefined : await this.vault.open(district, ref, { field: 'sourceRef' });
    const words = await this.vault.open(district, text, { eventId: notice, field: fieldOf(WAY, 1) });
    if (said === undefined || words === undefined) return undefined;
    const part = { key: `${notice} placed`, to: JSON.parse(said) as Ref, text: words, number: 1, of: 1, since };
    return channel.reconcile(part, AbortSignal.any([this.stopping.signal, AbortSignal.timeout(TIMEOUT_MS)]));
  }

  private async conclude(placed: PlacedNotice, found: Finding | undefined): Promise<Sought> {
    if (found === undefined || (found.kind === 'rejected' && found.why === 'NOT_SUPPORTED')) {
      await this.placed.end(placed);
      return 'NOT_SOUGHT';
    }
    if (found.kind === 'sent') return this.seen(placed, found);
    return found.kind === 'absent' || found.kind === 'rejected' ? this.missed(placed) : this.unanswered(placed);
  }

  /** By the network's id what becomes of it there is known from now on. */
  private async seen(placed: PlacedNotice, found: Outcome): Promise<Sought> {
    await this.parts.settle({ ...placed, way: WAY, part: 1 }, 'SENT', found);
    await this.record(placed, { type: 'NoteInPlace', way: WAY, stands: true, at: this.clock.now() });
    return 'SEEN';
  }

  private async missed(placed: PlacedNotice): Promise<Sought> {
    const inMs = AGAIN_MS[placed.misses];
    if (inMs !== undefined) {
      await this.placed.again(placed, { inMs, misses: placed.misses + 1 });
      return 'NOT_YET';
    }
    await this.record(placed, { type: 'NoteNotFound', way: WAY, at: this.clock.now() });
    return 'NOT_FOUND';
  }

  private async unanswered(placed: PlacedNotice): Promise<Sought> {
    const { district, appeal, misses, soughtFor } = placed;
    if (soughtFor < GIVE_UP_MS) await this.placed.again(placed, { inMs: UNANSWERED_MS, misses });
    else {
      this.logger.warn('a network could not be read for a day: whether a placed answer stands there is not known', {
        ...{ district, appeal },
      });
      await this.placed.end(placed);
    }
    return 'UNANSWERED';
  }

  private async record(placed: PlacedNotice, command: NoticeCommand): Promise<void> {
    const { district, notice } = placed;
    const context = byDispatch(placed, command, this.clock.now(), 'placed');
    await this.database.scope(district).transaction(async (tx) => {
      await this.notices.handle(context, notice, command, { tx });
      await this.placed.end(placed, tx);
    });
  }
}
