import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { samples } from '@otklik/contracts/samples';
import { BadInput, Forbidden, NotFound, WatchTerms, type PermittedContext } from '@otklik/host';
import { Fault } from '@otklik/host/graphql';
import { compact, IdempotencyKeyReused, uuidv5 } from '@otklik/kernel';
import { anyone, memoryDirectory, type Actor, type District, type OfficialRole } from '@otklik/tenancy';
import { samplePublicInformation } from '@otklik/testing';
import { bodyLink, memoryVault } from '@otklik/vault';
import { randomUUID } from 'node:crypto';
import { ProposalResolver } from './adapters/graphql/proposal.resolver.js';
import { questionId } from './application/open-question.js';
import { RecountTerms } from './application/recount-terms.js';
import { QuestionHandler } from './application/question-handler.js';
import type { OpenQuestion } from './domain/question.decide.js';
import { factsAt, routingWorld, type RoutingWorld } from './routing-world.fixture.js';
import { housing, law, longer, works, zone } from './test-district.fixture.js';

function official(role: OfficialRole, department?: string, district = 1) {
  const id = randomUUID();
  const assignment = compact({ district, role, department });
  return { id, login: id, name: 'Somebody', assignments: [assignment] };
}
const coordinator = official('COORDINATOR');
const head = official('HEAD', works.id);
const otherHead = official('HEAD', housing.id);
const executor = official('EXECUTOR', works.id);
const stranger = official('COORDINATOR', undefined, 2);

const aldan: District = {
  id: 1,
  code: 'aldan',
  name: 'Aldan',
  zone,
  public: samplePublicInformation,
  policy: {
    version: 1,
    autoRegisterMessages: false,
    answerTerms: { APPEAL_59FZ: law, SOCIAL_MESSAGE: law },
    caseRules: { REQ: { ...law, start: 'REQUEST_RECEIVED' }, EXT: { ...law, id: 'EXT', ...longer } },
    reopenWithinDays: 14,
    numberPrefix: 'АЛД',
  },
  calendar: { version: '2026-1', years: [2026], days: {} },
  departments: [works, housing],
  organisations: [],
  topics: [
    { code: 'ROADS', name: 'Roads' },
    { code: 'HOUSING', name: 'Housing' },
  ],
  settlements: [],
  synonyms: [],
  accounts: [],
  routingRules: [
    { id: 'gone', version: 1, words: ['дорог*'], topic: 'ROADS', department: 'closed-department' },
    { id: 'roads', version: 3, words: ['дорог*'], topic: 'ROADS', department: 'works' },
  ],
  officials: [coordinator, head, otherHead, executor],
};
const neighbour: District = { ...aldan, id: 2, code: 'tompo', officials: [stranger] };

const [vault, registry] = [memoryVault(), { name: 'Росреестр', address: 'Якутск' }];
const directory = memoryDirectory([aldan, neighbour]);
let now = '2026-11-24T03:00:00.000Z';
const fact = factsAt(() => '2026-11-24T02:00:00.000Z');

let world: RoutingWorld;
let service: RoutingWorld['service'];
let store: RoutingWorld['store'];
let deliver: RoutingWorld['deliver'];
beforeAll(async () => {
  world = await routingWorld({ directory, vault, now: () => now });
  ({ service, store, deliver } = world);
});
afterAll(() => world.close());

interface Case {
  readonly appeal: string;
  readonly person: string;
  readonly question: string;
  readonly received: PublicEvent;
  readonly registered: PublicEvent;
}

/** Events of intake for an appeal with this text. */
async function appealOf(text: string): Promise<Case> {
  const [appeal, person, id] = [randomUUID(), randomUUID(), randomUUID()];
  await vault.createPerson(1, person);
  const sealed = await vault.seal(1, person, id, 'text', text);
  const date = { registeredOn: '2026-11-24', zone };
  return {
    appeal,
    person,
    question: uuidv5(appeal, '1'),
    received: fact('AppealReceived', 'intake.events', appeal, { person, text: sealed, channel: 'SITE' }, { id }),
    registered: fact('AppealRegistered', 'intake.events', appeal, { ...date, regime: 'APPEAL_59FZ', person }),
  };
}

async function opened(text = 'Почините дорогу'): Promise<Case> {
  const made = await appealOf(text);
  await deliver(made.received, made.registered);
  return made;
}

const as = (who: ReturnType<typeof official>): Actor => ({ kind: 'official', ...who });
const routeQuestion = (input: object, actor: Actor) => service.mutate('routeQuestion', input, actor);
const assignExecutor = (input: object, actor: Actor) => service.mutate('assignExecutor', input, actor);
const returnQuestion = (input: object, actor: Actor) => service.mutate('returnQuestion', input, actor);
const act = (id: string, expectedVersion: number, key: string = randomUUID()) => ({
  district: 'aldan',
  id,
  key,
  expectedVersion,
});
const types = async (id: string) => (await store.read(1, id)).map((event) => event.type);

it('opens a question with the proposed department and the deadline, once when the events are redelivered', async () => {
  const made = await opened();
  await deliver(made.received, made.registered);
  await deliver(made.registered);
  const events = await store.read(1, made.question);
  expect(events.map((event) => [event.type, event.correlationId])).toEqual([
    ['QuestionOpened', made.appeal],
    ['QuestionRouted', made.appeal],
    ['DeadlineSet', made.appeal],
  ]);
  expect(events[1]!.data).toMatchObject({ department: 'works', rule: 'roads', ruleVersion: 3, words: ['дорог*'] });
  expect(events[2]!.data).toMatchObject({ dueOn: '2026-12-24', rule: 'ANS', calendarVersion: '2026-1', zone });
  expect(JSON.stringify(events)).not.toMatch(/Почините|дорогу/);
});

it('warns of a term at half of it, at four fifths and at its end, each once, whatever the copies and the clock do', async () => {
  const [open, done] = [await opened(), await opened()];
  const terms = service.get(WatchTerms);
  for (const { appeal, question } of [open, done]) {
    const set = (await store.read(1, question)).find(({ type }) => type === 'DeadlineSet')!;
    await deliver(fact('DeadlineSet', 'routing.events', appeal, set.data, { stream: question }));
  }
  const passes = async (at: string) => {
    now = at;
    await Promise.all([terms.warnDue(), terms.warnDue()]);
    return types(open.question);
  };
  const before = await types(open.question);
  expect(await passes('2026-12-01T00:00:00.000Z')).toEqual(before);
  // Nor while the clocks of the machine and of the database differ.
  const wrong = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
  expect(await passes('2026-12-10T00:00:00.000Z')).toEqual(before);
  wrong.mockRestore();
  expect(await passes('2026-12-10T00:00:00.000Z')).toEqual([...before, 'DeadlineNear']);
  expect(await passes('2026-11-25T00:00:00.000Z')).toEqual([...before, 'DeadlineNear']);
  const proved = { kind: 'ANSWERED', about: done.question, dispatchedAt: now };
  await deliver(fact('NoticeDispatched', 'notifications.events', done.appeal, proved, { stream: randomUUID() }));
  expect(await passes('2027-03-01T00:00:00.000Z')).toEqual([
    ...[...before, 'DeadlineNear', 'DeadlineNear', 'DeadlineMissed'],
  ]);
  expect(await passes('2027-03-02T00:00:00.000Z')).toHaveLength(before.length + 3);
  expect((await types(done.question)).filter((type) => type.startsWith('Deadline'))).toEqual([
    ...['DeadlineSet', 'DeadlineNear'],
  ]);
  now = '2026-11-24T03:00:00.000Z';
});

it('warns of a term that ended while the question was merged, once it is separated again', async () => {
  const { appeal, question } = await opened();
  const [terms, by] = [service.get(WatchTerms), as(coordinator)];
  const versionOf = async (id: string) => (await store.read(1, id)).length;
  await service.mutate('splitQuestion', { ...act(question, 3), parts: ['Яма', 'Мост'] }, by);
  const second = questionId(appeal, 2);
  const set = (await store.read(1, second)).find(({ type }) => type === 'DeadlineSet')!;
  await deliver(fact('DeadlineSet', 'routing.events', appeal, set.data, { stream: second }));
  const merge = { ...act(question, await versionOf(question)), from: second, fromVersion: await versionOf(second) };
  await service.mutate('mergeQuestions', merge, by);
  now = '2027-03-01T00:00:00.000Z';
  await terms.warnDue();
  await service.mutate('undoMerge', act(second, await versionOf(second)), by);
  const restored = (await store.read(1, second)).at(-1)!;
  await deliver(fact('QuestionRestored', 'routing.events', appeal, restored.data, { stream: second }));
  await terms.warnDue();
  expect((await types(second)).slice(-3)).toEqual(['QuestionRestored', 'DeadlineNear', 'DeadlineMissed']);
  now = '2026-11-24T03:00:00.000Z';
});

it('recalculates a provisional term once its calendar is decreed, by the rule under which it was set, once', async () => {
  const made = await appealOf('Почините дорогу');
  const registration = { registeredOn: '2026-12-10', zone, regime: 'APPEAL_59FZ', person: made.person };
  await deliver(made.received, { ...made.registered, data: registration });
  const deadlines = async () =>
    (await store.read(1, made.question)).filter(({ type }) => type === 'DeadlineSet').map(({ data }) => data);
  const tell = async (data: unknown) =>
    deliver(fact('DeadlineSet', 'routing.events', made.appeal, data, { stream: made.question }));
  const [first] = await deadlines();
  expect(first).toMatchObject({ dueOn: '2027-01-11', provisional: true });
  await tell(first);
  const recount = () => Promise.all([1, 2].map(() => service.get(RecountTerms).recountDue()));
  const shorter = { ...aldan.policy, answerTerms: { APPEAL_59FZ: { ...law, version: 2, term: 10 } } };
  const codeAlone = { ...aldan.calendar, version: '2026-1 2027-0', years: [2026, 2027], withoutTransfers: [2027] };
  directory.replace([{ ...aldan, policy: shorter, calendar: codeAlone }, neighbour]);
  await recount();
  expect(await deadlines()).toEqual([first]);
  const calendar = { version: '2026-1 2027-1', years: [2026, 2027], days: { '2027-01-11': 'OFF' } } as const;
  directory.replace([{ ...aldan, policy: shorter, calendar }, neighbour]);
  await recount();
  await recount();
  expect(await deadlines()).toEqual([first, expect.anything()]);
  const [, anew] = await deadlines();
  expect(anew).toMatchObject({ dueOn: '2027-01-12', reason: 'CALENDAR_DECREED', before: '2027-01-11', ruleVersion: 1 });
  await tell(anew);
  directory.replace([aldan, neighbour]);
  await recount();
  expect(await deadlines()).toHaveLength(2);
});

it('proposes department and deadline for a text that is not registered, and records nothing', async () => {
  const proposal = service.get(ProposalResolver);
  const context = { district: aldan, language: 'ru' } as PermittedContext;
  const input = { district: 'aldan', channel: 'PAPER', regime: 'APPEAL_59FZ' } as const;
  const roads = proposal.routeProposal({ ...input, text: 'Почините дорогу' }, context);
  expect(roads).toMatchObject({
    topic: { code: 'ROADS' },
    department: { code: 'works', name: 'Works' },
    reason: { rule: 'roads', words: ['дорог*'] },
    deadline: {
      dueOn: '2026-12-24',
      workBy: '2026-12-24',
      dueAt: null,
      rule: 'ANS',
      steps: expect.arrayContaining([
        { code: 'DUE', on: '2026-12-24', text: 'Последний день срока: 24 декабря 2026 года.' },
      ]),
    },
  });
  const other = proposal.routeProposal({ ...input, regime: 'POS_MESSAGE', text: 'Здравствуйте' }, context);
  expect(other).toEqual({ topic: null, department: null, reason: null, deadline: null });
  expect(() => proposal.routeProposal({ ...input, text: ' ' }, context)).toThrow(
    new BadInput('TEXT_EMPTY', 'input.text'),
  );
});

it('refuses a text that was sealed for another event', async () => {
  const [made, other] = [await appealOf('Почините дорогу'), await appealOf('Чужая тайна')];
  const { text } = other.received.data as { text: string };
  const moved = { ...made.received, data: { ...(made.received.data as object), text } };
  expect(await deliver(moved)).toMatchObject({ handled: 0, blocked: 1 });
  await deliver(made.registered);
  expect(await store.read(1, made.question)).toEqual([]);
});

it('leaves the question to the coordinator when no rule matches', async () => {
  const made = await opened('Спасибо за работу');
  expect(await types(made.question)).toEqual(['QuestionOpened', 'QuestionLeftToCoordinator', 'DeadlineSet']);
});

it('keeps the deadline that was set when the policy changes later', async () => {
  const made = await opened();
  const stricter = { ...law, version: 2, term: 10 };
  directory.replace([
    { ...aldan, policy: { ...aldan.policy, version: 2, answerTerms: { APPEAL_59FZ: stricter } } },
    neighbour,
  ]);
  await deliver({ ...made.registered, id: randomUUID() });
  const later = await opened();
  directory.replace([aldan, neighbour]);
  expect((await store.read(1, made.question)).map((event) => event.type)).toHaveLength(3);
  expect((await store.read(1, later.question))[2]!.data).toMatchObject({ dueOn: '2026-12-04', ruleVersion: 2 });
});

it('is answered by the proof of dispatch, on the date of the district, also when the proof is consumed first', async () => {
  const made = await appealOf('Почините дорогу');
  const dispatchedAt = '2026-11-24T16:30:00.000Z';
  const data = { kind: 'ANSWERED', about: made.question, dispatchedAt };
  const notice = randomUUID();
  const posted = fact('NoticePosted', 'notifications.events', made.appeal, data, { stream: notice });
  expect(await deliver(posted)).toMatchObject({ blocked: 1 });
  expect(await deliver(made.received, made.registered)).toMatchObject({ handled: 2, woken: 1 });
  await world.retryBlocked();
  const events = await store.read(1, made.question);
  expect(events.at(-1)).toMatchObject({ type: 'QuestionAnswered', data: { notice, answeredOn: '2026-11-25', zone } });
  await deliver(fact('NoticeDispatched', 'notifications.events', made.appeal, { ...data, kind: 'REGISTERED' }));
  await deliver(fact('AppealWithdrawn', 'intake.events', made.appeal, {}));
  expect(await types(made.question)).toHaveLength(4);
});

it('is not ended by a letter that came back and went again by another way', async () => {
  const made = await opened();
  const data = { kind: 'ANSWERED', about: made.question, dispatchedAt: '2026-11-25T03:00:00.000Z', again: true };
  const before = await types(made.question);
  await deliver(fact('NoticeDispatched', 'notifications.events', made.appeal, data, { stream: randomUUID() }));
  expect(await types(made.question)).toEqual(before);
});

it('is closed when the applicant withdraws', async () => {
  const made = await opened();
  await deliver(fact('AppealWithdrawn', 'intake.events', made.appeal, {}));
  expect((await types(made.question)).at(-1)).toBe('QuestionClosed');
  const unregistered = await appealOf('дорога');
  await deliver(unregistered.received, fact('AppealWithdrawn', 'intake.events', unregistered.appeal, {}));
  expect(await types(unregistered.question)).toEqual([]);
});

it.each([
  ['withdrawn', 'AppealWithdrawn'],
  ['erased', 'PersonErased'],
])('closes all questions of an appeal that is %s, and leaves the answered one as it is', async (_, type) => {
  const made = await opened();
  const questions = service.get(QuestionHandler);
  const by = { district: 1, actor: { kind: 'system' }, at: '2026-11-24T03:00:00.000Z' } as const;
  const context = { ...by, correlationId: made.appeal };
  const { person } = made;
  const deadline = (await store.read(1, made.question))[2]!.data as OpenQuestion['deadline'];
  for (const ordinal of [2, 3]) {
    const command = { type: 'OpenQuestion', person, regime: 'APPEAL_59FZ', ordinal, text: 'А ещё', deadline } as const;
    const commandId = randomUUID();
    await questions.handle({ ...context, commandId }, questionId(made.appeal, ordinal), {
      ...command,
      route: undefined,
    });
  }
  const answer = { type: 'RecordAnswer', notice: randomUUID(), answeredOn: '2026-11-25', zone } as const;
  await questions.handle({ ...context, commandId: randomUUID() }, questionId(made.appeal, 2), answer);
  await deliver(fact(type, 'intake.events', made.appeal, { person }));
  const last = async (ordinal: number) => (await types(questionId(made.appeal, ordinal))).at(-1);
  expect([await last(1), await last(2), await last(3)]).toEqual([
    'QuestionClosed',
    'QuestionAnswered',
    'QuestionClosed',
  ]);
  const [split] = await store.read(1, questionId(made.appeal, 3));
  expect((split!.data as { text: string }).text).toMatch(/^sealed:1:/);
});

it('deletes the text of an erased person, also when it is delivered late', async () => {
  const made = await appealOf('Почините дорогу');
  await deliver(made.received, fact('PersonErased', 'intake.events', made.appeal, { person: made.person }));
  const id = randomUUID();
  const text = await vault.seal(1, made.person, id, 'text', 'Почините дорогу');
  await deliver({ ...made.received, id, data: { ...(made.received.data as object), text } });
  const kept = await world.worker.query('select text from routing.received where appeal = $1', [made.appeal]);
  expect(kept.rows).toEqual([{ text: null }]);
  await deliver(made.registered);
  expect((await types(made.question))[1]).toBe('QuestionLeftToCoordinator');
});

it('extends the term by the proof that is before its end; of one that came later the former term remains', async () => {
  const told = async (dispatchedAt: string) => {
    const { appeal, question } = await opened();
    const decided = { ...act(question, 3), days: 20, ground: 'EXCEPTIONAL', reason: 'Ждём экспертизу' };
    const change = await service.mutate('extendDeadline', decided, as(head));
    expect(change).toMatchObject({ __typename: 'Change', version: 4 });
    const data = { kind: 'EXTENDED', about: question, dispatchedAt };
    const proof = fact('NoticeDispatched', 'notifications.events', appeal, data, { stream: randomUUID() });
    await deliver(proof);
    await deliver(proof);
    return (await store.read(1, question)).slice(3);
  };
  const inTime = await told('2026-12-24T14:59:59.999Z');
  expect(inTime.map(({ type }) => type)).toEqual(['DeadlineExtensionDecided', 'DeadlineExtended', 'DeadlineSet']);
  expect(inTime[2]!.data).toMatchObject({ rule: 'EXT', dueOn: '2027-01-13', countedFrom: '2026-12-24' });
  expect(JSON.stringify(inTime)).not.toContain('экспертизу');
  const late = await told('2026-12-24T15:00:00.000Z');
  expect(late.map(({ type }) => type)).toEqual(['DeadlineExtensionDecided', 'DeadlineExtensionLapsed']);
});

it('lets one of two concurrent commands win and answers the other with VERSION_CONFLICT', async () => {
  const { question } = await opened('Спасибо');
  const routes = [
    { ...act(question, 3), topic: 'ROADS', department: 'works' },
    { ...act(question, 3), topic: 'HOUSING', department: 'housing' },
  ];
  const answers = await Promise.all(routes.map((input) => routeQuestion(input, as(coordinator))));
  const won = answers.find((answer) => answer.__typename === 'Change');
  const lost = answers.find((answer) => answer.__typename === 'Refusal');
  expect(won).toMatchObject({ id: question, version: 4 });
  expect(lost).toMatchObject({ code: 'VERSION_CONFLICT', current: 4 });
  expect(await types(question)).toHaveLength(4);
});

it('answers a repeated command with its first result, and refuses its key for another command', async () => {
  const { question } = await opened();
  const input = { ...act(question, 3), executor: executor.id };
  const first = await assignExecutor(input, as(head));
  await routeQuestion({ ...act(question, 4), topic: 'HOUSING', department: 'housing' }, as(coordinator));
  expect(await assignExecutor(input, as(head))).toEqual(first);
  expect(await types(question)).toHaveLength(5);
  const other = { ...input, executor: randomUUID() };
  await expect(assignExecutor(other, as(head))).rejects.toThrow(IdempotencyKeyReused);
});

it('takes the first assignment back at once, but not once its executor drafted the answer', async () => {
  const [{ question }, other] = [await opened(), await opened()];
  const takes = (id: string, by = as(head)) => service.mutate('takeBackAssignment', act(id, 4), by);
  for (const id of [question, other.question]) await assignExecutor({ ...act(id, 3), executor: executor.id }, as(head));
  await expect(takes(question, as(otherHead))).rejects.toThrow(Forbidden);
  expect(await takes(question)).toMatchObject({ __typename: 'Change', version: 5 });
  const data = { question: other.question, department: 'works' };
  await deliver(fact('ResponseDrafted', 'responses.events', other.appeal, data, { stream: randomUUID(), at: now }));
  expect(await takes(other.question)).toMatchObject({ code: 'ASSIGNMENT_UNDER_WAY' });
});

it('takes many first assignments back, and says of each that was begun that it stays', async () => {
  const [one, drafted, read, never] = [await opened(), await opened(), await opened(), await opened()];
  const assigned = [one, drafted, read];
  for (const { question } of assigned) await assignExecutor({ ...act(question, 3), executor: executor.id }, as(head));
  const data = { question: drafted.question, department: 'works' };
  await deliver(fact('ResponseDrafted', 'responses.events', drafted.appeal, data, { stream: randomUUID(), at: now }));
  await service.mutate('acknowledgeAssignment', act(read.question, 4), as(executor));
  const { district, ...item } = act('', 4);
  const versions = [4, 4, 5, 3];
  const items = [one, drafted, read, never].map(({ question: id }, at) => ({
    ...item,
    id,
    key: randomUUID(),
    expectedVersion: versions[at]!,
  }));
  const take = (by = as(head)) =>
    service.mutate<readonly { result: { __typename: string; code?: string } }[]>(
      'takeBackAssignments',
      { district, items },
      by,
    );
  const codes = (await take()).map(({ result }) => result.code ?? result.__typename);
  expect(codes).toEqual(['Change', 'ASSIGNMENT_UNDER_WAY', 'ASSIGNMENT_UNDER_WAY', 'ASSIGNMENT_TOO_OLD']);
  expect((await take()).map(({ result }) => result.code ?? result.__typename)).toEqual(codes);
});

it('gives a part to who may say that it is done alone, and takes that word with whose part it is', async () => {
  const { question } = await opened();
  const give = ({ id: official }: typeof executor) => {
    const given = { officials: [official], departments: [], parts: [{ official, text: 'Смета.' }] };
    return service.mutate('assignCoExecutors', { ...act(question, 3), ...given }, as(head));
  };
  expect(await give(coordinator)).toMatchObject({ code: 'PART_NEEDS_ROLE' });
  expect(await give(executor)).toMatchObject({ version: 5 });
  const finish = (whose: object) => service.mutate('finishPart', { ...act(question, 5), ...whose }, as(executor));
  await expect(finish({})).rejects.toMatchObject({ code: 'BAD_INPUT', path: 'input' });
  expect(await finish({ official: executor.id })).toMatchObject({ version: 6 });
});

it.each([
  ['forwardQuestion', 'awaitedOn', { to: [registry] }],
  ['requestInformation', 'until', { of: { ...registry, kind: 'OTHER' }, asked: 'Чья труба?', purpose: 'DRAFT' }],
])('%s that comes again after its day gets its first result, and a new one is refused', async (name, field, said) => {
  const { question } = await opened();
  const input = { ...act(question, 3), ...said, [field]: '2026-11-24' };
  const first = await service.mutate(name, input, as(coordinator));
  expect(first).toMatchObject({ version: 4 });
  now = '2026-11-25T03:00:00.000Z';
  expect(await service.mutate(name, input, as(coordinator))).toEqual(first);
  const anew = service.mutate(name, { ...input, ...act((await opened()).question, 3) }, as(coordinator));
  await expect(anew).rejects.toMatchObject({ code: 'DATE_IN_PAST', path: `input.${field}` });
  now = '2026-11-24T03:00:00.000Z';
});

it('seals reasons, and refuses a command that would write about an erased person', async () => {
  const { question, person } = await opened();
  const reason = 'Это не наш вопрос';
  await returnQuestion({ ...act(question, 3), reason }, as(head));
  const returned = (await store.read(1, question)).at(-1)!.data as { reason: string };
  expect(await vault.open(1, returned.reason)).toBe(reason);
  await routeQuestion({ ...act(question, 4), topic: 'ROADS', department: 'works' }, as(coordinator));
  await vault.destroy({ query: async () => ({}) as never }, 1, person, 'asked');
  const refused = await returnQuestion({ ...act(question, 5), reason }, as(head));
  expect(refused).toMatchObject({ code: 'QUESTION_STATE_FORBIDS' });
});

it('answers a body’s link as any that does not open once the applicant was erased', async () => {
  const { question, person } = await opened();
  await service.mutate('forwardQuestion', { ...act(question, 3), to: [registry] }, as(coordinator));
  const { to } = (await store.read(1, question)).at(-1)!.data as { to: readonly { letter: string }[] };
  const link = bodyLink(Buffer.from('body-link'), 1, { question, letter: to[0]!.letter });
  await vault.destroy({ query: async () => ({}) as never }, 1, person, 'asked');
  const told = { reaction: 'REFUSED', reactedOn: '2026-11-24', text: 'Не наш вопрос' };
  const input = { district: 'aldan', link, key: randomUUID(), ...told };
  await expect(service.mutate('reactAsBody', input, anyone)).rejects.toThrow(NotFound);
});

it('is an answer only by the word of an official, where the server of a body tells that its request is closed', async () => {
  const { question, appeal } = await opened();
  await service.mutate('forwardQuestion', { ...act(question, 3), to: [registry] }, as(coordinator));
  const letter = ((await store.read(1, question)).at(-1)!.data as { to: [{ letter: string }] }).to[0].letter;
  const reported = (status: string) => {
    const told = { status, number: '638344', reportedAt: '2026-11-25T20:00:00.000Z' };
    const data = { kind: 'COVERING', about: question, ...told };
    return fact('BodyReported', 'notifications.events', appeal, data, { stream: letter });
  };
  const reactions = async () =>
    (await store.read(1, question)).filter(({ type }) => type === 'BodyReacted').map(({ data }) => data);
  await deliver(reported('CLOSED'));
  expect(await reactions()).toEqual([]);
  await deliver(reported('OPEN'));
  await deliver(reported('OPEN'));
  const taken = { letter, reaction: 'ACCEPTED', source: 'OPEN311', number: '638344', reactedOn: '2026-11-26' };
  expect(await reactions()).toEqual([taken]);
  const word = { letter, reaction: 'ANSWERED', reactedOn: '2026-11-24', text: 'Заделали.' };
  const confirm = (source: string) =>
    service.mutate('recordBodyReaction', { ...act(question, 5), ...word, source }, as(coordinator));
  await expect(confirm('PAGE')).rejects.toMatchObject({ code: 'BAD_INPUT', path: 'input.source' });
  await confirm('OPEN311');
  expect(await reactions()).toMatchObject([taken, { reaction: 'ANSWERED', source: 'OPEN311' }]);
});

it.each([
  ['topic', { topic: 'NONE', department: 'works' }, 'TOPIC_UNKNOWN'],
  ['department', { topic: 'ROADS', department: 'none' }, 'DEPARTMENT_UNKNOWN'],
])('refuses an unknown %s', async (_, where, code) => {
  const { question } = await opened();
  expect(await routeQuestion({ ...act(question, 3), ...where }, as(coordinator))).toMatchObject({ code });
});

it('refuses an executor of another department or district', async () => {
  const { question } = await opened();
  const assign = (id: string) => assignExecutor({ ...act(question, 3), executor: id }, as(coordinator));
  for (const id of [head.id, stranger.id, randomUUID()]) {
    expect(await assign(id)).toMatchObject({ code: 'EXECUTOR_NOT_IN_DEPARTMENT' });
  }
});

it('refuses an official of another department or district', async () => {
  const { question } = await opened();
  const assign = { ...act(question, 3), executor: executor.id };
  await expect(assignExecutor(assign, as(otherHead))).rejects.toThrow(Forbidden);
  const route = { ...act(question, 3), topic: 'ROADS', department: 'works' };
  await expect(routeQuestion(route, as(stranger))).rejects.toEqual(new Fault('NOT_FOUND'));
  const nothing = { ...act(randomUUID(), 3), topic: 'ROADS', department: 'works' };
  await expect(routeQuestion(nothing, as(coordinator))).rejects.toThrow(NotFound);
  for (const expectedVersion of [-1, 0]) {
    await expect(routeQuestion({ ...nothing, expectedVersion }, as(coordinator))).rejects.toThrow(BadInput);
  }
});

it('gives each of many items its own result: done, stale, of another department, unknown', async () => {
  const cases = [await opened(), await opened(), await opened('Спасибо'), await opened()];
  await returnQuestion({ ...act(cases[1]!.question, 3), reason: 'Не наш' }, as(head));
  const ids = [...cases.map(({ question }) => question), randomUUID()];
  const { district: _, ...item } = act('', 3);
  const items = ids.map((id) => ({ ...item, id, key: randomUUID(), executor: executor.id }));
  items[3]!.executor = head.id;
  const results = await service.mutate<readonly { id: string; result: { __typename: string; code?: string } }[]>(
    'assignExecutors',
    { district: 'aldan', items },
    as(head),
  );
  expect(results.map(({ id }) => id)).toEqual(ids);
  expect(results.map(({ result }) => result.code ?? result.__typename)).toEqual([
    'Change',
    'VERSION_CONFLICT',
    'QUESTION_HAS_NO_DEPARTMENT',
    'EXECUTOR_NOT_IN_DEPARTMENT',
    'NOT_FOUND',
  ]);
  const foreign = { ...items[0]!, key: randomUUID(), expectedVersion: 4 };
  const [forbidden] = await service.mutate<typeof results>(
    'assignExecutors',
    { district: 'aldan', items: [foreign] },
    as(otherHead),
  );
  expect(forbidden!.result).toMatchObject({ code: 'FORBIDDEN' });
});

it('cleans the reason of each of many routed questions, and names the faulty one', async () => {
  const { question } = await opened('Спасибо');
  const { district, ...item } = act(question, 3);
  const routed = { ...item, topic: 'ROADS', department: 'works', reason: '  По адресу  ' };
  const faulty = { ...routed, key: randomUUID(), reason: 'я'.repeat(2_001) };
  const both = service.mutate('routeQuestions', { district, items: [routed, faulty] }, as(coordinator));
  await expect(both).rejects.toMatchObject({ code: 'TEXT_TOO_LONG', path: 'input.items.1.reason' });
  await service.mutate('routeQuestions', { district, items: [routed] }, as(coordinator));
  const { reason } = (await store.read(1, question)).at(-1)!.data as { reason: string };
  expect(await vault.open(1, reason)).toBe('По адресу');
});

it.each(['intake.events', 'notifications.events'] as const)('consumes every sample of %s', async (topic) => {
  const heard = samples()
    .map(({ event }) => event)
    .filter((event) => event.topic === topic)
    .sort((a, b) => a.position - b.position);
  expect(heard.length).toBeGreaterThan(3);
  await deliver(...heard);
  const deadLettered = await world.worker.query(`select reason from routing.blocked_key where state = 'DEAD_LETTERED'`);
  expect(deadLettered.rows).toEqual([]);
});
