import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createLogger } from '@otklik/observability';
import {
  AccessRecords,
  anyone,
  installDirectory,
  installEvidence,
  installService,
  memoryDirectory,
  openDatabase,
  type Actor,
  type Database,
} from '@otklik/tenancy';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import Fastify, { type FastifyInstance } from 'fastify';
import { migrations } from '../migrations.js';
import { district } from '../testing/small-gateway.js';
import { recordFileRefusals } from './file-refusals.js';
import { RefusalRecorder } from './refusals.js';

const directory = memoryDirectory([
  district(1, 'aldan', { executor: ['EXECUTOR'] }),
  district(2, 'kuol', { head: ['HEAD'] }),
]);
let server: TestDatabase;
let database: Database;
let fastify: FastifyInstance;
let actor: Actor;
let status: number;

beforeAll(async () => {
  server = await testDatabase();
  await installEvidence(server.url);
  await installDirectory(server.url);
  const { app } = await installService(server.url, 'gateway', migrations, testRoleSecret);
  database = openDatabase(app, 'gateway', { max: 2 });
  const records = new AccessRecords(database, directory);
  const now = () => new Date().toISOString();
  const unused = undefined as never;
  const options = { check: unused, access: unused, records, directory, now, logger: createLogger({ level: 'silent' }) };
  fastify = Fastify();
  recordFileRefusals(fastify, new RefusalRecorder(options), async () => ({ actor }));
  // In a scope of its own, as the services' routes are.
  await fastify.register(async (scope) => {
    scope.get('/files/:district/:id', (_, reply) => reply.code(status).send({}));
    scope.get('/other', (_, reply) => reply.code(status).send({}));
  });
});
afterAll(async () => {
  await fastify.close();
  await database.close();
  await server.drop();
});

const as = (login: string): Actor => directory.official(login)!;

/** How many refusals are on record in the district afterwards. */
async function recorded(asked: Actor, answered: number, url: string, of = 1): Promise<number> {
  [actor, status] = [asked, answered];
  expect((await fastify.inject({ url })).statusCode).toBe(answered);
  const { rows } = await database.scope(of).query(`select from evidence.access_record where detail = 'file'`);
  return rows.length;
}

it('records the files that an official asked for without a right, and nothing else', async () => {
  const url = '/files/aldan/7';
  expect(await recorded(as('executor'), 200, url)).toBe(0);
  expect(await recorded(as('executor'), 404, url)).toBe(0);
  expect(await recorded(anyone, 403, url)).toBe(0);
  expect(await recorded(as('executor'), 403, '/other')).toBe(0);
  expect(await recorded(as('executor'), 403, '/files/nowhere/7')).toBe(0);
  expect(await recorded(as('executor'), 403, url)).toBe(1);
  // Of another district, which must not learn whether there is one.
  expect(await recorded(as('head'), 404, url)).toBe(2);
  expect(await recorded(as('head'), 404, url)).toBe(2);
  expect(await recorded(as('head'), 200, '/files/kuol/7', 2)).toBe(0);
});
