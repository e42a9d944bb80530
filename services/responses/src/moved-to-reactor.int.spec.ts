import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { installService } from '@otklik/tenancy';
import { testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrations } from './migrations.js';

let server: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  server = await testDatabase();
  owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await server.drop();
});

const former = migrations.slice(
  0,
  migrations.findIndex(({ name }) => name === '0600_case'),
);

async function opened(appeal: string, question: string): Promise<void> {
  const meta = { actor: { kind: 'system', id: 'responses.routing' }, correlationId: appeal };
  await owner.query(
    `insert into responses.event (position, at, district, version, stream, id, command, schema, type, meta, data)
     values (nextval('responses.event_position'), now(), 1, 1, $1, $2, $3, 1, 'ResponseOpened', $4, $5)`,
    [
      randomUUID(),
      randomUUID(),
      randomUUID(),
      JSON.stringify(meta),
      JSON.stringify({ question, person: randomUUID() }),
    ],
  );
}

it('knows after the move what the consumer before it knew, begins where it stood, and keeps its blocked keys', async () => {
  await installService(server.url, 'responses', former, testRoleSecret);
  const [appeal, waiting, executor, event] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const [given, routed, answered, fresh] = Array.from({ length: 4 }, () => randomUUID());
  for (const question of [given, routed, answered, fresh]) await opened(appeal, question!);
  const assignment = `insert into responses.assignment (district, question, version, department, executor) values (1, $1, $2, $3, $4)`;
  await owner.query(assignment, [given, 4, 'works', executor]);
  await owner.query(assignment, [routed, 2, 'roads', null]);
  await owner.query(assignment, [answered, 7, 'works', executor]);
  await owner.query('insert into responses.answered (district, question) values (1, $1)', [answered]);
  await owner.query(`insert into responses.checkpoint (consumer, topic, partition, position, last_position)
    values ('responses.routing', 'routing.events', 0, 40, null), ('responses.routing', 'routing.events', 1, 9, 70)`);
  // A process of the new build that did not wait for the migration.
  await owner.query(`insert into responses.checkpoint (consumer, topic, partition, position)
    values ('responses.case', 'routing.events', 0, 0)`);
  await owner.query(
    `insert into responses.blocked_key (district, consumer, appeal, state, reason, event, attempts, retry_at)
     values (1, 'responses.routing', $1, 'DEAD_LETTERED', 'TypeError', $2, 5, now())`,
    [waiting, event],
  );
  await owner.query(
    `insert into responses.blocked_event (district, consumer, appeal, topic, event, body)
     values (1, 'responses.routing', $1, 'routing.events', $2, '{"n": 1}'), (1, 'responses.routing', $1, 'routing.events', $3, '{"n": 2}')`,
    [waiting, event, randomUUID()],
  );

  await installService(server.url, 'responses', migrations, testRoleSecret);

  const { rows: cases } = await owner.query('select appeal, versions, state, revision, erased from responses.case_row');
  expect(cases).toEqual([
    {
      appeal,
      revision: 1,
      erased: false,
      versions: { [given!]: 4, [routed!]: 2, [answered!]: 7, [fresh!]: 1 },
      state: {
        appeal: { version: 0, supplements: [], withdrawn: false, erased: false },
        questions: {
          [given!]: { version: 4, state: 'IN_WORK', department: 'works', executor },
          [routed!]: { version: 2, state: 'ROUTED', department: 'roads' },
          [answered!]: { version: 7, state: 'ANSWERED', department: 'works', executor, answeredOn: expect.any(String) },
          [fresh!]: { version: 1, state: 'OPEN' },
        },
        responses: {},
        notices: {},
      },
    },
  ]);
  const checkpoints = `select partition, position::int, last_position::int from responses.checkpoint
    where consumer = 'responses.case' order by partition`;
  expect((await owner.query(checkpoints)).rows).toEqual([
    { partition: 0, position: 40, last_position: null },
    { partition: 1, position: 9, last_position: 70 },
  ]);
  const keys = await owner.query('select consumer, appeal, state, event from responses.blocked_key');
  expect(keys.rows).toEqual([{ consumer: 'responses.case', appeal: waiting, state: 'DEAD_LETTERED', event }]);
  const events = await owner.query(`select consumer, body from responses.blocked_event order by place`);
  expect(events.rows).toEqual([
    { consumer: 'responses.case', body: { n: 1 } },
    { consumer: 'responses.case', body: { n: 2 } },
  ]);
});
