import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, traceCollector, type CollectedSpan, type TraceCollector } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { live, type Live } from '../world/live.js';
import { Steps, type Card, type Outcome } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

let collector: TraceCollector;
let world: World;
let steps: Steps;
const as = (role: string) => ({ as: steps.login(role) });

beforeAll(async () => {
  collector = await traceCollector();
  world = await startWorld({ demo: 'small', environment: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint } });
  steps = new Steps(world, 'aldan');
}, 240_000);
afterAll(async () => {
  await world.stop();
  await collector.close();
});

describe('a resident receives an answer', () => {
  const form = {
    key: randomUUID(),
    name: 'Василиса Дождева',
    contact: 'vasilisa.dozhdeva@example.org',
    text: 'На Речной улице дорога размыта, автобус не проходит уже неделю. Ҕ Ҥ Ө Һ Ү 🙂',
    place: { settlement: 'tommot', text: 'Речная, у моста' },
    files: [] as string[],
  };
  let receipt: Outcome;
  let card: Card;
  const question = () => card.row.questions[0]!;
  const response = () => question().response!;
  const seen = async (token: string) => (card = (await steps.card(receipt.id, steps.login('coordinator'), token))!);

  let worklist: Live<{ id: string; kind: string; row: { excerpt: string } | null }>;
  beforeAll(async () => {
    const moderator = steps.login('moderator');
    const filter = { district: 'aldan', filter: { states: ['RECEIVED'] } };
    const list = `query ($district: String!, $filter: AppealFilter) {
      appeals(district: $district, filter: $filter) { liveCursor nodes { id } } }`;
    const { data } = await world.ask(list, filter, { as: moderator });
    const { liveCursor: after } = data!['appeals'] as { liveCursor: string };
    const changes = `subscription ($district: String!, $filter: AppealFilter, $after: String) {
      appealChanges(district: $district, filter: $filter, after: $after) { cursor id version kind row { excerpt } } }`;
    worklist = await live(world, 'appealChanges', changes, { ...filter, after }, moderator);
  });
  afterAll(() => worklist.stop());

  it('uploads a photo', async () => {
    const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#334455' } })
      .jpeg()
      .toBuffer();
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'photo.jpg');
    const kept = await fetch(`${world.url}/files?district=aldan`, { method: 'POST', body });
    expect(kept.status).toBe(201);
    form.files.push(((await kept.json()) as { id: string }).id);
  });

  it('gets a receipt with a follow-up code, and the same receipt for the same key', async () => {
    const answers = await Promise.all([steps.mutate('submitAppeal', form), steps.mutate('submitAppeal', form)]);
    receipt = await steps.mutate('submitAppeal', form);
    for (const answer of answers) expect(answer).toMatchObject(pick(receipt));
    expect(receipt.followUpCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  });

  it('enters the moderator’s live list', async () => {
    const entered = await worklist.first((change) => change.id === receipt.id);
    expect(entered).toMatchObject({ kind: 'ENTERED', row: { excerpt: expect.stringContaining('Речной') } });
  });

  it('is marked as spam, and the decision is taken back', async () => {
    const { id } = receipt;
    const reason = 'Нажали не ту кнопку';
    const spam = await steps.mutate('markAsSpam', { id, expectedVersion: 1, kind: 'OTHER', reason }, as('moderator'));
    const back = await steps.mutate('takeBackDecision', { id, expectedVersion: spam.version, reason }, as('moderator'));
    const up = await steps.mutate('takeUpMessage', { id, expectedVersion: back.version }, as('moderator'));
    await seen(up.consistencyToken);
    await worklist.first((change) => change.id === id && change.kind === 'LEFT');
    expect(card).toMatchObject({
      text: form.text,
      files: [{ id: form.files[0], type: 'image/jpeg' }],
      stale: false,
      row: { state: 'TAKEN_UP', version: 4, number: null },
    });
  });

  it('gets a number, and its question a department with the reason and a deadline', async () => {
    const change = await steps.mutate('registerAppeal', { id: receipt.id, expectedVersion: 4 }, as('registrar'));
    expect(change.number).toMatch(/\d+/);
    card = await steps.cardWhen(
      receipt.id,
      steps.login('coordinator'),
      (now) => now.row.questions[0]?.response?.id !== undefined,
    );
    expect(card.row).toMatchObject({ number: change.number, state: 'REGISTERED', regime: 'SOCIAL_MESSAGE' });
    expect(question()).toMatchObject({ state: 'ROUTED', department: { code: 'dorogi' }, deadline: { rule: 'SOC-9H' } });
    const { reason, deadline } = question() as unknown as { reason: { words: string[] }; deadline: { dueOn: string } };
    expect(reason.words.length).toBeGreaterThan(0);
    expect(deadline.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('is routed to another department and back, and an executor is assigned', async () => {
    const { id } = question();
    const housing = { id, topic: 'remont-doma', department: 'zhilye', reason: 'Похоже на двор дома' };
    let change = await steps.mutate('routeQuestion', { ...housing, expectedVersion: 3 }, as('coordinator'));
    const away = { id, expectedVersion: change.version, reason: 'Это дорога, не двор' };
    change = await steps.mutate('returnQuestion', away, as('head.housing'));
    const roads = { id, topic: 'dorogi', department: 'dorogi', expectedVersion: change.version };
    change = await steps.mutate('routeQuestion', roads, as('coordinator'));
    const executor = await steps.officialId(steps.login('executor.roads'));
    const given = { id, executor, expectedVersion: change.version };
    expect((await steps.send('assignExecutor', given, as('head.housing'))).errors[0]?.extensions?.code).toBe(
      'FORBIDDEN',
    );
    change = await steps.mutate('assignExecutor', given, as('head'));
    await seen(change.consistencyToken);
    expect(question()).toMatchObject({ state: 'IN_WORK', executor: { id: executor }, version: 7 });
  });

  it('has its response drafted, sent back, drafted again, approved and signed', async () => {
    const { id } = response();
    const draft = { id, text: 'Дорогу подсыпали.', outcome: 'MEASURES_TAKEN' };
    let change = await steps.drafted('executor.roads', { ...draft, expectedVersion: 1 });
    const note = { id, text: 'Позвонить дорожникам', expectedVersion: change.version };
    change = await steps.mutate('addNote', note, as('executor.roads'));
    const back = { id, reason: 'Когда пойдёт автобус?', expectedVersion: change.version };
    change = await steps.mutate('sendBackResponse', back, as('approver'));
    const better = { ...draft, text: 'Дорогу подсыпали 23 ноября, автобус ходит по расписанию.' };
    change = await steps.mutate('draftResponse', { ...better, expectedVersion: change.version }, as('executor.roads'));
    change = await steps.mutate('approveResponse', { id, expectedVersion: change.version }, as('approver'));
    change = await steps.mutate('signResponse', { id, expectedVersion: change.version }, as('signatory'));
    expect(change).toMatchObject({ __typename: 'Change', id, appeal: receipt.id, version: 7 });
  });

  it('is answered once the letter is dispatched', async () => {
    card = await steps.cardWithQuestion(receipt.id, steps.login('coordinator'), 'ANSWERED');
    expect(card.row.state).toBe('ANSWERED');
    expect(response()).toMatchObject({ outcome: 'MEASURES_TAKEN', state: 'DISPATCHED' });
    const sent = card.notices.find((notice) => notice.kind === 'ANSWERED');
    expect(sent).toMatchObject({ way: 'EMAIL', state: 'DISPATCHED', proof: expect.stringMatching(/\S/) });
    const outbox = join(world.dataDir, 'outbox');
    const letters = await Promise.all(
      (await readdir(outbox))
        .filter((name) => name.endsWith('.eml'))
        .map((name) => readFile(join(outbox, name), 'utf8')),
    );
    expect(letters.some((letter) => letter.includes('vasilisa.dozhdeva@example.org'))).toBe(true);
  });

  it('is opened and rated with the follow-up code, and refused with a wrong one', async () => {
    const { number, followUpCode: code } = receipt;
    const wrong = await steps.send('openAppeal', { number, code: '0'.repeat(16) });
    expect(JSON.stringify(wrong)).toContain('CODE_WRONG');
    const { token } = (await steps.mutate('openAppeal', { number, code })) as unknown as { token: string };
    const own = await world.ask(
      '{ residentAppeal { state text allowedActions answers { text outcome signedBy } steps { title } } }',
      {},
      { token },
    );
    expect(own.errors).toEqual([]);
    expect(own.data!['residentAppeal']).toMatchObject({
      state: 'ANSWERED',
      allowedActions: ['RATE_APPEAL', 'SUPPLEMENT_APPEAL', 'WITHDRAW_CONSENT', 'REQUEST_REOPENING'],
      text: form.text,
      answers: [{ text: expect.stringContaining('автобус ходит'), signedBy: 'Елена Викторовна Громова' }],
    });
    const rated = await steps.mutate('rateAppeal', { score: 5, comment: 'Спасибо!' }, { token });
    expect(rated.__typename).toBe('Change');
    expect(await steps.mutate('rateAppeal', { score: 1 }, { token })).toMatchObject({ refused: 'ALREADY_RATED' });
    await seen(rated.consistencyToken);
    expect(card.row.rating).toBe(5);
  });

  it('has its whole history on the card', () => {
    const types = card.history.map((item) => item.type);
    const expected = [
      ...['APPEAL_RECEIVED', 'MARKED_AS_SPAM', 'DECISION_TAKEN_BACK', 'MESSAGE_TAKEN_UP', 'APPEAL_REGISTERED'],
      ...['QUESTION_OPENED', 'QUESTION_ROUTED', 'DEADLINE_SET', 'QUESTION_RETURNED', 'EXECUTOR_ASSIGNED'],
      ...['RESPONSE_DRAFTED', 'NOTE_ADDED', 'RESPONSE_SENT_BACK', 'RESPONSE_APPROVED', 'RESPONSE_SIGNED'],
      ...['NOTICE_DISPATCHED', 'QUESTION_ANSWERED', 'APPEAL_ANSWERED', 'APPEAL_RATED'],
    ];
    expect(types).toEqual(expect.arrayContaining(expected));
    expect(card.history.every((item) => String(item['title']).length > 0 && item['at'])).toBe(true);
    const signed = card.history.find((item) => item.type === 'RESPONSE_SIGNED');
    expect(signed).toMatchObject({ by: { name: 'Елена Викторовна Громова' }, role: 'SIGNATORY' });
  });

  it('is found by its words in another form', async () => {
    const found = await eventually(async () => {
      const query = `query ($query: String!) {
        search(districts: ["aldan"], query: $query) { nodes { row { id } highlights } } }`;
      const { data, errors } = await world.ask(query, { query: 'размытые дороги речной' }, as('analyst'));
      expect(errors).toEqual([]);
      const { nodes } = data!['search'] as { nodes: { row: { id: string }; highlights: string[] }[] };
      return nodes.find(({ row }) => row.id === receipt.id);
    });
    expect(found.highlights.join(' ')).toMatch(/\ue000дорога\ue001/);
  });

  it('is in the list of its department’s answered questions', async () => {
    const list = await world.ask(
      `{ appeals(district: "aldan", filter: { questionStates: [ANSWERED], departments: ["dorogi"] }, first: 100) {
         nodes { id } } }`,
      {},
      as('controller'),
    );
    expect(JSON.stringify(list.data)).toContain(receipt.id);
  });
});

describe('every way to reach a resident', () => {
  it('a call, recorded with what was said', async () => {
    const more = { name: 'Егор Ильич', contact: '+7 914 000-00-17' };
    const { receipt, card } = await steps.registered('Когда откроют паромную переправу?', more);
    await steps.answered(card, 'Паром пойдёт с 25 мая.');
    const waiting = await eventually(async () => {
      const list = `{ oralNotices(district: "aldan", first: 100) { nodes { id appeal version state } } }`;
      const { data } = await world.ask(list, {}, as('executor'));
      const { nodes } = data!['oralNotices'] as { nodes: { id: string; appeal: string; version: number }[] };
      return nodes.find((notice) => notice.appeal === receipt.id);
    });
    const told = { id: waiting.id, expectedVersion: waiting.version, said: 'Ответ прочитан по телефону, понял.' };
    expect(await steps.mutate('recordOralNotice', told, as('executor'))).toMatchObject({ __typename: 'Change' });
    const done = await steps.cardWithQuestion(receipt.id, steps.login('coordinator'), 'ANSWERED');
    expect(done.notices.some((notice) => notice['way'] === 'ORAL' && notice.state === 'DISPATCHED')).toBe(true);
  });

  it('59-FZ art. 10(4): a letter on paper, proved by the register of outgoing post and not by the signature', async () => {
    const address = { postcode: '678900', text: 'г. Алдан, ул. Ленина, 1' };
    const paper = { channel: 'PAPER', text: 'Прошу починить мост через ручей.', name: 'Пётр Седых', address };
    const receipt = await steps.mutate('enterAppeal', paper, as('registrar'));
    await steps.mutate('registerAppeal', { id: receipt.id, expectedVersion: receipt.version }, as('registrar'));
    const card = await steps.cardWhen(
      receipt.id,
      steps.login('coordinator'),
      (now) => now.row.questions[0]?.response?.id !== undefined,
    );
    await steps.answered(card, 'Мост починят до 1 июня.');
    const waiting = await eventually(async () => {
      const list = '{ paperNotices(district: "aldan", first: 100) { nodes { id appeal version } } }';
      const { data } = await world.ask(list, {}, as('registrar'));
      const { nodes } = data!['paperNotices'] as { nodes: { id: string; appeal: string; version: number }[] };
      return nodes.find((notice) => notice.appeal === receipt.id);
    });
    const lists = await world.ask('{ worklists(district: "aldan") { code total } }', {}, as('registrar'));
    expect(lists.data!['worklists']).toContainEqual({ code: 'TO_POST', total: 1 });
    const printed = `{ letterToPost(district: "aldan", id: "${waiting.id}") { paragraphs } }`;
    const letter = await world.ask(printed, {}, as('registrar'));
    expect(letter.data!['letterToPost']).toEqual({ paragraphs: ['Мост починят до 1 июня.'] });
    const opened = `{ applicant(district: "aldan", appeal: "${receipt.id}", reason: "Письмо") { address } }`;
    const addressee = await world.ask(opened, {}, as('registrar'));
    expect(addressee.data!['applicant']).toEqual({ address: '678900, г. Алдан, ул. Ленина, 1' });
    const posting = {
      id: waiting.id,
      expectedVersion: waiting.version,
      means: 'REGISTERED_LETTER',
    };
    const track = '67890012345672';
    expect(await steps.mutate('recordPosting', { ...posting, track }, as('registrar'))).toMatchObject({ version: 2 });
    const done = await steps.cardWithQuestion(receipt.id, steps.login('coordinator'), 'ANSWERED');
    expect(done.notices.some((notice) => notice['way'] === 'PAPER' && notice.state === 'DISPATCHED')).toBe(true);
  });

  it('the follow-up page, for a resident without name and contact', async () => {
    const { receipt, card } = await steps.registered('Почему закрыт клуб?');
    await steps.answered(card, 'В клубе ремонт до 10 декабря.');
    await steps.cardWithQuestion(receipt.id, steps.login('coordinator'), 'ANSWERED');
    const { token } = receipt as unknown as { token: string };
    const own = await world.ask('{ residentAppeal { state answers { text } } }', {}, { token });
    expect(own.data!['residentAppeal']).toEqual({
      state: 'ANSWERED',
      answers: [{ text: 'В клубе ремонт до 10 декабря.' }],
    });
  });
});

describe('an appeal under 59-FZ', () => {
  it('is entered from paper and gets the deadline of the law', async () => {
    const paper = { channel: 'PAPER', text: 'Прошу отремонтировать дорогу к кладбищу.', name: 'Пётр Седых' };
    const receipt = await steps.mutate('enterAppeal', paper, as('registrar'));
    await steps.mutate('registerAppeal', { id: receipt.id, expectedVersion: receipt.version }, as('registrar'));
    const card = await eventually(async () => {
      const routed = await steps.cardWithQuestion(receipt.id, steps.login('coordinator'), 'ROUTED');
      return routed.row.questions[0]!.response ? routed : undefined;
    });
    expect(card.row.regime).toBe('APPEAL_59FZ');
    expect(card.row.questions[0]).toMatchObject({ deadline: { rule: 'ANS', source: '59-ФЗ, ст. 12 ч. 1' } });
  });

  it('59-FZ art. 8(2): a letter of two months ago is overdue in the registrar’s list at once, with the count shown', async () => {
    const receivedOn = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);
    const paper = { channel: 'PAPER', text: 'Прошу почистить колодец.', name: 'Пётр Седых', receivedOn };
    const receipt = await steps.mutate('enterAppeal', paper, as('registrar'));
    const list = `query ($with: String) { appeals(
      district: "aldan", filter: { worklist: TO_REGISTER, overdue: true }, order: DEADLINE, first: 5, consistentWith: $with
    ) { nodes { id dueOn overdue deadline { rule duty countedFrom workBy source steps { code text } } } } }`;
    const { data } = await world.ask(list, { with: receipt.consistencyToken }, as('registrar'));
    const [first] = (data!['appeals'] as { nodes: { id: string; deadline: object }[] }).nodes;
    expect(first).toMatchObject({ id: receipt.id, overdue: true });
    expect(first!.deadline).toMatchObject({ rule: 'REG', duty: 'REGISTER', countedFrom: receivedOn });
    expect(first!.deadline).toMatchObject({
      source: '59-ФЗ, ст. 8 ч. 2',
      steps: expect.arrayContaining([{ code: 'CALENDAR_DAYS', text: expect.stringMatching(/3/) }]),
    });
    await steps.mutate('registerAppeal', { id: receipt.id, expectedVersion: receipt.version }, as('registrar'));
    const card = await steps.cardWithQuestion(receipt.id, steps.login('coordinator'), 'OPEN');
    expect(card.row.questions[0]).toMatchObject({ deadline: { rule: 'ANS' } });
  });

  it('is made from a message whose sender was identified', async () => {
    const receipt = await steps.mutate('submitAppeal', { text: 'Дорога в Якокит разбита.', name: 'Зоя Седых' });
    const known = { id: receipt.id, expectedVersion: 1, identification: 'VISIT', identifiedBy: 'Пришла с паспортом' };
    const turned = await steps.mutate('turnIntoAppeal', known, as('moderator'));
    await steps.mutate('registerAppeal', { id: receipt.id, expectedVersion: turned.version }, as('registrar'));
    const card = await steps.cardWithQuestion(receipt.id, steps.login('coordinator'), 'ROUTED');
    expect(card.row).toMatchObject({ regime: 'APPEAL_59FZ', questions: [{ deadline: { rule: 'ANS' } }] });
  });
});

describe('the domain refuses', () => {
  it('to a signature before the approval', async () => {
    const { card } = await steps.registered('Во дворе собаки без хозяев, дети боятся.');
    const { id, version } = card.row.questions[0]!;
    const executor = await steps.officialId(steps.login('executor'));
    await steps.mutate('assignExecutor', { id, expectedVersion: version, executor }, as('head'));
    const response = card.row.questions[0]!.response!;
    const draft = { id: response.id, expectedVersion: 1, text: 'Отлов назначен.', outcome: 'MEASURES_TAKEN' };
    await steps.drafted('executor', draft);
    const signed = await steps.mutate('signResponse', { id: response.id, expectedVersion: 2 }, as('signatory'));
    expect(signed).toMatchObject({ __typename: 'Refusal', refused: 'DRAFT_NOT_APPROVED' });
    const { errors } = await steps.send('signResponse', { id: response.id, expectedVersion: 2 }, as('executor'));
    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('to a draft on a question that was withdrawn', async () => {
    const { receipt, card } = await steps.registered('Нет света на улице Заречной, фонари не горят.');
    const { id, version, response } = card.row.questions[0]!;
    const executor = await steps.officialId(steps.login('executor'));
    await steps.mutate('assignExecutor', { id, expectedVersion: version, executor }, as('head'));
    const { token } = receipt as unknown as { token: string };
    expect(await steps.mutate('withdrawAppeal', {}, { token })).toMatchObject({ __typename: 'Change' });
    const draft = { id: response!.id, text: 'Фонари починят.', outcome: 'EXPLAINED' };
    const refused = await eventually(async () => {
      const { row } = (await steps.card(receipt.id, steps.login('coordinator')))!;
      const now = row.questions[0]!;
      if (now.state !== 'CLOSED' || now.response!.version < 2) return undefined;
      return steps.mutate('draftResponse', { ...draft, expectedVersion: now.response!.version }, as('executor'));
    });
    expect(refused).toMatchObject({ __typename: 'Refusal', refused: 'RESPONSE_STATE_FORBIDS' });
    expect(String(refused['message'])).toMatch(/[а-я]/i);
  });
});

describe('two officials change a question at once', () => {
  it('one succeeds, the other gets VERSION_CONFLICT with the current version', async () => {
    const { card } = await steps.registered('Мусор не вывозят, контейнеры полны.');
    const { id, version } = card.row.questions[0]!;
    const [executor, other] = await Promise.all(
      ['executor', 'executor.housing'].map((role) => steps.officialId(steps.login(role))),
    );
    expect(executor).not.toBe(other);
    const answers = await Promise.all([
      steps.mutate('assignExecutor', { id, expectedVersion: version, executor }, as('head')),
      steps.mutate(
        'routeQuestion',
        { id, expectedVersion: version, topic: 'drugoe', department: 'zhilye' },
        as('coordinator'),
      ),
    ]);
    expect(answers.map((answer) => answer.__typename).sort()).toEqual(['Change', 'Refusal']);
    const lost = answers.find((answer) => answer.__typename === 'Refusal');
    expect(lost).toMatchObject({ refused: 'VERSION_CONFLICT', current: version + 1 });
  });
});

it('is traced from the request that signs the answer to the letter and the row of the index, in every process on the way', async () => {
  const isWhole = (spans: readonly CollectedSpan[]): boolean => {
    const ids = new Set(spans.map(({ spanId }) => spanId));
    return spans.every(({ parentSpanId }) => !parentSpanId || ids.has(parentSpanId));
  };
  const parts = ['mutation signResponse', 'send letter', 'index appeal'];
  const trace = await eventually(async () => {
    const traces = [...Map.groupBy(collector.spans(), ({ traceId }) => traceId).values()];
    return traces.find((spans) => parts.every((part) => spans.some(({ name }) => name === part)) && isWhole(spans));
  }, 30_000);
  const names = new Set(trace.map(({ name }) => name));
  expect([...names]).toEqual(expect.arrayContaining(['POST /graphql', 'notifications.responses ResponseSigned']));
  const own = ['gateway', 'notifications', 'responses', 'search'].map((name) => `otklik-${name}`);
  const processes = process.env['OTKLIK_PROFILE'] === 'cluster' ? own : [trace[0]!.service];
  expect([...new Set(trace.map(({ service }) => service))]).toEqual(expect.arrayContaining(processes));
  expect(collector.text()).not.toMatch(/Дождев|vasilisa|Речн/i);
});

it('leaves logs and read models in which verify finds no difference', async () => {
  const { code, output } = await world.operate('verify');
  expect([code, output]).toEqual([0, expect.any(String)]);
});

function pick({ id, number, followUpCode }: Outcome) {
  return { id, number, followUpCode };
}
