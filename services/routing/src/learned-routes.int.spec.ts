import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { NotFound } from '@otklik/host';
import { randomUUID } from 'node:crypto';
import { dog, learnedWorld, road, tap, type LearnedWorld } from './learned-world.fixture.js';
import { LearnedCodes } from './store/learned-codes.js';
import { packed, unpacked } from './store/learned-store.js';
import { LearnedTables } from './store/learned-tables.js';
import { works } from './test-district.fixture.js';

let world: LearnedWorld['world'];
let given: LearnedWorld;
beforeAll(async () => {
  given = await learnedWorld();
  ({ world } = given);
});
afterAll(() => world.close());

it('proposes what officials chose for like texts, with the words and how often it was right, and records nothing', async () => {
  const asked = await given.opened('У школы бродячие собаки');
  expect(await given.proposed(asked.question)).toBeNull();
  await given.decidedMany(120);
  expect(await given.work()).toBe(2);
  await given.learn();
  const before = await world.store.read(1, asked.question);
  const learned = await given.proposed(asked.question);
  expect(learned).toMatchObject({ judged: 24, first: 24, amongThree: 24 });
  expect(learned!.routes.map(({ topic }) => topic.code)).toHaveLength(3);
  expect(learned!.routes[0]).toMatchObject({
    topic: { code: 'DOGS', name: 'Dogs' },
    department: { code: works.code },
    words: expect.arrayContaining(['собаки']),
  });
  expect(await world.store.read(1, asked.question)).toEqual(before);
  await given.decided(asked, 'DOGS');
  expect(await given.proposed(asked.question)).toBeNull();
  await expect(given.proposed(randomUUID())).rejects.toThrow(NotFound);
}, 120_000);

it('keeps codes and numbers of it, and no word that a person wrote', async () => {
  const table = await world.database.scope(1).transaction((tx) => world.service.get(LearnedTables).of(tx, 1));
  expect(table!.model.choices.map(({ choice }) => choice)).toEqual(['DOGS', 'ROADS', 'WATER']);
  expect(await unpacked(await packed(table!.model))).toEqual(table!.model);
  const codes = await world.database.scope(1).transaction((tx) => world.service.get(LearnedCodes).of(tx, 1));
  expect(codes!.model.choices.map(({ choice }) => choice)).toEqual([road, dog, tap]);
  const { rows } = await world.worker.query(
    'select topic, department from routing.decided_route union select topic, code from routing.decided_code union select null, departments::text from routing.learned_route',
  );
  expect(JSON.stringify(rows)).not.toMatch(/[а-я]/i);
  expect(JSON.stringify(table!.model.choices.map(({ steps: _, ...rest }) => rest))).not.toMatch(/[а-я]/i);
});

it('does not learn from what a rule decided', async () => {
  const made = await given.opened('стая собак');
  await given.decided(made, 'ROADS', 'RULE');
  const { rows } = await world.worker.query('select 1 from routing.decided_route where question = $1', [made.question]);
  expect(rows).toEqual([]);
});

it('retires where officials of late chose otherwise, and says how often', async () => {
  await world.worker.query(
    `update routing.decided_route d set topic = (array['WATER', 'DOGS', 'ROADS'])[1 + (array_position(array['ROADS', 'WATER', 'DOGS'], d.topic) % 3)]
     where question in (select question from routing.decided_route order by decided_at desc limit 24)`,
  );
  await world.worker.query(
    `insert into routing.work (district, kind, key, due_at, body) values (1, 'LEARN', 'ROUTES', now(), '{}')
     on conflict do nothing`,
  );
  await given.learn();
  const asked = await given.opened('У школы бродячие собаки');
  const learned = await given.proposed(asked.question);
  expect(learned!.judged).toBeGreaterThanOrEqual(20);
  expect(learned!.first).toBeLessThan(learned!.judged / 2);
  expect(learned!.routes).toEqual([]);
});

it('learns again once a person is erased, without the texts', async () => {
  const { appeal, person } = await given.opened('собака без хозяина');
  await given.erased(appeal, person);
  expect(await given.work()).toBe(2);
});
