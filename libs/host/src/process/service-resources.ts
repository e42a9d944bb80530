import { AppendSignal, forgetRegularly, postgresEventLog, postgresEventStore } from '@otklik/event-store';
import type { Throttle } from '@otklik/kernel';
import type { EventTransport } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import { openDatabase, type Directory, type ServiceUrls } from '@otklik/tenancy';
import { openVault, type KeyEncryptionKeys } from '@otklik/vault';
import pg from 'pg';
import type { ServiceDefinition, ServiceResources } from '../service.js';
import { unsupportedEventLog, unsupportedEventStore } from './unsupported-event-store.js';

/**
 * Connections of all services in one process, at most 60: a store has 7 of its own (four of them: 28), then these for
 * each of five services (15 + 4 for search's readers, and 10), and two for the owner's work.
 */
const APP_CONNECTIONS = 3;
const READER_CONNECTIONS = 7;
const WORKER_CONNECTIONS = 2;
/** Of a service that has its process to itself: its relay keeps one for as long as it leads. */
export const OWN_WORKER_CONNECTIONS = 4;
/** A batch of a rebuild, a whole log counted: longer than a request may take, and not for ever. */
const WORKER_STATEMENT_MS = 120_000;
/** How much longer its answer is waited for: then the connection is dead, not slow. */
const SILENCE_MS = 5_000;

export interface SharedResources {
  readonly dataDir: string;
  readonly directory: Directory;
  readonly logger: Logger;
  readonly kek: KeyEncryptionKeys;
  readonly secret: ServiceResources['secret'];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Of the worker role; as many as all services in one process can have, unless told otherwise. */
  readonly workerConnections?: number;
  readonly throttle: Throttle;
}

/** What a service gets of its process, without the transport, which may need all services' resources. */
export type OwnResources = Omit<ServiceResources, 'transport'>;

/** Opens a service's ways to its own schema, which is there already; `close` gives them back. */
export function openServiceResources(
  definition: ServiceDefinition,
  urls: ServiceUrls,
  { directory, logger, kek, secret, environment, dataDir, workerConnections, throttle }: SharedResources,
): { readonly resources: OwnResources; close(): Promise<void> } {
  const { name, upcasters = {}, initialRows } = definition;
  const owns = definition.publish !== undefined;
  const database = openDatabase(urls.app, name, { max: owns ? APP_CONNECTIONS : READER_CONNECTIONS });
  const worker = openWorker(urls.worker, name, { connections: workerConnections });
  const signal = new AppendSignal();
  const store = owns
    ? postgresEventStore({ service: name, url: urls.app, upcasters, initialRows, signal })
    : unsupportedEventStore(name);
  const log = owns ? postgresEventLog({ service: name, pool: worker, upcasters, signal }) : unsupportedEventLog(name);
  const forgetting = owns ? forgetRegularly(worker, name, logger) : undefined;
  const resources: OwnResources = {
    database,
    worker,
    store,
    log,
    vault: openVault({ database, kek }),
    directory,
    logger,
    now: () => new Date().toISOString(),
    secret,
    dataDir,
    environment,
    throttle,
  };
  const close = async (): Promise<void> => {
    await forgetting?.stop();
    await log.close();
    await store.close();
    await database.close();
    await worker.end();
  };
  return { resources, close };
}

export interface WorkerLimits {
  readonly statementMs?: number;
  readonly connections?: number | undefined;
}

/** Of consumers, projections and checks. Exported for its spec. */
export function openWorker(
  url: string,
  service: string,
  { statementMs = WORKER_STATEMENT_MS, connections = WORKER_CONNECTIONS }: WorkerLimits = {},
): pg.Pool {
  const worker = new pg.Pool({
    connectionString: url,
    application_name: `otklik ${service} worker`,
    max: connections,
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementMs,
    query_timeout: statementMs + SILENCE_MS,
    keepAlive: true,
  });
  // Told by the statement that fails on it; unheard, the event would end the process.
  const lost = (): void => undefined;
  worker.on('error', lost);
  worker.on('connect', (client) => client.on('error', lost));
  return worker;
}

export function withTransport(resources: OwnResources, transport: EventTransport): ServiceResources {
  return { ...resources, transport };
}
