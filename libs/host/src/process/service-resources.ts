import { AppendSignal, forgetRegularly, postgresEventLog, postgresEventStore } from '@otklik/event-store';
import type { ProcessActivity, Throttle } from '@otklik/kernel';
import type { EventTransport } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import { openDatabase, openPool, type Directory, type ServiceUrls } from '@otklik/tenancy';
import { openVault, type KeyEncryptionKeys } from '@otklik/vault';
import type pg from 'pg';
import type { ServiceDefinition, ServiceResources } from '../service.js';
import { unsupportedEventLog, unsupportedEventStore } from './unsupported-event-store.js';

/**
 * Connections of all services in one process, at most 60: a store has 7 of its own (four of them: 28), then these for
 * each of five services (15 + 2 for search's readers, and 10), three of administration and two of the gateway (its directory, its sessions).
 */
const APP_CONNECTIONS = 3;
const READER_CONNECTIONS = 5;
const WORKER_CONNECTIONS = 2;
/** Of a service in a process of its own: its relay holds one connection while it is the leader. */
export const OWN_WORKER_CONNECTIONS = 4;
/** Longer than a request's: a batch of a rebuild or a count of a whole log takes minutes. */
const WORKER_STATEMENT_TIMEOUT_MS = 120_000;
/** The client waits this much longer than the server's statement timeout: then the connection is dead. */
const QUERY_TIMEOUT_MARGIN_MS = 5_000;

export interface SharedResources {
  readonly dataDir: string;
  readonly directory: Directory;
  readonly logger: Logger;
  readonly kek: KeyEncryptionKeys;
  readonly secret: ServiceResources['secret'];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Pool size of the worker role; by default that of a service which shares its process. */
  readonly workerConnections?: number;
  readonly throttle: Throttle;
  readonly now: () => string;
  readonly activity: ProcessActivity;
}

/** What a service gets of its process, without the transport, which may need all services' resources. */
export type OwnResources = Omit<ServiceResources, 'transport'>;

/** Opens a service's connections to its schema, which must exist; `close` closes them. */
export function openServiceResources(
  definition: ServiceDefinition,
  urls: ServiceUrls,
  shared: SharedResources,
): { readonly resources: OwnResources; close(): Promise<void> } {
  const { directory, logger, kek, secret, environment, dataDir, workerConnections, throttle, now, activity } = shared;
  const { name, upcasters = {}, initialRows, connections } = definition;
  const owns = definition.publish !== undefined;
  const database = openDatabase(urls.app, name, {
    max: connections?.app ?? (owns ? APP_CONNECTIONS : READER_CONNECTIONS),
  });
  const worker = openWorker(urls.worker, name, { connections: workerConnections ?? connections?.worker });
  const signal = new AppendSignal();
  signal.listen(() => activity.noted());
  const store = owns
    ? postgresEventStore({ service: name, url: urls.app, upcasters, initialRows, signal })
    : unsupportedEventStore(name);
  const log = owns
    ? postgresEventLog({ service: name, pool: worker, upcasters, signal, isAlone: activity.isAlone })
    : unsupportedEventLog(name);
  const forgetting = owns ? forgetRegularly(worker, name, logger) : undefined;
  const resources: OwnResources = {
    database,
    worker,
    store,
    log,
    vault: openVault({ database, kek }),
    directory,
    logger,
    now,
    secret,
    dataDir,
    environment,
    throttle,
    activity,
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

/** The pool of consumers, projections and checks. Exported for its spec. */
export function openWorker(
  url: string,
  service: string,
  { statementMs = WORKER_STATEMENT_TIMEOUT_MS, connections = WORKER_CONNECTIONS }: WorkerLimits = {},
): pg.Pool {
  return openPool({
    connectionString: url,
    application_name: `otklik ${service} worker`,
    max: connections,
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementMs,
    query_timeout: statementMs + QUERY_TIMEOUT_MARGIN_MS,
  });
}

export function withTransport(resources: OwnResources, transport: EventTransport): ServiceResources {
  return { ...resources, transport };
}
