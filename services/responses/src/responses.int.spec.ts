import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { samples } from '@otklik/contracts/samples';
import { postgresEventLog, postgresEventStore, type EventLog, type EventStore } from '@otklik/event-store';
import { BadInput, Forbidden, NotFound, signFileReceipt } from '@otklik/host';
import { Fault } from '@otklik/host/graphql';
import { serviceUnderTest, type ServiceUnderTest } from '@otklik/host/testing';
import { compact, IdempotencyKeyReused, uuidv5 } from '@otklik/kernel';
import { makeDelivery, type Delivered } from '@otklik/messaging';
import type { Logger } from '@otklik/observability';
import {
  installService,
  memoryDirectory,
  openDatabase,
  type Actor,
  type Database,
  type District,
  type OfficialRole,
  type RoleAssignment,
} from '@otklik/tenancy';
import { samplePublicInformation, testDatabase, testRoleSecret, type TestDatabase } from '@otklik/testing';
import { memoryVault } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { EndDrafts, responsesService } from './responses.module.js';

const works = { id: randomUUID(), code: 'works', name: 'Works' };
const housing = { id: randomUUID(), code: 'housing', name: 'Housing' };
const [DEPUTY, HEAD_AWAY] = [randomUUID(), randomUUID()];
const aldan: District = {
  id: 1,
  code: 'aldan',
  name: 'Aldan',
  zone: 'Asia/Yakutsk',
  public: samplePublicInformation,
  policy: {
    version: 1,
    autoRegisterMessages: false,
    answerTerms: {},
    reopenWithinDays: 14,
    numberPrefix: 'АЛД',
  },
  calendar: { version: '2026-1', years: [2026], days: {} },
  departments: [works, housing],
  organisations: [],
  topics: [],
  settlements: [],
  routingRules: [],
  synonyms: [],
  accounts: [],
  officials: [
    { id: DEPUTY, login: 'deputy', name: 'Deputy', assignments: [{ district: 1, role: 'APPROVER' }] },
    {
      id: HEAD_AWAY,
      login: 'head',
      name: 'Head',
      assignments: [{ district: 1, role: 'SIGNATORY' }],
      substitutions: [
        {
          id: 's',
          substitute: DEPUTY,
          from: '2026-11-20',
          to: '2026-12-05',
          order: '№ 15',
          post: 'и. о. главы района',
        },
      ],
    },
  ],
};
const neighbour: District = { ...aldan, id: 2, code: 'tompo' };

const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const now = '2026-11-24T03:00:00.000Z';
const vault = memoryVault();

/** Events of routing that are not consumed yet. */
let lag = 0;
let server: TestDatabase;
let database: Database;
let worker: pg.Pool;
let store: EventStore;
let log: EventLog;
let service: ServiceUnderTest;
let deliver: (...events: PublicEvent[]) => Promise<Delivered>;

beforeAll(async () => {
  server = await testDatabase();
  const urls = await installService(server.url, 'responses', responsesService.migrations, testRoleSecret);
  database = openDatabase(urls.app, 'responses');
  worker = new pg.Pool({ connectionString: urls.worker });
  store = postgresEventStore({ service: 'responses', url: urls.app });
  log = postgresEventLog({ service: 'responses', pool: worker });
  const directory = memoryDirectory([aldan, neighbour]);
  service = await serviceUnderTest(responsesService, {
    database,
    worker,
    store,
    log,
    vault,
    directory,
    logger: silent,
    now: () => now,
    secret: (purpose) => Buffer.from(purpose),
    transport: { follow: async () => {}, stop: async () => {}, lag: async () => ({ events: lag, seconds: 0 }) },
  });
  const delivery = makeDelivery(service.consumers[0]!, { database, worker }, silent);
  deliver = (...events) =>
    delivery.deliver({
      topic: 'routing.events',
      partition: 0,
      events,
      position: Math.max(...events.map((event) => event.position)),
    });
});
afterAll(async () => {
  await service.close();
  await Promise.all([store.close(), log.close()]);
  await worker.end();
  await database.close();
  await server.drop();
});

function as(role: OfficialRole, id: string = randomUUID(), department?: string, district = aldan): Actor {
  const assignment = compact({ district: district.id, role, department });
  return { kind: 'official', id, login: id, name: 'Somebody', assignments: [assignment] };
}

const draftResponse = (input: object, actor: Actor) => service.mutate('draftResponse', input, actor);
const addNote = (input: object, actor: Actor) => service.mutate('addNote', input, actor);
const approveResponse = (input: object, actor: Actor) => service.mutate('approveResponse', input, actor);
const sendBackResponse = (input: object, actor: Actor) => service.mutate('sendBackResponse', input, actor);
const signResponse = (input: object, actor: Actor) => service.mutate('signResponse', input, actor);
const revokeResponse = (input: object, actor: Actor) => service.mutate('revokeResponse', input, actor);

interface Case {
  readonly appeal: string;
  readonly person: string;
  readonly question: string;
  readonly response: string;
  readonly executor: string;
  /** Routing's next event about the question. */
  routingEvent(type: string, data: unknown, version: number): PublicEvent;
}

let position = 1_000;
async function newCase(): Promise<Case> {
  const [appeal, person, executor] = [randomUUID(), randomUUID(), randomUUID()];
  await vault.createPerson(1, person);
  const question = uuidv5(appeal, '1');
  return {
    appeal,
    person,
    executor,
    question,
    response: uuidv5(question, 'response'),
    routingEvent: (type, data, version) => ({
      id: randomUUID(),
      type,
      schema: 1,
      topic: 'routing.events',
      district: 1,
      stream: question,
      version,
      data,
      at: now,
      recordedAt: now,
      actor: { kind: 'system' },
      commandId: randomUUID(),
      correlationId: appeal,
      appeal,
      position: (position += 1),
    }),
  };
}

/** A question at the works department, given to its executor. */
async function assigned(): Promise<Case> {
  const made = await newCase();
  await deliver(
    made.routingEvent('QuestionOpened', { person: made.person, regime: 'APPEAL_59FZ', ordinal: 1 }, 1),
    made.routingEvent('QuestionRouted', { topic: 'ROADS', department: 'works', by: 'RULE', words: [] }, 2),
    made.routingEvent('ExecutorAssigned', { executor: made.executor, department: 'works' }, 4),
  );
  return made;
}

const act = (id: string, expectedVersion: number, key: string = randomUUID()) => ({
  district: 'aldan',
  id,
  key,
  expectedVersion,
});
const draftOf = (id: string, version: number, text = 'Дорогу починили') => ({
  ...act(id, version),
  text,
  outcome: 'MEASURES_TAKEN' as const,
});
const events = (id: string) => store.read(1, id);
const types = async (id: string) => (await events(id)).map((event) => event.type);

async function approved(): Promise<Case> {
  const made = await assigned();
  await draftResponse(draftOf(made.response, 1), as('EXECUTOR', made.executor));
  await approveResponse(act(made.response, 2), as('APPROVER'));
  return made;
}

it('opens a response with its question, once', async () => {
  const made = await newCase();
  const opened = made.routingEvent('QuestionOpened', { person: made.person, regime: 'APPEAL_59FZ', ordinal: 1 }, 1);
  await deliver(opened);
  await deliver(opened, { ...opened, id: randomUUID() });
  expect((await events(made.response)).map((event) => [event.type, event.correlationId])).toEqual([
    ['ResponseOpened', made.appeal],
  ]);
});

it('records draft, approval and signature, and seals the answer under its own event', async () => {
  const { response, executor, person, question } = await approved();
  const head = as('SIGNATORY');
  const signed = await signResponse(act(response, 3), head);
  expect(signed).toMatchObject({ __typename: 'Change', id: response, version: 4 });
  const [, draft, , answer] = await events(response);
  const data = answer!.data as { text: string };
  expect(await vault.open(1, data.text, { eventId: answer!.id, field: 'text' })).toBe('Дорогу починили');
  expect(data).toMatchObject({ question, person, outcome: 'MEASURES_TAKEN', signedAt: now, signature: 'RECORDED_ACT' });
  expect(draft!.data).toMatchObject({ drafter: executor });
  expect(JSON.stringify(await events(response))).not.toContain('Дорогу');
});

it('keeps the files of a version, known by their receipts or by an earlier draft, and signs them with its text', async () => {
  const { response, executor } = await assigned();
  const drafter = as('EXECUTOR', executor);
  const plan = { id: randomUUID(), type: 'application/pdf', size: 9, sha256: 'p', name: 'План Ивановой.pdf' };
  const photo = { id: randomUUID(), type: 'image/jpeg', size: 5, sha256: 'f' };
  const receiptOf = (file: typeof photo, place: object = {}) =>
    signFileReceipt(Buffer.from('file-receipt'), { district: 1, response, ...place }, file, now);
  const draft = (version: number, ...files: readonly object[]) =>
    draftResponse({ ...draftOf(response, version), files }, drafter);
  const { id } = plan;
  for (const receipt of [await receiptOf(plan, { district: 2 }), await receiptOf(photo), 'forged', undefined])
    expect(await draft(1, { id, receipt })).toMatchObject({ code: 'FILE_UNKNOWN' });
  const six = Array.from({ length: 6 }, () => ({ id: randomUUID() }));
  expect(await draft(1, ...six)).toMatchObject({ code: 'TOO_MANY_FILES' });
  expect(await draft(1, { id, receipt: await receiptOf(plan) })).toMatchObject({ version: 2 });
  const both = [{ id: photo.id, receipt: await receiptOf(photo) }, { id }];
  expect(await draft(2, ...both)).toMatchObject({ version: 3 });
  await approveResponse(act(response, 3), as('APPROVER'));
  await signResponse(act(response, 4), as('SIGNATORY'));
  const answer = (await events(response)).at(-1)!;
  const data = answer.data as { files: readonly object[]; fileNames: string };
  const { name, ...facts } = plan;
  expect(data.files).toEqual([photo, facts]);
  const names = await vault.open(1, data.fileNames, { eventId: answer.id, field: 'fileNames' });
  expect(JSON.parse(names!)).toEqual(['', name]);
  expect(JSON.stringify(await events(response))).not.toContain('Ивановой');
  const args = { district: 'aldan', response };
  const versions = await service.resolve<{ files: readonly object[] }[]>('responseVersions', args, as('APPROVER'));
  const shown = { id, name, type: plan.type, size: 9, url: `/files/aldan/${id}` };
  expect(versions.map(({ files }) => files)).toEqual([[shown], [expect.objectContaining({ name: null }), shown]]);
});

it('is drafted and signed in the stead of absent officials: events and letter say who acted for whom', async () => {
  const { response, executor } = await assigned();
  const inStead = (own: Actor, ...more: readonly RoleAssignment[]) =>
    ({ ...own, assignments: [...(own as { assignments: readonly RoleAssignment[] }).assignments, ...more] }) as Actor;
  const ofExecutor = { district: 1, role: 'EXECUTOR', onBehalfOf: executor } as const;
  const drafter = inStead(as('EXECUTOR', randomUUID(), housing.id), ofExecutor);
  expect(await draftResponse(draftOf(response, 1), drafter)).toMatchObject({ __typename: 'Change', version: 2 });
  await approveResponse(act(response, 2), as('APPROVER'));
  const signatory = { district: 1, role: 'SIGNATORY', onBehalfOf: HEAD_AWAY } as const;
  await signResponse(act(response, 3), inStead(as('APPROVER', DEPUTY), signatory));
  const [, drafted, approval, answer] = await events(response);
  expect(drafted!.actor).toMatchObject({ role: 'EXECUTOR', onBehalfOf: executor });
  expect(approval!.actor).not.toHaveProperty('onBehalfOf');
  expect(answer).toMatchObject({
    actor: { kind: 'official', id: DEPUTY, role: 'SIGNATORY', onBehalfOf: HEAD_AWAY },
    data: { signatory: DEPUTY, post: 'и. о. главы района' },
  });
});

it('signs with the answer how much of a ready text is left in it, also after it was sent back', async () => {
  const { response, executor } = await assigned();
  const given = (version: number, text: string, use: object) =>
    draftResponse({ ...draftOf(response, version, text), readyTexts: [use] }, as('EXECUTOR', executor));
  const template = { kind: 'TEMPLATE', shown: 4, place: 2, kept: 90 };
  await expect(given(1, 'Завтра', { ...template, place: 5 })).rejects.toThrow(BadInput);
  await given(1, 'Дорогу починят завтра', template);
  await sendBackResponse({ ...act(response, 2), reason: 'Мало' }, as('APPROVER'));
  // Two of three words are left, and the list is only looked at.
  await given(3, 'Дорогу починят 1 июля', { kind: 'TEMPLATE', shown: 5, place: null });
  await approveResponse(act(response, 4), as('APPROVER'));
  await signResponse(act(response, 5), as('SIGNATORY'));
  expect((await events(response)).at(-1)!.data).toMatchObject({ readyTexts: [{ ...template, kept: 60 }] });
});

it('refuses a step out of order, and an official without the right', async () => {
  const { response, executor } = await assigned();
  const [drafting, approver] = [as('EXECUTOR', executor), as('APPROVER')];
  const sign = (version: number) => signResponse(act(response, version), as('SIGNATORY'));
  expect(await sign(1)).toMatchObject({ code: 'NO_DRAFT' });
  expect(await draftResponse(draftOf(response, 1), as('EXECUTOR'))).toMatchObject({
    code: 'NOT_THE_EXECUTOR',
  });
  await draftResponse(draftOf(response, 1), drafting);
  expect(await sign(2)).toMatchObject({ code: 'DRAFT_NOT_APPROVED' });
  expect(await approveResponse(act(response, 2), as('APPROVER', executor))).toMatchObject({
    code: 'OWN_DRAFT',
  });
  await sendBackResponse({ ...act(response, 2), reason: 'Мало' }, approver);
  await draftResponse(draftOf(response, 3, 'Дорогу починили 20 ноября'), drafting);
  await approveResponse(act(response, 4), approver);
  await signResponse(act(response, 5), as('SIGNATORY'));
  const answer = (await events(response)).at(-1)!.data as { text: string };
  expect(await vault.open(1, answer.text)).toBe('Дорогу починили 20 ноября');
  expect(await draftResponse(draftOf(response, 6), drafting)).toMatchObject({ code: 'RESPONSE_SIGNED' });
});

it('follows the question when it is reassigned, returned or closed', async () => {
  const { response, executor, routingEvent } = await assigned();
  const other = randomUUID();
  const draft = (who: string, version: number) => draftResponse(draftOf(response, version), as('EXECUTOR', who));
  await deliver(routingEvent('ExecutorAssigned', { executor: other, department: 'works' }, 5));
  expect(await draft(executor, 1)).toMatchObject({ code: 'NOT_THE_EXECUTOR' });
  expect(await draft(other, 1)).toMatchObject({ version: 2 });
  await deliver(routingEvent('QuestionReturned', { reason: 'sealed' }, 6));
  await deliver(routingEvent('ExecutorAssigned', { executor: other, department: 'works' }, 5));
  expect(await draft(other, 3)).toMatchObject({ code: 'NOT_THE_EXECUTOR' });
  expect(await types(response)).toEqual(['ResponseOpened', 'ResponseDrafted', 'DraftVoided']);
  await deliver(routingEvent('QuestionClosed', { ground: 'WITHDRAWN' }, 7));
  expect(await draft(other, 4)).toMatchObject({ code: 'RESPONSE_STATE_FORBIDS' });
});

it('is not drafted by an executor whose assignment was taken back', async () => {
  const { response, executor, routingEvent } = await assigned();
  await deliver(routingEvent('AssignmentTakenBack', {}, 5));
  expect(await draftResponse(draftOf(response, 1), as('EXECUTOR', executor))).toMatchObject({
    code: 'NOT_THE_EXECUTOR',
  });
});

it('voids the draft of the department that the question left, at any step before the signature', async () => {
  const { response, executor, routingEvent } = await approved();
  await deliver(
    routingEvent('QuestionRouted', { topic: 'ROOFS', department: 'housing', by: 'OFFICIAL', words: [] }, 8),
  );
  expect(await types(response)).toContain('DraftVoided');
  expect(await signResponse(act(response, 4), as('SIGNATORY'))).toMatchObject({ code: 'NO_DRAFT' });
  await deliver(routingEvent('ExecutorAssigned', { executor, department: 'housing' }, 9));
  expect(await draftResponse(draftOf(response, 4, 'Крышу починили'), as('EXECUTOR', executor))).toMatchObject({
    version: 5,
  });
  const [last] = (await events(response)).slice(-1);
  expect(last!.data).toMatchObject({ department: 'housing' });
});

it('makes a signature void when routing had moved the question first, and not when it had not', async () => {
  const { response, routingEvent } = await approved();
  await signResponse(act(response, 3), as('SIGNATORY'));
  const { answer } = (await events(response)).at(-1)!.data as { answer: string };
  await deliver(
    routingEvent('QuestionRouted', { topic: 'ROOFS', department: 'housing', by: 'OFFICIAL', words: [] }, 8),
  );
  expect(await types(response)).toHaveLength(4);
  await deliver(routingEvent('AnswerRefused', { answer, ended: false }, 9));
  expect((await types(response)).at(-1)).toBe('DraftVoided');
  expect(await signResponse(act(response, 5), as('SIGNATORY'))).toMatchObject({ code: 'NO_DRAFT' });
});

it('is revoked with a reason until its dispatch is proved; a revocation that came late changes nothing', async () => {
  const { response, routingEvent } = await approved();
  const [signatory, reason] = [as('SIGNATORY'), 'Не та дата'];
  await signResponse(act(response, 3), signatory);
  const { answer } = (await events(response)).at(-1)!.data as { answer: string };
  expect(await revokeResponse({ ...act(response, 4), reason }, as('SIGNATORY'))).toMatchObject({
    code: 'NOT_THE_SIGNATORY',
  });
  expect(await revokeResponse({ ...act(response, 4), reason }, signatory)).toMatchObject({ version: 5 });
  expect(JSON.stringify(await events(response))).not.toContain(reason);
  await deliver(routingEvent('QuestionAnswered', { notice: randomUUID(), answer, answeredOn: '2026-11-24' }, 9));
  expect((await types(response)).at(-1)).toBe('RevocationCameLate');
  expect(await revokeResponse({ ...act(response, 6), reason }, signatory)).toMatchObject({ code: 'NOTICE_DISPATCHED' });
});

it('waits for the events that routing has recorded before it refuses the executor', async () => {
  const { response, routingEvent } = await assigned();
  const other = randomUUID();
  lag = 1;
  const drafting = draftResponse(draftOf(response, 1), as('EXECUTOR', other));
  await sleep(200);
  await deliver(routingEvent('ExecutorAssigned', { executor: other, department: 'works' }, 5));
  expect(await drafting).toMatchObject({ version: 2 });
  const refused = draftResponse(draftOf(response, 2), as('EXECUTOR'));
  lag = 0;
  expect(await refused).toMatchObject({ code: 'NOT_THE_EXECUTOR' });
});

it('keeps a signed answer when its question is closed', async () => {
  const { response, routingEvent } = await approved();
  await signResponse(act(response, 3), as('SIGNATORY'));
  expect(await deliver(routingEvent('QuestionClosed', { ground: 'WITHDRAWN' }, 5))).toMatchObject({
    handled: 1,
    blocked: 0,
  });
  expect((await types(response)).at(-1)).toBe('ResponseSigned');
});

it('blocks the key when a question is closed before its opening is consumed', async () => {
  const made = await newCase();
  expect(await deliver(made.routingEvent('QuestionClosed', { ground: 'WITHDRAWN' }, 4))).toMatchObject({ blocked: 1 });
  const waiting = await worker.query('select state from responses.blocked_key where appeal = $1', [made.appeal]);
  expect(waiting.rows).toEqual([{ state: 'WAITING' }]);
});

it('lets one of two concurrent commands win and answers the other with VERSION_CONFLICT', async () => {
  const { response } = await approved();
  const [sent, signed] = await Promise.all([
    sendBackResponse({ ...act(response, 3), reason: 'Мало' }, as('APPROVER')),
    signResponse(act(response, 3), as('SIGNATORY')),
  ]);
  const lost = [sent, signed].filter((answer) => answer.__typename === 'Refusal');
  expect(lost).toMatchObject([{ code: 'VERSION_CONFLICT', current: 4 }]);
  expect(await types(response)).toHaveLength(4);
});

it('answers a repeated command with its first result, and refuses its key for another command', async () => {
  const { response } = await approved();
  const [note, head] = [{ ...act(response, 3), text: 'Позвонить' }, as('SIGNATORY')];
  const first = await addNote(note, head);
  const again = { ...note, key: randomUUID(), expectedVersion: 4 };
  expect(await addNote(again, head)).toMatchObject({ version: 5 });
  expect(await addNote(note, head)).toEqual(first);
  expect(await types(response)).toHaveLength(5);
  await expect(addNote({ ...note, text: 'Написать' }, head)).rejects.toThrow(IdempotencyKeyReused);
  const signing = act(response, 5);
  const signed = await signResponse(signing, head);
  expect(await signResponse(signing, head)).toEqual(signed);
});

it('refuses an official of another department or district', async () => {
  const { response } = await approved();
  const abroad = as('APPROVER', randomUUID(), housing.id);
  await expect(approveResponse(act(response, 3), abroad)).rejects.toThrow(Forbidden);
  const away = as('SIGNATORY', randomUUID(), undefined, neighbour);
  await expect(signResponse(act(response, 3), away)).rejects.toEqual(new Fault('NOT_FOUND'));
  await expect(signResponse(act(randomUUID(), 3), as('SIGNATORY'))).rejects.toThrow(NotFound);
  for (const version of [-1, 0]) {
    await expect(signResponse(act(randomUUID(), version), as('SIGNATORY'))).rejects.toThrow(BadInput);
  }
});

it('refuses to write about an erased person', async () => {
  const { response, person } = await approved();
  await vault.destroy({ query: async () => ({}) as never }, 1, person, 'asked');
  const refused = { code: 'RESPONSE_STATE_FORBIDS' };
  expect(await signResponse(act(response, 3), as('SIGNATORY'))).toMatchObject(refused);
  expect(await addNote({ ...act(response, 3), text: 'О нём' }, as('HEAD'))).toMatchObject(refused);
});

const saveDraft = (id: string, text: string, actor: Actor, key: string = randomUUID(), basedOn = 1) =>
  service.mutate('saveResponseDraft', { district: 'aldan', id, key, text, outcome: 'EXPLAINED', basedOn }, actor);
const draftSaved = (response: string, actor: Actor) =>
  service.resolve<{ text: string | null; basedOn: number; version: number } | undefined>(
    'responseDraft',
    { district: 'aldan', response },
    actor,
  );

it('keeps the unsent text of each official apart, sealed, and says when the response was changed since', async () => {
  const { response, executor } = await assigned();
  const [mine, colleague] = [as('EXECUTOR', executor), as('EXECUTOR')];
  expect(await draftSaved(response, mine)).toBeUndefined();
  const saved = await saveDraft(response, '  Дорогу чи', mine);
  expect(saved).toMatchObject({ __typename: 'PersonalDraft', response, text: '  Дорогу чи', basedOn: 1, savedAt: now });
  await saveDraft(response, '', colleague);
  expect(await draftSaved(response, mine)).toMatchObject({ text: '  Дорогу чи', version: 1 });
  expect(await draftSaved(response, colleague)).toMatchObject({ text: '' });
  const rows = await worker.query('select * from responses.personal_draft where response = $1', [response]);
  expect(JSON.stringify(rows.rows)).not.toContain('Дорогу');
  await addNote({ ...act(response, 1), text: 'Позвонить' }, as('HEAD'));
  expect(await draftSaved(response, mine)).toMatchObject({ basedOn: 1, version: 2 });
});

it('counts the last save, whatever retry of an earlier one comes after it', async () => {
  const { response, executor } = await assigned();
  const mine = as('EXECUTOR', executor);
  const [first, second] = [randomUUID(), randomUUID()];
  await saveDraft(response, 'Дорогу', mine, first);
  await saveDraft(response, 'Дорогу починили', mine, second);
  expect(await saveDraft(response, 'Дорогу', mine, first)).toMatchObject({ text: 'Дорогу починили' });
  const many = Array.from({ length: 8 }, (_, at) => saveDraft(response, `Текст ${at}`, mine));
  await Promise.all(many);
  const rows = await worker.query('select commands from responses.personal_draft where response = $1', [response]);
  expect(rows.rows[0].commands).toHaveLength(10);
});

it('refuses a save of a window that does not know of the last one: no text replaces another unseen', async () => {
  const { response, executor } = await assigned();
  const mine = as('EXECUTOR', executor);
  const save = (text: string, lastSavedAt: string | null) =>
    service.mutate(
      'saveResponseDraft',
      { district: 'aldan', id: response, key: randomUUID(), text, basedOn: 1, lastSavedAt },
      mine,
    );
  const first = (await save('Вариант А', null)) as unknown as { readonly savedAt: string };
  // Another tab, which was opened before.
  for (const lastSavedAt of [null, '2020-01-01T00:00:00.000Z'])
    expect(await save('Вариант Б', lastSavedAt)).toMatchObject({ code: 'DRAFT_SAVED_ELSEWHERE' });
  expect(await draftSaved(response, mine)).toMatchObject({ text: 'Вариант А' });
  expect(await save('Вариант А и Б', first.savedAt)).toMatchObject({ text: 'Вариант А и Б' });
});

it('offers the text of the former executor to the one who has the question now, and to no one else', async () => {
  const { response, executor, routingEvent } = await assigned();
  const [former, next] = [as('EXECUTOR', executor), as('EXECUTOR')];
  const earlier = (actor: Actor) =>
    service.resolve<readonly { by: string; text: string }[]>('earlierDrafts', { district: 'aldan', response }, actor);
  await saveDraft(response, 'Дорогу починят в мае', former);
  expect(await earlier(next)).toEqual([]);
  const given = { executor: (next as { id: string }).id, department: 'works' };
  await deliver(routingEvent('ExecutorAssigned', given, 5));
  expect(await earlier(next)).toMatchObject([{ by: executor, text: 'Дорогу починят в мае', outcome: 'EXPLAINED' }]);
  expect(await earlier(former)).toEqual([]);
  // The former one has it still.
  expect(await draftSaved(response, former)).toMatchObject({ text: 'Дорогу починят в мае' });
});

it('offers for another answer no text that was begun for the first', async () => {
  const { response, executor, routingEvent } = await approved();
  const [former, next] = [as('EXECUTOR', executor), as('EXECUTOR')];
  await saveDraft(response, 'Дорогу починили в мае', former, randomUUID(), 2);
  await signResponse(act(response, 3), as('SIGNATORY'));
  const given = { executor: (next as { id: string }).id, department: 'works' };
  const until = '2026-12-24';
  await deliver(routingEvent('QuestionReopened', { ...given, topic: 'ROADS', until }, 5));
  const earlier = () => service.resolve('earlierDrafts', { district: 'aldan', response }, next);
  expect([(await types(response)).at(-1), await earlier()]).toEqual(['ResponseReopened', []]);
  await saveDraft(response, 'Дорогу починят заново', former, randomUUID(), 5);
  expect(await earlier()).toMatchObject([{ text: 'Дорогу починят заново' }]);
});

it('offers a draft that lost its force with the department, too', async () => {
  const { response, executor, routingEvent } = await assigned();
  await draftResponse(draftOf(response, 1, 'Дорогу починят в мае'), as('EXECUTOR', executor));
  const next = as('EXECUTOR', randomUUID(), housing.id);
  const routed = { topic: 'ROOFS', department: 'housing', by: 'OFFICIAL', words: [] };
  const given = { executor: (next as { id: string }).id, department: 'housing' };
  await deliver(routingEvent('QuestionRouted', routed, 5), routingEvent('ExecutorAssigned', given, 6));
  const offered = await service.resolve('earlierDrafts', { district: 'aldan', response }, next);
  expect(offered).toMatchObject([{ by: executor, text: 'Дорогу починят в мае' }]);
});

async function owner(statement: string): Promise<void> {
  const client = new pg.Client(server.url);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

it('removes unsent texts past their term, of the district alone, and keeps what was saved within it', async () => {
  const { response, executor } = await assigned();
  const [mine, colleague] = [as('EXECUTOR', executor), as('EXECUTOR')];
  for (const one of [mine, colleague]) await saveDraft(response, 'Дорогу', one);
  const drafts = service.get(EndDrafts);
  const before = await drafts.counts(1);
  expect(before).toMatchObject({ months: 6, due: 0 });
  await owner(`update responses.personal_draft set saved_at = '2026-05-23T00:00:00Z' where official = '${executor}'`);
  expect(await drafts.counts(1)).toMatchObject({ kept: before.kept, due: 0 });
  await owner(`update responses.personal_draft set saved_at = '2026-05-22T23:59:59Z' where official = '${executor}'`);
  expect(await drafts.counts(1)).toMatchObject({ due: 1, oldest: '2026-05-22T23:59:59.000Z' });
  expect([await drafts.run(2), await drafts.runAll(), await drafts.runAll()]).toEqual([0, 1, 0]);
  expect(await draftSaved(response, mine)).toBeUndefined();
  expect(await draftSaved(response, colleague)).toMatchObject({ text: 'Дорогу' });
});

it('removes the unsent text with the draft of the same text, and keeps one that was changed since', async () => {
  const { response, executor } = await assigned();
  const mine = as('EXECUTOR', executor);
  await saveDraft(response, 'Дорогу починили ', mine);
  await draftResponse(draftOf(response, 1), mine);
  expect(await draftSaved(response, mine)).toBeUndefined();
  await saveDraft(response, 'Дорогу починили, проверено', mine);
  await draftResponse(draftOf(response, 2), mine);
  expect(await draftSaved(response, mine)).toMatchObject({ text: 'Дорогу починили, проверено' });
  const discard = { district: 'aldan', id: response, key: randomUUID() };
  expect(await service.mutate('discardResponseDraft', discard, mine)).toMatchObject({ discarded: true });
  expect(await service.mutate('discardResponseDraft', discard, mine)).toMatchObject({ discarded: false });
});

it('refuses an unsent text of another department’s executor, but not of one who has a text there', async () => {
  const { response, executor, routingEvent } = await assigned();
  const abroad = as('EXECUTOR', randomUUID(), housing.id);
  await expect(saveDraft(response, 'Чужое', abroad)).rejects.toThrow(Forbidden);
  await expect(draftSaved(randomUUID(), abroad)).rejects.toThrow(NotFound);
  const mine = as('EXECUTOR', executor, works.id);
  await saveDraft(response, 'Дорогу', mine);
  await deliver(
    routingEvent('QuestionRouted', { topic: 'ROOFS', department: 'housing', by: 'OFFICIAL', words: [] }, 5),
  );
  expect(await saveDraft(response, 'Дорогу починили', mine)).toMatchObject({ text: 'Дорогу починили' });
});

it('loses an unsent text with the person’s key, and keeps none of an erased person', async () => {
  const { response, executor, person } = await assigned();
  const mine = as('EXECUTOR', executor);
  await saveDraft(response, 'О нём', mine);
  await vault.destroy({ query: async () => ({}) as never }, 1, person, 'asked');
  expect(await draftSaved(response, mine)).toMatchObject({ text: null });
  expect(await saveDraft(response, 'О нём', mine)).toMatchObject({ code: 'RESPONSE_STATE_FORBIDS' });
});

it('tells every draft of a response with what was wrong with it', async () => {
  const { response, executor } = await assigned();
  const approver = as('APPROVER');
  await draftResponse(draftOf(response, 1, 'Починим'), as('EXECUTOR', executor));
  await sendBackResponse({ ...act(response, 2), code: 'NO_DATE', reason: 'Когда?' }, approver);
  await draftResponse(draftOf(response, 3, 'Починим 1 декабря'), as('EXECUTOR', executor));
  const versions = (actor: Actor) =>
    service.resolve<readonly object[]>('responseVersions', { district: 'aldan', response }, actor);
  expect(await versions(approver)).toMatchObject([
    {
      ordinal: 1,
      version: 2,
      text: 'Починим',
      by: executor,
      byName: null,
      at: now,
      sentBack: { code: 'NO_DATE', reason: 'Когда?', by: (approver as { id: string }).id },
    },
    { ordinal: 2, version: 4, text: 'Починим 1 декабря', sentBack: null },
  ]);
  await expect(versions(as('HEAD', randomUUID(), housing.id))).rejects.toThrow(Forbidden);
});

it('consumes every sample of routing.events', async () => {
  const heard = samples()
    .map(({ event }) => event)
    .filter((event) => event.topic === 'routing.events')
    .sort((a, b) => a.position - b.position);
  expect(heard.length).toBeGreaterThan(7);
  await deliver(...heard);
  const deadLettered = await worker.query(`select reason from responses.blocked_key where state = 'DEAD_LETTERED'`);
  expect(deadLettered.rows).toEqual([]);
});
