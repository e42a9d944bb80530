import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Regime } from '@otklik/contracts/enumerations';
import type { PublicEvent, Topic } from '@otklik/contracts/envelope';
import type { AnswerTemplate, Letter, LetterPreview } from '@otklik/contracts/generated/graphql';
import { postgresEventStore, type EventStore } from '@otklik/event-store';
import { Forbidden, NotFound, RateLimited } from '@otklik/host';
import { Fault } from '@otklik/host/graphql';
import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import { compact, IdempotencyKeyReused, uuidv5 } from '@otklik/kernel';
import { makeDelivery } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import {
  installService,
  memoryDirectory,
  openDatabase,
  type Actor,
  type Database,
  type OfficialRole,
} from '@otklik/tenancy';
import { inLog, eventually, testDatabase, type TestDatabase } from '@otklik/testing';
import { memoryVault } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Applicants } from '../notice/store/applicants.js';
import { notificationsService } from '../notifications.module.js';
import { applicantOpenerIn, openerIn } from './adapters/graphql/opener-in.js';
import { MAX_ADDRESSED_AN_HOUR } from './application/draft-sheet.js';
import { aldan } from '../test-district.fixture.js';

const executor = { id: randomUUID(), login: 'vinokurova', name: 'Винокурова С. А.', assignments: [] };
const works = { id: randomUUID(), code: 'works', name: 'Отдел дорог' };
const housing = { id: randomUUID(), code: 'housing', name: 'Отдел жилья' };
const district = {
  ...aldan,
  departments: [works, housing],
  topics: [
    { code: 'ROADS', name: 'Дороги' },
    { code: 'ROOFS', name: 'Крыши' },
  ],
  settlements: [{ code: 'TOMMOT', name: 'г. Томмот' }],
  officials: [executor],
};
const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const now = '2026-11-24T03:00:00.000Z';
const vault = memoryVault();

let server: TestDatabase;
let database: Database;
let worker: pg.Pool;
let store: EventStore;
let service: ServiceUnderTest;

beforeAll(async () => {
  server = await testDatabase();
  const urls = await installService(server.url, 'notifications', notificationsService.migrations, 'roles-of-specs-1');
  database = openDatabase(urls.app, 'notifications');
  worker = new pg.Pool({ connectionString: urls.worker });
  store = postgresEventStore({ service: 'notifications', url: urls.app });
  service = await serviceUnderTest(notificationsService, {
    database,
    worker,
    store,
    vault,
    logger: silent,
    now: () => now,
    dataDir: '/nonexistent',
    directory: memoryDirectory([district, { ...district, id: 2, code: 'tompo', officials: [] }]),
    secret: (purpose) => Buffer.from(purpose),
    environment: { OTKLIK_LETTERS: 'files', OTKLIK_PUBLIC_URL: 'https://otklik.example' },
  });
});
afterAll(async () => {
  await service.close();
  await store.close();
  await worker.end();
  await database.close();
  await server.drop();
});

const as = (role: OfficialRole, department?: string, of = 1): Actor => {
  const assignment = compact({ district: of, role, department });
  return { kind: 'official', id: executor.id, login: 'somebody', name: 'Somebody', assignments: [assignment] };
};

let position = 1000;
async function deliver(topic: Topic, type: string, appeal: string, more: Partial<PublicEvent>) {
  position += 1;
  const event: PublicEvent = {
    id: randomUUID(),
    type,
    schema: 1,
    topic,
    district: 1,
    stream: appeal,
    version: 1,
    data: {},
    position,
    appeal,
    at: now,
    recordedAt: now,
    actor: { kind: 'system' },
    commandId: randomUUID(),
    correlationId: appeal,
    ...more,
  };
  const consumer = service.consumers.find((one) => one.topics.includes(topic))!;
  await makeDelivery(consumer, { database, worker }, silent).deliver({
    topic,
    partition: 0,
    events: inLog([event]),
    position,
  });
}

/** A registered question in the department of roads. Answers its id. */
async function question(
  regime: Regime = 'APPEAL_59FZ',
  { assigned = true }: { readonly assigned?: boolean } = {},
): Promise<{ readonly question: string; readonly appeal: string; readonly person: string }> {
  const [appeal, person, sent] = [randomUUID(), randomUUID(), randomUUID()];
  await vault.createPerson(1, person);
  const seal = (field: string, text: string) => vault.seal(1, person, sent, field, text);
  const data = {
    person,
    receipt: 'АЛД-17',
    channel: 'SITE',
    regime,
    settlement: 'TOMMOT',
    contactKind: 'PHONE',
    text: await seal('text', 'Когда расселят барак? Прошу почистить дорогу.'),
    name: await seal('name', 'Ефремов Степан Ильич'),
    contact: await seal('contact', '8 924 000-00-12'),
    placeText: await seal('placeText', 'ул. Нагорная, 4'),
  };
  await deliver('intake.events', 'AppealReceived', appeal, { id: sent, data });
  const registration = { number: 'АЛД-О-2026-190', registeredOn: '2026-11-10', regime, person };
  await deliver('intake.events', 'AppealRegistered', appeal, { data: registration });
  const id = uuidv5(appeal, '1');
  const routed = (type: string, version: number, facts: object) =>
    deliver('routing.events', type, appeal, { stream: id, version, data: facts });
  await routed('QuestionOpened', 1, { person, regime, ordinal: 1 });
  await routed('QuestionRouted', 2, { topic: 'ROADS', department: 'works', by: 'RULE', words: [] });
  await routed('DeadlineSet', 3, { dueOn: '2026-12-10', duty: 'ANSWER' });
  if (assigned) await routed('ExecutorAssigned', 4, { executor: executor.id, department: 'works' });
  await routed('QuestionRouted', 2, { topic: 'ROOFS', department: 'housing', by: 'RULE', words: [] });
  return { question: id, appeal, person };
}

it('is called about by officials of its department, and by those bound to none', async () => {
  const made = await question('SOCIAL_MESSAGE');
  const id = randomUUID();
  const data = { to: [{ letter: randomUUID(), name: 'Полиция' }], forwardedOn: '2026-11-26', linksUntil: '2027-01-10' };
  const forwarded = { id, stream: made.question, version: 5, data };
  await deliver('routing.events', 'QuestionForwarded', made.appeal, forwarded);
  const call = { district: 'aldan', id: uuidv5(id, 'notice') };
  const attempt = (actor: Actor, expectedVersion: number) =>
    service.mutate('recordCallAttempt', { ...call, key: randomUUID(), expectedVersion, result: 'NO_ANSWER' }, actor);
  const told = (actor: Actor, expectedVersion: number) =>
    service.mutate('recordOralNotice', { ...call, key: randomUUID(), expectedVersion, said: 'Переслали.' }, actor);
  const elsewhere = as('EXECUTOR', housing.id);
  await expect(attempt(elsewhere, 1)).rejects.toThrow(Forbidden);
  await expect(told(elsewhere, 1)).rejects.toThrow(Forbidden);
  expect(await attempt(as('MODERATOR'), 1)).toMatchObject({ version: 2 });
  expect(await told(as('EXECUTOR', works.id), 2)).toMatchObject({ version: 3 });
});

it('goes to the body by a covering letter on paper, with the text and whom to answer; another district gets none', async () => {
  const made = await question();
  const [letter, other] = [randomUUID(), randomUUID()];
  const to = [
    { letter, name: 'Полиция', address: 'Алдан, Ленина 1' },
    { letter: other, district: 'kuol', name: 'Куол' },
  ];
  const forwarded = {
    id: randomUUID(),
    stream: made.question,
    version: 5,
    data: { to, forwardedOn: '2026-11-26', linksUntil: '2027-01-10' },
  };
  await deliver('routing.events', 'QuestionForwarded', made.appeal, forwarded);
  await deliver('routing.events', 'QuestionForwarded', made.appeal, forwarded);
  const print = (id: string) => service.resolve<Letter>('letterToPost', { district: 'aldan', id }, as('REGISTRAR'));
  const { addressee, addresseeAddress, greeting, paragraphs } = await print(letter);
  expect([addressee, addresseeAddress]).toEqual(['Полиция', 'Алдан, Ленина 1']);
  expect(greeting).toBe('Кому: Полиция');
  const text = paragraphs.join('\n');
  expect(text).not.toMatch(/Здравствуйте|Полиция/);
  expect(text).toContain('Когда расселят барак? Прошу почистить дорогу.');
  expect(text).toContain('Ефремов Степан Ильич, 8 924 000-00-12');
  await expect(print(other)).rejects.toThrow(NotFound);
});

it('sends no notice when the applicant was erased already, and writes to no body for him', async () => {
  const made = await question();
  await deliver('intake.events', 'PersonErased', made.appeal, { data: { person: made.person, ground: 'REQUEST' } });
  const [letter, id, request] = [randomUUID(), randomUUID(), randomUUID()];
  const data = { to: [{ letter, name: 'Полиция' }], forwardedOn: '2026-11-26', linksUntil: '2027-01-10' };
  const happened = (type: string, fact: object) =>
    deliver('routing.events', type, made.appeal, { stream: made.question, version: 5, ...fact });
  await happened('QuestionForwarded', { id, data });
  await happened('InformationRequested', {
    data: { request, body: 'Полиция', asked: 'Когда?', purpose: 'INFORMATION', deadline: { dueOn: '2026-12-01' } },
  });
  for (const notice of [uuidv5(id, 'notice'), letter, request]) {
    const recorded = await store.read(1, notice);
    expect(recorded.map(({ type }) => type)).toEqual(['NoticeOpened', 'NoticeCancelled']);
    expect(recorded[1]!.data).toMatchObject({ ground: 'ERASED' });
  }
  const open = await worker.query(`select 1 from notifications.delivery where appeal = $1 and state = 'PENDING'`, [
    made.appeal,
  ]);
  expect(open.rows).toEqual([]);
});

it('lets an erasure wait for a notice that is being opened', async () => {
  const made = await question();
  const applicants = new Applicants();
  let erasing: Promise<void> | undefined;
  await database.scope(1).transaction(async (tx) => {
    expect(await applicants.held(tx, 1, made.appeal)).toMatchObject({ erased: false });
    erasing = deliver('intake.events', 'PersonErased', made.appeal, {
      data: { person: made.person, ground: 'REQUEST' },
    });
    await eventually(async () => {
      const { rows } = await worker.query('select 1 from pg_locks where not granted');
      return rows[0] as unknown;
    });
  });
  await erasing;
  const erased = await database.scope(1).transaction((tx) => applicants.of(tx, 1, made.appeal));
  expect(erased).toMatchObject({ erased: true, text: null });
});

const preview = (of: string, text: string, actor: Actor, attachments: readonly string[] = []) =>
  service.resolve<LetterPreview>('letterPreview', { district: 'aldan', question: of, text, attachments }, actor);

describe('the preview of a letter', () => {
  it('is the letter by its parts, the e-mail and the page, with what is to be looked at', async () => {
    const made = await question();
    const text = 'Расселим до {{дата по программе}}.\n\nЗвоните соседу: 8 914 111-22-33.';
    const shown = await preview(made.question, text, as('EXECUTOR', works.id), ['График.pdf']);
    expect(shown).toMatchObject({
      subject: 'Ответ на ваше обращение № АЛД-О-2026-190',
      page: ['Расселим до {{дата по программе}}.', 'Звоните соседу: 8 914 111-22-33.'],
      way: 'PAPER',
      letter: {
        sender: 'Алданский район',
        department: 'Отдел дорог',
        address: 'ул. Первая, 1',
        reference: 'на № АЛД-О-2026-190 от 10 ноября 2026 г.',
        greeting: '[Обращение по имени подставится при отправке]',
        attachments: 'Приложение: График.pdf.',
        signature: undefined,
        executor: 'Исполнитель: Винокурова С. А.',
      },
    });
    expect(shown.email).toContain('https://otklik.example/aldan/follow');
    expect(JSON.stringify(shown)).not.toMatch(/Степан|Ефремов/);
    expect(shown.warnings.map(({ kind, excerpt }) => [kind, excerpt])).toEqual([
      ['OPEN_FIELD', 'дата по программе'],
      ['FOREIGN_PHONE', '8 914 111-22-33'],
      ['QUESTION_NOT_ANSWERED', 'Прошу почистить дорогу.'],
      ['ATTACHMENT_NOT_MENTIONED', 'График.pdf'],
    ]);
    expect((await preview(made.question, '', as('HEAD'))).warnings).toMatchObject([{ kind: 'EMPTY', start: null }]);
  });

  it('is for the question’s department and district only', async () => {
    const made = await question();
    await expect(preview(made.question, 'Да', as('EXECUTOR', housing.id))).rejects.toThrow(Forbidden);
    await expect(preview(randomUUID(), 'Да', as('EXECUTOR'))).rejects.toThrow(NotFound);
    await expect(preview(made.question, 'Да', as('EXECUTOR', undefined, 2))).rejects.toEqual(new Fault('NOT_FOUND'));
  });

  it('shows nothing of an erased person', async () => {
    const made = await question();
    await deliver('intake.events', 'PersonErased', made.appeal, { data: { person: made.person, ground: 'REQUEST' } });
    const shown = await preview(made.question, 'Починили дорогу, барак расселили.', as('EXECUTOR'));
    expect(shown).toMatchObject({ letter: { greeting: 'Здравствуйте!' }, warnings: [] });
    const kept = await worker.query('select text, place, name from notifications.applicant where appeal = $1', [
      made.appeal,
    ]);
    expect(kept.rows).toEqual([{ text: null, place: null, name: null }]);
  });
});

describe('the sheet of a draft', () => {
  const drawn = (of: string, actor: Actor, more: object = {}) =>
    service.resolve<{ readonly svg: string; readonly sheets: number }>(
      'draftSheet',
      { district: 'aldan', question: of, text: 'Расселим до {{дата}}.', ...more },
      actor,
    );
  const openings = async (appeal: string) => {
    const { rows } = await worker.query(
      'select reason, role, notices from notifications.letter_opened where $1 = any(appeals)',
      [appeal],
    );
    return rows as readonly object[];
  };

  it('is drawn with name and address only on record, each appeal for itself', async () => {
    const [made, other] = [await question(), await question()];
    const signatory = as('SIGNATORY', works.id);
    const hidden = await drawn(made.question, signatory, { signing: true });
    expect([hidden.sheets, hidden.svg.startsWith('<svg')]).toEqual([1, true]);
    expect(await openings(made.appeal)).toEqual([]);
    const named = await drawn(made.question, signatory, { signing: true, addressed: true });
    expect(named.svg).not.toBe(hidden.svg);
    await drawn(other.question, signatory, { addressed: true });
    const opened = [{ reason: 'CHECKING', role: 'SIGNATORY', notices: [] }];
    expect([await openings(made.appeal), await openings(other.appeal)]).toEqual([opened, opened]);
  }, 60_000);

  it('has name and address also where the question never had an executor', async () => {
    const made = await question('APPEAL_59FZ', { assigned: false });
    expect(await drawn(made.question, as('HEAD'), { addressed: true })).toMatchObject({ sheets: 1 });
    expect(await openings(made.appeal)).toHaveLength(1);
  });

  it('opens name and address to whom `applicant` opens them, and to no other role', async () => {
    const made = await question();
    for (const role of ['EXECUTOR', 'APPROVER', 'SIGNATORY', 'HEAD'] as const)
      expect(await drawn(made.question, as(role), { addressed: true })).toMatchObject({ sheets: 1 });
    const asked = { actor: as('COORDINATOR'), district, rule: ['COORDINATOR'] } as const;
    expect(() => applicantOpenerIn(asked)('works')).toThrow(Forbidden);
    expect(openerIn(asked)('works')).toMatchObject({ role: 'COORDINATOR' });
    expect(await openings(made.appeal)).toHaveLength(4);
  });

  it('opens nothing of a question that has ended, whatever the role', async () => {
    const made = await question();
    const closed = { stream: made.question, version: 5, data: { ground: 'MERGED' } };
    await deliver('routing.events', 'QuestionClosed', made.appeal, closed);
    for (const role of ['EXECUTOR', 'APPROVER', 'SIGNATORY', 'HEAD'] as const)
      await expect(drawn(made.question, as(role), { addressed: true })).rejects.toThrow(Forbidden);
    expect(await openings(made.appeal)).toEqual([]);
    expect(await drawn(made.question, as('EXECUTOR'))).toMatchObject({ sheets: 1 });
  });

  it('opens so many an hour for one official, also at once, and the same again', async () => {
    const made = await question();
    const busy = { ...as('HEAD'), id: randomUUID() } as Actor;
    await database.scope(1).query(
      `insert into notifications.letter_opened (district, id, at, official, role, reason, notices, appeals)
       select 1, gen_random_uuid(), $1::timestamptz, $2::uuid, 'HEAD', 'CHECKING', '{}'::uuid[], array[gen_random_uuid()] from generate_series(2, $3::int)`,
      [now, busy.kind === 'official' ? busy.id : '', MAX_ADDRESSED_AN_HOUR],
    );
    const asked = [made, await question(), await question()].map((one) =>
      drawn(one.question, busy, { addressed: true }).then(
        () => one,
        (error: unknown) => error,
      ),
    );
    const results = await Promise.all(asked);
    expect(results.filter((one) => one instanceof RateLimited)).toHaveLength(2);
    const opened = results.find((one) => !(one instanceof Error)) as typeof made;
    expect(await drawn(opened.question, busy, { addressed: true })).toMatchObject({ sheets: 1 });
    await expect(drawn((await question()).question, busy, { addressed: true })).rejects.toThrow(RateLimited);
  }, 60_000);

  it('is for the question’s department and district only', async () => {
    const made = await question();
    await expect(drawn(made.question, as('APPROVER', housing.id), { addressed: true })).rejects.toThrow(Forbidden);
    expect(await openings(made.appeal)).toEqual([]);
    await expect(drawn(randomUUID(), as('APPROVER'))).rejects.toThrow(NotFound);
    await expect(drawn(made.question, as('HEAD', undefined, 2))).rejects.toEqual(new Fault('NOT_FOUND'));
  });
});

const administrator = as('DISTRICT_ADMIN');
const save = (more: object) =>
  service.mutate<AnswerTemplate & { readonly __typename: string; readonly code?: string; readonly current?: number }>(
    'saveAnswerTemplate',
    { district: 'aldan', key: randomUUID(), title: 'Ремонт', text: 'Отремонтируем.', ...more },
    administrator,
  );
const offered = (args: object, actor: Actor = administrator) =>
  service.resolve<readonly AnswerTemplate[]>('answerTemplates', { district: 'aldan', ...args }, actor);

describe('templates of answers', () => {
  it('are filled in for a question, those of its topic first', async () => {
    const made = await question();
    const text =
      '{{Имя}}, на № {{номер}} от {{дата}}: {{место}}, {{тема}}, {{отдел}}, до {{срок}}. {{что сделано}} {{исполнитель}}';
    await save({ title: 'Всем', text: 'Спасибо, {{имя}}.' });
    const own = await save({ title: 'Дорога', topic: 'ROADS', text, outcome: 'MEASURES_TAKEN' });
    await save({ title: 'Крыша', topic: 'ROOFS' });
    expect(own).toMatchObject({
      __typename: 'AnswerTemplate',
      version: 1,
      filled: null,
      changedBy: 'Винокурова С. А.',
    });
    const [first, second, ...rest] = await offered({ question: made.question }, as('EXECUTOR', works.id));
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      id: own.id,
      title: 'Дорога',
      open: ['Имя', 'что сделано'],
      outcome: 'MEASURES_TAKEN',
    });
    expect(first!.filled).toBe(
      '{{Имя}}, на № АЛД-О-2026-190 от 10 ноября 2026 г.: г. Томмот, ул. Нагорная, 4, Дороги, Отдел дорог, ' +
        'до 10 декабря 2026 г. {{что сделано}} Винокурова С. А.',
    );
    expect(second).toMatchObject({ title: 'Всем', filled: 'Спасибо, {{имя}}.' });
    await expect(offered({ question: made.question }, as('EXECUTOR', housing.id))).rejects.toThrow(Forbidden);
  });

  it('are the moderator’s own for messages, filled in with what needs no question, and no executor’s', async () => {
    const text = 'Обратитесь в приёмную: {{адрес}}. {{номер}}';
    const made = await save({ title: 'Куда', text, forMessages: true, topic: 'ROADS', outcome: 'EXPLAINED' });
    expect(made).toMatchObject({ forMessages: true, topic: null, outcome: null });
    const [own, ...others] = await offered({ forMessages: true }, as('MODERATOR'));
    expect(others).toEqual([]);
    expect(own).toMatchObject({ id: made.id, open: ['номер'] });
    expect(own!.filled).not.toContain('{{адрес}}');
    const { question: asked } = await question();
    const forExecutor = await offered({ question: asked }, as('EXECUTOR', works.id));
    expect(forExecutor.map(({ id }) => id)).not.toContain(made.id);
    expect((await offered({})).map(({ id }) => id)).toContain(made.id);
  });

  it('are versioned: a change names the version that it changes, and a repeated one changes nothing', async () => {
    const first = await save({ title: 'Версии' });
    const change = { id: first.id, key: randomUUID(), expectedVersion: 1, title: 'Версии', text: 'Иначе.' };
    const second = await save(change);
    expect(second).toMatchObject({ id: first.id, version: 2, text: 'Иначе.' });
    expect(await save(change)).toEqual(second);
    await expect(save({ ...change, text: 'Ещё иначе.' })).rejects.toThrow(IdempotencyKeyReused);
    expect(await save({ ...change, key: randomUUID() })).toMatchObject({ code: 'VERSION_CONFLICT', current: 2 });
    await expect(save({ ...change, id: randomUUID(), key: randomUUID() })).rejects.toThrow(NotFound);
    expect(await save({ topic: 'NONE' })).toMatchObject({ code: 'TOPIC_UNKNOWN' });
    const titles = async () => (await offered({})).filter(({ id }) => id === first.id).map(({ text }) => text);
    expect(await titles()).toEqual(['Иначе.']);
    const remove = { district: 'aldan', id: first.id, key: randomUUID(), expectedVersion: 2 };
    expect(await service.mutate('removeAnswerTemplate', remove, administrator)).toMatchObject({
      version: 3,
      removed: true,
    });
    expect(await titles()).toEqual([]);
  });

  it('are made once when two requests with the same key run at once', async () => {
    const key = randomUUID();
    const made = await Promise.all([save({ key, title: 'Раз' }), save({ key, title: 'Раз' })]);
    expect(made[0]).toEqual(made[1]);
    expect((await offered({})).filter(({ title }) => title === 'Раз')).toHaveLength(1);
  });
});
