import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { compact } from '@otklik/kernel';
import {
  installService,
  openDatabase,
  rowSecurity,
  roleNames,
  type Migration,
  type ServiceUrls,
  type Transaction,
} from '@otklik/tenancy';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { AppendSignal } from './append-signal.js';
import type { InitialRows } from './initial-rows.js';
import { initialRowsContract } from './initial-rows.contract.js';
import { contractUpcasters, eventStoreContract, noted } from './event-store.contract.js';
import { logMigrations } from './log-migrations.js';
import { postgresEventLog } from './postgres-event-log.js';
import { postgresEventStore } from './postgres-event-store.js';
import { inDistrict } from './transaction.fixture.js';

const titles: Migration = {
  name: '0002_titles',
  sql: `create table notes.title (district int not null, title text not null, primary key (district, title));
    grant select, insert on notes.title to ${roleNames('notes').app};
    ${rowSecurity('notes', 'title')}`,
};
const initialRows: InitialRows = {
  columns: { title: 'text' },
  parts: `
taken as (
  insert into notes.title (district, title) select district, title from given order by district, title
  on conflict do nothing returning district, title
),
inserted as (select min(n) as n from given join taken using (district, title) group by district, title)`,
};

let database: TestDatabase;
let urls: ServiceUrls;
beforeAll(async () => {
  database = await testDatabase();
  urls = await installService(database.url, 'notes', [...logMigrations('notes'), titles], 'roles-of-specs-1');
});
afterAll(() => database.drop());

function open(signal?: AppendSignal) {
  const app = new pg.Pool({ connectionString: urls.app, max: 4 });
  const worker = new pg.Pool({ connectionString: urls.worker, max: 2 });
  const shared = compact({ service: 'notes', upcasters: contractUpcasters, signal });
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

initialRowsContract('The PostgreSQL store', async () => {
  const store = postgresEventStore({ service: 'notes', url: urls.app, initialRows });
  const notes = openDatabase(urls.app, 'notes', { max: 1 });
  return {
    store,
    titles: async (district) =>
      (await notes.scope(district).query<{ title: string }>('select title from notes.title')).rows.map(
        ({ title }) => title,
      ),
    take: async (district, title) =>
      void (await notes.scope(district).query('insert into notes.title values ($1, $2)', [district, title])),
    transaction: (work) => notes.scope(1).transaction(work),
    close: async () => {
      await store.close();
      await notes.close();
    },
  };
});

it('creates a stream with initial rows once when two processes create it at the same time', async () => {
  const stores = [1, 2].map(() => postgresEventStore({ service: 'notes', url: urls.app, initialRows }));
  for (const title of Array.from({ length: 20 }, () => randomUUID())) {
    const request = noted({ initialRows: { title } });
    const crowd = () => Array.from({ length: 5 }, () => noted({ initialRows: { title: randomUUID() } }));
    const answers = await Promise.all(
      stores.map(async (store) => (await Promise.all([request, ...crowd()].map((one) => store.append(one))))[0]!),
    );
    expect(answers.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    expect(await stores[0]!.read(1, request.stream)).toHaveLength(1);
  }
  await Promise.all(stores.map((store) => store.close()));
});

it('rejects incomplete initial rows without failing the rest of the batch', async () => {
  const store = postgresEventStore({ service: 'notes', url: urls.app, initialRows });
  const [bad, good] = await Promise.allSettled([store.append(noted({ initialRows: {} })), store.append(noted())]);
  expect(bad).toMatchObject({ reason: expect.any(TypeError) });
  expect(good).toMatchObject({ value: { version: 1 } });
  await store.close();
});

it('lets no transaction that has appended stay idle, so that a process which froze in it hides nothing for long', async () => {
  const { store, transaction, close } = open();
  const patience = (tx: Transaction) => tx.query('show idle_in_transaction_session_timeout');
  const key = 'idle_in_transaction_session_timeout';
  await transaction(1, async (tx) => {
    const before = await patience(tx);
    expect(before.rows).toEqual([{ [key]: '30s' }]);
    await store.append(noted({ district: 1 }), { tx });
    const after = await patience(tx);
    expect(after.rows).toEqual([{ [key]: '5s' }]);
  });
  await close();
});
