import { AppendSignal, forgetRegularly, postgresEventLog, postgresEventStore } from '@otklik/event-store';
import type { ServiceDefinition, ServiceParts } from '@otklik/host';
import { installService, openDatabase, type Directory } from '@otklik/tenancy';
import { openVault } from '@otklik/vault';
import type { EventTransport } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import pg from 'pg';
import type { Secrets } from './secrets.js';
import { withoutLog, withoutStore } from './without-stream.js';

/**
 * Connections of the process, at most 60: a store has 7 of its own (four of them: 28), then these for each of five
 * services (15 + 4 for search's readers, and 10), and two for the owner's work.
 */
const APP_CONNECTIONS = 3;
const READER_CONNECTIONS = 7;
const WORKER_CONNECTIONS = 2;

export interface SharedParts {
  readonly ownerUrl: string;
  readonly dataDir: string;
  readonly directory: Directory;
  readonly logger: Logger;
  readonly secrets: Secrets;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What a service gets of its process, without the transport, which is made of all services' parts. */
export type OwnParts = Omit<ServiceParts, 'transport'>;

/** Installs the service's schema and opens its ways to it; `close` gives them back. */
export async function openServiceParts(
  definition: ServiceDefinition,
  shared: SharedParts,
): Promise<{ readonly parts: OwnParts; close(): Promise<void> }> {
  const { name, migrations, upcasters = {} } = definition;
  const { ownerUrl, directory, logger, secrets, environment, dataDir } = shared;
  const urls = await installService(ownerUrl, name, migrations, secrets.roleSecret);
  const owns = definition.publish !== undefined;
  const database = openDatabase(urls.app, name, { max: owns ? APP_CONNECTIONS : READER_CONNECTIONS });
  const worker = openWorker(urls.worker, name);
  const signal = new AppendSignal();
  const store = owns ? postgresEventStore({ service: name, url: urls.app, upcasters, signal }) : withoutStore(name);
  const log = owns ? postgresEventLog({ service: name, pool: worker, upcasters, signal }) : withoutLog(name);
  const forgetting = owns ? forgetRegularly(worker, name, logger) : undefined;
  const parts: OwnParts = {
    database,
    worker,
    store,
    log,
    vault: openVault({ database, kek: secrets.kek }),
    directory,
    logger,
    now: () => new Date().toISOString(),
    secret: secrets.forPurpose,
    dataDir,
    environment,
  };
  const close = async (): Promise<void> => {
    await forgetting?.stop();
    await log.close();
    await store.close();
    await database.close();
    await worker.end();
  };
  return { parts, close };
}

function openWorker(url: string, service: string): pg.Pool {
  const worker = new pg.Pool({
    connectionString: url,
    application_name: `otklik ${service} worker`,
    max: WORKER_CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // Told by the statement that fails on it; unheard, the event would end the process.
  worker.on('error', () => undefined);
  return worker;
}

export function withTransport(parts: OwnParts, transport: EventTransport): ServiceParts {
  return { ...parts, transport };
}
