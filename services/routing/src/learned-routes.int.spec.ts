import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { NotFound, type PermittedContext } from '@otklik/host';
import { memoryDirectory, type District } from '@otklik/tenancy';
import { samplePublicInformation } from '@otklik/testing';
import { memoryVault } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { ProposalResolver } from './adapters/graphql/proposal.resolver.js';
import { LearnRoutes } from './application/learn-routes.js';
import { questionId } from './application/open-question.js';
import { factsAt, routingWorld, type RoutingWorld } from './routing-world.fixture.js';
import { LearnedTables, packed, unpacked } from './store/learned-tables.js';
import { housing, law, works, zone } from './test-district.fixture.js';

const coordinator = {
  id: randomUUID(),
  login: 'c',
  name: 'C',
  assignments: [{ district: 1, role: 'COORDINATOR' }],
} as const;
const aldan: District = {
  id: 1,
  code: 'aldan',
  name: 'Aldan',
  zone,
  public: samplePublicInformation,
  policy: {
    version: 1,
    autoRegisterMessages: false,
    answerTerms: { APPEAL_59FZ: law },
    reopenWithinDays: 14,
    numberPrefix: 'АЛД',
  },
  calendar: { version: '2026-1', years: [2026], days: {} },
  departments: [works, housing],
  organisations: [],
  topics: [
    { code: 'ROADS', name: 'Roads' },
    { code: 'WATER', name: 'Water' },
    { code: 'DOGS', name: 'Dogs' },
  ],
  settlements: [],
  synonyms: [],
  accounts: [],
  routingRules: [],
  officials: [coordinator],
};
/** Invented. */
const texts = {
  ROADS: ['яма на дороге', 'дорога разбита', 'засыпьте ямы на дороге', 'нужен грейдер на дорогу'],
  WATER: ['нет горячей воды', 'вода ржавая', 'отключили воду в доме', 'напор воды слабый'],
  DOGS: ['стая бродячих собак', 'собака укусила ребёнка', 'собаки у школы', 'отловите бродячих собак'],
} as const;
const departments = { ROADS: works.code, WATER: housing.code, DOGS: works.code } as const;
type Code = keyof typeof texts;

const vault = memoryVault();
const context = { district: aldan, language: 'ru' } as PermittedContext;
const fact = factsAt((position) => new Date(Date.UTC(2026, 10, 1) + position * 1_000).toISOString());

let world: RoutingWorld;
let service: RoutingWorld['service'];
let store: RoutingWorld['store'];
let worker: RoutingWorld['worker'];
let deliver: RoutingWorld['deliver'];
beforeAll(async () => {
  world = await routingWorld({ directory: memoryDirectory([aldan]), vault, now: () => '2026-11-24T03:00:00.000Z' });
  ({ service, store, worker, deliver } = world);
});
afterAll(() => world.close());

interface Opened {
  readonly appeal: string;
  readonly person: string;
  readonly question: string;
}

async function opened(text: string): Promise<Opened> {
  const [appeal, person, id] = [randomUUID(), randomUUID(), randomUUID()];
  await vault.createPerson(1, person);
  const sealed = await vault.seal(1, person, id, 'text', text);
  const of = { registeredOn: '2026-11-24', zone, regime: 'APPEAL_59FZ', person };
  await deliver(
    fact('AppealReceived', 'intake.events', appeal, { person, text: sealed, channel: 'SITE' }, { id }),
    fact('AppealRegistered', 'intake.events', appeal, of),
  );
  return { appeal, person, question: questionId(appeal, 1) };
}

/** The coordinator decides, and routing hears of it. */
async function decided({ appeal, question }: Opened, topic: Code, by = 'OFFICIAL'): Promise<void> {
  const expectedVersion = (await store.read(1, question)).length;
  const route = { topic, department: departments[topic] };
  const input = { district: 'aldan', id: question, key: randomUUID(), expectedVersion, ...route };
  const { __typename } = await service.mutate('routeQuestion', input, { kind: 'official', ...coordinator });
  expect(__typename).toBe('Change');
  const data = { ...route, by, words: [] };
  await deliver(fact('QuestionRouted', 'routing.events', appeal, data, { stream: question }));
}

const work = async () => (await worker.query(`select kind from routing.work where kind = 'LEARN'`)).rowCount;
async function learn(): Promise<void> {
  await worker.query(`update routing.work set due_at = now() where kind = 'LEARN'`);
  expect(await service.get(LearnRoutes).learnDue()).toBe(1);
  expect(await work()).toBe(0);
}
const proposed = (id: string) => service.get(ProposalResolver).learnedRoutes(id, context);
const codes = Object.keys(texts) as readonly Code[];

it('proposes what officials chose for like texts, with the words and how often it was right, and records nothing', async () => {
  const asked = await opened('У школы бродячие собаки');
  expect(await proposed(asked.question)).toBeNull();
  for (let at = 0; at < 120; at += 1) {
    const topic = codes[at % 3]!;
    await decided(await opened(`${texts[topic][at % 4]}, прошу помочь`), topic);
  }
  expect(await work()).toBe(1);
  await learn();
  const before = await store.read(1, asked.question);
  const learned = await proposed(asked.question);
  expect(learned).toMatchObject({ judged: 24, first: 24, amongThree: 24 });
  expect(learned!.routes.map(({ topic }) => topic.code)).toHaveLength(3);
  expect(learned!.routes[0]).toMatchObject({
    topic: { code: 'DOGS', name: 'Dogs' },
    department: { code: works.code },
    words: expect.arrayContaining(['собаки']),
  });
  expect(await store.read(1, asked.question)).toEqual(before);
  await decided(asked, 'DOGS');
  expect(await proposed(asked.question)).toBeNull();
  await expect(proposed(randomUUID())).rejects.toThrow(NotFound);
}, 120_000);

it('keeps codes and numbers of it, and no word that a person wrote', async () => {
  const table = await world.database.scope(1).transaction((tx) => service.get(LearnedTables).of(tx, 1));
  expect(table!.model.choices.map(({ choice }) => choice)).toEqual(['DOGS', 'ROADS', 'WATER']);
  expect(await unpacked(await packed(table!.model))).toEqual(table!.model);
  const { rows } = await worker.query(
    'select topic, department from routing.decided_route union select null, departments::text from routing.learned_route',
  );
  expect(JSON.stringify(rows)).not.toMatch(/[а-я]/i);
  expect(JSON.stringify(table!.model.choices.map(({ steps: _, ...rest }) => rest))).not.toMatch(/[а-я]/i);
});

it('does not learn from what a rule decided', async () => {
  const made = await opened('стая собак');
  await decided(made, 'ROADS', 'RULE');
  const { rows } = await worker.query('select 1 from routing.decided_route where question = $1', [made.question]);
  expect(rows).toEqual([]);
});

it('retires where officials of late chose otherwise, and says how often', async () => {
  await worker.query(
    `update routing.decided_route d set topic = (array['WATER', 'DOGS', 'ROADS'])[1 + (array_position(array['ROADS', 'WATER', 'DOGS'], d.topic) % 3)]
     where question in (select question from routing.decided_route order by decided_at desc limit 24)`,
  );
  await worker.query(
    `insert into routing.work (district, kind, key, due_at, body) values (1, 'LEARN', 'ROUTES', now(), '{}')
     on conflict do nothing`,
  );
  await learn();
  const asked = await opened('У школы бродячие собаки');
  const learned = await proposed(asked.question);
  expect(learned!.judged).toBeGreaterThanOrEqual(20);
  expect(learned!.first).toBeLessThan(learned!.judged / 2);
  expect(learned!.routes).toEqual([]);
});

it('learns again once a person is erased, without the texts', async () => {
  const { appeal, person } = await opened('собака без хозяина');
  await deliver(fact('PersonErased', 'intake.events', appeal, { person }));
  expect(await work()).toBe(1);
});
