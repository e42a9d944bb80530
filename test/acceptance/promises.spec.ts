import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { Steps, type Card, type Fields, type Outcome } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

let world: World;
let steps: Steps;

beforeAll(async () => {
  world = await startWorld({ demo: 'small' });
  steps = new Steps(world, 'aldan');
}, 240_000);
afterAll(() => world.stop());
jest.setTimeout(120_000);

const DAY_MS = 86_400_000;
const picture = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#553311' } })
    .jpeg()
    .toBuffer();
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** The questions that a filter finds, with what this journey looks at. */
async function listed(role: string, filter: Fields): Promise<readonly Fields[]> {
  const query = `query ($filter: AppealFilter) { questions(district: "aldan", filter: $filter, first: 100) {
    nodes { id version state dueOn dueAt overdue result classifier classified { name edition } controlledUntil promise { state until promisedUntil extended missed keptOn } } } }`;
  const { data } = await world.ask(query, { filter }, { as: steps.login(role) });
  return (data!['questions'] as { nodes: Fields[] }).nodes;
}

const found = async (role: string, filter: Fields, id: string) =>
  (await listed(role, filter)).find((one) => one['id'] === id);

describe('measures that an answer promises', () => {
  let receipt: Outcome;
  let card: Card;
  let question: string;
  let photo: string;
  const version = () => card.row.questions[0]!.version;
  const seen = async (until: (card: Card) => boolean) =>
    (card = await steps.cardWhen(receipt.id, steps.login('controller'), until));

  it('are refused without a day that is still to come', async () => {
    ({ receipt, card } = await steps.registered('На улице Лесной яма, в неё проваливаются машины.'));
    question = card.row.questions[0]!.id;
    const { id, version: drafted } = await steps.proposed(card, 'Яму засыпят.');
    const promise = { id, expectedVersion: drafted, text: 'Яму засыпят.', outcome: 'MEASURES_PROMISED' };
    const draft = (more: Fields) =>
      steps.mutate('draftResponse', { ...promise, ...more }, { as: steps.login('executor') });
    expect(await draft({})).toMatchObject({ refused: 'PROMISE_NEEDS_DAY' });
    expect(await draft({ promisedUntil: '2020-01-01' })).toMatchObject({ refused: 'PROMISE_TOO_EARLY' });
    const { version: promised } = await draft({ promisedUntil: inDays(20) });
    const { version: approved } = await steps.must('approveResponse', 'approver', { id, expectedVersion: promised });
    await steps.must('signResponse', 'signatory', { id, expectedVersion: approved });
    await seen(({ row }) => row.questions[0]!.state === 'ANSWERED');
  });

  it('stand in a list, due on the promised day, and are counted by their result', async () => {
    const one = await eventually(() => found('controller', { worklist: 'PROMISES' }, question));
    expect(one).toMatchObject({
      state: 'ANSWERED',
      dueOn: inDays(20),
      overdue: false,
      result: 'MEASURES_PROMISED',
      dueAt: null,
      promise: { state: 'WAITING', until: inDays(20), extended: 0, missed: false, keptOn: null },
    });
    expect(await found('controller', { results: ['MEASURES_PROMISED'] }, question)).toBeDefined();
    expect(await found('controller', { results: ['EXPLAINED'] }, question)).toBeUndefined();
  });

  it('get a later day once for one act, and are confirmed once', async () => {
    await seen(({ history }) => history.some(({ type }) => type === 'MEASURES_PROMISED'));
    const later = { id: question, key: randomUUID(), expectedVersion: version(), until: inDays(40), reason: 'Мороз.' };
    const first = await steps.must('extendPromise', 'controller', later);
    expect((await steps.must('extendPromise', 'controller', later)).version).toBe(first.version);
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(await picture())], { type: 'image/jpeg' }), 'яма.jpg');
    const upload = await fetch(`${world.url}/files?district=aldan`, { method: 'POST', body: form });
    ({ id: photo } = (await upload.json()) as { id: string });
    const kept = { id: question, key: randomUUID(), expectedVersion: first.version, text: 'Яму засыпали.', photo };
    const done = await steps.must('confirmPromise', 'executor', kept);
    expect((await steps.must('confirmPromise', 'executor', kept)).version).toBe(done.version);
    const one = await eventually(() => found('controller', { promises: ['KEPT'] }, question));
    expect(one).toMatchObject({ dueOn: null, promise: { state: 'KEPT', promisedUntil: inDays(20), extended: 1 } });
    expect(await found('controller', { worklist: 'PROMISES' }, question)).toBeUndefined();
  });

  it('are counted on the board, and read by the applicant', async () => {
    const board = `{ board(district: "aldan", from: "${inDays(-30)}", to: "${inDays(1)}") {
      whole { promised promisesMissed promisesKept promisesLate } } }`;
    const { data } = await world.ask(board, {}, { as: steps.login('head') });
    const { whole } = data!['board'] as { whole: Record<string, number> };
    const kept = { promises: ['KEPT'], promiseKeptFrom: inDays(-30), promiseKeptTo: inDays(1) };
    expect(whole['promisesKept']).toBe((await listed('head', kept)).length);
    expect(whole['promised']).toBe((await listed('head', { promises: ['WAITING'] })).length);
    const mine = `{ residentAppeal { questions { promise { until promisedUntil missed text photo } } steps { type } } }`;
    const seenByApplicant = await world.ask(mine, {}, { token: receipt['token'] as string });
    expect(seenByApplicant.data!['residentAppeal']).toMatchObject({
      questions: [
        { promise: { until: inDays(40), promisedUntil: inDays(20), missed: false, text: 'Яму засыпали.', photo } },
      ],
      steps: expect.arrayContaining([{ type: 'MEASURES_PROMISED' }, { type: 'PROMISE_CONFIRMED' }]),
    });
  });

  it('are shown by the photo to the applicant and the readers of the card, and to no one else', async () => {
    const asks = (headers: Record<string, string>) => fetch(`${world.url}/files/aldan/${photo}`, { headers });
    const token = receipt['token'] as string;
    const mine = await eventually(async () => {
      const answer = await asks({ authorization: `Bearer ${token}` });
      return answer.status === 200 ? answer : undefined;
    });
    expect(mine.headers.get('content-type')).toBe('image/jpeg');
    expect((await asks({})).status).not.toBe(200);
    const other = await steps.mutate('submitAppeal', { text: 'Другое дело.' });
    expect((await asks({ authorization: `Bearer ${String(other['token'])}` })).status).not.toBe(200);
    const query = `query ($id: UUID!) { appeal(district: "aldan", id: $id) { questions { promisePhoto } } }`;
    const { data } = await world.ask(query, { id: receipt.id }, { as: steps.login('controller') });
    expect(data!['appeal']).toEqual({ questions: [{ promisePhoto: `/files/aldan/${photo}` }] });
  });
});

describe('who works on a question with its executor', () => {
  it('reads the whole card, contributes and does his part, though the question is of another department', async () => {
    const { receipt, card } = await steps.registered('В посёлке нет тепла второй день.');
    await steps.proposed(card, 'Выясняем.');
    const { row } = await steps.cardWhen(
      receipt.id,
      steps.login('coordinator'),
      (now) => now.row.questions[0]!.state === 'IN_WORK',
    );
    const [{ id, version }] = row.questions as unknown as [{ id: string; version: number }];
    const official = await steps.officialId(steps.login('approver'));
    const given = { id, expectedVersion: version, officials: [official], departments: ['blagoustroystvo'] };
    const parts = [{ official, text: 'Смета на ремонт котла.' }];
    const assigned = await steps.must('assignCoExecutors', 'coordinator', { ...given, parts });
    const mine = await eventually(() => found('approver', { worklist: 'CO_EXECUTED' }, id));
    expect(mine['state']).toBe('IN_WORK');
    expect(await found('approver', { coExecuted: true }, id)).toBeDefined();
    expect(await found('signatory', { coExecuted: true }, id)).toBeUndefined();
    const part = { id, expectedVersion: assigned.version, text: 'Котёл починят к пятнице.' };
    const { version: after } = await steps.must('addContribution', 'approver', part);
    const mineIs = { id, expectedVersion: after, official, text: 'Смета в деле.' };
    expect((await steps.mutate('finishPart', mineIs, { as: steps.login('signatory') })).refused).toBe('NOT_YOUR_PART');
    const { version: done } = await steps.must('finishPart', 'approver', mineIs);
    const query = `query ($id: UUID!) { appeal(district: "aldan", id: $id) {
      questions { coExecutors { id } coDepartments { code } contributions { text }
      parts { official { id } department { code } text doneText doneBy { id } } } } }`;
    const told = await eventually(async () => {
      const { data } = await world.ask(query, { id: receipt.id }, { as: steps.login('executor') });
      const [one] = (data!['appeal'] as { questions: { parts: Fields[] }[] }).questions;
      return one?.parts.some(({ doneBy }) => doneBy) ? one : undefined;
    });
    expect(told).toEqual({
      coExecutors: [{ id: official }],
      coDepartments: [{ code: 'blagoustroystvo' }],
      contributions: [{ text: 'Котёл починят к пятнице.' }],
      parts: [
        {
          official: { id: official },
          department: null,
          text: 'Смета на ремонт котла.',
          doneText: 'Смета в деле.',
          doneBy: { id: official },
        },
      ],
    });
    const own = { id, expectedVersion: done, text: 'И я.' };
    const another = await steps.mutate('addContribution', own, { as: steps.login('signatory') });
    expect(another.refused).toBe('NOT_A_CO_EXECUTOR');
  });
});

describe('the code of the common classifier', () => {
  it('comes with the topic, is mended by hand, and finds by its beginning', async () => {
    const { card } = await steps.registered('Дорога в посёлок разбита, ямы по колено.');
    const [{ id, version }] = card.row.questions as unknown as [{ id: string; version: number }];
    const route = { id, expectedVersion: version, topic: 'dorogi', department: 'dorogi' };
    if (card.row.questions[0]!.state === 'OPEN') await steps.must('routeQuestion', 'coordinator', route);
    const one = await eventually(() => found('coordinator', { classifier: '0003.0009.0099' }, id));
    expect(one['classifier']).toBe('0003.0009.0099.0742.0110');
    expect(one['classified']).toMatchObject({ name: 'ремонт автомобильных дорог', edition: 'v4' });
    expect(await found('coordinator', { classifier: '0003.0009.0097' }, id)).toBeUndefined();
    const mended = { id, classifier: '0003.0009.0097.0689' };
    const { version: seenVersion } = one as { version: number };
    const theme = { id, classifier: '0003.0009.0097', expectedVersion: seenVersion };
    const refused = await steps.mutate('classifyQuestion', theme, { as: steps.login('coordinator') });
    expect(refused.refused).toBe('CLASSIFIER_CODE_TOO_WIDE');
    await steps.must('classifyQuestion', 'coordinator', { ...mended, expectedVersion: seenVersion });
    await eventually(() => found('coordinator', { classifier: '0003.0009.0097' }, id));
    const offered = await world.ask(
      `{ classifier(district: "aldan", search: "уличного освещения", topic: "dorogi", department: "dorogi") {
        editions { edition isWhole } proposed { code } favourites { code } found { name path theme } } }`,
      {},
      { as: steps.login('coordinator') },
    );
    expect(offered.data!['classifier']).toMatchObject({
      editions: [{ edition: 'v4', isWhole: false }],
      proposed: [{ code: '0003.0009.0099.0742.0110' }, {}, {}, {}, {}],
      favourites: expect.arrayContaining([{ code: mended.classifier }]),
      found: [{ name: 'Уличное освещение', path: ['Экономика', expect.any(String), expect.any(String)] }],
    });
    const wrong = await world.ask(
      `{ questions(district: "aldan", filter: { classifier: "3.8" }) { total } }`,
      {},
      { as: steps.login('coordinator') },
    );
    expect(JSON.stringify(wrong)).toContain('BAD_INPUT');
  });
});

describe('control by the head', () => {
  it('begins with a day and outlasts the answer: the filter finds it until it is taken off', async () => {
    const { card } = await steps.registered('Мост через ручей шатается.');
    const { id } = card.row.questions[0]!;
    const listedNow = (more: Fields) => found('head', { controlled: true, ...more }, id);
    expect(await listedNow({})).toBeUndefined();
    const { version } = await eventually(() => found('head', { controlled: false }, id));
    const put = { id, expectedVersion: version, until: '2020-01-01' };
    expect(await steps.mutate('putUnderControl', put, { as: steps.login('head') })).toMatchObject({
      refused: 'CONTROL_DAY_OVER',
    });
    await steps.must('putUnderControl', 'head', { ...put, until: inDays(10) });
    const one = await eventually(() => listedNow({}));
    expect(one).toMatchObject({ controlledUntil: inDays(10) });
    await steps.must('takeOffControl', 'controller', { id, expectedVersion: one['version'] });
    expect(await eventually(() => found('head', { controlled: false }, id))).toMatchObject({ controlledUntil: null });
    expect(await listedNow({})).toBeUndefined();
  });
});

describe('a collective appeal', () => {
  const entry = { channel: 'PAPER', text: 'Просим починить мост.', kind: 'STATEMENT', signatories: 42 };
  const enter = (more: Fields) => steps.mutate('enterAppeal', { ...entry, ...more }, { as: steps.login('registrar') });

  it('has a representative, and the number of those who signed', async () => {
    const { id } = await enter({ surname: 'Пестерева', givenName: 'Раиса', contact: 'raisa@example.org' });
    const query = `query ($number: UUID!) { appeal(district: "aldan", id: $number) { entry { signatories } row { id } } }`;
    const card = await eventually(async () => {
      const { data } = await world.ask(query, { number: id }, { as: steps.login('registrar') });
      return data?.['appeal'] ?? undefined;
    });
    expect(card).toMatchObject({ entry: { signatories: 42 } });
    const list = `{ appeals(district: "aldan", filter: { collective: true }, first: 100) { nodes { id } } }`;
    const { data } = await world.ask(list, {}, { as: steps.login('registrar') });
    expect((data!['appeals'] as { nodes: Fields[] }).nodes).toContainEqual({ id });
  });

  it('is not taken without one', async () => {
    const { errors } = (await steps.send(
      'enterAppeal',
      { ...entry, key: randomUUID() },
      { as: steps.login('registrar') },
    )) as {
      errors?: readonly { extensions: Fields }[];
    };
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'REPRESENTATIVE_NEEDED', path: 'input.name' });
  });
});
