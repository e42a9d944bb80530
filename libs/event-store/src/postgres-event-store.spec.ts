import { afterAll, beforeAll } from '@jest/globals';
import { installService, type ServiceUrls } from '@otklik/tenancy';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import pg from 'pg';
import { AppendSignal } from './append-signal.js';
import { contractUpcasters, eventStoreContract } from './event-store.contract.js';
import { logMigrations } from './log-migrations.js';
import { postgresEventLog } from './postgres-event-log.js';
import { postgresEventStore } from './postgres-event-store.js';
import { inDistrict } from './transaction.fixture.js';

let database: TestDatabase;
let urls: ServiceUrls;
beforeAll(async () => {
  database = await testDatabase();
  urls = await installService(database.url, 'notes', logMigrations('notes'), 'a secret');
});
afterAll(() => database.drop());

function open(signal?: AppendSignal) {
  const app = new pg.Pool({ connectionString: urls.app, max: 4 });
  const worker = new pg.Pool({ connectionString: urls.worker, max: 2 });
  const shared = { service: 'notes', upcasters: contractUpcasters, ...(signal ? { signal } : {}) };
  const store = postgresEventStore({ ...shared, url: urls.app });
  const log = postgresEventLog({ ...shared, pool: worker });
  return {
    store,
    log,
    transaction: inDistrict(app),
    async close() {
      await Promise.all([store.close(), log.close()]);
      await Promise.all([app.end(), worker.end()]);
    },
  };
}

eventStoreContract('The PostgreSQL store', () => Promise.resolve(open(new AppendSignal())));
eventStoreContract('The PostgreSQL store of another process', () => Promise.resolve(open()));
