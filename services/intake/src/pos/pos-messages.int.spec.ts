import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cp1251 } from '@otklik/testing';
import { intakeWorld, type IntakeWorld } from '../intake-world.fixture.js';
import { PosMessages } from './pos-messages.js';

let world: IntakeWorld;
let pos: PosMessages;
beforeAll(async () => {
  world = await intakeWorld();
  pos = world.get(PosMessages);
});
afterAll(() => world.stop());

const operator = { kind: 'system', id: 'operator' } as const;
const heads = 'Номер сообщения;Дата подачи;Статус;Источник;Текст сообщения;Заявитель;E-mail;Срок ответа';
const line = (number: string, { text = 'Яма у школы', state = 'На рассмотрении', due = '10.12.2026' } = {}) =>
  `${number};20.11.2026;${state};Виджет на сайте;${text};Ким Вера;vera@example.org;${due}`;

async function takeIn(...lines: readonly string[]) {
  const district = world.district('aldan');
  const { entries, sheets } = await pos.read({ district, bytes: cp1251([heads, ...lines].join('\r\n')) });
  return { sheets, taken: await pos.takeIn({ district, entries, actor: operator }) };
}

const received = async () =>
  (await world.rows('event')) as readonly { readonly type: string; readonly stream: string; readonly data: object }[];

it('takes messages of the platform in, of its regime, with its number and term; what people wrote is sealed', async () => {
  expect((await takeIn(line('1001'), line('1002'))).taken).toMatchObject({ added: 2, known: 0, faults: [] });
  const events = await received();
  expect(events).toHaveLength(2);
  expect(events.map(({ data }) => data)).toContainEqual(
    expect.objectContaining({
      regime: 'POS_MESSAGE',
      channel: 'IMPORT',
      receivedOn: '2026-11-20',
      identified: false,
      receivedFrom: { kind: 'POS', number: '1001', date: '2026-11-20', term: '2026-12-10' },
    }),
  );
  expect(JSON.stringify(events)).not.toMatch(/Яма|Ким|vera|Виджет/);
});

it('takes the next list without doubles, though state and term of a message changed; another text under a number is a fault', async () => {
  const { taken } = await takeIn(
    line('1001', { state: 'В работе', due: '15.12.2026' }),
    line('1002', { text: 'Совсем другое' }),
    line('1003'),
    line('1004', { state: 'Закрыто' }),
  );
  expect(taken).toMatchObject({ added: 1, known: 1, faults: [{ line: 2, code: 'IDEMPOTENCY_KEY_REUSED' }] });
  expect(await received()).toHaveLength(3);
});
