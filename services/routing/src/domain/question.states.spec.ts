import { it } from '@jest/globals';
import { isAcknowledged } from '@otklik/case/question-control';
import type { StartedRule } from '@otklik/kernel';
import { demandStateChart, type Samples } from '@otklik/testing';
import type { RecordReaction } from './question-bodies.decide.js';
import { question, type QuestionCommand } from './question.decide.js';
import type { ExtendDeadline } from './question-extension.decide.js';
import type { RequestInformation } from './question-information.decide.js';
import { placeOf, type Known, type QuestionState } from './question-state.js';

const deadline = {
  dueOn: '2026-12-24',
  workBy: '2026-12-24',
  duty: 'ANSWER' as const,
  steps: [],
  zone: 'Asia/Yakutsk',
  countedFrom: '2026-11-24',
  by: 'RULE' as const,
  rule: 'ANS',
  ruleVersion: 1,
  calendarVersion: '2026-1',
  term: 30,
  unit: 'CALENDAR_DAYS' as const,
  endOnDayOff: 'NEXT' as const,
  provisional: false,
  source: '59-FZ art. 12(1)',
};
const week = { ...deadline, dueOn: '2026-12-01', workBy: '2026-12-01', term: 7 };
const otherDeadlines = [
  { ...week, rule: 'FWD', duty: 'FORWARD', source: '59-FZ art. 8(3)' } as const,
  { ...week, rule: 'UNREADABLE', duty: 'TELL', source: '59-FZ art. 11(4)' } as const,
];
const over = { type: 'WarnOfTerm', share: 100, escalated: true } as const;
const route = { topic: 'ROADS', department: 'works', rule: 'roads', ruleVersion: 3, words: ['дорог*'] };
const opening = { type: 'OpenQuestion', person: 'person', regime: 'APPEAL_59FZ', ordinal: 1, deadline } as const;
const assigning = {
  type: 'AssignExecutor',
  executorIn: 'ALL',
  mayActIn: 'ALL',
  at: '2026-11-25T02:00:00.000Z',
} as const;
const leaving = {
  applicant: { isNamed: true, isReachable: true },
  type: 'LeaveUnanswered',
  earlier: [],
  mayActIn: 'ALL',
  today: '2026-11-25',
  zone: 'Asia/Yakutsk',
} as const;
const forwarding = {
  type: 'ForwardQuestion',
  forwardedOn: '2026-11-26',
  linksUntil: '2027-01-25',
  allKnown: true,
  districtsKnown: true,
  mayActIn: 'ALL',
} as const;
const known = { topicKnown: true, departmentKnown: true };

const told: QuestionCommand = {
  type: 'RecordReceptionAnswer',
  record: 'told',
  text: 'Починим в пятницу.',
  outcome: 'EXPLAINED',
  by: 'head',
  mayActIn: 'ALL',
  answeredOn: '2026-11-30',
  answeredAt: '2026-11-30T02:00:00.000Z',
  zone: 'Asia/Yakutsk',
  consented: true,
  factsPlain: true,
  receivedOn: '2026-11-30',
};

const next = {
  nextStep: 'Заменим трубу',
  nextStepOn: '2026-11-26',
  today: '2026-11-25',
  finalBy: '2026-12-03',
  mayActIn: 'ALL',
} as const;

const calendar = { version: '2026-1', days: {}, years: [2026] };
const ruleOf = (id: string, term: number, start: StartedRule['start']): StartedRule => ({
  start,
  id,
  version: 1,
  term,
  unit: 'CALENDAR_DAYS',
  endOnDayOff: 'NEXT',
  duty: 'ANSWER',
  source: id,
});
const finalRule = ruleOf('SOC-FINAL', 7, 'INTERIM_ANSWER');
const at = '2026-11-25T02:00:00.000Z';
const extending: ExtendDeadline = {
  type: 'ExtendDeadline',
  days: 30,
  ground: 'EXCEPTIONAL',
  reason: 'Ждём экспертизу.',
  mayActIn: 'ALL',
  rule: ruleOf('EXT', 30, 'TERM_END'),
  calendar,
  at,
  extendable: ['ANS'],
};
const requesting: RequestInformation = {
  type: 'RequestInformation',
  request: 'r1',
  body: 'Росреестр',
  organisationKnown: true,
  asked: 'Чья земля?',
  kind: 'EXECUTIVE',
  purpose: 'INFORMATION',
  mayActIn: 'ALL',
  rule: ruleOf('REQ', 15, 'REQUEST_RECEIVED'),
  calendar,
  today: '2026-11-25',
  zone: 'Asia/Yakutsk',
  at,
};
const reaction = (of: RecordReaction['reaction']): RecordReaction => ({
  type: 'RecordReaction',
  letter: 'l1',
  reaction: of,
  source: 'PAGE',
  reactedOn: '2026-12-01',
  today: '2026-12-01',
});

const samples: Samples<QuestionCommand> = {
  OpenQuestion: [
    { ...opening, route, otherDeadlines },
    { ...opening, route: undefined, otherDeadlines },
    { ...opening, regime: 'ORAL_RECEPTION', route },
    { ...opening, regime: 'SOCIAL_MESSAGE', route, deadline: { ...deadline, rule: 'SOC-9H' } },
  ],
  WarnOfTerm: [
    { ...over, rule: 'ANS', dueOn: '2026-12-24' },
    { ...over, rule: 'FWD', dueOn: '2026-12-01' },
    { ...over, rule: 'UNREADABLE', dueOn: '2026-12-01' },
  ],
  RouteQuestion: [
    { type: 'RouteQuestion', topic: 'ROADS', department: 'works', ...known },
    { type: 'RouteQuestion', topic: 'HOUSING', department: 'housing', ...known },
  ],
  AssignExecutor: [
    { ...assigning, executor: 'ivanova' },
    { ...assigning, executor: 'petrov' },
    {
      ...assigning,
      executor: 'ivanova',
      resolution: { assignment: 'r1', text: 'Look.', byIn: [], mayGive: true, today: '2026-11-25' },
    },
  ],
  ReturnQuestion: [{ type: 'ReturnQuestion', reason: 'not ours', mayActIn: 'ALL' }],
  AcceptAnswer: [
    { type: 'AcceptAnswer', answer: 'a1', department: 'works', promisedUntil: '2027-06-01' },
    { type: 'AcceptAnswer', answer: 'a1', department: 'works' },
    { type: 'AcceptAnswer', answer: 'a1', department: 'housing' },
  ],
  ReleaseAnswer: [{ type: 'ReleaseAnswer' }],
  RecordAnswer: [{ type: 'RecordAnswer', notice: 'letter', answeredOn: '2026-11-30', zone: 'Asia/Yakutsk' }],
  RecordReceptionAnswer: [told, { ...told, consented: false }],
  ReopenQuestion: [
    { type: 'ReopenQuestion', times: 1, deadline },
    { type: 'ReopenQuestion', times: 2, deadline },
  ],
  RecountTerm: [{ type: 'RecountTerm', deadline: { ...deadline, calendarVersion: '2026-2' } }],
  AddTerm: [{ type: 'AddTerm', deadline: { ...deadline, countedFrom: '2026-11-26', dueOn: '2026-12-26' } }],
  CloseQuestion: [{ type: 'CloseQuestion', ground: 'WITHDRAWN' }],
  SplitQuestion: [{ type: 'SplitQuestion', text: 'one', into: ['second'] }],
  UndoSplit: [{ type: 'UndoSplit', text: undefined }],
  JoinQuestion: [{ type: 'JoinQuestion', from: 'second', text: 'one and two' }],
  UndoJoin: [{ type: 'UndoJoin', from: 'second', text: 'one' }],
  MergeInto: [{ type: 'MergeInto', into: 'first' }],
  RestoreQuestion: [{ type: 'RestoreQuestion' }],
  NoteComplainedOf: [{ type: 'NoteComplainedOf', of: ['works'], allKnown: true }],
  ForwardQuestion: [
    { ...forwarding, to: [{ letter: 'l1', name: 'Police' }] },
    { ...forwarding, to: [{ letter: 'l2', district: 'tompo', name: 'Tompo' }] },
  ],
  WithdrawForwarding: [{ type: 'WithdrawForwarding', reason: 'ours after all', mayActIn: 'ALL' }],
  ReleaseForwarding: [{ type: 'ReleaseForwarding' }],
  AcceptHandover: [{ type: 'AcceptHandover', to: 'tompo', times: 1, number: 'T-1', registeredOn: '2026-12-01' }],
  EndHandover: [
    { type: 'EndHandover', to: 'tompo', times: 1, end: 'CLOSED', endedOn: '2026-12-20' },
    { type: 'EndHandover', to: 'tompo', times: 1, end: 'ANSWERED', endedOn: '2026-12-20' },
  ],
  PassOnWithdrawal: [{ type: 'PassOnWithdrawal' }],
  RecordReaction: [reaction('REFUSED'), { ...reaction('REFUSED'), source: 'LETTER' }],
  NoteTakenUp: [{ type: 'NoteTakenUp', letter: 'l1', number: '638344', on: '2026-12-01' }],
  RevokeBodyLink: [{ type: 'RevokeBodyLink', letter: 'l1' }],
  TakeBackQuestion: [{ type: 'TakeBackQuestion' }],
  LeaveUnanswered: [
    { ...leaving, ground: 'ANON', applicant: { isNamed: false, isReachable: false } },
    { ...leaving, ground: 'UNREADABLE' },
  ],
  RequestInformation: [requesting],
  ProveRequest: [{ type: 'ProveRequest', request: 'r1', sentAt: '2026-11-27T02:00:00.000Z', calendar }],
  RecordInformation: [
    { type: 'RecordInformation', request: 'r1', receivedOn: '2026-11-30', source: 'LETTER', mayActIn: 'ALL' },
  ],
  GiveInterimAnswer: [{ type: 'GiveInterimAnswer', answer: 'i1', text: 'Выехали на место.', ...next }],
  ProveInterimAnswer: [
    {
      type: 'ProveInterimAnswer',
      notice: 'letter',
      toldAt: '2026-11-25T02:00:00.000Z',
      toldOn: '2026-11-25',
      zone: 'Asia/Yakutsk',
      rule: finalRule,
      calendar,
    },
  ],
  AskForExtension: [{ ...extending, type: 'AskForExtension', ask: 'e1', by: 'ivanova' }],
  RefuseExtension: [{ type: 'RefuseExtension', reason: 'time enough', mayActIn: 'ALL' }],
  ExtendDeadline: [extending],
  ProveExtension: [{ type: 'ProveExtension', notice: 'letter', provedAt: '2026-11-30T02:00:00.000Z' }],
  ConfirmPromise: [
    { type: 'ConfirmPromise', text: 'Done.', mayActIn: 'ALL', today: '2027-06-01', zone: 'Asia/Yakutsk' },
  ],
  ExtendPromise: [
    { type: 'ExtendPromise', until: '2027-09-01', reason: 'frost', mayActIn: 'ALL', today: '2027-05-01' },
  ],
  ClassifyQuestion: [{ type: 'ClassifyQuestion', classifier: '0003.0009.0099.0742', codeIs: 'KNOWN', mayActIn: 'ALL' }],
  CorrectTopic: [{ type: 'CorrectTopic', topic: 'yards', topicKnown: true, reason: 'r', mayActIn: 'ALL' }],
  AcknowledgeAssignment: [{ type: 'AcknowledgeAssignment', by: 'ivanova', mayActIn: 'ALL' }],
  TakeBackAssignment: [
    { type: 'TakeBackAssignment', mayActIn: 'ALL', at: '2026-11-25T02:00:09.000Z', commandId: 'b' },
    { type: 'TakeBackAssignment', mayActIn: 'ALL', at: '2026-11-25T03:00:00.000Z', commandId: 'b' },
  ],
  AssignCoExecutors: [
    {
      type: 'AssignCoExecutors',
      officials: ['petrov'],
      departments: [],
      officialsKnown: true,
      departmentsKnown: true,
      parts: { commandId: 'g1', each: [{ official: 'petrov', text: 'Prices.' }], mayBeDone: true, today: '2026-11-25' },
      mayActIn: 'ALL',
    },
  ],
  PassOnAssignment: [
    {
      type: 'PassOnAssignment',
      executor: 'petrov',
      executorIn: 'ALL',
      assignment: 'r1',
      by: 'ivanova',
      mayActIn: 'ALL',
      today: '2026-11-25',
    },
  ],
  FinishPart: [{ type: 'FinishPart', by: 'petrov', official: 'petrov', mayActIn: 'ALL' }],
  AddContribution: [{ type: 'AddContribution', contribution: 'c1', text: 'Prices.', by: 'petrov', mayActIn: 'ALL' }],
  PutUnderControl: [{ type: 'PutUnderControl', until: '2026-12-10', mayActIn: 'ALL', today: '2026-12-01' }],
  TakeOffControl: [{ type: 'TakeOffControl', mayActIn: 'ALL' }],
  EndQuestion: [
    { type: 'EndQuestion', notice: 'letter', addressee: 'APPLICANT', endedOn: '2026-11-30', zone: 'Asia/Yakutsk' },
  ],
};

it('has the states and transitions of its chart', () => {
  const document = new URL('../../../../docs/state-charts/question.md', import.meta.url);
  demandStateChart('The question', document, {
    decider: question,
    samples,
    ends: [],
    parts,
  });
});

/** By what bears on a decision: of what is over only what can come back. */
function parts(state: QuestionState): readonly unknown[] {
  if (state.status === 'NONE') return [state];
  const { published, now, refused, records, asked, changes, warned, forwarded, contributions, interim, assignment } =
    state;
  const { partsGiven } = state;
  const { requests, extension, extensionAsk, replaced, deadlines, text, complainedOf, handovers } = published;
  const terms = [extension, interim, published.interim, replaced, deadlines, forwarded, warned];
  return [
    [now, refused, standingOf(published), published.regime],
    terms,
    [requests, asked, records],
    extensionAsk,
    [changes, text],
    complainedOf,
    // Reports of other districts on one handover are treated like those on the next.
    handovers?.[0],
    [published.classifier, published.classifierEdition],
    published.controlledUntil,
    [isAcknowledged(published), assignment],
    [published.coExecutors, contributions],
    [published.coParts, partsGiven],
  ];
}

function standingOf(question: Known['published']): unknown {
  const { state, atBodies, promise, unanswered, closedFor, mergedInto } = question;
  if (state === 'ANSWERED') return promise;
  if (state === 'FORWARDED') return atBodies;
  if (state === 'LEFT_UNANSWERED') return undefined;
  if (state === 'LEAVING') return unanswered?.ground;
  if (state === 'CLOSED') return [closedFor, mergedInto, closedFor === 'MERGED' ? placeOf(question) : undefined];
  return [placeOf(question), state === 'FORWARDING' ? atBodies : undefined];
}
