import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@otklik/observability';
import { readErasures } from '@otklik/vault';
import type pg from 'pg';
import { DATA_FORMAT } from '../../start/data-folder.mjs';
import { setsOf, type KnownSet } from './backup-folder.js';
import { archiveAge, backupFailures, newestGoodSet } from './backup-metrics.js';
import { keepLedger, LEDGER } from './erasure-ledger.js';
import { demandPassphrase } from './sealed-secrets.js';
import { holdsSecrets } from './secrets-of-set.js';
import { connectOwner, flushedTo, identify } from './server.js';
import { MANIFEST } from './set-manifest.js';
import { dropSlot, takeSet, type BackedUp, type TakenSet, type TakeOptions } from './take-set.js';
import { reachOf } from './wal-of-set.js';
import { WalCopier } from './wal-copier.js';
import { positionOf, textOf } from './wal-position.js';

export interface ArchiveOptions extends BackedUp {
  readonly folder: string;
  readonly everyHours: number;
  readonly keep: number;
  readonly passphrase: string;
  readonly logger: Logger;
  /** Copies the folder on, elsewhere. */
  readonly mirror?: { start(): void; stop(): Promise<void> } | undefined;
  /** Of the log: how much a loss of the machine may cost. */
  readonly intervalMs?: number;
  readonly retryMs?: number;
}

/** A set that the log is added to. */
interface Continued {
  readonly path: string;
  readonly slot: string;
  readonly copier: WalCopier;
  readonly begunAt: string;
  /** Of the data when it was begun. */
  readonly format: number;
}

const INTERVAL_MS = 1_000;
/** Without anything new in the log: how exactly the end of what can be restored is known. */
const IDLE_INTERVAL_MS = 5_000;
const RETRY_MS = 5_000;
const HOUR_MS = 3_600_000;
const SLOT = 'otklik_backup_';

/**
 * Sets on schedule, and between them the server's log, second by second, into the newest. A target that is away is waited for:
 * the server keeps its log, up to `max_slot_wal_keep_size`; what it had to drop begins a new set.
 */
export class Archive {
  private readonly stopping = new AbortController();
  private client: pg.Client | undefined;
  private current: Continued | undefined;
  /** Whether the current set opens what is wrapped by the keys in use. */
  private hasSecrets = false;
  private making: Promise<TakenSet> | undefined;
  private running: Promise<void> | undefined;
  private recordedAt = 0;
  private erasures = -1;
  private retryAfter = 0;
  private resumed: Promise<void> | undefined;

  constructor(private readonly options: ArchiveOptions) {}

  /** Throws a PlainError if the sets could be opened by no key, or by anyone. */
  start(): void {
    demandPassphrase(this.options.passphrase);
    this.running = this.run();
    this.options.mirror?.start();
  }

  /** Copies what was flushed, for the last time. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.making?.catch(() => undefined);
    await this.running;
    await this.current?.copier.close();
    await this.client?.end();
    if (this.running) await this.options.mirror?.stop();
  }

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  /** Whether what is wrapped by the keys in use from now on can be read after a restore. */
  get holdsSecrets(): boolean {
    return this.current !== undefined && this.hasSecrets;
  }

  isRunningOn(folder: string): boolean {
    return this.isRunning && folder === this.options.folder;
  }

  /** A new set, which the log is added to from then on; one at a time. */
  take(options: Pick<TakeOptions, 'keep' | 'passphrase' | 'progress' | 'signal'>): Promise<TakenSet> {
    const before = this.making?.catch(() => undefined) ?? Promise.resolve();
    const making = before.then(() => this.make(options));
    this.making = making;
    const ended = (): void => void (this.making === making && (this.making = undefined));
    making.then(ended, ended);
    return making;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    for (;;) {
      const isLast = signal.aborted;
      try {
        await this.step(isLast);
      } catch (error) {
        backupFailures.inc({ what: 'LOG' });
        this.options.logger.warn('backing up the log failed; retrying', { error });
        await this.client?.end().catch(() => undefined);
        this.client = undefined;
        this.resumed = this.current ? this.resumed : undefined;
        await sleep(this.options.retryMs ?? RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
      if (isLast) return;
      await sleep(this.options.intervalMs ?? INTERVAL_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async step(isLast: boolean): Promise<void> {
    const client = (this.client ??= await connectOwner(this.options.ownerUrl));
    await (this.resumed ??= this.resume(client));
    await this.keepErasures(client);
    if (this.current) await this.copy(client, this.current, isLast);
    if (!isLast && this.isDue()) this.scheduled();
  }

  private isDue(): boolean {
    if (this.making || Date.now() < this.retryAfter) return false;
    // Until the new set is whole the log goes on into the one that lacks a key, or that an earlier version would restore.
    if (!this.current || !this.hasSecrets || this.current.format !== DATA_FORMAT.format) return true;
    return Date.now() - Date.parse(this.current.begunAt) >= this.options.everyHours * HOUR_MS;
  }

  private scheduled(): void {
    const { keep, passphrase, logger } = this.options;
    const { signal } = this.stopping;
    this.take({ keep, passphrase, signal, progress: () => undefined }).then(
      () => logger.info('a backup was made'),
      (error: unknown) => {
        if (signal.aborted) return;
        this.retryAfter = Date.now() + 60_000;
        backupFailures.inc({ what: 'SET' });
        logger.error('making a backup failed; retrying', { error });
      },
    );
  }

  private async make(options: Pick<TakeOptions, 'keep' | 'passphrase' | 'progress' | 'signal'>): Promise<TakenSet> {
    await this.resumed;
    const slot = `${SLOT}${Date.now()}`;
    const { folder } = this.options;
    const busy = this.current ? [this.current.path] : [];
    const taken = await takeSet(this.options, { ...options, folder, slot, busy });
    const before = this.current;
    this.current = continued(taken, slot, taken.copier);
    this.hasSecrets = true;
    newestGoodSet.set({}, Date.parse(taken.manifest.consistentAt) / 1000);
    if (before) await this.conclude(before, taken);
    return taken;
  }

  /** The earlier set reaches up to the moment from which the new one can be restored. */
  private async conclude({ copier, slot }: Continued, { manifest }: TakenSet): Promise<void> {
    await copier.copyTo(positionOf(manifest.to), manifest.consistentAt);
    await copier.close();
    await dropSlot(this.options.ownerUrl, slot);
  }

  private async copy(client: pg.Client, current: Continued, isLast: boolean): Promise<void> {
    const at = new Date();
    const flushed = await flushedTo(client);
    const isIdle = flushed === current.copier.copied && at.getTime() - this.recordedAt < IDLE_INTERVAL_MS;
    if (!isIdle || isLast) {
      try {
        await current.copier.copyTo(flushed, at.toISOString());
      } catch (error) {
        if (await this.isLost(client, current)) this.current = undefined;
        throw error;
      }
      this.recordedAt = at.getTime();
      await advance(client, current);
    }
    archiveAge.set({}, this.recordedAt / 1000);
  }

  /** The server had to forget what was not copied yet, or the set was removed by hand: not with the whole folder, which is away. */
  private async isLost(client: pg.Client, { path, slot }: Continued): Promise<boolean> {
    if (!(await slotsOf(client)).includes(slot)) return true;
    const { folder } = this.options;
    return (await isThere(join(folder, LEDGER))) && !(await isThere(join(path, MANIFEST)));
  }

  /** The newest set of this server, whose log the server still has; slots of others are given up. */
  private async resume(client: pg.Client): Promise<void> {
    const server = await identify(client);
    const slots = await slotsOf(client);
    const isOurs = ({ manifest }: KnownSet): boolean =>
      manifest.system === server.system && manifest.timeline === server.timeline;
    const sets = await setsOf(this.options.folder);
    const newest = sets.findLast((set) => isOurs(set) && slots.includes(set.manifest.slot ?? ''));
    const { path, manifest } = newest ?? {};
    for (const slot of await slotsOf(client, true))
      if (slot !== manifest?.slot) await dropSlot(this.options.ownerUrl, slot);
    if (path === undefined || manifest?.slot === undefined) return;
    newestGoodSet.set({}, Date.parse(manifest.consistentAt) / 1000);
    this.hasSecrets = await holdsSecrets(path, this.options);
    const reach = (await reachOf(path))?.to ?? manifest.from;
    const copier = new WalCopier(server, path, positionOf(reach));
    this.current = continued({ path, manifest }, manifest.slot, copier);
  }

  /** Beside the log and as soon: a set must never be restored without the erasures that came after it. */
  private async keepErasures(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from vault.erasure');
    if (rows[0]!.n === this.erasures) return;
    const { ownerUrl, folder } = this.options;
    if (this.current) await keepLedger(folder, await readErasures(ownerUrl));
    this.erasures = this.current ? rows[0]!.n : -1;
  }
}

function continued({ path, manifest }: KnownSet, slot: string, copier: WalCopier): Continued {
  return { path, slot, copier, begunAt: manifest.begunAt, format: manifest.folder.format };
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The server forgets the log that is copied. */
async function advance(client: pg.Client, { slot, copier }: Continued): Promise<void> {
  await client.query(
    `select pg_replication_slot_advance(slot_name, $2::pg_lsn) from pg_replication_slots
     where slot_name = $1 and restart_lsn < $2::pg_lsn`,
    [slot, textOf(copier.needed)],
  );
}

/** Slots of backups; `lost`: also those whose log is gone. */
async function slotsOf(client: pg.Client, lost = false): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select slot_name as name from pg_replication_slots
     where slot_name ~ $1 and (wal_status is distinct from 'lost' or $2)`,
    [`^${SLOT}[0-9]+$`, lost],
  );
  return rows.map(({ name }) => name);
}

/** Where nothing is archived any more, the server must not keep its log for it. */
export async function forgetSlots(ownerUrl: string): Promise<void> {
  const client = await connectOwner(ownerUrl);
  try {
    for (const slot of await slotsOf(client, true)) await dropSlot(ownerUrl, slot);
  } finally {
    await client.end();
  }
}
