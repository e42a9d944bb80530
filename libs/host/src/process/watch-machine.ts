import { statfs } from 'node:fs/promises';
import { gauge, type Logger } from '@otklik/observability';
import type { QueryResultRow } from 'pg';
import type { ServiceName } from '../service.js';
import { askPeer, type Peer } from './peers.js';

const free = gauge('otklik_disk_free_bytes', 'Free space of the disk that holds the folder', ['folder']);
const size = gauge('otklik_disk_size_bytes', 'Size of the disk that holds the folder', ['folder']);
const clock = gauge('otklik_clock_offset_seconds', 'How far this clock is ahead of the reference', ['reference']);
const expiry = gauge('otklik_certificate_expiry_timestamp_seconds', 'When the peer’s certificate ends, Unix time', [
  'peer',
]);

const INTERVAL_MS = 60_000;
/** Certificates change rarely, and others' servers are not asked more often than necessary. */
const PEERS_INTERVAL_MS = 3_600_000;

/** A pool, or the scope of one. */
export interface AskedDatabase {
  query<Row extends QueryResultRow>(statement: string): Promise<{ readonly rows: readonly Row[] }>;
}

export interface WatchedMachine {
  /** Folders by what they hold. */
  readonly folders: Readonly<Record<string, string>>;
  readonly database: AskedDatabase;
  /** Whose log the database holds; absent for a service without one. */
  readonly log?: ServiceName | undefined;
  readonly peers: readonly Peer[];
  readonly logger: Logger;
}

/** How far this clock is ahead of others, in seconds. */
export interface ClockOffsets {
  readonly database: number;
  /** Negative when the database's clock is behind the newest event of the log: one of the two was set. */
  readonly log: number;
}

/** Measures disk, clock and certificates at intervals. Returns the function that stops it. */
export function watchMachine(watched: WatchedMachine): () => void {
  const failed = (error: unknown): void => watched.logger.debug('measuring the machine failed', { error });
  const measure = (): void => void measureMachine(watched).catch(failed);
  const ask = (): void => void askPeers(watched.peers).catch(failed);
  measure();
  ask();
  const timers = [setInterval(measure, INTERVAL_MS), setInterval(ask, PEERS_INTERVAL_MS)];
  for (const timer of timers) timer.unref();
  return () => timers.forEach((timer) => clearInterval(timer));
}

async function measureMachine({ folders, database, log }: WatchedMachine): Promise<void> {
  for (const [folder, path] of Object.entries(folders)) {
    const disk = await diskOf(path);
    free.set({ folder }, disk.freeBytes);
    size.set({ folder }, disk.sizeBytes);
  }
  const offsets = await clockOffsets(database, log);
  for (const [reference, seconds] of Object.entries(offsets)) clock.set({ reference }, seconds);
}

async function askPeers(peers: readonly Peer[]): Promise<void> {
  for (const peer of peers) {
    const { certificateUntil, aheadSeconds } = await askPeer(peer);
    if (certificateUntil !== undefined) expiry.set({ peer: peer.name }, certificateUntil / 1000);
    if (aheadSeconds !== undefined) clock.set({ reference: peer.name }, aheadSeconds);
  }
}

export async function diskOf(path: string): Promise<{ readonly freeBytes: number; readonly sizeBytes: number }> {
  const { bavail, blocks, bsize } = await statfs(path);
  return { freeBytes: bavail * bsize, sizeBytes: blocks * bsize };
}

/** `log`: a service that owns a log. */
export async function clockOffsets(database: AskedDatabase, log: ServiceName | undefined): Promise<ClockOffsets> {
  const newest =
    log && `(select extract(epoch from recorded_at)::float8 from ${log}.event order by position desc limit 1)`;
  const begun = Date.now();
  const { rows } = await database.query<{ readonly at: number; readonly newest: number | null }>(
    `select extract(epoch from clock_timestamp())::float8 as at, ${newest ?? 'null::float8'} as newest`,
  );
  const middle = (begun + Date.now()) / 2;
  const { at, newest: recorded } = rows[0]!;
  return { database: rounded(middle / 1000 - at), log: rounded(Math.min(0, at - (recorded ?? at))) };
}

const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;
