import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { PostgresOpenings } from '../records/adapters/postgres/postgres-openings.js';
import { OutgoingRegisterResolver } from './adapters/graphql/outgoing-register.resolver.js';
import { PostgresOutgoingRegister } from './adapters/postgres/postgres-outgoing-register.js';
import { received, registered } from './application/fold/journey.fixture.js';
import {
  officialContext,
  registerWorld,
  testClock,
  testDistrict,
  testSecrets,
  type RegisterWorld,
} from './register-world.fixture.js';

const district = testDistrict(1, 'aldan');
const other = testDistrict(2, 'neryungri');
const registrar = officialContext([district], ['REGISTRAR']);
const november = { district: 'aldan', from: '2026-11-01', to: '2026-11-30' } as const;

let world: RegisterWorld;
let letters: OutgoingRegisterResolver;

const outgoing = (number: string, on = '2026-11-24') => ({ further: [], outgoing: { number, on } });
const dispatched = { proof: 'id 250', dispatchedAt: '2026-11-24T03:00:00.000Z' };
const posting = (number: string, sentOn: string, track: string) => ({
  ...dispatched,
  way: 'PAPER',
  posting: { means: 'REGISTERED_LETTER', number, sentOn, track },
});

beforeAll(async () => {
  world = await registerWorld([district, other]);
  const { directory, vault, database } = world.given;
  const register = new PostgresOutgoingRegister(database);
  letters = new OutgoingRegisterResolver(
    directory,
    world.reader,
    register,
    new PostgresOpenings(database),
    testClock,
    testSecrets,
  );
  const journey = await received(vault, 'Яма на Лесной', { name: 'Анна', contact: 'a@example.org' });
  await registered(journey, 'АЛД-2026-1');
  const of = async (kind: string, ...facts: readonly (readonly [string, object])[]) => {
    const notice = randomUUID();
    for (const [type, data] of facts) await journey.add(type, { kind, ...data }, {}, notice);
  };
  await of(
    'REGISTERED',
    ['NoticeOpened', { way: 'EMAIL', ...outgoing('9') }],
    ['NoticeDispatched', { way: 'EMAIL', ...dispatched }],
  );
  await of(
    'EXTENDED',
    ['NoticeOpened', { way: 'ORAL', ...outgoing('10') }],
    ['NoticeDispatched', { way: 'ORAL', ...dispatched }],
  );
  await of(
    'INTERIM_ANSWER',
    ['NoticeOpened', { way: 'PAPER', ...outgoing('11') }],
    ['NoticeCancelled', { ground: 'QUESTION_ENDED' }],
  );
  await of('COVERING', ['NoticeOpened', { way: 'PAPER', ...outgoing('12'), details: { body: 'Водоканал' } }]);
  await of(
    'FORWARDED',
    ['NoticeOpened', { way: 'PAPER', ...outgoing('13') }],
    ['NoticeDispatched', posting('13', '2026-11-25', '67890012345672')],
  );
  await of(
    'LEFT_UNANSWERED',
    ['NoticeOpened', { way: 'PAPER', ...outgoing('14') }],
    ['NoticeDispatched', posting('14', '2026-11-25', '67890012345689')],
    ['LetterReturned', { posting: 1, outcome: 'MOVED', proof: 'ENVELOPE', returnedOn: '2026-11-28' }],
    ['NoticeFailed', { way: 'PAPER', code: 'MOVED', next: 'PAPER' }],
  );
  await of(
    'REPLIED',
    ['NoticeOpened', { way: 'PAPER', ...outgoing('15') }],
    ['NoticeDispatched', posting('15', '2026-11-25', '67890012345696')],
    ['LetterDelivered', { posting: 1, proof: 'RECEIPT', deliveredOn: '2026-11-28' }],
  );
  await of(
    'TAKEN_UP',
    ['NoticeOpened', { way: 'EMAIL', further: [] }],
    ['NoticeDispatched', { way: 'EMAIL', ...dispatched }],
  );
  await of('STRUCK', ['NoticeOpened', { way: 'EMAIL', ...outgoing('1', '2026-12-01') }]);
  await world.deliver(...journey.facts);
  const elsewhere = await received(vault, 'В другом районе', { district: 2 });
  await registered(elsewhere, 'НЕР-2026-1');
  await elsewhere.add('NoticeOpened', { kind: 'REGISTERED', way: 'PAPER', ...outgoing('9') });
  await world.deliver(...elsewhere.facts);
}, 60_000);
afterAll(() => world.close());

it('has letters of all ways in the order of their numbers, the annulled among them, and what is no letter not', async () => {
  const { nodes, total } = await letters.outgoingRegister(november, registrar);
  expect(nodes.map(({ notice, course }) => [notice.outgoing?.number, notice.way, course])).toEqual([
    ['9', 'EMAIL', 'SENT'],
    ['10', 'ORAL', 'SENT'],
    ['11', 'PAPER', 'ANNULLED'],
    ['12', 'PAPER', 'WAITING'],
    ['13', 'PAPER', 'ON_ITS_WAY'],
    ['14', 'PAPER', 'RETURNED'],
    ['15', 'PAPER', 'DELIVERED'],
  ]);
  expect(total).toBe(7);
  expect(nodes[2]!.notice.outgoing?.annulled).toBe(true);
  expect(nodes[3]!.notice.body).toBe('Водоканал');
  expect(nodes[6]!.notice.posting).toMatchObject({
    track: '67890012345696',
    after: { outcome: 'DELIVERED', on: '2026-11-28', proof: 'RECEIPT' },
  });
});

it('is narrowed to days, ways, kinds, courses, and to one number of ours or of the post', async () => {
  const numbers = async (filter: object) =>
    (await letters.outgoingRegister({ ...november, ...filter }, registrar)).nodes.map(
      ({ notice }) => notice.outgoing?.number,
    );
  expect(await numbers({ from: '2026-11-25' })).toEqual([]);
  expect(await numbers({ to: '2026-12-31', kinds: ['STRUCK'] })).toEqual(['1']);
  expect(await numbers({ ways: ['ORAL', 'EMAIL'] })).toEqual(['9', '10']);
  expect(await numbers({ kinds: ['FORWARDED'] })).toEqual(['13']);
  expect(await numbers({ courses: ['RETURNED', 'ANNULLED'] })).toEqual(['11', '14']);
  expect(await numbers({ number: '67890012345672' })).toEqual(['13']);
  expect(await numbers({ number: '12' })).toEqual(['12']);
});

it('offers the way on from what came back, and none from what waits', async () => {
  const { nodes } = await letters.outgoingRegister({ ...november, ways: ['PAPER'] }, registrar);
  const acts = new Map(nodes.map(({ notice }) => [notice.outgoing?.number, notice.allowedActions]));
  expect(acts.get('12')).toEqual(['ATTACH_SIGNATURE', 'RECORD_POSTING']);
  expect(acts.get('13')).toEqual(['RECORD_LETTER_OUTCOME']);
  expect(acts.get('14')).toEqual(['ATTACH_SIGNATURE', 'RECORD_POSTING']);
});
