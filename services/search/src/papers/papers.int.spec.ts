import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Actor } from '@otklik/tenancy';
import { randomUUID } from 'node:crypto';
import { OpeningResolver } from '../records/adapters/graphql/opening.resolver.js';
import { PostgresOpenings } from '../records/adapters/postgres/postgres-openings.js';
import { OpenApplicant } from '../register/adapters/graphql/open-applicant.js';
import { OpenForPrint } from '../register/adapters/graphql/open-for-print.js';
import { officials, received, registered, type Journey } from '../register/application/fold/journey.fixture.js';
import {
  officialContext,
  registerWorld,
  testClock,
  testDistrict,
  testSecrets,
  type RegisterWorld,
} from '../register/register-world.fixture.js';
import { PaperRoutes } from './adapters/http/paper.routes.js';
import { TableRoutes } from './adapters/http/table.routes.js';

const people = [{ id: officials.executor, login: 'clerk', name: 'Clerk', assignments: [] }];
const departments = ['utilities', 'roads'].map((code) => ({ id: randomUUID(), code, name: code }));
const organisations = [{ code: 'vodokanal', name: 'Водоканал', address: '678900, г. Алдан, ул. Ленина, 2' }];
const district = testDistrict(1, 'aldan', { officials: people, departments, organisations });
const controller = officialContext([district], ['CONTROLLER']);
const of = (role: 'REGISTRAR' | 'ANALYST' | 'CONTROLLER') =>
  officialContext([district], [role], officials.executor).actor;
const ofRoads: Actor = officialContext(
  [district],
  [{ district: 1, role: 'EXECUTOR', department: departments[1]!.id }],
).actor;

let world: RegisterWorld;
let openings: OpeningResolver;
let fastify: FastifyInstance;
let prints: OpenForPrint;
let made: Journey;
let body: string;
let actor: Actor;

const asked = async (url: string, by: Actor) => {
  actor = by;
  return fastify.inject({ method: 'GET', url });
};
const refused = async (url: string, by: Actor) => (await asked(url, by)).payload;
const opened = async (kind: 'CONTACT' | 'CARD' | 'PRINT') =>
  (await openings.openings({ district: 'aldan', kinds: [kind] }, controller)).nodes;

beforeAll(async () => {
  world = await registerWorld([district]);
  const { directory, vault, database } = world.given;
  const held = new PostgresOpenings(database);
  openings = new OpeningResolver(directory, world.reader, held, vault, testClock, testSecrets);
  const applicants = new OpenApplicant(held, vault, testClock);
  fastify = Fastify();
  fastify.setErrorHandler((error, _, reply) => reply.code(400).send((error as Error).name));
  prints = new OpenForPrint(world.reader, held, vault, testClock, testSecrets);
  const routes = new PaperRoutes(directory, world.reader, held, applicants, prints, vault, testClock);
  routes.register(fastify, { actorOf: () => Promise.resolve(actor) });
  new TableRoutes(directory, testClock).register(fastify, { actorOf: () => Promise.resolve(actor) });
  made = await received(vault, 'Яма на Лесной', { name: 'Анна', address: '678955, с. Хатыстыр, ул. Лесная, 4' });
  await registered(made, 'АЛД-С-2026-1');
  await made.add('NoticeOpened', { kind: 'REGISTERED', way: 'PAPER', further: [] });
  body = randomUUID();
  const covering = { kind: 'COVERING', about: made.question, details: { body: 'Водоканал' } };
  await made.add('NoticeOpened', { ...covering, way: 'PAPER', further: [] }, {}, body);
  await world.deliver(...made.facts);
}, 60_000);
afterAll(async () => {
  await fastify.close();
  await world.close();
});

describe('the registration card of a case', () => {
  const url = () => `/papers/aldan/card/${made.appeal}`;

  it('is without the name for an official whose act needs none', async () => {
    const before = (await opened('CONTACT')).length;
    const { statusCode, headers, rawPayload } = await asked(url(), of('CONTROLLER'));
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await opened('CONTACT')).toHaveLength(before);
    expect(await opened('CARD')).not.toHaveLength(0);
  });

  it('has the name for who has an act at hand, and the opening is on record with its reason', async () => {
    expect((await asked(url(), of('REGISTRAR'))).statusCode).toBe(200);
    expect(await opened('CONTACT')).toMatchObject([{ reason: 'Печать РКК', role: 'REGISTRAR' }]);
  });

  it('is refused to another department, and to no official', async () => {
    expect(await refused(url(), ofRoads)).toBe('Forbidden');
    expect(await refused(url(), { kind: 'anyone' })).toBe('Unauthenticated');
    expect(await refused(`/papers/aldan/card/${randomUUID()}`, of('REGISTRAR'))).toBe('NotFound');
    expect(await refused(`/papers/nowhere/card/${made.appeal}`, of('REGISTRAR'))).toBe('NotFound');
  });
});

describe('envelopes and the list of registered letters', () => {
  it('are for letters that wait, and open those applicants alone, with one record of a print', async () => {
    const of2 = `notice=${made.notice}&notice=${body}`;
    for (const paper of ['envelopes/DL', 'envelopes/C5', 'registry']) {
      const { statusCode, headers } = await asked(`/papers/aldan/${paper}?${of2}`, of('REGISTRAR'));
      expect([paper, statusCode, headers['content-type']]).toEqual([paper, 200, 'application/pdf']);
    }
    const common = { role: 'REGISTRAR', reason: 'отправляю почтой', rows: 1, appeals: [made.appeal] };
    const records = await opened('PRINT');
    expect(records).toMatchObject([common, common]);
    expect(records.map(({ printed }) => printed).sort()).toEqual(['ENVELOPES', 'POSTAL_LIST']);
    expect((await asked(`/papers/aldan/envelopes/DL?notice=${body}`, of('REGISTRAR'))).statusCode).toBe(200);
    expect(await opened('PRINT')).toHaveLength(2);
  });

  it('make no record more under the print of the same press, and one under that of another', async () => {
    const rule = ['REGISTRAR'] as const;
    const registrar = of('REGISTRAR');
    const print = { appeals: [made.appeal], printed: 'LETTERS', reason: 'TO_POST' } as const;
    const { opening } = await prints.open(print, { actor: registrar, rule }, district);
    const before = (await opened('PRINT')).length;
    const url = `/papers/aldan/envelopes/DL?notice=${made.notice}`;
    expect((await asked(`${url}&opening=${opening}`, registrar)).statusCode).toBe(200);
    expect(await opened('PRINT')).toHaveLength(before);
    const colleague = officialContext([district], ['REGISTRAR']).actor;
    expect((await asked(`${url}&opening=${opening}`, colleague)).statusCode).toBe(200);
    expect(await opened('PRINT')).toHaveLength(before + 1);
    expect(
      (await asked(`${url}&opening=${randomUUID()}`, officialContext([district], ['REGISTRAR']).actor)).statusCode,
    ).toBe(200);
    expect(await opened('PRINT')).toHaveLength(before + 2);
  });

  it('open what the official may and what an absent one may whom he substitutes, with a record of each', async () => {
    const roads = await received(world.given.vault, 'Зимник не открыт', { name: 'Пётр' });
    await registered(roads, 'АЛД-С-2026-2');
    await roads.add('QuestionRouted', { topic: 'roads', department: 'roads', words: [], by: 'OFFICIAL' });
    await world.deliver(...roads.facts);
    const executor = { district: 1, role: 'EXECUTOR' } as const;
    const [own, others] = departments.map(({ id }) => ({ ...executor, department: id }));
    const both = officialContext([district], [own!, { ...others!, onBehalfOf: randomUUID() }]);
    const appeals = [made.appeal, roads.appeal];
    const print = { appeals, printed: 'ENVELOPES', reason: 'TO_POST' } as const;
    const before = (await opened('PRINT')).length;
    expect(await prints.openAll({ ...print, appeals: [...appeals, randomUUID()] }, both, district)).toBeUndefined();
    expect(await opened('PRINT')).toHaveLength(before);
    const applicants = await prints.openAll(print, both, district);
    expect(applicants?.map(({ name }) => name).toSorted()).toEqual(['Анна', 'Пётр']);
    const records = (await opened('PRINT')).filter(({ role }) => role === 'EXECUTOR');
    expect(records.map((one) => one.appeals).toSorted()).toEqual(appeals.map((id) => [id]).toSorted());
  });

  it('are refused to who posts no letters, of another size, and of no letter', async () => {
    expect(await refused(`/papers/aldan/registry?notice=${made.notice}`, of('ANALYST'))).toBe('Forbidden');
    expect(await refused(`/papers/aldan/envelopes/A4?notice=${made.notice}`, of('REGISTRAR'))).toBe('NotFound');
    expect(await refused('/papers/aldan/registry', of('REGISTRAR'))).toBe('BadInput');
    expect(await refused('/papers/aldan/registry?notice=x', of('REGISTRAR'))).toBe('BadInput');
    expect(await refused(`/papers/aldan/registry?notice=${randomUUID()}`, of('REGISTRAR'))).toBe('NotFound');
  });
});

describe('a report of numbers', () => {
  const tables = [{ title: 'По отделам', head: ['Отдел', 'В работе'], rows: [['ЖКХ', 12]] }];
  const report = { title: 'Неделя руководителя', text: ['В работе 12.'], tables, notes: [] };
  const posted = async (payload: object, by: Actor, code = 'aldan') => {
    actor = by;
    return fastify.inject({ method: 'POST', url: `/papers/${code}/tables`, payload });
  };

  it('is a sheet for who may open the screen that shows them, and opens no name', async () => {
    const before = (await opened('CONTACT')).length;
    for (const role of ['CONTROLLER', 'ANALYST'] as const) {
      const { statusCode, headers, rawPayload } = await posted(report, of(role));
      expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        'application/pdf',
        expect.stringContaining('no-store'),
      ]);
      expect(rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    }
    expect(await opened('CONTACT')).toHaveLength(before);
  });

  it('is refused to no official, elsewhere, and of anything else', async () => {
    expect((await posted(report, { kind: 'anyone' })).payload).toBe('Unauthenticated');
    expect((await posted(report, of('CONTROLLER'), 'nowhere')).payload).toBe('NotFound');
    expect((await posted({ ...report, tables: [{}] }, of('CONTROLLER'))).payload).toBe('BadInput');
  });

  it('is refused to a resident, to officials of another district, and to who has no role', async () => {
    const resident: Actor = { kind: 'resident', district: district.id, appeal: made.appeal, person: randomUUID() };
    expect((await posted(report, resident)).payload).toBe('Forbidden');
    const elsewhere = officialContext([testDistrict(2, 'lensk')], ['HEAD', 'ANALYST']).actor;
    // Whether there is such a district is not for others to learn.
    expect((await posted(report, elsewhere)).payload).toBe('NotFound');
    expect((await posted(report, officialContext([district], []).actor)).payload).toBe('NotFound');
  });

  it('is made of whatever a screen shows: many filters in one sentence, and many lines', async () => {
    const text = ['Отобраны: '.padEnd(19_000, 'ы ')];
    const rows = Array.from({ length: 2_500 }, (_, at) => [`Тема ${at}`, at]);
    const { statusCode } = await posted({ ...report, text, tables: [{ ...tables[0]!, rows }] }, of('ANALYST'));
    expect(statusCode).toBe(200);
  }, 60_000);
});
