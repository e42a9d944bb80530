import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { SMTPServer } from 'smtp-server';
import { Steps, type Card, type Fields, type Outcome } from '../world/steps.js';
import { startWorld, type World } from '../world/world.js';

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Yakutsk' }).format(Date.now());

let world: World;
let steps: Steps;
let mail: SMTPServer;
const as = (role: string) => ({ as: steps.login(role) });

/** A mail server that knows no such mailbox. */
async function refusingServer(): Promise<number> {
  mail = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('gone') ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : undefined),
    onData: (stream, _session, done) => void stream.resume().on('end', () => done()),
  });
  mail.on('error', () => undefined);
  return new Promise((resolve) => {
    const listening = mail.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port));
  });
}

beforeAll(async () => {
  const port = await refusingServer();
  const environment = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'no-reply@otklik.example' };
  world = await startWorld({ demo: 'small', environment });
  steps = new Steps(world, 'aldan');
}, 240_000);
afterAll(async () => {
  await world.stop();
  await new Promise<void>((resolve) => mail.close(() => resolve()));
});
jest.setTimeout(120_000);

const COURSE = `query ($id: UUID!) { appeal(district: "aldan", id: $id) {
  row { questions { id version extension dueOn allowedActions deadlines { rule dueOn replacedBy } deadline { rule dueOn } } }
  questions {
    extension { state from until reason provedAt }
    extensionAsk { days until reason askedBy { name } refusedAt refusalReason } requests { id body receivedOn number text deadline { rule } }
    interim { text toldAt late }
  }
  notices { id kind way state version failed { way code } }
} }`;
interface Course {
  readonly row: {
    readonly questions: readonly (Fields & {
      readonly version: number;
      readonly extension: string | null;
      readonly dueOn: string;
      readonly allowedActions: readonly string[];
      readonly deadlines: readonly { readonly rule: string; readonly replacedBy: string | null }[];
    })[];
  };
  readonly questions: readonly {
    readonly extension: { readonly state: string; readonly from: string; readonly until: string } | null;
    readonly extensionAsk: { readonly days: number; readonly refusalReason: string | null } | null;
    readonly requests: readonly { readonly id: string; readonly receivedOn: string | null }[];
    readonly interim: { readonly toldAt: string | null } | null;
  }[];
  readonly notices: readonly {
    readonly id: string;
    readonly kind: string;
    readonly way: string;
    readonly version: number;
  }[];
}

async function courseWhen(id: string, ready: (course: Course) => boolean, role = 'head'): Promise<Course> {
  return eventually(async () => {
    const { data } = await world.ask(COURSE, { id }, as(role));
    const course = data!['appeal'] as Course | null;
    if (course && ready(course)) return course;
    throw new Error(`the course is not as expected yet: ${JSON.stringify(course)}`);
  }, 20_000);
}

/** 59-FZ art. 12(2), 7(3), 10(4). */
describe('an extension whose e-mail is refused', () => {
  let receipt: Outcome;
  let card: Card;
  const question = () => card.row.questions[0]!;
  const extend = (more: Fields = {}) => ({
    id: question().id,
    expectedVersion: question().version,
    days: 20,
    ground: 'EXCEPTIONAL',
    reason: 'Ждём заключения экспертизы моста.',
    ...more,
  });

  it('is asked for by the executor, refused with a reason and asked for again', async () => {
    const paper = {
      channel: 'PAPER',
      name: 'Мария Седых',
      answerWay: 'EMAIL',
      contact: 'gone@aldan.example',
      address: { postcode: '678900', text: 'г. Алдан, ул. Речная, 5' },
      text: 'Мост на улице Речной просел.',
    };
    receipt = await steps.mutate('enterAppeal', paper, as('registrar'));
    await steps.mutate('registerAppeal', { id: receipt.id, expectedVersion: receipt.version }, as('registrar'));
    card = await steps.cardWhen(receipt.id, steps.login('coordinator'), (now) => !!now.row.questions[0]?.response?.id);
    const executor = await steps.officialId(steps.login('executor'));
    let { version } = question();
    if (question().state === 'OPEN') {
      const route = { id: question().id, expectedVersion: version, topic: 'drugoe', department: 'obrashcheniya' };
      version = (await steps.must('routeQuestion', 'coordinator', route)).version;
    }
    version = (await steps.must('assignExecutor', 'head', { id: question().id, expectedVersion: version, executor }))
      .version;
    expect((await steps.send('askForExtension', extend(), as('head'))).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    const list = `{ questions(district: "aldan", filter: { worklist: EXTENSION_ASKED }, first: 50) { nodes { id } } }`;
    const isListed = async () => {
      const { data } = await world.ask(list, {}, as('head'));
      return (data!['questions'] as { nodes: { id: string }[] }).nodes.some(({ id }) => id === question().id);
    };
    const ask = extend({ expectedVersion: version, key: randomUUID() });
    const asked = await steps.must('askForExtension', 'executor', ask);
    expect((await steps.must('askForExtension', 'executor', ask)).version).toBe(asked.version);
    const shown = await courseWhen(receipt.id, (now) => now.row.questions[0]?.extension === 'ASKED');
    expect(shown.row.questions[0]!.allowedActions).toEqual(
      expect.arrayContaining(['EXTEND_DEADLINE', 'REFUSE_EXTENSION']),
    );
    expect(shown.questions[0]!.extensionAsk).toMatchObject({ days: 20, askedBy: {}, refusalReason: null });
    expect(await isListed()).toBe(true);
    const refusal = { id: question().id, expectedVersion: asked.version, reason: 'Заключение уже пришло.' };
    const refused = await steps.must('refuseExtension', 'head', refusal);
    const told = await courseWhen(receipt.id, (now) => now.row.questions[0]?.extension === 'REFUSED', 'executor');
    expect(told.questions[0]!.extensionAsk).toMatchObject({ refusalReason: 'Заключение уже пришло.' });
    expect(told.row.questions[0]!.allowedActions).toContain('ASK_FOR_EXTENSION');
    expect(await isListed()).toBe(false);
    const again = await steps.must('askForExtension', 'executor', extend({ expectedVersion: refused.version }));
    card = await steps.cardWhen(
      ...([receipt.id, steps.login('head')] as const),
      ({ row }) => row.questions[0]!.version === again.version,
    );
  });

  it('is decided by the head alone, once, by 30 days at most, and is not in force yet', async () => {
    const refused = await steps.send('extendDeadline', extend(), as('executor'));
    expect(refused.errors[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await steps.mutate('extendDeadline', extend({ days: 31 }), as('head'))).toMatchObject({
      refused: 'EXTENSION_TOO_LONG',
    });
    expect(await steps.mutate('extendDeadline', extend({ ground: 'INFORMATION_REQUESTED' }), as('head'))).toMatchObject(
      {
        refused: 'INFORMATION_NOT_REQUESTED',
      },
    );
    const act = extend({ key: randomUUID() });
    const [first, again] = await Promise.all([
      steps.must('extendDeadline', 'head', act),
      steps.must('extendDeadline', 'head', act),
    ]);
    expect(again.version).toBe(first.version);
    const { row, questions } = await courseWhen(receipt.id, (now) => now.row.questions[0]?.extension === 'PENDING');
    expect(row.questions[0]!.dueOn).toBe(questions[0]!.extension!.from);
    expect(row.questions[0]!.allowedActions).not.toContain('EXTEND_DEADLINE');
    expect(questions[0]!.extensionAsk).toBeNull();
  });

  it('goes on by post when the mail server knows no such mailbox, and the old term remains', async () => {
    const isByPost = ({ kind, way }: Course['notices'][number]) => kind === 'EXTENDED' && way === 'PAPER';
    const { row, notices } = await courseWhen(receipt.id, (now) => now.notices.some(isByPost));
    expect(notices.find(isByPost)).toMatchObject({ state: 'PENDING', failed: [{ way: 'EMAIL', code: '550' }] });
    expect(row.questions[0]!.extension).toBe('PENDING');
  });

  it('is in force by the register of outgoing post; the applicant reads until when, and why', async () => {
    const { notices } = await courseWhen(receipt.id, () => true);
    const { id, version } = notices.find(({ kind }) => kind === 'EXTENDED')!;
    await steps.must('recordPosting', 'registrar', {
      id,
      expectedVersion: version,
      means: 'LETTER',
    });
    const { row, questions } = await courseWhen(receipt.id, (now) => now.row.questions[0]?.extension === 'IN_FORCE');
    const [seen] = row.questions;
    expect(seen!.dueOn).toBe(questions[0]!.extension!.until);
    const ofAnswer = seen!.deadlines.filter(({ rule }) => rule === 'ANS' || rule === 'EXT');
    expect(ofAnswer.map(({ rule, replacedBy }) => [rule, replacedBy])).toEqual([
      ['ANS', 'EXT'],
      ['EXT', null],
    ]);
    const mine = `{ residentAppeal { questions { dueOn extendedUntil extensionReason } } }`;
    const { data } = await world.ask(mine, {}, { token: receipt['token'] as string });
    const { questions: own } = data!['residentAppeal'] as { questions: Fields[] };
    expect(own[0]).toMatchObject({ extendedUntil: seen!.dueOn, extensionReason: 'Ждём заключения экспертизы моста.' });
  });

  it('is counted on the board and found by its list, and another district sees nothing of it', async () => {
    const list = `query ($district: String!) {
      questions(district: $district, filter: { extensions: [IN_FORCE] }, first: 50) { nodes { id } } }`;
    const listed = async (district: string) => {
      const { data } = await world.ask(list, { district }, { as: `${district}.head` });
      return (data!['questions'] as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
    };
    expect(await listed('aldan')).toContain(question().id);
    expect(await listed('kuol')).not.toContain(question().id);
    const board = `{ board(district: "aldan", from: "2026-01-01", to: "2026-01-31") { whole { extended } } }`;
    const { data } = await world.ask(board, {}, as('head'));
    expect((data!['board'] as { whole: { extended: number } }).whole.extended).toBe((await listed('aldan')).length);
    const there = await world.ask(COURSE.replace('"aldan"', '"kuol"'), { id: receipt.id }, { as: 'kuol.head' });
    expect(there.data?.['appeal'] ?? null).toBeNull();
    const { version } = (await courseWhen(receipt.id, () => true)).row.questions[0]!;
    const acted = await world.ask(
      `mutation ($input: ExtendDeadlineInput!) { extendDeadline(input: $input) { ... on Refusal { code } } }`,
      { input: { ...extend({ expectedVersion: version }), district: 'kuol', key: randomUUID() } },
      { as: 'kuol.head' },
    );
    expect(acted.errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });
});

/** 59-FZ art. 10(1)2, 10(2). */
describe('information of another body', () => {
  it('is awaited beside our own term, recorded once, and never asked of a court', async () => {
    const { receipt, card } = await steps.registered('Чей это участок у реки?');
    const [question] = card.row.questions;
    const routed = { id: question!.id, topic: 'drugoe', department: 'obrashcheniya' };
    let { version } = question!;
    if (question!.state === 'OPEN')
      version = (await steps.must('routeQuestion', 'coordinator', { ...routed, expectedVersion: version })).version;
    const ask = (of: Fields) => ({ id: question!.id, expectedVersion: version, of, asked: 'Чей участок?' });
    expect(
      await steps.mutate(
        'requestInformation',
        ask({ name: 'Алданский районный суд', kind: 'COURT', address: 'Алдан' }),
        as('executor'),
      ),
    ).toMatchObject({ refused: 'BODY_CANNOT_BE_ASKED' });
    const sent = await steps.must(
      'requestInformation',
      'executor',
      ask({ name: 'Росреестр', kind: 'EXECUTIVE', address: 'Якутск' }),
    );
    const before = await courseWhen(receipt.id, (now) => now.questions[0]?.requests.length === 1);
    expect(before.questions[0]!.requests[0]).toMatchObject({ body: 'Росреестр', deadline: { rule: 'REQ' } });
    const list = `{ questions(district: "aldan", filter: { worklist: INFORMATION_AWAITED }, first: 100) { nodes { id } } }`;
    const awaited = async () => {
      const { data } = await world.ask(list, {}, as('controller'));
      return (data!['questions'] as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
    };
    expect(await awaited()).toContain(question!.id);
    const [{ id: request }] = before.questions[0]!.requests as readonly [{ readonly id: string }, ...unknown[]];
    const came = { id: question!.id, expectedVersion: sent.version, request, text: 'Участок района.', number: '7-12' };
    await steps.must('recordInformation', 'executor', { ...came, key: randomUUID() });
    const after = await courseWhen(receipt.id, (now) => now.questions[0]?.requests[0]?.receivedOn !== null);
    expect(after.questions[0]!.requests[0]).toMatchObject({ number: '7-12', text: 'Участок района.' });
    expect(await awaited()).not.toContain(question!.id);
  });
});

describe('an interim answer to a message', () => {
  it('is shown on the page, meets the first term and starts the seven working days of the final one', async () => {
    const { receipt, card } = await steps.registered('Во дворе не горит фонарь.');
    const [question] = card.row.questions;
    let { version } = question!;
    const route = { id: question!.id, expectedVersion: version, topic: 'drugoe', department: 'obrashcheniya' };
    if (question!.state === 'OPEN') version = (await steps.must('routeQuestion', 'coordinator', route)).version;
    const next = { nextStep: 'Заменим трубу', nextStepOn: today() };
    const give = { id: question!.id, expectedVersion: version, text: 'Бригада выехала на место.', ...next };
    await steps.must('giveInterimAnswer', 'executor', give);
    const { row } = await courseWhen(receipt.id, (now) => !!now.questions[0]?.interim?.toldAt, 'coordinator');
    expect(row.questions[0]!.deadlines.map(({ rule, replacedBy }) => [rule, replacedBy])).toEqual([
      ['SOC-9H', 'SOC-FINAL'],
      ['SOC-FINAL', null],
    ]);
    const mine = `{ residentAppeal { questions { interimAnswer state } } }`;
    const { data } = await world.ask(mine, {}, { token: receipt['token'] as string });
    expect((data!['residentAppeal'] as { questions: Fields[] }).questions[0]).toMatchObject({
      interimAnswer: expect.stringMatching(
        /^Бригада выехала на место\.\n\nЧто будет дальше: Заменим трубу\. Срок: до \d/,
      ),
    });
    const answered = await steps.cardWhen(
      receipt.id,
      steps.login('coordinator'),
      (now) => now.row.questions[0]!.version > version,
    );
    await steps.answered(answered, 'Фонарь заменён.');
    await steps.cardWhen(receipt.id, steps.login('coordinator'), (now) => now.row.state === 'ANSWERED');
  });

  it('is refused to an appeal', async () => {
    const paper = { channel: 'PAPER', name: 'Олег Ким', text: 'Прошу починить мост.', address: { text: 'г. Алдан' } };
    const receipt = await steps.mutate('enterAppeal', paper, as('registrar'));
    await steps.mutate('registerAppeal', { id: receipt.id, expectedVersion: receipt.version }, as('registrar'));
    const { row } = await steps.cardWhen(receipt.id, steps.login('coordinator'), (now) => !!now.row.questions[0]);
    const { id, version: expectedVersion } = row.questions[0]!;
    const give = { id, expectedVersion, text: 'Разбираемся.', nextStep: 'Проверим', nextStepOn: today() };
    expect(await steps.mutate('giveInterimAnswer', give, as('head'))).toMatchObject({
      refused: 'INTERIM_ANSWER_NOT_DUE',
    });
  });
});
