import { stat } from 'node:fs/promises';
import { publisherName, serviceOf } from '@otklik/messaging';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mailServerRefusal } from '@otklik/host/mail';
import { askPeer, clockOffsets, diskOf, peersOf } from '@otklik/host/process';
import { stateOfBackups, type StateOfBackups } from '../backup/state-of-backups.js';
import type { ServiceName } from '@otklik/host';
import type { Composition } from '../composition.js';
import { processEnvironment, readMailServer, readSearchServer } from '../config.js';
import { blockedKeys } from './blocked-keys.js';
import { intakeOf } from './operations.js';

export interface StatusFacts {
  /** The one that runs all services; undefined in a cluster. */
  readonly process: { readonly pid: number; readonly runsMs: number; readonly memoryBytes: number } | undefined;
  /** Of a cluster, by service; undefined while Kafka does not answer. */
  readonly replicas: Readonly<Record<string, number>> | undefined;
  readonly server: { readonly version: string; readonly embedded: boolean; readonly bytes: number };
  readonly freeBytes: number;
  /** Events that a consumer has not consumed; undefined while Kafka does not answer. */
  readonly behind: number | undefined;
  /** Keys that need an operator, and keys that go on by themselves. */
  readonly blocked: {
    readonly dead: number;
    readonly waiting: number;
    /** Those among both that a service's log cannot publish. */
    readonly unpublished: number;
  };
  readonly letters: Letters;
  readonly mailServer: MailServer;
  readonly searchServer: SearchServer;
  /** Accounts in networks, and mailboxes, in which something was wrong when they were last looked at. */
  readonly accountProblems: number;
  /** Cases past their term of storage for more than a day, which no hold keeps. */
  readonly overdueCases: number;
  /** How far this clock is from the farthest of those that it was compared with, in seconds either way. */
  readonly clockOffset: number;
  /** Of the servers with TLS, the one that ends first, ms since 1970. */
  readonly certificate: { readonly peer: string; readonly until: number } | undefined;
  readonly backups: StateOfBackups | undefined;
  /** The backups are lost with the data. */
  readonly backupsBesideData: boolean;
  /** What a person has to look at, the most urgent first. */
  readonly troubles: readonly Trouble[];
}

/** `NONE`: letters are files; else it answers, or with which code it refuses. */
export type MailServer = 'NONE' | 'ANSWERS' | { readonly code: string };

/** `NONE`: PostgreSQL searches. It also does while the server is away. */
export type SearchServer = 'NONE' | 'ANSWERS' | 'AWAY';

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
  /** They wait until the official whom a district's file names signs them, and how long the oldest has waited. */
  readonly toSign: number;
  readonly toSignOldestMs: number;
}

export const troubleNames = [
  'DISK',
  'SERVICES',
  'UNPUBLISHED',
  'BLOCKED',
  'BEHIND',
  'TRANSPORT',
  'SEARCH',
  'MAIL',
  'LETTERS',
  'HELD',
  'ACCOUNTS',
  'RETENTION',
  'NO_BACKUP',
  'OLD_BACKUP',
  'OLD_LOG',
  'SAME_DISK',
  'CLOCK',
  'CERTIFICATE',
] as const;
export type Trouble = (typeof troubleNames)[number];

const HOUR_MS = 3_600_000;
const MIN_FREE_BYTES = 1024 ** 3;
const MAX_BEHIND = 1_000;
const MAX_LETTER_AGE_MS = HOUR_MS;
const MAX_LOG_AGE_MS = 60_000;
const CLOCK_OFFSET_NOTICE_S = 5;
const CERTIFICATE_NOTICE_MS = 14 * 24 * HOUR_MS;
/** The brokers' client goes on trying for minutes. */
const KAFKA_TIMEOUT_MS = 8_000;
const SEARCH_TIMEOUT_MS = 4_000;

/** Reads; changes nothing. */
export async function facts(composition: Composition): Promise<StatusFacts> {
  const { config, dataDir, embedded, replicas } = composition;
  const { freeBytes } = await diskOf(dataDir);
  const keys = await blockedKeys(composition);
  const dead = keys.filter(({ state }) => state === 'DEAD_LETTERED').length;
  const unpublished = keys.filter(({ consumer }) => consumer === publisherName(serviceOf(consumer))).length;
  const { backupTo } = config;
  const [behind, running] = await Promise.all([
    unlessAway(async () => (await composition.backlog())()),
    replicas && unlessAway(replicas),
  ]);
  const found = {
    process: replicas
      ? undefined
      : { pid: process.pid, runsMs: process.uptime() * 1000, memoryBytes: process.memoryUsage.rss() },
    replicas: running,
    server: { ...(await serverOf(composition)), embedded },
    freeBytes,
    behind,
    blocked: { dead, waiting: keys.length - dead, unpublished },
    letters: await lettersOf(composition),
    accountProblems: await accountProblems(composition),
    overdueCases: await overdueCases(composition),
    ...(await othersOf(composition)),
    backups: await stateOfBackups(backupTo === undefined ? undefined : resolve(backupTo)),
    backupsBesideData: backupTo !== undefined && (await areOnOneDisk(dataDir, resolve(backupTo))),
  };
  return { ...found, troubles: troublesOf(found, config.backupEvery * HOUR_MS, Date.now()) };
}

/** False where one of them is away. */
async function areOnOneDisk(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => stat(path).catch(() => undefined)));
  return first !== undefined && first.dev === second?.dev;
}

/** Undefined while Kafka does not answer. */
async function unlessAway<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  return Promise.race([ask().catch(() => undefined), sleep(KAFKA_TIMEOUT_MS, undefined, { ref: false })]);
}

/** The servers that it depends on, and the clocks. */
async function othersOf(
  composition: Composition,
): Promise<Pick<StatusFacts, 'mailServer' | 'searchServer' | 'clockOffset' | 'certificate'>> {
  const peers = peersOf(processEnvironment());
  const [offsets, mailServer, searchServer, ...answers] = await Promise.all([
    clockOffsets(workerOf(composition, 'intake'), 'intake'),
    mailServerOf(readMailServer().smtpUrl),
    searchServerOf(readSearchServer().searchServer),
    ...peers.map((peer) => askPeer(peer)),
  ]);
  const apart = [...Object.values(offsets), ...answers.map(({ aheadSeconds = 0 }) => aheadSeconds)];
  const certificates = peers
    .map(({ name: peer }, at) => ({ peer, until: answers[at]!.certificateUntil ?? Infinity }))
    .sort((one, other) => one.until - other.until);
  const [first] = certificates.filter(({ until }) => until < Infinity);
  return { mailServer, searchServer, clockOffset: Math.max(...apart.map(Math.abs)), certificate: first };
}

async function mailServerOf(url: string | undefined): Promise<MailServer> {
  if (url === undefined) return 'NONE';
  const code = await mailServerRefusal(url);
  return code === undefined ? 'ANSWERS' : { code };
}

/** Whether it accepts our password is in the service's own log. */
async function searchServerOf(url: string | undefined): Promise<SearchServer> {
  if (url === undefined) return 'NONE';
  const asked = fetch(new URL(url).origin, { signal: AbortSignal.timeout(SEARCH_TIMEOUT_MS) });
  const answers = await asked.then(
    ({ status }) => status < 500,
    () => false,
  );
  return answers ? 'ANSWERS' : 'AWAY';
}

async function serverOf(composition: Composition): Promise<Pick<StatusFacts['server'], 'version' | 'bytes'>> {
  const { rows } = await workerOf(composition, 'notifications').query<{ version: string; bytes: number }>(
    `select split_part(current_setting('server_version'), ' ', 1) as version,
       pg_database_size(current_database())::float8 as bytes`,
  );
  return rows[0]!;
}

async function lettersOf(composition: Composition): Promise<Letters> {
  const { rows } = await workerOf(composition, 'notifications').query<Letters>(
    `select count(*) filter (where goes and attention is null)::int as waiting,
       count(*) filter (where goes and attention = 'RESTORED')::int as held,
       count(*) filter (where goes and attention in ('UNKNOWN', 'HELD'))::int as asked,
       coalesce(extract(epoch from clock_timestamp() - min(begun_at) filter (where goes and attention is null)), 0)::float8
         * 1000 as "oldestMs",
       count(*) filter (where to_sign)::int as "toSign",
       coalesce(extract(epoch from clock_timestamp() - min(next_at) filter (where to_sign)), 0)::float8
         * 1000 as "toSignOldestMs"
     from (select attention, begun_at, next_at, to_sign, not to_sign and way in ('EMAIL', 'THREAD', 'DIRECT', 'OPEN311') as goes
       from notifications.delivery where state = 'PENDING') d`,
  );
  return rows[0]!;
}

/** A mailbox that was taken away keeps its row; one that is in trouble is tried each minute. */
async function accountProblems(composition: Composition): Promise<number> {
  const { rows } = await workerOf(composition, 'intake').query<{ readonly count: number }>(
    `select ((select count(*) from intake.listening where problems <> '{}')
       + (select count(*) from intake.mailbox
         where problem is not null and problem_at > now() - interval '15 minutes'))::int as count`,
  );
  return rows[0]!.count;
}

async function overdueCases(composition: Composition): Promise<number> {
  const intake = intakeOf(composition);
  const counts = composition.directory.districts().map(({ id }) => intake.retentionCounts(id, 1));
  return (await Promise.all(counts)).flat().reduce((sum, { due }) => sum + due, 0);
}

function workerOf({ services }: Composition, service: ServiceName) {
  return services.get(service)!.resources.worker;
}

/** `everyMs`: between two sets. */
export function troublesOf(found: Omit<StatusFacts, 'troubles'>, everyMs: number, now: number): readonly Trouble[] {
  const { backups, letters, server } = found;
  const age = (at: string | undefined): number => (at === undefined ? Infinity : now - Date.parse(at));
  const isTrue: Readonly<Record<Trouble, boolean>> = {
    DISK: found.freeBytes < MIN_FREE_BYTES,
    SERVICES: Object.values(found.replicas ?? {}).includes(0),
    UNPUBLISHED: found.blocked.unpublished > 0,
    BLOCKED: found.blocked.dead > 0,
    BEHIND: (found.behind ?? 0) > MAX_BEHIND,
    TRANSPORT: found.behind === undefined,
    SEARCH: found.searchServer === 'AWAY',
    MAIL: typeof found.mailServer === 'object',
    LETTERS: letters.waiting > 0 && letters.oldestMs > MAX_LETTER_AGE_MS,
    HELD: letters.held > 0,
    ACCOUNTS: found.accountProblems > 0,
    RETENTION: found.overdueCases > 0,
    NO_BACKUP: server.embedded && !backups,
    OLD_BACKUP: backups !== undefined && age(backups.newest) > everyMs + HOUR_MS,
    OLD_LOG: backups?.newest !== undefined && age(backups.reach) > MAX_LOG_AGE_MS,
    SAME_DISK: found.backupsBesideData,
    CLOCK: found.clockOffset > CLOCK_OFFSET_NOTICE_S,
    CERTIFICATE: (found.certificate?.until ?? Infinity) - now < CERTIFICATE_NOTICE_MS,
  };
  return troubleNames.filter((name) => isTrue[name]);
}
