import fc from 'fast-check';
import { NEXT_STEP, toldAtReception } from './allowed-commands.fixture.js';
import { type Command, type Stream } from './case-story.fixture.js';
import { id, ofNotice } from './notice-steps.fixture.js';
import { ofPublication, publications } from './publication-steps.fixture.js';
import { helping, passingOn } from './co-executor-steps.fixture.js';

/** Random commands, and starting states that random commands alone would hardly reach. */

export const DEPARTMENTS = ['works', 'housing'];
export const OFFICIALS = ['ivanova', 'petrov'];

const deadline = {
  workBy: '2026-12-24',
  duty: 'ANSWER',
  steps: [],
  dueOn: '2026-12-24',
  zone: 'Asia/Yakutsk',
  countedFrom: '2026-11-24',
  by: 'RULE',
  rule: 'ANS',
  ruleVersion: 1,
  calendarVersion: '2026-1',
  provisional: false,
  source: 'law',
  term: 30,
  unit: 'CALENDAR_DAYS' as const,
  endOnDayOff: 'NEXT' as const,
} as const;

export const PROMISE = { mayActIn: 'ALL', today: '2027-05-01', zone: 'Asia/Yakutsk' } as const;

const INITIATIVE = {
  type: 'ReopenAppeal',
  reason: 'why',
  grantedOn: '2026-11-27',
  zone: 'Asia/Yakutsk',
  mayActIn: 'ALL',
};

/** What was answered at once has left. */
export const LATER = '2026-11-25T00:00:00.000Z';

const NOW = '2026-11-24T00:00:00.000Z';

export const police = { letter: 'l', name: 'Police' };
const forwarding = {
  type: 'ForwardQuestion',
  mayActIn: 'ALL',
  to: [police],
  forwardedOn: '',
  linksUntil: '',
  allKnown: true,
  districtsKnown: true,
};
const answer = { type: 'RecordAnswer', notice: 'n', answeredOn: '2026-11-30', zone: 'Asia/Yakutsk' };
const told = { type: 'EndQuestion', notice: 'n', addressee: 'APPLICANT', endedOn: '2026-11-30', zone: 'z' };
const sent = { ...told, notice: 'l', addressee: 'BODY' };
export const [official, department] = [fc.constantFrom(...OFFICIALS), fc.constantFrom(...DEPARTMENTS)];
/** On which some appeals were registered. */
export const TODAY = '2026-11-24';
const regime = fc.constantFrom('APPEAL_59FZ', 'SOCIAL_MESSAGE', 'POS_MESSAGE', 'ORAL_RECEPTION');

export const received = fc.tuple(regime, fc.boolean()).map(([of, named]) => ({
  type: 'ReceiveAppeal',
  receipt: 'R',
  regime: of,
  channel: 'SITE',
  person: 'p',
  identified: false,
  text: 't',
  files: [],
  receivedAt: '',
  receivedOn: '2026-11-24',
  zone: 'Asia/Yakutsk',
  fingerprint: '',
  ...(named && { name: 'Name', consent: { version: '1' } }),
}));

/** Thrice as often as others: of these an answered appeal is made. */
const heavy = (from: fc.Arbitrary<string>, command: (value: string) => Command) => ({
  weight: 3,
  arbitrary: from.map(command),
});

const inAll = { mayActIn: 'ALL', departments: [] };

const ofAppeal: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom('TakeUpMessage', 'WithdrawAppeal', 'WithdrawConsent', 'ErasePerson').map((type) => ({ type })),
  id.map((number) => turning(number)),
  fc.constant({ type: 'CorrectRegistration', id: 'appeal', ground: 'MISTAKE', reason: 'why' }),
  id.map((commandId) => ({ type: 'GrantReopening', grantedOn: '2026-11-27', zone: 'Asia/Yakutsk', commandId })),
  id.map((commandId) => ({ ...INITIATIVE, commandId })),
  id.map((gist) => ({ type: 'CorrectDetails', gist, former: {}, reason: 'why', ...inAll, commandId: gist })),
  id.map((commandId) => ({
    type: 'RecordSource',
    source: { receivedFromBody: commandId },
    former: {},
    mayActIn: 'ALL',
    departments: [],
    commandId,
  })),
  id.map((commandId) => ({ type: 'RecordRepeat', mayActIn: 'ALL', departments: [], commandId })),
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
    type: 'RegisterAppeal',
    number,
    year: 2026,
    serial: 1,
    registeredOn: '2026-11-24',
    zone: 'Asia/Yakutsk',
  })),
  heavy(fc.constant('n'), (notice) => ({ type: 'AnswerAppeal', notice, answeredOn: '2026-11-25' })),
  heavy(id, (commandId) => ({
    type: 'RequestReopening',
    reason: 'why',
    commandId,
    today: '2026-11-26',
    withinDays: 30,
  })),
);

/** A message's term is the district's own. */
export function termOf(under: string): Omit<typeof deadline, 'rule'> & { readonly rule: string } {
  return under === 'SOCIAL_MESSAGE' ? { ...deadline, rule: 'SOC-9H' } : deadline;
}

export const extending = {
  ground: 'EXCEPTIONAL',
  reason: 'why',
  days: 10,
  at: '2026-11-25T01:00:00.000Z',
  extendable: ['ANS', 'ORAL'],
  rule: {
    id: 'EXT',
    version: 1,
    term: 30,
    unit: 'CALENDAR_DAYS',
    endOnDayOff: 'NEXT',
    duty: 'ANSWER',
    source: 's',
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
      type: 'AcceptAnswer',
      answer: 'a',
      department: of,
      promisedUntil: '2027-06-01',
    })),
  },
  { weight: 4, arbitrary: fc.tuple(fc.subarray(OFFICIALS), fc.subarray(DEPARTMENTS), fc.boolean()).map(helping) },
  { weight: 4, arbitrary: official.map((by) => ({ type: 'FinishPart', by, official: by, mayActIn: 'ALL' })) },
  {
    weight: 1,
    arbitrary: department.map((code) => ({ type: 'FinishPart', by: 'any', department: code, mayActIn: [code] })),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'ConfirmPromise', text: 't', ...PROMISE }) },
  { weight: 1, arbitrary: fc.constant({ type: 'ExtendPromise', until: '2027-07-01', reason: 'why', ...PROMISE }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('roads', 'yards')
      .map((topic) => ({ type: 'CorrectTopic', topic, topicKnown: true, reason: 'why', ...PROMISE })),
  },
  {
    weight: 1,
    arbitrary: fc.constant({
      type: 'ClassifyQuestion',
      classifier: '0003.0008.0086.0567',
      codeIs: 'KNOWN',
      ...PROMISE,
    }),
  },
  { weight: 4, arbitrary: fc.tuple(official, official).map(passingOn) },
  { weight: 4, arbitrary: official.map((by) => ({ type: 'AcknowledgeAssignment', by, mayActIn: 'ALL' })) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(NOW, LATER).map((at) => ({
      type: 'TakeBackAssignment',
      mayActIn: 'ALL',
      at,
      commandId: 'b',
      ...(at === LATER && { draftedAt: NOW }),
    })),
  },
  { weight: 2, arbitrary: fc.constant({ type: 'PutUnderControl', until: '2027-07-01', ...PROMISE }) },
  { weight: 1, arbitrary: fc.constant({ type: 'TakeOffControl', ...PROMISE }) },
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
  { weight: 8, arbitrary: ofPublication },
);

export type Step = readonly [Stream, Command];
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
export const begun = fc.constantFrom<readonly Step[]>(
  ...Array.from<readonly Step[]>({ length: 8 }).fill([]),
  ...[held, unknown, disputed],
  ...[inWork, drafted, approved, signed, promised, [...promised, asked(reopening)]],
  ...publications.map((one) => [...promised, ...one.map(written)]),
  ...[[forwarding], [forwarding, sent, told], [forwarding, sent, told, reaction('REFUSED')]].map((at) => at.map(asked)),
);

export const step = fc.oneof(
  { weight: 4, arbitrary: ofAppeal.map((command) => ['appeal', command] as const) },
  { weight: 4, arbitrary: ofQuestion.map((command) => ['question', command] as const) },
  { weight: 8, arbitrary: ofResponse.map((command) => ['response', command] as const) },
  { weight: 1, arbitrary: ofNotice.map((command) => ['notice', command] as const) },
);

export function requesting(request: string): Command {
  const when = {
    today: '2026-11-25',
    zone: 'Asia/Yakutsk',
    rule: { ...extending.rule, id: 'REQ', start: 'REQUEST_RECEIVED' },
  };
  const asked = { body: 'B', organisationKnown: true, kind: 'OTHER', purpose: 'INFORMATION', asked: 'a' };
  return { ...extending, ...when, ...asked, type: 'RequestInformation', request };
}

function proving(day: string): Command {
  return { type: 'ProveExtension', notice: 'n', provedAt: `${day}T01:00:00.000Z` };
}

export function turning(number: string): Command {
  const registration = { number, year: 2026, serial: 3, registeredOn: '2026-11-25', zone: 'Asia/Yakutsk' };
  return { type: 'TurnIntoAppeal', identification: 'VISIT', identifiedBy: 'passport', registration };
}

export function reaction(to: string): Command {
  return { type: 'RecordReaction', letter: 'l', reaction: to, source: 'LETTER', reactedOn: '', today: '' };
}

export function routeTo(to: string): Command {
  return { type: 'RouteQuestion', department: to, topicKnown: true, departmentKnown: true, topic: 'roads' };
}

export function assign(executor: string): Command {
  return { type: 'AssignExecutor', executor, executorIn: 'ALL', mayActIn: 'ALL', at: NOW };
}
