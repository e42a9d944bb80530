import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { Steps, type Card, type Fields, type Outcome } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

let world: World;
let steps: Steps;
const as = (role: string) => ({ as: steps.login(role) });

beforeAll(async () => {
  world = await startWorld({ demo: 'small' });
  steps = new Steps(world, 'aldan');
}, 240_000);
afterAll(() => world.stop());
jest.setTimeout(120_000);

const RESIDENT = `{ residentAppeal {
  number regime state registeredBefore { number journal }
  answers { text }
  reopening { decision reason }
  allowedActions
} }`;

const typesOf = (card: Card) => card.history.map(({ type }) => type);
const countOf = (card: Card, type: string) => typesOf(card).filter((one) => one === type).length;

describe('an answer with which the applicant is not content', () => {
  const text = 'На улице Лесной яма, в неё проваливаются машины.';
  let receipt: Outcome;
  let card: Card;
  let executor: string | undefined;
  const seen = async (until: (card: Card) => boolean) =>
    (card = await steps.cardWhen(receipt.id, steps.login('coordinator'), until));
  const mine = async () => {
    const { data } = await world.ask(RESIDENT, {}, { token: receipt['token'] as string });
    return data!['residentAppeal'] as Fields & { readonly answers: readonly { text: string }[] };
  };
  const ask = (reason: string) =>
    steps.mutate('requestReopening', { key: randomUUID(), reason }, { token: receipt['token'] as string });
  /** Decides once the request is seen in the list of those who decide. */
  const decided = async (mutation: 'grantReopening' | 'refuseReopening', more: Fields = {}) => {
    await seen((now) => now.row.state === 'REOPEN_REQUESTED');
    const listed = `{ appeals(district: "aldan", filter: { worklist: REOPENING_REQUESTED }, first: 100) { nodes { id } } }`;
    const { data } = await world.ask(listed, {}, as('controller'));
    expect((data!['appeals'] as { nodes: { id: string }[] }).nodes).toContainEqual({ id: receipt.id });
    const command = { key: randomUUID(), id: receipt.id, expectedVersion: card.row.version, ...more };
    const [first, again] = [
      await steps.must(mutation, 'controller', command),
      await steps.must(mutation, 'controller', command),
    ];
    expect(again.version).toBe(first.version);
  };

  it('is answered first', async () => {
    ({ receipt, card } = await steps.registered(text));
    await steps.answered(card, 'Яма будет засыпана.');
    await seen((now) => now.row.state === 'ANSWERED' && countOf(now, 'APPEAL_ANSWERED') === 1);
    executor = card.row.questions[0]!.executor?.id;
  });

  it('is complained of, and considered again by the same executor, with a new term; the applicant is notified', async () => {
    expect(await ask('Яма на месте.')).toMatchObject({ __typename: 'Change' });
    await decided('grantReopening');
    await seen((now) => now.row.questions[0]?.state === 'IN_WORK' && now.row.questions[0].response?.state === 'OPEN');
    expect(card.row.state).toBe('REGISTERED');
    expect(card.row.questions[0]!.executor?.id).toBe(executor);
    await seen((now) => now.notices.some(({ kind, state }) => kind === 'REOPENING_DECIDED' && state === 'DISPATCHED'));
  });

  it('has a second answer beside the first', async () => {
    await steps.answered(card, 'Яма засыпана 27 ноября.');
    const dispatched = (now: Card) =>
      now.notices.filter(({ kind, state }) => kind === 'ANSWERED' && state === 'DISPATCHED').length;
    await seen((now) => now.row.state === 'ANSWERED' && countOf(now, 'APPEAL_ANSWERED') === 2 && dispatched(now) === 2);
    expect(card.row.questions[0]).toMatchObject({ state: 'ANSWERED' });
    expect(card.notices.filter(({ kind }) => kind === 'ANSWERED')).toHaveLength(2);
    await eventually(async () => {
      const { answers: given } = await mine();
      expect(given.map((one) => one.text).sort()).toEqual(['Яма будет засыпана.', 'Яма засыпана 27 ноября.']);
      return given;
    });
  });

  it('remains where the second request is refused; the applicant reads why, and asks no more', async () => {
    expect(await ask('Засыпана плохо.')).toMatchObject({ __typename: 'Change' });
    await decided('refuseReopening', { reason: 'Работа принята комиссией.' });
    await seen((now) => now.row.state === 'ANSWERED');
    const told = (now: Card) =>
      now.notices.filter(({ kind, state }) => kind === 'REOPENING_DECIDED' && state === 'DISPATCHED').length === 2;
    await seen(told);
    const appeal = await mine();
    expect(appeal).toMatchObject({
      state: 'ANSWERED',
      reopening: { decision: 'REFUSED', reason: 'Работа принята комиссией.' },
      allowedActions: expect.not.arrayContaining(['REQUEST_REOPENING']),
    });
    expect(await ask('И всё же.')).toMatchObject({ refused: 'REOPENING_DECIDED' });
  });
});

describe('what the applicant adds after the answer', () => {
  it('is in a list until an official has read it', async () => {
    const { receipt, card } = await steps.registered('На площади не горит фонарь.');
    await steps.answered(card, 'Фонарь заменят.');
    const answered = await steps.cardWhen(receipt.id, steps.login('controller'), ({ row }) => row.state === 'ANSWERED');
    expect(answered.row['allowedActions']).not.toContain('ACKNOWLEDGE_SUPPLEMENT');
    const { token } = receipt as unknown as { token: string };
    const added = await steps.mutate('supplementAppeal', { text: 'Погас и второй.' }, { token });
    const mine = { worklist: 'SUPPLEMENTED' };
    const listed = async (login: string) => {
      const list = `query ($filter: AppealFilter) {
        appeals(district: "aldan", filter: $filter, first: 100) { nodes { id allowedActions } }
        worklists(district: "aldan") { code total } }`;
      const { data } = await world.ask(list, { filter: mine }, { as: login });
      const { nodes } = data!['appeals'] as { nodes: { id: string; allowedActions: string[] }[] };
      const counts = data!['worklists'] as { code: string; total: number }[];
      expect(counts.find(({ code }) => code === 'SUPPLEMENTED')?.total).toBe(nodes.length);
      return nodes.find(({ id }) => id === receipt.id);
    };
    for (const role of ['controller', 'coordinator', 'executor']) {
      const one = await eventually(() => listed(steps.login(role)));
      expect(one.allowedActions).toContain('ACKNOWLEDGE_SUPPLEMENT');
    }
    const read = { key: randomUUID(), id: receipt.id, expectedVersion: added.version };
    const first = await steps.must('acknowledgeSupplement', 'executor', read);
    expect((await steps.must('acknowledgeSupplement', 'executor', read)).version).toBe(first.version);
    const gone = (now: Card) =>
      now.history.some(({ type }) => type === 'SUPPLEMENT_ACKNOWLEDGED') &&
      !(now.row['allowedActions'] as string[]).includes('ACKNOWLEDGE_SUPPLEMENT');
    const { history } = await steps.cardWhen(receipt.id, steps.login('controller'), gone);
    expect(history.find(({ type }) => type === 'SUPPLEMENT_ACKNOWLEDGED')).toMatchObject({ actor: 'OFFICIAL' });
    expect(await listed(steps.login('controller'))).toBeUndefined();
  });
});

describe('an angry reply under the answer', () => {
  let card: Card;
  let id: string;
  let token: string;
  const seen = async (until: (card: Card) => boolean) =>
    (card = await steps.cardWhen(id, steps.login('coordinator'), until));
  const angry = async (text: string) => {
    await steps.mutate('supplementAppeal', { text }, { token });
    const query = `query ($id: UUID!) { appeal(district: "aldan", id: $id) {
      supplements { id text } row { version allowedActions } } }`;
    return eventually(async () => {
      const { data } = await world.ask(query, { id }, as('coordinator'));
      const { supplements, row } = data!['appeal'] as {
        supplements: { id: string; text: string }[];
        row: { version: number; allowedActions: string[] };
      };
      expect(row.allowedActions).toContain('REOPEN_ON_SUPPLEMENT');
      const { id: supplement } = supplements.find((one) => one.text === text)!;
      return { supplement, expectedVersion: row.version };
    });
  };

  it('is beside the moderator’s stream, with its words', async () => {
    const registered = await steps.registered('На улице Зинштейна третий день не чищен тротуар.');
    ({ card } = registered);
    ({ id } = registered.receipt);
    ({ token } = registered.receipt as unknown as { token: string });
    await steps.answered(card, 'Тротуар расчистили утром.');
    await seen(({ row }) => row.state === 'ANSWERED');
    await angry('Неправда! Никто ничего не чистил.');
    const query = `{ appeals(district: "aldan", filter: { worklist: SUPPLEMENTED }, first: 100) {
      nodes { id addition { excerpt byApplicant } } } }`;
    const { data } = await world.ask(query, {}, as('moderator'));
    const { nodes } = data!['appeals'] as { nodes: { id: string }[] };
    expect(nodes.find((one) => one.id === id)).toMatchObject({
      addition: { excerpt: 'Неправда! Никто ничего не чистил.', byApplicant: true },
    });
  });

  it('is replied to in its place, without another answer; the notice is the proof, and the question stays answered', async () => {
    const on = await angry('Приезжайте и посмотрите!');
    const reply = { key: randomUUID(), id, ...on, text: 'Проверим завтра в десять.' };
    const first = await steps.must('replyToSupplement', 'executor', reply);
    expect((await steps.must('replyToSupplement', 'executor', reply)).version).toBe(first.version);
    await seen(({ notices }) => notices.some(({ kind, state }) => kind === 'REPLIED' && state === 'DISPATCHED'));
    expect(card.row.state).toBe('ANSWERED');
    const { data } = await world.ask('{ residentAppeal { supplements { text replies { text } } } }', {}, { token });
    expect(data!['residentAppeal']).toMatchObject({
      supplements: [
        { replies: [] },
        { text: 'Приезжайте и посмотрите!', replies: [{ text: 'Проверим завтра в десять.' }] },
      ],
    });
  });

  it('is returned to work by officials on that fact alone, with a new term, and answered again: both answers stand', async () => {
    const executor = card.row.questions[0]!.executor?.id;
    const on = await angry('Сугробы как стояли, так и стоят.');
    const reopen = { key: randomUUID(), id, ...on };
    const unknown = { ...reopen, key: randomUUID(), supplement: randomUUID() };
    expect(
      await steps.mutate('reopenOnSupplement', { district: 'aldan', ...unknown }, as('coordinator')),
    ).toMatchObject({
      refused: 'SUPPLEMENT_NOT_AFTER_ANSWER',
    });
    await steps.must('reopenOnSupplement', 'coordinator', reopen);
    await seen((now) => now.row.questions[0]?.state === 'IN_WORK' && now.row.questions[0].response?.state === 'OPEN');
    expect(card.row.questions[0]!.executor?.id).toBe(executor);
    await steps.answered(card, 'Тротуар расчищен 30 ноября, фото приложены.');
    await seen((now) => now.row.state === 'ANSWERED' && countOf(now, 'APPEAL_ANSWERED') === 2);
    await eventually(async () => {
      const { data } = await world.ask('{ residentAppeal { answers { text } } }', {}, { token });
      const { answers } = data!['residentAppeal'] as { answers: { text: string }[] };
      expect(answers.map((one) => one.text).sort()).toEqual([
        ...['Тротуар расчистили утром.', 'Тротуар расчищен 30 ноября, фото приложены.'],
      ]);
      return answers;
    });
    // The applicant may still ask as often as before.
    expect((await world.ask('{ residentAppeal { allowedActions } }', {}, { token })).data).toMatchObject({
      residentAppeal: { allowedActions: expect.arrayContaining(['REQUEST_REOPENING']) },
    });
  });
});

/** 59-FZ art. 8(2), 12(1): the term of the law runs from its own registration, beside the message's. */
describe('a registered message whose sender came with a document', () => {
  let receipt: Outcome;
  let card: Card;

  it('becomes an appeal with a second number, once', async () => {
    ({ receipt, card } = await steps.registered('Во дворе школы упал фонарь.', { name: 'Зоя Седых' }));
    const { number: first, version } = card.row;
    const turn = {
      key: randomUUID(),
      id: receipt.id,
      expectedVersion: version,
      identification: 'VISIT',
      identifiedBy: 'Пришла с паспортом',
    };
    const [turned, again] = await Promise.all([
      steps.must('turnIntoAppeal', 'registrar', turn),
      steps.must('turnIntoAppeal', 'registrar', turn),
    ]);
    expect(again.version).toBe(turned.version);
    card = await steps.cardWhen(receipt.id, steps.login('coordinator'), (now) => now.row['number'] !== first);
    expect(card.row).toMatchObject({ regime: 'APPEAL_59FZ', state: 'REGISTERED' });
    const { data } = await world.ask(RESIDENT, {}, { token: receipt['token'] as string });
    expect(data!['residentAppeal']).toMatchObject({
      number: card.row['number'],
      regime: 'APPEAL_59FZ',
      registeredBefore: [{ number: first, journal: 'MESSAGES' }],
    });
  });

  it('has the terms of the message and those of the law, and the number in each journal', async () => {
    const terms = `query ($id: UUID!) { appeal(district: "aldan", id: $id) {
      row { questions { deadline { rule } deadlines { rule duty source } } } } }`;
    await eventually(async () => {
      const { data } = await world.ask(terms, { id: receipt.id }, as('coordinator'));
      const { row } = data!['appeal'] as { row: { questions: { deadlines: { rule: string }[] }[] } };
      expect(row.questions).toHaveLength(1);
      expect(row.questions[0]!.deadlines.map(({ rule }) => rule)).toEqual([
        ...['SOC-9H', 'ANS', 'FWD', 'COURT', 'UNREADABLE', 'UNCLEAR', 'PUBLISHED'],
      ]);
      return row;
    });
    card = (await steps.card(receipt.id, steps.login('coordinator')))!;
    expect(countOf(card, 'APPEAL_REGISTERED')).toBe(2);
  });

  it('is answered in writing and not on the page alone', async () => {
    await steps.answered(card, 'Фонарь заменён.');
    const told = (now: Card) => now.notices.some(({ kind, way }) => kind === 'ANSWERED' && way === 'PAPER');
    card = await steps.cardWhen(receipt.id, steps.login('coordinator'), told);
    expect(card.row.state).toBe('REGISTERED');
    expect(card.notices.find(({ kind }) => kind === 'ANSWERED')).toMatchObject({ state: 'PENDING' });
  });
});
