import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { installService, openDatabase, type Database } from '@otklik/tenancy';
import { testDatabase, type TestDatabase } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { migrations } from '../migrations.js';
import { LivePublications } from './live-publications.js';

const SECRET = 'roles-of-specs-1';
const live = new LivePublications();
let test: TestDatabase;
let database: Database;

beforeAll(async () => {
  test = await testDatabase();
  const urls = await installService(test.url, 'routing', migrations, SECRET);
  database = openDatabase(urls.app, 'routing', { max: 2 });
}, 60_000);
afterAll(async () => {
  await database.close();
  await test.drop();
});

const questionOf = (publication: string, district = 1) =>
  database.scope(district).transaction((tx) => live.questionOf(tx, { district, publication }));

it('have a question from their release to their end, recorded once or twice', async () => {
  const [question, publication] = [randomUUID(), randomUUID()];
  const act = (what: 'released' | 'ended') =>
    database.scope(1).transaction((tx) => live[what](tx, { district: 1, publication, question }));
  await act('released');
  await act('released');
  expect(await questionOf(publication)).toBe(question);
  expect(await questionOf(publication, 2)).toBeUndefined();
  await act('ended');
  await act('ended');
  expect(await questionOf(publication)).toBeUndefined();
});
