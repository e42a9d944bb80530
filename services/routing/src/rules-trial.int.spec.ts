import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BadInput, type PermittedContext } from '@otklik/host';
import { Unavailable } from '@otklik/kernel';
import { memoryDirectory, type District } from '@otklik/tenancy';
import { withTriedRules } from '@otklik/tenancy/loader';
import { samplePublicInformation } from '@otklik/testing';
import { memoryVault } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ProposalResolver } from './adapters/graphql/proposal.resolver.js';
import { factsAt, routingWorld, type RoutingWorld } from './routing-world.fixture.js';
import { law, zone } from './test-district.fixture.js';

const file = await readFile(new URL('../../../deploy/districts/aldan.yaml', import.meta.url), 'utf8');
const bare: District = {
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
  departments: [],
  organisations: [],
  topics: [],
  settlements: [],
  synonyms: [],
  accounts: [],
  routingRules: [],
  officials: [],
};
const aldan = withTriedRules(bare, file)!;
const context = { district: aldan, language: 'ru' } as unknown as PermittedContext;

const vault = memoryVault();
const now = '2026-11-24T03:00:00.000Z';
const fact = factsAt(() => now);
let world: RoutingWorld;

interface Given {
  readonly receivedOn?: string;
  readonly settlement?: string;
  readonly topic?: string;
}

async function received(text: string, given: Given = {}): Promise<string> {
  const [appeal, person, id] = [randomUUID(), randomUUID(), randomUUID()];
  await vault.createPerson(1, person);
  const data = {
    person,
    text: await vault.seal(1, person, id, 'text', text),
    channel: 'SITE',
    receivedOn: '2026-11-20',
  };
  await world.deliver(fact('AppealReceived', 'intake.events', appeal, { ...data, ...given }, { id }));
  return person;
}
const trial = (text: string) => world.service.get(ProposalResolver).rulesTrial({ district: 'aldan', text }, context);

beforeAll(async () => {
  world = await routingWorld({ directory: memoryDirectory([aldan]), vault, now: () => now });
  await received('Нет горячей воды третий день');
  await received('Нет горячей воды, вода ржавая');
  await received('Яма на дороге');
  await received('Яма на дороге у моста', { topic: 'voda' });
  await received('На зимнике яма', { settlement: 'chagda' });
  await received('Благодарю Иванова Петра Сергеевича за внимание');
  await received('Нет горячей воды с лета', { receivedOn: '2026-08-20' });
}, 120_000);
afterAll(() => world.close());

it('counts what would have another topic or department, by pair, and shows no text', async () => {
  const voda = { topic: { code: 'voda', name: 'Водоснабжение и водоотведение' }, department: expect.anything() };
  const tried = file
    .replace(
      'topic: voda\n    department: zhkh\n  - id: elektrichestvo\n',
      'topic: voda\n    department: opeka\n  - id: elektrichestvo\n',
    )
    .replace('- дорога\n      - дорожное покрытие', '- дорожное покрытие')
    .replace('- яма\n      - выбоина', '- выбоина');
  const answer = await trial(tried);
  expect(answer).toEqual({
    since: '2026-08-26',
    received: 6,
    tried: 6,
    changed: 3,
    moves: [
      {
        appeals: 2,
        before: { ...voda, department: expect.objectContaining({ code: 'zhkh' }) },
        after: { ...voda, department: { code: 'opeka', name: 'Отдел опеки и попечительства' } },
      },
      {
        appeals: 1,
        before: {
          topic: expect.objectContaining({ code: 'dorogi' }),
          department: expect.objectContaining({ code: 'dorogi' }),
        },
        after: null,
      },
    ],
  });
  expect(JSON.stringify(answer)).not.toMatch(/горячей|яма/i);
});

it('tries the department of a topic that the sender chose', async () => {
  const tried = file.replace(
    'name: Водоснабжение и водоотведение\n    department: zhkh',
    'name: Водоснабжение и водоотведение\n    department: opeka',
  );
  expect(await trial(tried)).toMatchObject({ changed: 1, moves: [{ after: { department: { code: 'opeka' } } }] });
});

it('finds none for a rule on the name of a person', async () => {
  const rule = "routingRules:\n  - { id: imya, words: ['иванов', 'пётр'], topic: voda, department: zhkh }\n";
  expect(await trial(file.replace('routingRules:\n', rule))).toMatchObject({ changed: 0, moves: [] });
});

it('changes nothing by the text in force, and is not made while a rule has a fault', async () => {
  expect(await trial(file)).toMatchObject({ received: 6, tried: 6, changed: 0, moves: [] });
  expect(await trial(file.replace('topic: voda', 'topic: nowhere'))).toBeNull();
  expect(await trial('nothing: [')).toBeNull();
  await expect(trial('a'.repeat(200_001))).rejects.toThrow(BadInput);
});

it('leaves out a text that was deleted', async () => {
  const person = await received('Нет горячей воды в бараке');
  expect(await trial(file)).toMatchObject({ received: 7 });
  await world.deliver(fact('PersonErased', 'intake.events', randomUUID(), { person }));
  expect(await trial(file)).toMatchObject({ received: 6, tried: 6 });
});

it('lets others have their turn after each appeal, and goes on once at a time', async () => {
  let turns = 0;
  let goesOn = true;
  const turn = (): void => {
    turns += 1;
    if (goesOn) setImmediate(turn);
  };
  setImmediate(turn);
  const first = trial(file);
  await expect(trial(file)).rejects.toThrow(Unavailable);
  const { tried } = (await first)!;
  goesOn = false;
  expect(turns).toBeGreaterThanOrEqual(tried);
  expect(await trial(file)).toMatchObject({ tried });
});

it('is not made with so many patterns that each text would take long', async () => {
  const words = Array.from({ length: 2_000 }, (_, at) => `слово${at}`).join(', ');
  const rule = `routingRules:\n  - { id: many, words: [${words}], topic: voda, department: zhkh }\n`;
  await expect(trial(file.replace('routingRules:\n', rule))).rejects.toThrow(BadInput);
});
