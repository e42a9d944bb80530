import { expect, it } from '@jest/globals';
import { Action } from '@otklik/contracts/enumerations';
import { isDone } from '@otklik/contracts/question-state';
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
import {
  capacities,
  mayActIn,
  permissionMatrix,
  officialRoles,
  type Actor,
  type Capacity,
  type District,
} from '@otklik/tenancy';
import fc from 'fast-check';
import { mutationOf, typeOf } from './action-commands.fixture.js';
import { NEXT_STEP, STRIKING, toldAtReception } from './allowed-commands.fixture.js';

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
  ...{ workBy: '2026-12-24', duty: 'ANSWER', steps: [] },
  ...{ dueOn: '2026-12-24', zone: 'Asia/Yakutsk', countedFrom: '2026-11-24', by: 'RULE', rule: 'ANS', ruleVersion: 1 },
  ...{ calendarVersion: '2026-1', provisional: false, source: 'law' },
  ...{ term: 30, unit: 'CALENDAR_DAYS' as const, endOnDayOff: 'NEXT' as const },
} as const;

const PROMISE = { mayActIn: 'ALL', today: '2027-05-01', zone: 'Asia/Yakutsk' } as const;

/** What was answered at once has left. */
const LATER = '2026-11-25T00:00:00.000Z';

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
    const { department, executor } = this.latest(
      ...['QuestionRouted', 'ExecutorAssigned', 'QuestionReturned', 'QuestionReopened', 'QuestionTakenBack'],
    ) as { department?: string; executor?: string };
    return { department, executor };
  }

  /** As `responses` consumes it: what is considered again is not answered. */
  get isAnswered(): boolean {
    return this.latest('QuestionAnswered', 'QuestionReopened', 'QuestionTakenBack')['type'] === 'QuestionAnswered';
  }

  private latest(...types: readonly string[]): Readonly<Record<string, unknown>> {
    return this.events.question.findLast(({ type }) => types.includes(type)) ?? {};
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
      const { by: id = 'moderator', onBehalfOf } = command as { readonly by?: string; readonly onBehalfOf?: string };
      const actor = { kind: 'official', id, ...steadOf(onBehalfOf) } as const;
      const version = this.events[stream].length;
      const recorded = {
        type,
        data,
        actor,
        stream,
        version,
        id: `${stream} ${version}`,
        district: 1,
        correlationId: 'appeal',
        schema: 1,
        at: '',
      };
      const fact = owners[stream].publish(recorded as unknown as Recorded);
      if (fact && isRegisterFact(fact)) this.published = foldFact(this.published, fact);
    }
  }
}

const police = { letter: 'l', name: 'Police' };
const forwarding = {
  ...{ type: 'ForwardQuestion', mayActIn: 'ALL', to: [police], forwardedOn: '', linksUntil: '' },
  ...{ allKnown: true, districtsKnown: true },
};
const answer = { type: 'RecordAnswer', notice: 'n', answeredOn: '2026-11-30', zone: 'Asia/Yakutsk' };
const told = { type: 'EndQuestion', notice: 'n', addressee: 'APPLICANT', endedOn: '2026-11-30', zone: 'z' };
const sent = { ...told, notice: 'l', addressee: 'BODY' };
const [official, department] = [fc.constantFrom(...OFFICIALS), fc.constantFrom(...DEPARTMENTS)];
/** On which some appeals were registered. */
const TODAY = '2026-11-24';
const id = fc.integer({ min: 1, max: 1_000_000 }).map(String);
const regime = fc.constantFrom('APPEAL_59FZ', 'SOCIAL_MESSAGE', 'POS_MESSAGE', 'ORAL_RECEPTION');

const received = fc.tuple(regime, fc.boolean()).map(([of, named]) => ({
  ...{ type: 'ReceiveAppeal', receipt: 'R', regime: of, channel: 'SITE', person: 'p', identified: false, text: 't' },
  ...{ files: [], receivedAt: '', receivedOn: '2026-11-24', zone: 'Asia/Yakutsk', fingerprint: '' },
  ...(named ? { name: 'Name', consent: { version: '1' } } : {}),
}));

/** Thrice as often as others: of these an answered appeal is made. */
const heavy = (from: fc.Arbitrary<string>, command: (value: string) => Command) => ({
  ...{ weight: 3, arbitrary: from.map(command) },
});

const ofAppeal: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom('TakeUpMessage', 'WithdrawAppeal', 'WithdrawConsent', 'ErasePerson').map((type) => ({ type })),
  id.map((number) => turning(number)),
  fc.constant({ type: 'CorrectRegistration', id: 'appeal', ground: 'MISTAKE', reason: 'why' }),
  id.map((commandId) => ({ type: 'GrantReopening', grantedOn: '2026-11-27', zone: 'Asia/Yakutsk', commandId })),
  fc.constantFrom('RefuseReopening', 'SetLegalHold', 'LiftLegalHold').map((type) => ({ type, reason: 'why' })),
  fc.constant({ type: 'ResumeConsideration', question: 'q' }),
  fc.constant({ type: 'AcknowledgeSupplement', mayActIn: 'ALL', departments: [] }),
  id.map((commandId) => ({ type: 'SupplementAppeal', text: 't', files: [], commandId })),
  fc.constant({ type: 'MarkAsSpam', kind: 'OTHER', reason: 'why' }),
  id.map((commandId) => ({ type: 'AnswerAtOnce', text: 't', at: '2026-11-24T00:00:00.000Z', commandId })),
  fc.constant({ type: 'EscalateUrgently', danger: 'GAS' }),
  fc.constant({ type: 'MarkAsDuplicate', id: 'appeal', of: { id: 'other', status: 'REGISTERED' } }),
  id.map((commandId) => ({ type: 'TakeBackDecision', reason: 'why', at: LATER, commandId })),
  heavy(id, (number) => ({
    ...{ type: 'RegisterAppeal', number, year: 2026, serial: 1, registeredOn: '2026-11-24', zone: 'Asia/Yakutsk' },
  })),
  heavy(fc.constant('n'), (notice) => ({ type: 'AnswerAppeal', notice, answeredOn: '2026-11-25' })),
  heavy(id, (commandId) => ({
    ...{ type: 'RequestReopening', reason: 'why', commandId, today: '2026-11-26', withinDays: 30 },
  })),
);

/** A message's term is the district's own. */
function termOf(under: string): typeof deadline {
  return under === 'SOCIAL_MESSAGE' ? { ...deadline, rule: 'SOC-9H' } : deadline;
}

const extending = {
  ...{ ground: 'EXCEPTIONAL', reason: 'why', days: 10, at: '2026-11-25T01:00:00.000Z' },
  extendable: ['ANS', 'ORAL'],
  rule: {
    ...{ id: 'EXT', version: 1, term: 30, unit: 'CALENDAR_DAYS', endOnDayOff: 'NEXT', duty: 'ANSWER', source: 's' },
    start: 'TERM_END',
  },
  calendar: { version: '1', days: {}, years: [] },
};

const ofExtension = fc.tuple(fc.constantFrom('ExtendDeadline', 'AskForExtension', 'RefuseExtension'), official);

/** Ends are rare, so that drafts are reached. */
const ofQuestion: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: department.map(routeTo) },
  { weight: 20, arbitrary: official.map(assign) },
  { weight: 3, arbitrary: fc.constant({ type: 'ReturnQuestion', reason: 'why', mayActIn: 'ALL' }) },
  { weight: 1, arbitrary: fc.constant(answer) },
  {
    weight: 2,
    arbitrary: department.map((of) => ({
      ...{ type: 'AcceptAnswer', answer: 'a', department: of, promisedUntil: '2027-06-01' },
    })),
  },
  { weight: 4, arbitrary: fc.tuple(fc.subarray(OFFICIALS), fc.subarray(DEPARTMENTS)).map(helping) },
  { weight: 1, arbitrary: fc.constant({ type: 'ConfirmPromise', text: 't', ...PROMISE }) },
  { weight: 1, arbitrary: fc.constant({ type: 'ExtendPromise', until: '2027-07-01', reason: 'why', ...PROMISE }) },
  { weight: 1, arbitrary: fc.constant({ type: 'ClassifyQuestion', classifier: '0003.0008.0086.0567', ...PROMISE }) },
  { weight: 1, arbitrary: fc.constant({ type: 'ReleaseAnswer' }) },
  { weight: 1, arbitrary: fc.constant(toldAtReception) },
  { weight: 1, arbitrary: fc.constant({ type: 'CloseQuestion', ground: 'WITHDRAWN' }) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('SplitQuestion', 'UndoSplit', 'JoinQuestion', 'MergeInto', 'RestoreQuestion')
      .map((type) => ({ type, mayActIn: 'ALL', text: 't', into: ['2'], from: '2' })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('WithdrawForwarding', 'ReleaseForwarding')
      .map((type) => ({ type, mayActIn: 'ALL', reason: 'why' })),
  },
  { weight: 1, arbitrary: fc.constant(forwarding) },
  { weight: 1, arbitrary: fc.constant(told) },
  { weight: 1, arbitrary: fc.constantFrom('REFUSED', 'ANSWERED', 'ACCEPTED').map(reaction) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('RevokeBodyLink', 'TakeBackQuestion').map((type) => ({ type, letter: 'l' })),
  },
  { weight: 1, arbitrary: fc.constantFrom(1, 2).map((times) => ({ type: 'ReopenQuestion', times, deadline })) },
  { weight: 12, arbitrary: ofExtension.map(([type, by]) => ({ ...extending, type, ask: by, by, mayActIn: 'ALL' })) },
  { weight: 1, arbitrary: fc.constantFrom('2026-11-26', '2027-11-26').map((day) => proving(day)) },
  { weight: 2, arbitrary: id.map((request) => ({ mayActIn: 'ALL', ...requesting(request) })) },
  {
    weight: 1,
    arbitrary: fc.constant({ type: 'GiveInterimAnswer', mayActIn: 'ALL', answer: 'i', text: 't', ...NEXT_STEP }),
  },
);

const drafting = fc.tuple(official, id);
const ofResponse: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: drafting.map(([by, draft]) => ({ type: 'DraftResponse', by, draft, text: 't', outcome: 'EXPLAINED' })),
  },
  { weight: 2, arbitrary: drafting.map(([by, note]) => ({ type: 'AddNote', by, note, text: 't' })) },
  { weight: 16, arbitrary: official.map((by) => ({ type: 'ApproveResponse', by })) },
  { weight: 2, arbitrary: official.map((by) => ({ type: 'ApproveResponse', by, onBehalfOf: 'away' })) },
  { weight: 1, arbitrary: official.map((by) => ({ type: 'SendBackResponse', by, code: 'OTHER', reason: 'why' })) },
  { weight: 16, arbitrary: official.map((by) => ({ type: 'SignResponse', by })) },
  { weight: 1, arbitrary: official.map((by) => ({ type: 'RevokeResponse', by, reason: 'why' })) },
  { weight: 1, arbitrary: fc.constant({ type: 'LeaveDepartment' }) },
  { weight: 1, arbitrary: fc.constant({ type: 'CloseResponse' }) },
  { weight: 1, arbitrary: fc.constant({ type: 'ReopenResponse' }) },
);

const ofNotice: fc.Arbitrary<Command> = fc.oneof(
  fc
    .constantFrom(['ORAL', 'PAPER'], ['EMAIL', 'PAGE'], ['PAGE'], ['PAPER'], ['THREAD', 'PAGE'])
    .map((ways) => ({ type: 'OpenNotice', kind: 'ANSWERED', about: 'question', ways, person: 'p', at: '' })),
  fc.constantFrom('EMAIL', 'THREAD').map((way) => ({ type: 'RecordSent', way, proof: 'id', at: '' })),
  fc.constantFrom('EMAIL', 'THREAD').map((way) => ({ type: 'GiveUpWay', way, code: '550', at: '' })),
  fc.constant({ type: 'RecordUnknown', way: 'THREAD', part: 1, of: 1 }),
  fc.constant({ type: 'HoldNotice', found: ['PHONE'], at: '' }),
  fc.constant({ type: 'LeaveByHand' }),
  id.map((record) => ({ type: 'SettleUnknownNotice', record, word: 'REPEAT', whole: true, at: '' })),
  id.map((record) => ({ type: 'ReleaseNotice', mayActIn: 'ALL', record, words: 'Mended.', at: '' })),
  id.map((record) => ({ type: 'RecordPlacedNotice', mayActIn: 'ALL', record, link: 'https://ok.ru/1', at: '' })),
  id.map((record) => ({ type: 'RecordOralNotice', mayActIn: 'ALL', record, said: 'told', outcome: 'AGREES', at: '' })),
  id.map((record) => ({ type: 'RecordCallAttempt', mayActIn: 'ALL', record, result: 'NO_ANSWER', at: '' })),
  id.map((record) => ({ type: 'RecordCallAttempt', mayActIn: 'ALL', record, result: 'WRONG_NUMBER', at: '' })),
  id.map((record) => ({
    type: 'RecordPosting',
    record,
    ...{ posting: { means: 'LETTER', number: '1', sentOn: '' }, addressKnown: true, at: '' },
  })),
  fc.constant({ type: 'CancelNotice', ground: 'WITHDRAWN' }),
);

type Step = readonly [Stream, Command];
const ofStream =
  (stream: Stream) =>
  (command: Command): Step => [stream, command];
const [asked, written, noted] = [ofStream('question'), ofStream('response'), ofStream('notice')];
const disputed = [
  { type: 'TakeUpMessage' },
  { type: 'RegisterAppeal', number: '1', year: 2026, serial: 1, registeredOn: '2026-11-24', zone: 'Asia/Yakutsk' },
  { type: 'AnswerAppeal', notice: 'n', answeredOn: '2026-11-25' },
  { type: 'SupplementAppeal', text: 't', files: [], commandId: 'after' },
].map(ofStream('appeal'));
const inWork = [routeTo('works'), assign('ivanova')].map(asked);
const drafted = [
  ...inWork,
  written({ type: 'DraftResponse', by: 'ivanova', draft: 'd', text: 't', outcome: 'EXPLAINED' }),
];
const approved = [...drafted, written({ type: 'ApproveResponse', by: 'petrov' })];
const signed = [...approved, written({ type: 'SignResponse', by: 'petrov' })];
const accepting = { type: 'AcceptAnswer', answer: 'a', department: 'works', promisedUntil: '2027-06-01' };
const promised = [...signed, asked(accepting), asked(answer)];
const reopening = { type: 'ReopenQuestion', times: 1, deadline };

const inThread = [
  ...inWork,
  noted({ type: 'OpenNotice', kind: 'ANSWERED', about: 'question', ways: ['THREAD', 'PAGE'], person: 'p', at: '' }),
];
const held = [...inThread, noted({ type: 'HoldNotice', found: ['PHONE'], at: '' })];
const unknown = [...inThread, noted({ type: 'RecordUnknown', way: 'THREAD', part: 1, of: 1 })];

/** By chance alone hardly any question would come so far. */
const begun = fc.constantFrom<readonly Step[]>(
  ...Array.from<readonly Step[]>({ length: 8 }).fill([]),
  ...[held, unknown, disputed],
  ...[inWork, drafted, approved, signed, promised, [...promised, asked(reopening)]],
  ...[[forwarding], [forwarding, sent, told], [forwarding, sent, told, reaction('REFUSED')]].map((at) => at.map(asked)),
);

const step = fc.oneof(
  { weight: 4, arbitrary: ofAppeal.map((command) => ['appeal', command] as const) },
  { weight: 4, arbitrary: ofQuestion.map((command) => ['question', command] as const) },
  { weight: 8, arbitrary: ofResponse.map((command) => ['response', command] as const) },
  { weight: 1, arbitrary: ofNotice.map((command) => ['notice', command] as const) },
);

const holding = fc.record(
  {
    district: fc.constantFrom(1, 1, 1, 2),
    role: fc.constantFrom(...officialRoles),
    department: fc.constantFrom(...DEPARTMENTS.map((code) => `id-${code}`)),
  },
  { requiredKeys: ['district', 'role'] },
);
/** A role of an absent official, whom the viewer substitutes. */
const inStead = fc
  .tuple(holding, fc.constantFrom('away', ...OFFICIALS))
  .map(([assignment, onBehalfOf]) => ({ ...assignment, onBehalfOf }));

const viewer: fc.Arbitrary<Extract<Actor, { kind: 'official' }>> = fc
  .tuple(official, fc.array(holding, { maxLength: 3 }), fc.array(inStead, { maxLength: 1 }))
  .map(([id, own, absent]) => ({
    ...{ kind: 'official', id, login: 'login', name: 'Name' },
    assignments: [...own, ...absent],
  }));

function requesting(request: string): Command {
  const when = {
    today: '2026-11-25',
    zone: 'Asia/Yakutsk',
    rule: { ...extending.rule, id: 'REQ', start: 'REQUEST_RECEIVED' },
  };
  const asked = { body: 'B', organisationKnown: true, kind: 'OTHER', purpose: 'INFORMATION', asked: 'a' };
  return { ...extending, ...when, ...asked, type: 'RequestInformation', request };
}

function requestsOf({ events: { question } }: Story): readonly unknown[] {
  return question.filter(({ type }) => type === 'InformationRequested').map(({ request }) => request);
}

function openRequest({ events: { question } }: Story): unknown {
  const answered = question.filter(({ type }) => type === 'InformationReceived').map(({ request }) => request);
  return question.find(({ type, request }) => type === 'InformationRequested' && !answered.includes(request))?.[
    'request'
  ];
}

function proving(day: string): Command {
  return { type: 'ProveExtension', notice: 'n', provedAt: `${day}T01:00:00.000Z` };
}

function turning(number: string): Command {
  const registration = { number, year: 2026, serial: 3, registeredOn: '2026-11-25', zone: 'Asia/Yakutsk' };
  return { type: 'TurnIntoAppeal', identification: 'VISIT', identifiedBy: 'passport', registration };
}

function signatory(official: string): Extract<Actor, { kind: 'official' }> {
  return {
    kind: 'official',
    id: official,
    login: official,
    name: 'Name',
    assignments: [{ district: 1, role: 'SIGNATORY' }],
  };
}

function reaction(to: string): Command {
  return { type: 'RecordReaction', letter: 'l', reaction: to, source: 'LETTER', reactedOn: '', today: '' };
}

function routeTo(to: string): Command {
  return { type: 'RouteQuestion', department: to, topicKnown: true, departmentKnown: true, topic: 'roads' };
}

function assign(executor: string): Command {
  return { type: 'AssignExecutor', executor, executorIn: 'ALL', mayActIn: 'ALL' };
}

function helping([officials, departments]: readonly [readonly string[], readonly string[]]): Command {
  const known = { officialsKnown: true, departmentsKnown: true };
  return { type: 'AssignCoExecutors', officials, departments, ...known, mayActIn: 'ALL' };
}

/** As `responses` completes an official's command. */
function completed(story: Story, command: Command): Command {
  const recordedBy = story.events.appeal.findLast(({ type }) => type === 'AppealSupplemented')?.['commandId'];
  const draft = story.events.response.findLast(({ type }) => type === 'ResponseDrafted')?.['draft'];
  return {
    ...{
      mayActIn: 'ALL',
      ...story.assignment,
      departments: [story.assignment.department ?? ''],
      opened: { draft, text: 't' },
      signedAt: '',
      signature: 'S',
    },
    ...{ answer: 'a', answered: story.isAnswered, supplement: 'new', recordedBy },
    ...command,
  };
}

/** As `routing` completes an official's command. */
function completedEnd(story: Story, type: string): Command {
  return {
    ...{ type, text: 'other', into: ['new'], from: 'new', of: [`${story.events.question.length}`] },
    ...{ allKnown: true, districtsKnown: true, to: [police], forwardedOn: '', linksUntil: '', reason: 'why' },
    ...{ ground: 'UNCLEAR', earlier: [], today: '2026-11-25', zone: 'z' },
    ...(type === 'ExtendDeadline' || type === 'AskForExtension' ? extending : {}),
    ...(type === 'RequestInformation' ? requesting('new') : {}),
    ...(type === 'RecordInformation'
      ? { request: openRequest(story), receivedOn: '2026-11-26', source: 'LETTER' }
      : {}),
    ...(type === 'GiveInterimAnswer' ? { answer: 'new', ...NEXT_STEP } : {}),
  };
}

const partsAndEnds: ReadonlySet<Action> = new Set([
  ...(['SPLIT_QUESTION', 'UNDO_SPLIT', 'MERGE_QUESTIONS', 'UNDO_MERGE'] as const),
  ...(['ASK_FOR_EXTENSION', 'REFUSE_EXTENSION'] as const),
  ...(['NOTE_COMPLAINED_OF', 'FORWARD_QUESTION', 'WITHDRAW_FORWARDING', 'LEAVE_UNANSWERED'] as const),
  ...(['EXTEND_DEADLINE', 'REQUEST_INFORMATION', 'RECORD_INFORMATION', 'GIVE_INTERIM_ANSWER'] as const),
]);

const ofControl: ReadonlySet<Action> = new Set([
  ...(['ASSIGN_CO_EXECUTORS', 'ADD_CONTRIBUTION', 'CLASSIFY_QUESTION'] as const),
  ...(['CONFIRM_PROMISE', 'EXTEND_PROMISE'] as const),
]);

function completedControl(type: string): Command {
  return {
    ...helping([['another'], []]),
    ...{ type, contribution: 'new', text: 't', classifier: '0004.0016.0162.1000' },
    ...{ reason: 'why', until: '2028-01-01', ...PROMISE },
  };
}

function steadOf(onBehalfOf: string | undefined): { readonly onBehalfOf?: string } {
  return onBehalfOf === undefined ? {} : { onBehalfOf };
}

/** As intake bounds a registrar. */
function onlyToday(role: string): { readonly onlyOn?: string } {
  return role === 'REGISTRAR' ? { onlyOn: TODAY } : {};
}

/** Commands by which the mutation would be tried; one that records something is enough. */
function attempts(story: Story, action: Action, { sender: actor, onBehalfOf, role }: Capacity): readonly Command[] {
  const here = { mayActIn: mayActIn(actor, district, matrix.get(mutationOf(action))!), ...steadOf(onBehalfOf) };
  const type = typeOf[action][1];
  if (partsAndEnds.has(action)) return [{ ...completedEnd(story, type), ask: 'new', by: actor.id, ...here }];
  if (ofControl.has(action)) return [{ ...completedControl(type), by: actor.id, ...here }];
  switch (action) {
    case 'ROUTE_QUESTION':
      return DEPARTMENTS.map(routeTo);
    case 'ASSIGN_EXECUTOR':
      return [...OFFICIALS, 'another'].map((executor) => ({ ...assign(executor), ...here }));
    case 'REGISTER_APPEAL':
      return [{ type, number: 'new', year: 2026, serial: 2, registeredOn: '2026-11-25', zone: 'Asia/Yakutsk' }];
    case 'TURN_INTO_APPEAL':
      return [turning('new')];
    case 'CORRECT_REGISTRATION':
      return [{ ...STRIKING, type, ...onlyToday(role) }];
    case 'GRANT_REOPENING':
      return [{ type, grantedOn: '2026-11-27', zone: 'Asia/Yakutsk', commandId: 'new' }];
    case 'MARK_AS_DUPLICATE':
      return [{ type, id: 'appeal', of: { id: 'fresh', status: 'REGISTERED' } }];
    default:
      return ['l', ...requestsOf(story)].map((letter) =>
        completed(story, {
          ...{ type, ...here, by: actor.id, draft: 'new', note: 'new', text: 't', outcome: 'EXPLAINED', reason: 'why' },
          ...{ letter, reaction: 'ANSWERED', source: 'LETTER', reactedOn: '', today: '' },
          ...{ posting: { means: 'LETTER', number: '1', sentOn: '' }, addressKnown: true },
          ...{ consented: true, factsPlain: true, zone: 'Asia/Yakutsk', answeredAt: '' },
          ...{ answeredOn: '2026-11-30', receivedOn: '2026-11-30', grantedOn: '2026-11-30' },
          ...{ code: 'OTHER', record: 'new', said: 'told', at: LATER, identifiedBy: 'passport', commandId: 'new' },
        }),
      );
  }
}

it('lists an action if and only if it is permitted and its decider records something', () => {
  const seen = new Map<Action, number>();
  fc.assert(
    fc.property(
      received,
      begun,
      fc.array(step, { maxLength: 40, size: 'max' }),
      fc.array(viewer, { minLength: 6, maxLength: 10 }),
      tell,
    ),
    { numRuns: 5_000 },
  );
  expect(Action.values.filter((action) => (seen.get(action) ?? 0) < 10)).toEqual([]);

  function tell(
    received: Command,
    first: readonly Step[],
    steps: readonly Step[],
    viewers: readonly Extract<Actor, { kind: 'official' }>[],
  ): void {
    const story = new Story();
    story.run('appeal', received);
    const { regime: under } = received;
    story.run('question', {
      ...{ type: 'OpenQuestion', person: 'p', regime: under, ordinal: 1 },
      deadline: termOf(String(under)),
    });
    story.run('response', { type: 'OpenResponse', question: 'question', person: 'p' });
    for (const [stream, command] of [...first, ...steps]) {
      story.run(stream, stream === 'response' ? completed(story, command) : command);
    }
    // Whoever signed is seldom among the random ones.
    for (const actor of [...viewers, ...OFFICIALS.map(signatory)]) compare(story, actor);
  }

  function compare(story: Story, actor: Extract<Actor, { kind: 'official' }>): void {
    const shown = actionsOn(story.register, actingIn(actor, district, TODAY));
    const parts = [shown.questions, shown.responses, shown.notices].flatMap((of) => Object.values(of).flat());
    const listed = [...shown.appeal, ...parts];
    const { appeal, questions } = story.register;
    const isOver = appeal.withdrawn || appeal.correction !== undefined;
    // Routing closes these in a moment: nothing is offered meanwhile.
    const isClosing = isOver && Object.values(questions).some(({ state }) => !isDone(state));
    const decided = Action.values.filter((action) => {
      const [stream] = typeOf[action];
      if (isClosing && (stream === 'question' || stream === 'response')) return false;
      return capacities(actor, matrix.get(mutationOf(action))!, district.id)
        .flatMap((capacity) => attempts(story, action, capacity))
        .some((command) => story.decide(stream, command).length > 0);
    });
    for (const action of listed) seen.set(action, (seen.get(action) ?? 0) + 1);
    expect([...listed].sort()).toEqual([...decided].sort());
  }
});
