import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChangeResult, KnownIssue, OpenedKnownIssue, Receipt } from '@otklik/contracts/generated/graphql';
import { randomUUID } from 'node:crypto';
import { intakeWorld, type IntakeWorld } from '../intake-world.fixture.js';
import { EndIssues } from './application/end-issues.js';

let world: IntakeWorld;
beforeAll(async () => void (world = await intakeWorld()));
afterAll(() => world.stop());

const HOUR_MS = 3_600_000;
const moderator = () => world.as('MODERATOR');
const later = (hours: number): string => new Date(Date.parse(world.at()) + hours * HOUR_MS).toISOString();

const issueInput = (more: object = {}) => ({
  district: 'aldan',
  key: randomUUID(),
  title: 'Нет горячей воды: Алдан, Солнечный',
  text: 'Авария на теплотрассе. Работает бригада, воду дадут сегодня до 22:00.',
  topics: [world.district('aldan').topics[0]!.code],
  settlements: ['ALDAN'],
  until: later(9),
  ...more,
});

interface Made {
  readonly id: string;
  readonly version: number;
}

const made = (answer: ChangeResult): Made => {
  expect(answer).toMatchObject({ __typename: 'Change' });
  return answer as Made;
};

const opened = async (more: object = {}): Promise<Made> =>
  made(await world.issues.openKnownIssue(issueInput(more), moderator()));

async function message(): Promise<string> {
  const form = { district: 'aldan', key: randomUUID(), text: 'Нет горячей воды с утра.' };
  const answer = await world.submission.submitAppeal(form, world.anyone());
  return (answer as Receipt).id;
}

const act = ({ id, version }: Made) => ({ district: 'aldan', id, key: randomUUID(), expectedVersion: version });
const item = (id: string, expectedVersion = 1) => ({ id, key: randomUUID(), expectedVersion });
const factsOf = async (id: string, type: string) => (await world.store.read(1, id)).filter((one) => one.type === type);
const end = (issue: Made, done = 'Воду дали в 21:40.') =>
  world.issues.endKnownIssue({ ...act(issue), done }, moderator());

/** Two copies at once, until nothing is due. */
async function settle(): Promise<void> {
  const issues = world.get(EndIssues);
  const due = () => world.sql(`update intake.work set due_at = now() where kind = 'KNOWN_ISSUE_END'`);
  do await due();
  while (Math.max(...(await Promise.all([issues.endDue(), issues.endDue()]))) > 0);
}

const shownIssues = () => world.knownIssues<KnownIssue>('knownIssues');
const openedIssues = () => world.knownIssues<OpenedKnownIssue>('openedKnownIssues');
const shownIds = async () => (await shownIssues()).map(({ id }) => id);

describe('a known issue', () => {
  it('is shown from its opening, and to nobody from its end on', async () => {
    const issue = await opened();
    expect(await shownIssues()).toContainEqual(
      expect.objectContaining({ id: issue.id, settlements: ['ALDAN'], since: world.at(), until: later(9) }),
    );
    made(await end(issue));
    expect(await shownIds()).not.toContain(issue.id);
    const listed = (await openedIssues()).find(({ id }) => id === issue.id);
    expect(listed).toMatchObject({ state: 'ENDED', done: 'Воду дали в 21:40.', joined: 0 });
  });

  it('is one, however often its opening is repeated, and its versions are checked', async () => {
    const input = issueInput();
    const first = await world.issues.openKnownIssue(input, moderator());
    expect(await world.issues.openKnownIssue(input, moderator())).toMatchObject({ id: made(first).id });
    const stale = { ...act(made(first)), expectedVersion: 7, done: 'x' };
    expect(await world.issues.endKnownIssue(stale, moderator())).toMatchObject({ code: 'VERSION_CONFLICT' });
    const none = { ...act({ id: randomUUID(), version: 1 }), done: 'x' };
    await expect(world.issues.endKnownIssue(none, moderator())).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('is shown no more when its time is over, at that moment and before that is recorded', async () => {
    const issue = await opened({ until: later(1) });
    world.pass(HOUR_MS);
    expect(await shownIds()).not.toContain(issue.id);
    await settle();
    expect(await factsOf(issue.id, 'KnownIssueLapsed')).toHaveLength(1);
    await settle();
    expect(await factsOf(issue.id, 'KnownIssueLapsed')).toHaveLength(1);
    const longer = { ...act({ ...issue, version: 2 }), until: later(5), reason: 'Ждём насос.' };
    made(await world.issues.updateKnownIssue(longer, moderator()));
    expect(await shownIds()).toContain(issue.id);
  });

  it.each([
    [{ text: 'Звоните Иванову Петру Сергеевичу.' }, 'PERSONAL_DATA_FOUND', 'text'],
    [{ title: 'Нет воды у Ивановой Анны Петровны' }, 'PERSONAL_DATA_FOUND', 'title'],
    [{ organisation: 'Сидоров Иван, +7 924 111-22-33' }, 'PERSONAL_DATA_FOUND', 'organisation'],
    [{ words: ['Петров Иван Сергеевич'] }, 'PERSONAL_DATA_FOUND', 'words'],
  ])('is refused with personal data in it: %j', async (more, code, field) => {
    expect(await world.issues.openKnownIssue(issueInput(more), moderator())).toMatchObject({
      code,
      path: ['input', field],
    });
  });

  it('is refused with a time out of bounds, or a topic or a place that the district does not have', async () => {
    const until = await world.issues.openKnownIssue(issueInput({ until: later(73) }), moderator());
    expect(until).toMatchObject({ code: 'ISSUE_UNTIL', path: ['input', 'until'] });
    const wrong: readonly [object, string][] = [
      [{ topics: ['NONE'] }, 'input.topics.0'],
      [{ topics: [] }, 'input.topics'],
      [{ settlements: ['NONE'] }, 'input.settlements.0'],
      [{ words: [' '] }, 'input.words.0'],
    ];
    for (const [more, path] of wrong)
      await expect(world.issues.openKnownIssue(issueInput(more), moderator())).rejects.toMatchObject({ path });
  });
});

describe('messages that are joined to it', () => {
  it('of one morning, three hundred, are answered at once and sent what was done, each once, past kills and repeats', async () => {
    const issue = await opened();
    const ids: string[] = [];
    for (let at = 0; at < 300; at += 25) ids.push(...(await Promise.all(Array.from({ length: 25 }, message))));
    const items = ids.map((id) => item(id));
    const many = (from: number, to: number) => ({ district: 'aldan', issue: issue.id, items: items.slice(from, to) });
    const first = await world.bulk.joinManyToKnownIssue(many(0, 200), moderator());
    // The answer is lost, and the same is sent again.
    expect(await world.bulk.joinManyToKnownIssue(many(0, 200), moderator())).toEqual(first);
    await world.bulk.joinManyToKnownIssue(many(200, 300), moderator());
    expect((await openedIssues()).find(({ id }) => id === issue.id)).toMatchObject({ joined: 300 });
    made(await end(issue));
    const issues = world.get(EndIssues);
    await world.sql(`update intake.work set due_at = now() where kind = 'KNOWN_ISSUE_END'`);
    // A process is killed before its outcome is stored, another one after.
    world.failNextAppend();
    await issues.endDue();
    world.loseNextResult();
    await settle();
    for (const id of ids) {
      expect(await factsOf(id, 'AnsweredAtOnce')).toHaveLength(1);
      expect(await factsOf(id, 'KnownIssueEndReported')).toHaveLength(1);
    }
    expect(JSON.stringify(await world.rows('work'))).not.toContain('KNOWN_ISSUE_END');
  }, 240_000);

  it('are joined by their senders, each his own alone, answered at once, once, and sent what was done', async () => {
    const issue = await opened();
    const [id, unread] = [await message(), await message()];
    const input = { key: randomUUID(), issue: issue.id };
    const resident = await world.residentOf(id);
    const first = made(await world.issues.joinOwnMessage(input, resident));
    expect(await world.issues.joinOwnMessage(input, resident)).toEqual(first);
    expect(await factsOf(id, 'AnsweredAtOnce')).toHaveLength(1);
    expect((await openedIssues()).find((one) => one.id === issue.id)).toMatchObject({ joined: 1 });
    made(await end(issue));
    await settle();
    expect(await factsOf(id, 'KnownIssueEndReported')).toHaveLength(1);
    expect(await factsOf(unread, 'AnsweredAtOnce')).toHaveLength(0);
    const late = { key: randomUUID(), issue: issue.id };
    expect(await world.issues.joinOwnMessage(late, await world.residentOf(unread))).toMatchObject({
      code: 'ISSUE_ENDED',
    });
    await expect(world.issues.joinOwnMessage({ ...late, key: randomUUID() }, moderator())).rejects.toBeDefined();
  });

  it('are sent nothing once the decision is taken back, and it is counted no more', async () => {
    const issue = await opened();
    const id = await message();
    made(await world.issues.joinToKnownIssue({ ...item(id), district: 'aldan', issue: issue.id }, moderator()));
    made(
      await world.moderation.takeBackDecision({ ...item(id, 2), district: 'aldan', reason: 'Не о том' }, moderator()),
    );
    expect((await openedIssues()).find((one) => one.id === issue.id)).toMatchObject({ joined: 0 });
    made(await end(issue));
    await settle();
    expect(await factsOf(id, 'KnownIssueEndReported')).toHaveLength(0);
  });

  it('are not joined to one that is over, or of another district, and what was joined comes again as it was', async () => {
    const issue = await opened({ until: later(1) });
    const [early, late] = [await message(), await message()];
    const early1 = { ...item(early), district: 'aldan', issue: issue.id };
    const joined = await world.issues.joinToKnownIssue(early1, moderator());
    world.pass(HOUR_MS);
    const tooLate = { ...item(late), district: 'aldan', issue: issue.id };
    expect(await world.issues.joinToKnownIssue(tooLate, moderator())).toMatchObject({ code: 'ISSUE_ENDED' });
    expect(await world.issues.joinToKnownIssue(early1, moderator())).toEqual(joined);
    const nowhere = { ...tooLate, key: randomUUID(), issue: randomUUID() };
    await expect(world.issues.joinToKnownIssue(nowhere, moderator())).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('are all in the end, though they are joined at the moment of it', async () => {
    for (let round = 0; round < 4; round += 1) {
      const issue = await opened();
      const ids = await Promise.all(Array.from({ length: 6 }, message));
      const join = (id: string) => ({ ...item(id), district: 'aldan', issue: issue.id });
      const [, ...answers] = await Promise.all([
        end(issue),
        ...ids.map((id) => world.issues.joinToKnownIssue(join(id), moderator())),
      ]);
      await settle();
      for (const [at, id] of ids.entries()) {
        const isJoined = answers[at]!.__typename === 'Change';
        expect(await factsOf(id, 'KnownIssueEndReported')).toHaveLength(isJoined ? 1 : 0);
      }
    }
  });
});

it('answers no appeal under 59-FZ, and none of its questions', async () => {
  const issue = await opened();
  const input = {
    district: 'aldan',
    key: randomUUID(),
    channel: 'PAPER',
    text: 'Нет горячей воды.',
    kind: 'COMPLAINT',
  };
  const person = { surname: 'Пестерева', givenName: 'Раиса', address: { text: 'г. Алдан, ул. Маяковского, 18' } };
  const letter = { ...input, ...person, answerWay: 'POST' };
  const { id } = (await world.submission.enterAppeal(letter, world.as('REGISTRAR'))) as Receipt;
  const join = { ...item(id), district: 'aldan', issue: issue.id };
  expect(await world.issues.joinToKnownIssue(join, moderator())).toMatchObject({ code: 'APPEAL_STATE_FORBIDS' });
  made(await end(issue));
  await settle();
  expect((await world.store.read(1, id)).map(({ type }) => type)).toEqual(['AppealReceived']);
});
