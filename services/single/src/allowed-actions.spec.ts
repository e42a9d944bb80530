import { expect, it } from '@jest/globals';
import { Action } from '@otklik/contracts/enumerations';
import { intakeEvents } from '@otklik/contracts/intake.events';
import { notificationsEvents } from '@otklik/contracts/notifications.events';
import { publisher, type Recorded } from '@otklik/contracts/publisher';
import { responsesEvents } from '@otklik/contracts/responses.events';
import { routingEvents } from '@otklik/contracts/routing.events';
import { appeal } from '@otklik/intake/domain';
import { fold, Refusal, type Decider } from '@otklik/kernel';
import { notice } from '@otklik/notifications/domain';
import { response } from '@otklik/responses/domain';
import { question } from '@otklik/routing/domain';
import { actingIn, actionsOn, emptyFold, foldFact, isRegisterFact } from '@otklik/search/published-actions';
import { mayActIn, permissionMatrix, permit, officialRoles, type Actor, type District } from '@otklik/tenancy';
import fc from 'fast-check';

/*
 * `allowedActions` equals what the owners decide: in every state that random commands reach, for officials with random
 * roles, an action is listed if and only if its mutation is permitted and its decider records something.
 */

const DEPARTMENTS = ['works', 'housing'];
const OFFICIALS = ['ivanova', 'petrov'];
const district = {
  id: 1,
  departments: DEPARTMENTS.map((code) => ({ id: `id-${code}`, code, name: code })),
} as unknown as District;
const matrix = permissionMatrix();
const deadline = {
  ...{ dueOn: '2026-12-24', zone: 'Asia/Yakutsk', countedFrom: '2026-11-24', by: 'RULE', rule: 'ANS', ruleVersion: 1 },
  ...{ calendarVersion: '2026-1', provisional: false, source: 'law' },
} as const;

type Command = { readonly type: string } & Readonly<Record<string, unknown>>;
type AnyEvent = { readonly type: string } & Readonly<Record<string, unknown>>;
type AnyDecider = Decider<unknown, Command, AnyEvent>;

const owners = {
  appeal: { decider: appeal as unknown as AnyDecider, publish: publisher(intakeEvents) },
  question: { decider: question as unknown as AnyDecider, publish: publisher(routingEvents) },
  response: { decider: response as unknown as AnyDecider, publish: publisher(responsesEvents) },
  notice: { decider: notice as unknown as AnyDecider, publish: publisher(notificationsEvents) },
} as const;
type Stream = keyof typeof owners;

/** The streams of one appeal, and the assignment of its question as `responses` consumes it. */
class Story {
  readonly events: Record<Stream, AnyEvent[]> = { appeal: [], question: [], response: [], notice: [] };
  readonly actors: string[] = [];
  private published = emptyFold;

  get register() {
    return this.published;
  }

  get assignment(): { readonly department: string | undefined; readonly executor: string | undefined } {
    const set = this.events.question.findLast(({ type }) =>
      ['QuestionRouted', 'ExecutorAssigned', 'QuestionReturned'].includes(type),
    );
    const { department, executor } = (set ?? {}) as { department?: string; executor?: string };
    return { department, executor };
  }

  /** The events that the command would record; none where it is refused. */
  decide(stream: Stream, command: Command): readonly AnyEvent[] {
    const { decider } = owners[stream];
    try {
      return decider.decide(command, fold(decider, this.events[stream]));
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  }

  run(stream: Stream, command: Command): void {
    for (const { type, ...data } of this.decide(stream, command)) {
      this.events[stream].push({ type, ...data });
      const actor = { kind: 'official', id: (command['by'] as string | undefined) ?? 'moderator' } as const;
      const version = this.events[stream].length;
      const recorded = { type, data, actor, stream, version, district: 1, correlationId: 'appeal', schema: 1, at: '' };
      const fact = owners[stream].publish(recorded as unknown as Recorded);
      if (fact && isRegisterFact(fact)) this.published = foldFact(this.published, fact);
    }
  }
}

const official = fc.constantFrom(...OFFICIALS);
const department = fc.constantFrom(...DEPARTMENTS);
const id = fc.integer({ min: 1, max: 1_000_000 }).map(String);
const regime = fc.constantFrom('APPEAL_59FZ', 'SOCIAL_MESSAGE', 'POS_MESSAGE', 'ORAL_RECEPTION');

const received = fc.tuple(regime, fc.boolean()).map(([of, named]) => ({
  ...{ type: 'ReceiveAppeal', receipt: 'R', regime: of, channel: 'SITE', person: 'p', identified: false, text: 't' },
  ...{ files: [], receivedAt: '', receivedOn: '2026-11-24', zone: 'Asia/Yakutsk', fingerprint: '' },
  ...(named ? { name: 'Name' } : {}),
}));

const ofAppeal: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom('TakeUpMessage', 'WithdrawAppeal', 'ErasePerson').map((type) => ({ type })),
  fc.constant({ type: 'TurnIntoAppeal', identifiedBy: 'passport' }),
  fc.constant({ type: 'MarkAsSpam', reason: 'why' }),
  fc.constant({ type: 'MarkAsDuplicate', id: 'appeal', of: { id: 'other', status: 'REGISTERED' } }),
  id.map((commandId) => ({ type: 'TakeBackDecision', reason: 'why', commandId })),
  id.map((number) => ({
    ...{ type: 'RegisterAppeal', number, year: 2026, serial: 1, registeredOn: '2026-11-24', zone: 'Asia/Yakutsk' },
  })),
  fc.constant({ type: 'AnswerAppeal', notice: 'n', answeredOn: '2026-11-25' }),
  id.map((commandId) => ({
    ...{ type: 'RequestReopening', reason: 'why', commandId, today: '2026-11-26', withinDays: 30 },
  })),
);

/** Ends are rare, so that drafts are reached. */
const ofQuestion: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: department.map(routeTo) },
  { weight: 20, arbitrary: official.map(assign) },
  { weight: 3, arbitrary: fc.constant({ type: 'ReturnQuestion', reason: 'why', mayActIn: 'ALL' }) },
  {
    weight: 1,
    arbitrary: fc.constant({ type: 'RecordAnswer', notice: 'n', answeredOn: '2026-11-30', zone: 'Asia/Yakutsk' }),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'CloseQuestion', ground: 'WITHDRAWN' }) },
);

const drafting = fc.tuple(official, id);
const ofResponse: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: drafting.map(([by, draft]) => ({ type: 'DraftResponse', by, draft, text: 't', outcome: 'EXPLAINED' })),
  },
  { weight: 2, arbitrary: drafting.map(([by, note]) => ({ type: 'AddNote', by, note, text: 't' })) },
  { weight: 16, arbitrary: official.map((by) => ({ type: 'ApproveResponse', by })) },
  { weight: 1, arbitrary: official.map((by) => ({ type: 'SendBackResponse', by, code: 'OTHER', reason: 'why' })) },
  { weight: 1, arbitrary: official.map((by) => ({ type: 'SignResponse', by })) },
  { weight: 1, arbitrary: fc.constant({ type: 'CloseResponse' }) },
);

const ofNotice: fc.Arbitrary<Command> = fc.oneof(
  fc
    .constantFrom('ORAL', 'EMAIL', 'POSTED')
    .map((way) => ({ type: 'OpenNotice', kind: 'ANSWERED', about: 'question', way, person: 'p', at: '' })),
  fc.constant({ type: 'RecordSent', proof: 'id', at: '' }),
  fc.constant({ type: 'GiveUpMail', code: '550', at: '' }),
  id.map((record) => ({ type: 'RecordOralNotice', record, said: 'told', outcome: 'AGREES', at: '' })),
  id.map((record) => ({ type: 'RecordCallAttempt', record, result: 'NO_ANSWER', at: '' })),
  fc.constant({ type: 'GiveUpReaching', at: '' }),
);

const step = fc.oneof(
  { weight: 4, arbitrary: ofAppeal.map((command) => ['appeal', command] as const) },
  { weight: 4, arbitrary: ofQuestion.map((command) => ['question', command] as const) },
  { weight: 8, arbitrary: ofResponse.map((command) => ['response', command] as const) },
  { weight: 1, arbitrary: ofNotice.map((command) => ['notice', command] as const) },
);

const viewer: fc.Arbitrary<Extract<Actor, { kind: 'official' }>> = fc.record({
  kind: fc.constant('official' as const),
  id: official,
  login: fc.constant('login'),
  name: fc.constant('Name'),
  assignments: fc.array(
    fc.record(
      {
        district: fc.constantFrom(1, 1, 1, 2),
        role: fc.constantFrom(...officialRoles),
        department: fc.constantFrom(...DEPARTMENTS.map((code) => `id-${code}`)),
      },
      { requiredKeys: ['district', 'role'] },
    ),
    { maxLength: 3 },
  ),
});

function routeTo(to: string): Command {
  return { type: 'RouteQuestion', department: to, topicKnown: true, departmentKnown: true, topic: 'roads' };
}

function assign(executor: string): Command {
  return { type: 'AssignExecutor', executor, executorIn: 'ALL', mayActIn: 'ALL' };
}

/** As `responses` completes an official's command. */
function completed(story: Story, command: Command): Command {
  const draft = story.events.response.findLast(({ type }) => type === 'ResponseDrafted')?.['draft'];
  return {
    ...{ mayActIn: 'ALL', ...story.assignment, opened: { draft, text: 't' }, signedAt: '', signature: 'S' },
    ...command,
  };
}

/** Commands by which the mutation would be tried; one that records something is enough. */
function attempts(story: Story, action: Action, actor: Extract<Actor, { kind: 'official' }>): readonly Command[] {
  const here = { mayActIn: mayActIn(actor, district, matrix.get(mutationOf(action))!) };
  const type = typeOf[action][1];
  switch (action) {
    case 'ROUTE_QUESTION':
      return DEPARTMENTS.map(routeTo);
    case 'ASSIGN_EXECUTOR':
      return [...OFFICIALS, 'another'].map((executor) => ({ ...assign(executor), ...here }));
    case 'REGISTER_APPEAL':
      return [{ type, number: 'new', year: 2026, serial: 2, registeredOn: '2026-11-25', zone: 'Asia/Yakutsk' }];
    case 'MARK_AS_DUPLICATE':
      return [{ type, id: 'appeal', of: { id: 'fresh', status: 'REGISTERED' } }];
    default:
      return [
        completed(story, {
          ...{ type, ...here, by: actor.id, draft: 'new', note: 'new', text: 't', outcome: 'EXPLAINED', reason: 'why' },
          ...{ code: 'OTHER', record: 'new', said: 'told', at: '', identifiedBy: 'passport', commandId: 'new' },
        }),
      ];
  }
}

const typeOf: Readonly<Record<Action, readonly [Stream, string]>> = {
  TAKE_UP_MESSAGE: ['appeal', 'TakeUpMessage'],
  REGISTER_APPEAL: ['appeal', 'RegisterAppeal'],
  TURN_INTO_APPEAL: ['appeal', 'TurnIntoAppeal'],
  MARK_AS_DUPLICATE: ['appeal', 'MarkAsDuplicate'],
  MARK_AS_SPAM: ['appeal', 'MarkAsSpam'],
  TAKE_BACK_DECISION: ['appeal', 'TakeBackDecision'],
  ROUTE_QUESTION: ['question', 'RouteQuestion'],
  ASSIGN_EXECUTOR: ['question', 'AssignExecutor'],
  RETURN_QUESTION: ['question', 'ReturnQuestion'],
  DRAFT_RESPONSE: ['response', 'DraftResponse'],
  APPROVE_RESPONSE: ['response', 'ApproveResponse'],
  SIGN_RESPONSE: ['response', 'SignResponse'],
  SEND_BACK_RESPONSE: ['response', 'SendBackResponse'],
  ADD_NOTE: ['response', 'AddNote'],
  RECORD_ORAL_NOTICE: ['notice', 'RecordOralNotice'],
  RECORD_CALL_ATTEMPT: ['notice', 'RecordCallAttempt'],
};

function mutationOf(action: Action): string {
  const type = typeOf[action][1];
  return `Mutation.${type[0]!.toLowerCase()}${type.slice(1)}`;
}

it('lists an action if and only if it is permitted and its decider records something', () => {
  const seen = new Map<Action, number>();
  fc.assert(
    fc.property(
      received,
      fc.array(step, { maxLength: 40, size: 'max' }),
      fc.array(viewer, { minLength: 6, maxLength: 10 }),
      tell,
    ),
    { numRuns: 2_500 },
  );
  expect(Action.values.filter((action) => (seen.get(action) ?? 0) < 10)).toEqual([]);

  function tell(
    first: Command,
    steps: readonly (readonly [Stream, Command])[],
    viewers: readonly Extract<Actor, { kind: 'official' }>[],
  ): void {
    const story = new Story();
    story.run('appeal', first);
    story.run('question', { ...{ type: 'OpenQuestion', person: 'p', regime: 'APPEAL_59FZ', ordinal: 1 }, deadline });
    story.run('response', { type: 'OpenResponse', question: 'question', person: 'p' });
    for (const [stream, command] of steps) {
      story.run(stream, stream === 'response' ? completed(story, command) : command);
    }
    for (const actor of viewers) compare(story, actor);
  }

  function compare(story: Story, actor: Extract<Actor, { kind: 'official' }>): void {
    const shown = actionsOn(story.register, actingIn(actor, district));
    const listed = [
      ...shown.appeal,
      ...[shown.questions, shown.responses, shown.notices].flatMap((parts) => Object.values(parts).flat()),
    ];
    const decided = Action.values.filter((action) => {
      const { permitted } = permit(actor, matrix.get(mutationOf(action))!, district.id);
      const [stream] = typeOf[action];
      return permitted && attempts(story, action, actor).some((command) => story.decide(stream, command).length > 0);
    });
    for (const action of listed) seen.set(action, (seen.get(action) ?? 0) + 1);
    expect([...listed].sort()).toEqual([...decided].sort());
  }
});
