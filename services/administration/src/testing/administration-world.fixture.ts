import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import { localDate } from '@otklik/kernel';
import type { Logger } from '@otklik/observability';
import {
  installDirectory,
  installEvidence,
  installService,
  openDatabase,
  openDirectory,
  type Database,
  type Directory,
} from '@otklik/tenancy';
import { loadDistricts, loadOfficials } from '@otklik/tenancy/loader';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { memoryVault } from '@otklik/vault';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { administrationService } from '../administration.module.js';

export const districts = fileURLToPath(new URL('../../../../deploy/districts', import.meta.url));
// The directory's versions are dated by the database, so the clock of the specs shows the same day.
export const today = localDate(new Date().toISOString(), 'Asia/Yakutsk');
export const now = () => `${today}T03:00:00.000Z`;
/** 32 bytes, as the real ones are. */
export const secret = (purpose: string): Buffer => Buffer.from(purpose.padEnd(32, ' '));

/** The service over a database of its own, with the districts and officials of the demonstration. */
export interface AdministrationWorld {
  readonly server: TestDatabase;
  readonly database: Database;
  readonly worker: pg.Pool;
  readonly directory: Directory;
  readonly service: ServiceUnderTest;
  readonly dataDir: string;
  readonly close: () => Promise<void>;
}

export async function administrationWorld(logger: Logger): Promise<AdministrationWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'otklik-administration-'));
  const server = await testDatabase();
  await installDirectory(server.url);
  await installEvidence(server.url);
  await loadDistricts(server.url, districts);
  await loadOfficials(server.url, `${districts}/demo/officials.yaml`);
  const urls = await installService(server.url, 'administration', administrationService.migrations, 'roles-of-specs-1');
  const database = openDatabase(urls.app, 'administration');
  const worker = new pg.Pool({ connectionString: urls.worker });
  const directory = await openDirectory(urls.app, { maxAgeMs: 400, now });
  const service = await serviceUnderTest(administrationService, {
    database,
    worker,
    directory,
    logger,
    now,
    vault: memoryVault(),
    secret,
    environment: { OTKLIK_PUBLIC_URL: 'https://otklik.example', OTKLIK_LETTERS: 'files' },
    dataDir,
  });
  const close = async (): Promise<void> => {
    await service.close();
    await directory.close();
    await worker.end();
    await database.close();
    await server.drop();
    rmSync(dataDir, { recursive: true });
  };
  return { server, database, worker, directory, service, dataDir, close };
}
