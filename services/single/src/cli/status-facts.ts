import { statfs } from 'node:fs/promises';
import { publisherName, serviceOf } from '@otklik/messaging';
import { resolve } from 'node:path';
import { stateOfBackups, type StateOfBackups } from '../backup/state-of-backups.js';
import type { Composition } from '../composition.js';
import { blockedKeys } from './blocked.js';

export interface StatusFacts {
  readonly process: { readonly pid: number; readonly runsMs: number; readonly memoryBytes: number };
  readonly server: { readonly version: string; readonly embedded: boolean; readonly bytes: number };
  readonly freeBytes: number;
  /** Events that a consumer has not consumed. */
  readonly behind: number;
  /** Keys that need an operator, and keys that go on by themselves. */
  readonly blocked: {
    readonly dead: number;
    readonly waiting: number;
    /** Those among both that a service's log cannot publish. */
    readonly unpublished: number;
  };
  readonly letters: Letters;
  readonly backups: StateOfBackups | undefined;
  /** What a person has to look at, the most urgent first. */
  readonly troubles: readonly Trouble[];
}

/** Of all districts. */
interface Letters {
  /** They go by themselves, by mail and in networks. */
  readonly waiting: number;
  /** How long the oldest of them could have gone already. */
  readonly oldestMs: number;
  /** Held after a restore: the operator decides. */
  readonly held: number;
  /** In networks, for an official. */
  readonly asked: number;
}

export const troubleNames = [
  'DISK',
  'UNPUBLISHED',
  'BLOCKED',
  'BEHIND',
  'LETTERS',
  'HELD',
  'NO_BACKUP',
  'OLD_BACKUP',
  'OLD_LOG',
] as const;
export type Trouble = (typeof troubleNames)[number];

const HOUR_MS = 3_600_000;
const MIN_FREE_BYTES = 1024 ** 3;
const MAX_BEHIND = 1_000;
const MAX_LETTER_AGE_MS = HOUR_MS;
const MAX_LOG_AGE_MS = 60_000;

/** Reads; changes nothing. */
export async function facts(composition: Composition): Promise<StatusFacts> {
  const { config, dataDir, embedded } = composition;
  const { bavail, bsize } = await statfs(dataDir);
  const keys = await blockedKeys(composition);
  const dead = keys.filter(({ state }) => state === 'DEAD_LETTERED').length;
  const unpublished = keys.filter(({ consumer }) => consumer === publisherName(serviceOf(consumer))).length;
  const { backupTo } = config;
  const found = {
    process: { pid: process.pid, runsMs: process.uptime() * 1000, memoryBytes: process.memoryUsage.rss() },
    server: { ...(await serverOf(composition)), embedded },
    freeBytes: bavail * bsize,
    behind: await (await composition.backlog())(),
    blocked: { dead, waiting: keys.length - dead, unpublished },
    letters: await lettersOf(composition),
    backups: await stateOfBackups(backupTo === undefined ? undefined : resolve(backupTo)),
  };
  return { ...found, troubles: troublesOf(found, config.backupEvery * HOUR_MS, Date.now()) };
}

async function serverOf(composition: Composition): Promise<Pick<StatusFacts['server'], 'version' | 'bytes'>> {
  const { rows } = await workerOf(composition).query<{ version: string; bytes: number }>(
    `select split_part(current_setting('server_version'), ' ', 1) as version,
       pg_database_size(current_database())::float8 as bytes`,
  );
  return rows[0]!;
}

async function lettersOf(composition: Composition): Promise<Letters> {
  const { rows } = await workerOf(composition).query<Letters>(
    `select count(*) filter (where attention is null)::int as waiting,
       count(*) filter (where attention = 'RESTORED')::int as held,
       count(*) filter (where attention in ('UNKNOWN', 'HELD'))::int as asked,
       coalesce(extract(epoch from clock_timestamp() - min(begun_at) filter (where attention is null)), 0)::float8
         * 1000 as "oldestMs"
     from notifications.delivery where state = 'PENDING' and way in ('EMAIL', 'THREAD', 'DIRECT', 'OPEN311')`,
  );
  return rows[0]!;
}

function workerOf({ services }: Composition) {
  return services.get('notifications')!.resources.worker;
}

/** `everyMs`: between two sets. */
export function troublesOf(found: Omit<StatusFacts, 'troubles'>, everyMs: number, now: number): readonly Trouble[] {
  const { backups, letters, server } = found;
  const age = (at: string | undefined): number => (at === undefined ? Infinity : now - Date.parse(at));
  const isTrue: Readonly<Record<Trouble, boolean>> = {
    DISK: found.freeBytes < MIN_FREE_BYTES,
    UNPUBLISHED: found.blocked.unpublished > 0,
    BLOCKED: found.blocked.dead > 0,
    BEHIND: found.behind > MAX_BEHIND,
    LETTERS: letters.waiting > 0 && letters.oldestMs > MAX_LETTER_AGE_MS,
    HELD: letters.held > 0,
    NO_BACKUP: server.embedded && !backups,
    OLD_BACKUP: backups !== undefined && age(backups.newest) > everyMs + HOUR_MS,
    OLD_LOG: backups?.newest !== undefined && age(backups.reach) > MAX_LOG_AGE_MS,
  };
  return troubleNames.filter((name) => isTrue[name]);
}
