import { Polling } from '@otklik/host';
import type { Logger } from '@otklik/observability';
import { basename } from 'node:path';
import { setsOf, type KnownSet } from '../backup-folder.js';
import { backupFailures, bucketAge } from '../backup-metrics.js';
import { BucketOfSets } from './bucket-of-sets.js';
import type { BucketTarget } from './bucket-target.js';
import { SetCopy } from './copy-set.js';
import { ObjectStore } from './object-store.js';

export interface MirrorOptions {
  /** Of the sets; what is written there goes on to the bucket. */
  readonly folder: string;
  readonly target: BucketTarget;
  /** How many completed sets stay in the bucket. */
  readonly keep: number;
  readonly logger: Logger;
  readonly intervalMs?: number;
}

/** The segment that is being written goes each time, up to 16 MB. */
const INTERVAL_MS = 5_000;
const RETRY_MS = 10_000;

/**
 * Copies a folder of sets on to a bucket, from the newest set on: the set, the log that is added to it, the ledger. It reads what
 * the archive has written, so that a bucket which is away holds nothing up and is caught up with.
 */
export class BucketMirror {
  private readonly sets: BucketOfSets;
  private readonly polling: Polling;
  private readonly aborted = new AbortController();
  private current: SetCopy | undefined;

  constructor(private readonly options: MirrorOptions) {
    this.sets = new BucketOfSets(new ObjectStore(options.target, this.aborted.signal));
    const failed = (error: unknown): void => {
      if (this.aborted.signal.aborted) return;
      backupFailures.inc({ what: 'BUCKET' });
      options.logger.warn('copying the backup to the bucket failed; retrying', { error });
    };
    const delays = { idleMs: options.intervalMs ?? INTERVAL_MS, retryMs: options.intervalMs ?? RETRY_MS };
    this.polling = new Polling(async () => (await this.pass(), 0), failed, delays);
  }

  start(): void {
    this.polling.start();
  }

  /** With a last look, which may take `patienceMs`; what it does not reach follows after the next start. */
  async stop(patienceMs = 3_000): Promise<void> {
    await this.polling.stop(patienceMs);
    const impatient = setTimeout(() => this.aborted.abort(), patienceMs);
    await this.pass().catch((error: unknown) => {
      this.options.logger.warn('the end of the log is not in the bucket yet', { error });
    });
    clearTimeout(impatient);
    this.aborted.abort();
  }

  private async pass(): Promise<void> {
    const sets = await setsOf(this.options.folder);
    const newest = sets.at(-1);
    if (!newest) return;
    const isNew = this.current?.set.path !== newest.path;
    if (isNew) await this.concludeOthers(sets.slice(0, -1), newest);
    const copy = isNew ? new SetCopy(this.sets.store, newest) : this.current!;
    const reach = await this.copyOnce(copy);
    this.current = copy;
    if (isNew) await this.sets.retain(this.options.keep, [basename(newest.path)]);
    if (reach) bucketAge.set({}, Date.parse(reach.at) / 1000);
  }

  /** An earlier set reaches up to the moment from which the next one can be restored. */
  private async concludeOthers(others: readonly KnownSet[], { manifest }: KnownSet): Promise<void> {
    await this.sets.demandOwn(manifest.system);
    const { completed } = await this.sets.names();
    for (const set of others.filter(({ path }) => completed.includes(basename(path))))
      await this.copyOnce(new SetCopy(this.sets.store, set));
  }

  private copyOnce(copy: SetCopy): ReturnType<SetCopy['pass']> {
    const ledger = (): Promise<void> => this.sets.keepLedger(this.options.folder);
    return copy.pass({ ledger, progress: () => undefined });
  }
}
