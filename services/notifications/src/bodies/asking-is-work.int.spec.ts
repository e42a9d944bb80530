import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { WorkQueue } from '@otklik/host';
import { database, service, worker } from '../notice/notices-world.fixture.js';

beforeAll(() => service.runtime.stop());
beforeEach(async () => {
  await worker.query('delete from notifications.work');
  await database.scope(1).query('update notifications.body_server set next_at = clock_timestamp()');
});

const claim = () => service.get(WorkQueue).claim<object>('ASK_BODY', { limit: 10, leaseMs: 60_000 });
const add = (organisation: string) =>
  database
    .scope(1)
    .query('insert into notifications.body_server (district, organisation) values (1, $1)', [organisation]);

/** By the statements of the release before. */
const dueBefore = async () => {
  const { rows } = await worker.query<{ organisation: string }>(
    'select organisation from notifications.body_server where next_at <= clock_timestamp()',
  );
  return rows.map(({ organisation }) => organisation);
};
const claimedBefore = (organisation: string) =>
  database
    .scope(1)
    .query(
      `update notifications.body_server set next_at = clock_timestamp() + interval '5 min' where organisation = $1`,
      [organisation],
    );

it('a server of a body is asked by one process, by whichever release it runs', async () => {
  await add('one');
  await add('other');
  await claimedBefore('other');
  const asked = await claim();
  expect(asked.map(({ key }) => key)).toEqual(['one']);
  expect(await dueBefore()).toEqual([]);
  await service.get(WorkQueue).again(asked[0]!, 0);
  expect(await dueBefore()).toEqual(['one']);
  await claimedBefore('one');
  expect(await claim()).toEqual([]);
});
