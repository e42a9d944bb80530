import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { openWorker } from './service-resources.js';

let server: TestDatabase;
beforeAll(async () => void (server = await testDatabase()));
afterAll(() => server.drop());

it('cancels a worker’s statement after its timeout, and keeps the pool usable', async () => {
  const worker = openWorker(server.url, 'intake', { statementMs: 200 });
  await expect(worker.query('select pg_sleep(60)')).rejects.toMatchObject({ code: '57014' });
  expect((await worker.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await worker.end();
});
