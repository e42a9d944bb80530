import { expect } from '@jest/globals';
import type { PermittedContext } from '@otklik/host';
import { compact } from '@otklik/kernel';
import { classifierOf, memoryDirectory, type District } from '@otklik/tenancy';
import { samplePublicInformation } from '@otklik/testing';
import { memoryVault } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { LearnedResolver } from './adapters/graphql/learned.resolver.js';
import { LearnDecisions } from './application/learn-decisions.js';
import { questionId } from './application/open-question.js';
import { factsAt, routingWorld } from './routing-world.fixture.js';
import { housing, law, works, zone } from './test-district.fixture.js';

const coordinator = {
  id: randomUUID(),
  login: 'c',
  name: 'C',
  assignments: [{ district: 1, role: 'COORDINATOR' }],
} as const;
/** Invented. */
export const [road, pipe, tap, dog] = [
  '0003.0001.0001.0001',
  '0005.0001.0001.0001',
  '0005.0001.0001.0002',
  '0003.0002.0001.0001',
];
const rows = [
  '0003',
  '0003.0001',
  '0003.0001.0001',
  '0003.0002',
  '0003.0002.0001',
  '0005',
  '0005.0001',
  '0005.0001.0001',
]
  .concat([road, pipe, tap, dog])
  .map((code) => ({ code, name: `Name of ${code}` }));
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
    { code: 'ROADS', name: 'Roads', classifiers: [road] },
    { code: 'WATER', name: 'Water', classifiers: [pipe, tap] },
    { code: 'DOGS', name: 'Dogs' },
  ],
  settlements: [],
  synonyms: [],
  accounts: [],
  classifier: classifierOf([{ edition: '31.10.2025', isWhole: true, rows }]),
  routingRules: [],
  officials: [coordinator],
};
export type Code = keyof typeof texts;
/** Invented. */
export const texts = {
  ROADS: ['яма на дороге', 'дорога разбита', 'засыпьте ямы на дороге', 'нужен грейдер на дорогу'],
  WATER: ['нет горячей воды', 'вода ржавая', 'отключили воду в доме', 'напор воды слабый'],
  DOGS: ['стая бродячих собак', 'собака укусила ребёнка', 'собаки у школы', 'отловите бродячих собак'],
} as const;
export const codes = Object.keys(texts) as readonly Code[];
const departments = { ROADS: works.code, WATER: housing.code, DOGS: works.code } as const;
/** What officials choose: of water the other code than the settings have first. */
export const chosenCodes = { ROADS: road, WATER: tap, DOGS: dog } as const;

const vault = memoryVault();
export const official = { kind: 'official', ...coordinator } as const;
export const context = {
  district: aldan,
  language: 'ru',
  actor: official,
  rule: ['COORDINATOR', 'EXECUTOR'],
} as unknown as PermittedContext;
const fact = factsAt((position) => new Date(Date.UTC(2026, 10, 1) + position * 1_000).toISOString());

export interface Opened {
  readonly appeal: string;
  readonly person: string;
  readonly question: string;
}

/** What officials of one district decided, and what is learned from it. */
export async function learnedWorld() {
  const now = () => '2026-11-24T03:00:00.000Z';
  const world = await routingWorld({ directory: memoryDirectory([aldan]), vault, now });
  const { service, store, worker, deliver } = world;

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

  /** The coordinator chooses another code than the topic's. */
  async function classified({ appeal, question }: Opened, classifier: string): Promise<void> {
    await deliver(fact('QuestionClassified', 'routing.events', appeal, { classifier }, { stream: question }));
  }

  async function signed({ appeal, question }: Opened, readyTexts?: readonly object[]): Promise<void> {
    const data = {
      question,
      answer: randomUUID(),
      department: works.code,
      signedAt: now(),
      ...compact({ readyTexts }),
    };
    await deliver(fact('ResponseSigned', 'responses.events', appeal, data, { stream: randomUUID() }));
  }

  async function erased(appeal: string, person: string): Promise<void> {
    await deliver(fact('PersonErased', 'intake.events', appeal, { person }));
  }

  const work = async () => (await worker.query(`select kind from routing.work where kind = 'LEARN'`)).rowCount;
  async function learn(): Promise<void> {
    await worker.query(`update routing.work set due_at = now() where kind = 'LEARN'`);
    while ((await service.get(LearnDecisions).learnDue()) > 0);
    expect(await work()).toBe(0);
  }
  const resolver = () => service.get(LearnedResolver);
  const proposed = (id: string) => resolver().learnedRoutes(id, context);

  /** As many of each topic, with the codes that officials choose. */
  async function decidedMany(count: number): Promise<void> {
    for (let at = 0; at < count; at += 1) {
      const topic = codes[at % 3]!;
      const one = await opened(`${texts[topic][at % 4]}, прошу помочь`);
      await decided(one, topic);
      await classified(one, chosenCodes[topic]);
    }
  }

  return { world, opened, decided, classified, decidedMany, signed, erased, work, learn, resolver, proposed };
}

export type LearnedWorld = Awaited<ReturnType<typeof learnedWorld>>;
