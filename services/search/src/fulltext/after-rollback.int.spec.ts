import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { noThrottle } from '@otklik/kernel';
import { makeReadModels, openHistory } from '@otklik/read-models';
import { inTransaction } from '@otklik/tenancy';
import { received } from '../register/application/fold/journey.fixture.js';
import { registerProjection } from '../register/adapters/postgres/register.projection.js';
import { indexing, registerWorld, testDistrict, type RegisterWorld } from '../register/register-world.fixture.js';
import { searchReadModels } from '../read-models.js';
import { aliasOf, indexNameOf } from './adapters/elasticsearch/appeal-mapping.js';
import { ElasticIndexVersions } from './adapters/elasticsearch/elastic-index-versions.js';
import type { SearchServer } from './adapters/elasticsearch/search-server.js';
import { Indexer, type IndexTarget } from './adapters/postgres/indexer.js';
import { settled } from './adapters/postgres/settled.js';
import { ServerPositions } from './adapters/postgres/server-positions.js';
import { verifyIndex } from './adapters/postgres/verify-index.js';
import type { SearchIndex } from './application/search-index.js';

let world: RegisterWorld;

beforeAll(async () => {
  world = await registerWorld([testDistrict(1, 'aldan')]);
});
afterAll(() => world.close());

it('no index lacks what a former release took in between two upgrades', async () => {
  const { worker, vault, logger } = world.given;
  const { source, own } = await indexing(world);
  const server = serverTarget();
  const takeIn = async (): Promise<void> => {
    await new Indexer(source, own).catchUp();
    await new Indexer(source, server).catchUp();
  };
  const before = await received(vault, 'Яма на дороге');
  await world.deliver(...before.facts);
  await takeIn();
  const base = await answering();

  const history = openHistory(worker, 'search');
  const projections = [{ ...registerProjection(vault), version: 1 }];
  const former = makeReadModels({ service: 'search', worker, projections, history, logger });
  const meanwhile = await received(vault, 'Не горит фонарь');
  // Kept in history alone: the tables that answer are of a newer version.
  const facts = [await before.add('MessageTakenUp'), ...meanwhile.facts];
  await inTransaction(worker, (tx) => former.deliver(facts, tx));
  await former.rebuild('register');
  expect(await answering()).not.toBe(base);

  await searchReadModels(worker, vault, logger).start();
  expect(await answering()).toBe(base);
  await takeIn();

  const rows = await source.reader.rows([1], [before.appeal, meanwhile.appeal]);
  expect(rows.map(({ id, change }) => [id, server.held.get(id) === change])).toEqual(
    expect.arrayContaining([
      [before.appeal, true],
      [meanwhile.appeal, true],
    ]),
  );
  expect((await verifyIndex(source, own)).differences).toEqual([]);
});

it('an index that an older release made of the same words in another way is filled anew', async () => {
  const { worker } = world.given;
  const { source, own } = await indexing(world);
  await new Indexer(source, own).catchUp();
  const { build: former } = await own.indexVersions.live();
  await worker.query(`delete from search.index_posting where build = $1`, [former]);
  expect((await verifyIndex(source, own)).differences).not.toEqual([]);
  await worker.query('update search.index_state set mapping = 0');
  expect(await own.indexVersions.live()).toMatchObject({ build: former, isOutdated: true });

  await settled(source, own);
  expect(await own.indexVersions.live()).toMatchObject({ build: former! + 1, isOutdated: false });
  expect((await verifyIndex(source, own)).differences).toEqual([]);
});

async function answering(): Promise<string | undefined> {
  const sql = `select base from search.read_model where name = 'register'`;
  const { rows } = await world.given.worker.query<{ base: string }>(sql);
  return rows[0]?.base;
}

/** A search server with one build, which answers: the version of each document that it was sent. */
function serverTarget(): IndexTarget<string> & { readonly held: ReadonlyMap<string, number> } {
  const held = new Map<string, number>();
  const named = { prefix: 'test' };
  const get = ({ index }: { readonly index: string }) =>
    Promise.resolve(index === aliasOf(named) ? { [indexNameOf(named, 'one')]: {} } : {});
  const server = { ...named, client: { indices: { get } } } as unknown as SearchServer;
  const put: SearchIndex['put'] = (documents) => {
    for (const { id, version } of documents) held.set(id, version);
    return Promise.resolve();
  };
  return {
    held,
    indexVersions: new ElasticIndexVersions(server, new ServerPositions(world.given.worker)),
    indexOf: () => ({ put }) as SearchIndex,
    throttle: noThrottle,
  };
}
