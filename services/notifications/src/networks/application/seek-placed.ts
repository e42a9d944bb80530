import { Injectable } from '@nestjs/common';
import { PerformWork, WorkQueue, type ClaimedWork, type Performed } from '@otklik/host';
import { Clock } from '@otklik/kernel';
import type { Finding, Outcome, Ref } from '@otklik/networks';
import { counter, Logger } from '@otklik/observability';
import { Database } from '@otklik/tenancy';
import { Vault } from '@otklik/vault';
import type { NoticeCommand } from '../../notice/domain/notice.decide.js';
import { byDispatch } from '../../notice/application/by-dispatch.js';
import { NoticeHandler } from '../../notice/application/notice-handler.js';
import { NetworkChannels } from './network-channels.js';
import { NetworkParts } from '../store/network-parts.js';
import { PLACED_NOTICE, type PlacedNotice, PlacedNotices, type PlacedWork } from '../store/placed-notices.js';
import { fieldOf } from './send-record.js';

const AT_ONCE = 4;
const LEASE_MS = 60_000;
const TIMEOUT_MS = 20_000;
/** It is sought first when it was recorded, and again after so long; then it is not there. */
const AGAIN_MS: readonly number[] = [60_000, 600_000];
/** A network that cannot be asked is asked again; after a day nothing is said of it. */
const UNANSWERED_MS = 300_000;
const GIVE_UP_MS = 86_400_000;
const BACKOFF = { firstMs: 60_000, maxMs: 3_600_000 };
/** Of attempts that failed by themselves: about a day. */
const MAX_ATTEMPTS = 30;
const WAY = 'THREAD';

const sought = counter('otklik_network_sought_total', 'Searches for answers posted by hand, by outcome', ['outcome']);

type Work = ClaimedWork<PlacedWork>;
type Sought = 'SEEN' | 'NOT_FOUND' | 'NOT_YET' | 'UNANSWERED' | 'NOT_SOUGHT';
type Concluded = readonly [Sought, Performed];

/** Reads the thread in which a person placed an answer, where the network can be read: seen there proves more than the link. */
@Injectable()
export class SeekPlaced {
  private readonly stopping = new AbortController();

  constructor(
    private readonly placed: PlacedNotices,
    private readonly work: PerformWork,
    private readonly queue: WorkQueue,
    private readonly channels: NetworkChannels,
    private readonly parts: NetworkParts,
    private readonly notices: NoticeHandler,
    private readonly vault: Vault,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Answers how many were sought. */
  seekDue(): Promise<number> {
    return this.work.performDue<PlacedWork>({
      kind: PLACED_NOTICE,
      perform: (work: Work) => this.seek(work),
      atOnce: AT_ONCE,
      leaseMs: LEASE_MS,
      backoff: BACKOFF,
      maxAttempts: MAX_ATTEMPTS,
    });
  }

  /** What is under way is abandoned, and sought again. */
  close(): void {
    this.stopping.abort();
  }

  private async seek(work: Work): Promise<Performed> {
    const placed = await this.placed.of({ district: work.district, notice: work.key });
    if (!placed) return 'DONE';
    const [outcome, performed] = await this.conclude(work, placed, await this.find(placed));
    sought.inc({ outcome });
    return performed;
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

  private async conclude(work: Work, placed: PlacedNotice, found: Finding | undefined): Promise<Concluded> {
    if (found === undefined || (found.kind === 'rejected' && found.why === 'NOT_SUPPORTED'))
      return ['NOT_SOUGHT', 'DONE'];
    if (found.kind === 'sent') return this.seen(work, placed, found);
    return found.kind === 'absent' || found.kind === 'rejected'
      ? this.missed(work, placed)
      : this.unanswered(work, placed);
  }

  /** By the network's id what becomes of it there is known from now on. */
  private async seen(work: Work, placed: PlacedNotice, found: Outcome): Promise<Concluded> {
    await this.parts.settle({ ...placed, way: WAY, part: 1 }, 'SENT', found);
    await this.record(work, placed, { type: 'NoteInPlace', way: WAY, stands: true, at: this.clock.now() });
    return ['SEEN', 'FINISHED'];
  }

  private async missed(work: Work, placed: PlacedNotice): Promise<Concluded> {
    const { misses } = work.body;
    const againInMs = AGAIN_MS[misses];
    if (againInMs !== undefined) return ['NOT_YET', { againInMs, body: { ...work.body, misses: misses + 1 } }];
    await this.record(work, placed, { type: 'NoteNotFound', way: WAY, at: this.clock.now() });
    return ['NOT_FOUND', 'FINISHED'];
  }

  private unanswered({ body }: Work, { district, appeal }: PlacedNotice): Concluded {
    if (Date.parse(this.clock.now()) - Date.parse(body.placedAt) < GIVE_UP_MS)
      return ['UNANSWERED', { againInMs: UNANSWERED_MS }];
    this.logger.warn('a network could not be read for a day: delivery of an answer unknown', { district, appeal });
    return ['UNANSWERED', 'GAVE_UP'];
  }

  private async record(work: Work, placed: PlacedNotice, command: NoticeCommand): Promise<void> {
    const { district, notice } = placed;
    const context = byDispatch(placed, command, this.clock.now(), 'placed');
    await this.database.scope(district).transaction(async (tx) => {
      await this.notices.handle(context, notice, command, { tx });
      await this.queue.finish(tx, work);
    });
  }
}
