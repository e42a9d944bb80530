import { it } from '@jest/globals';
import { isConsentGiven } from '@otklik/case/appeal-data';
import { writtenAfterAnswer } from '@otklik/case/appeal-supplements';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { demandStateChart, type Samples } from '@otklik/testing';
import { appeal, type AppealCommand } from './appeal.decide.js';
import { factsOf, termOf, type AppealState } from './appeal.js';

const received = {
  type: 'ReceiveAppeal',
  receipt: '7K3M9-2QXPA',
  person: '00000000-0000-5000-8000-00000000000a',
  identified: false,
  text: 'На улице Лесной темно.',
  name: 'Айта Петрова',
  files: [],
  receivedAt: '2026-11-24T01:00:00.000Z',
  receivedOn: '2026-11-24',
  zone: 'Asia/Yakutsk',
  fingerprint: 'f',
} as const;
const deadline = {
  dueOn: '2026-11-27',
  workBy: '2026-11-27',
  countedFrom: '2026-11-24',
  zone: 'Asia/Yakutsk',
  by: 'RULE',
  rule: 'REG',
  duty: 'REGISTER',
  ruleVersion: 1,
  calendarVersion: '2026-1',
  provisional: false,
  term: 3,
  unit: 'CALENDAR_DAYS',
  endOnDayOff: 'NEXT',
  source: '59-FZ art. 8(2)',
  steps: [],
} as const satisfies AppealReceivedData['deadline'];
const numbered = { number: 'АЛД-О-2026-1', year: 2026, serial: 1, registeredOn: '2026-11-25', zone: 'Asia/Yakutsk' };
const afterAnswer = {
  ...({ supplement: 'event', recordedBy: 'supplement', mayActIn: 'ALL', departments: ['roads'] } as const),
};
const reopening = { reason: 'не сделано', commandId: 'reopen', withinDays: 14 };

const turning = { type: 'TurnIntoAppeal', identification: 'VISIT', identifiedBy: 'паспорт' } as const;
const at = '2026-11-24T02:00:00.000Z';
const answering = {
  answeredOn: '2026-11-24',
  zone: 'Asia/Yakutsk',
  at: '2026-11-24T02:00:00.000Z',
  commandId: 'at-once',
};
const correction = {
  type: 'CorrectRegistration',
  id: 'this',
  reason: 'ошибка',
  by: 'ivanova',
  today: '2026-11-26',
} as const;

const account = '00000000-0000-5000-8000-0000000000ac';
const message = '00000000-0000-5000-8000-000000000007';
const thread = '00000000-0000-5000-8000-000000000077';
const source = { network: 'VK', account, kind: 'COMMENT', thread, message } as const;
const heard = { source, sourceRef: '{"id":"7"}' };

const entry = {
  type: 'TakeFromOldJournal',
  load: '00000000-0000-5000-8000-00000000000b',
  number: '17',
  year: 2025,
  serial: 17,
  row: 18,
  journal: 'APPEALS',
  regime: 'APPEAL_59FZ',
  channel: 'PAPER',
  person: received.person,
  text: received.text,
  name: received.name,
  registeredOn: '2025-01-27',
  zone: received.zone,
  receivedOn: '2025-01-27',
  receivedAt: '2025-01-26T15:00:00.000Z',
} as const;

const samples: Samples<AppealCommand> = {
  ReceiveAppeal: [
    { ...received, regime: 'SOCIAL_MESSAGE', channel: 'SITE' },
    { ...received, regime: 'SOCIAL_MESSAGE', channel: 'SITE', consent: { version: '2026-09-01' } },
    { ...received, regime: 'SOCIAL_MESSAGE', channel: 'NETWORK', ...heard },
    { ...received, regime: 'APPEAL_59FZ', channel: 'PAPER', deadline },
  ],
  TakeUpMessage: [
    { type: 'TakeUpMessage' },
    { type: 'TakeUpMessage', told: { words: 'Вопрос взяли в работу, ответим до понедельника.', at } },
  ],
  TurnIntoAppeal: [{ ...turning }, { ...turning, registration: { ...numbered, number: 'АЛД-О-2026-2', serial: 2 } }],
  WarnOfReception: [{ type: 'WarnOfReception', rule: 'REG', dueOn: '2026-11-27', share: 100, escalated: true }],
  CorrectRegistration: [
    { ...correction, ground: 'SPAM' },
    { ...correction, ground: 'MISTAKE' },
    {
      ...correction,
      ground: 'DUPLICATE',
      of: { id: 'first', status: 'REGISTERED', number: 'АЛД-С-2026-7', isSameLetter: true },
    },
  ],
  MarkAsSpam: [{ type: 'MarkAsSpam', kind: 'OTHER', reason: 'повтор рассылки' }],
  AnswerAtOnce: [
    { type: 'AnswerAtOnce', text: 'Нет воды. Чиним.', ...answering, issue: { id: 'issue', isLive: true } },
  ],
  ReportIssueEnd: [{ type: 'ReportIssueEnd', issue: 'issue', text: 'Нет воды. Воду дали.', commandId: 'supplement' }],
  EscalateUrgently: [{ type: 'EscalateUrgently', danger: 'GAS' }],
  MarkAsDuplicate: [{ type: 'MarkAsDuplicate', id: 'this', of: { id: 'first', status: 'REGISTERED' } }],
  TakeBackDecision: [
    { type: 'TakeBackDecision', reason: 'ошибка', at: '2026-11-24T02:00:09.000Z', commandId: 'back' },
    { type: 'TakeBackDecision', reason: 'ошибка', at: '2026-11-24T03:00:00.000Z', commandId: 'back' },
  ],
  ReleaseDuplicate: [{ type: 'ReleaseDuplicate', of: 'first', reason: 'отозвано', commandId: 'back' }],
  RegisterAppeal: [{ type: 'RegisterAppeal', ...numbered }],
  SupplementAppeal: [
    { type: 'SupplementAppeal', text: 'Ещё темно.', files: [], commandId: 'supplement' },
    { type: 'SupplementAppeal', text: 'И у нас.', files: [], byApplicant: false, ...heard, commandId: 'supplement' },
  ],
  NoteAtSource: [
    {
      type: 'NoteAtSource',
      seen: { type: 'EditedAtSource', text: 'Светло.', message, sourceRef: '{}' },
      commandId: 'supplement',
    },
    { type: 'NoteAtSource', seen: { type: 'RemovedAtSource', message, sourceRef: '{}' }, commandId: 'supplement' },
    { type: 'NoteAtSource', seen: { type: 'RestoredAtSource', message, sourceRef: '{}' }, commandId: 'supplement' },
    {
      type: 'NoteAtSource',
      commandId: 'supplement',
      seen: { type: 'OwnMessageSeen', text: 'Включим сегодня.', source, sourceRef: '{}' },
    },
    { type: 'NoteAtSource', seen: { type: 'MessagesBlocked', account: message }, commandId: 'supplement' },
    { type: 'NoteAtSource', seen: { type: 'OwnMessageRead', message, sourceRef: '{}' }, commandId: 'supplement' },
    { type: 'NoteAtSource', seen: { type: 'MessagesAllowed', account: message }, commandId: 'supplement' },
  ],
  MeasureReactions: [
    {
      type: 'MeasureReactions',
      target: 'CITIZEN_MESSAGE',
      message,
      via: 'POLL',
      samples: [{ metric: 'LIKES', value: 40, quality: 'EXACT' }],
      observedAt: '2026-11-24T02:15:00.000Z',
    },
  ],
  AcknowledgeSupplement: [{ type: 'AcknowledgeSupplement', mayActIn: 'ALL', departments: [] }],
  RequestFollowUpLink: [{ type: 'RequestFollowUpLink', link: 'l', expiresAt: 'later', commandId: 'supplement' }],
  WithdrawAppeal: [{ type: 'WithdrawAppeal' }],
  AnswerAppeal: [{ type: 'AnswerAppeal', notice: 'n1', answeredOn: '2026-12-01' }],
  ResumeConsideration: [{ type: 'ResumeConsideration', question: 'q' }],
  RateAppeal: [{ type: 'RateAppeal', score: 4, commandId: 'rate' }],
  RequestReopening: [
    { type: 'RequestReopening', ...reopening, today: '2026-12-05' },
    { type: 'RequestReopening', ...reopening, today: '2027-01-05' },
  ],
  GrantReopening: [{ type: 'GrantReopening', grantedOn: '2026-12-06', zone: 'Asia/Yakutsk', commandId: 'grant' }],
  CorrectDetails: [
    {
      type: 'CorrectDetails',
      gist: 'A lamp is broken.',
      former: {},
      reason: 'The text is long.',
      mayActIn: 'ALL',
      departments: ['roads'],
      commandId: 'supplement',
    },
  ],
  RecordRepeat: [{ type: 'RecordRepeat', mayActIn: 'ALL', departments: [], commandId: 'supplement' }],
  RecordSource: [
    {
      type: 'RecordSource',
      source: { receivedFrom: { kind: 'DEPUTY' }, receivedFromBody: 'A deputy' },
      former: {},
      reason: 'The envelope says so.',
      mayActIn: 'ALL',
      departments: ['roads'],
      commandId: 'supplement',
    },
  ],
  ReopenAppeal: [
    {
      type: 'ReopenAppeal',
      reason: 'The estimate was wrong.',
      mayActIn: 'ALL',
      departments: ['roads'],
      grantedOn: '2026-12-06',
      zone: 'Asia/Yakutsk',
      commandId: 'rate',
    },
  ],
  ReopenOnSupplement: [
    {
      type: 'ReopenOnSupplement',
      ...afterAnswer,
      grantedOn: '2026-12-06',
      zone: 'Asia/Yakutsk',
      commandId: 'grant',
    },
  ],
  ReplyToSupplement: [{ type: 'ReplyToSupplement', ...afterAnswer, text: 'Проверим завтра.', commandId: 'rate' }],
  RefuseReopening: [{ type: 'RefuseReopening', reason: 'ответ верен' }],
  JoinApplicant: [{ type: 'JoinApplicant', with: 'other', ground: 'DOCUMENT' }],
  PartApplicant: [{ type: 'PartApplicant', from: 'other', ground: 'MISTAKE' }],
  SetLegalHold: [{ type: 'SetLegalHold', reason: 'запрос суда' }],
  LiftLegalHold: [{ type: 'LiftLegalHold', reason: 'дело окончено' }],
  WithdrawConsent: [{ type: 'WithdrawConsent' }],
  AllowPublication: [{ type: 'AllowPublication', question: 'q' }],
  DisallowPublication: [{ type: 'DisallowPublication', question: 'q' }],
  EndRetention: [
    {
      type: 'EndRetention',
      endedOn: '2026-12-01',
      today: '2031-12-02',
      isPromised: false,
      term: { months: 60, reopenWithinDays: 14 },
    },
  ],
  ErasePerson: [{ type: 'ErasePerson' }, { type: 'ErasePerson', ground: 'DEMANDED' }],
  TakeFromOldJournal: [entry],
  RemoveWithOldJournal: [{ type: 'RemoveWithOldJournal', load: entry.load }],
};

it('has the states and transitions of its chart', () => {
  const document = new URL('../../../../../docs/state-charts/appeal.md', import.meta.url);
  demandStateChart('The appeal', document, { decider: appeal, samples, ends: ['ERASED'], parts });
});

/** Its place in a network concerns what is counted there alone, a hold what is destroyed, a link whose it is. */
function parts(state: AppealState): readonly unknown[] {
  if (state.status === 'NONE') return [state];
  const { published, commandIds, warned, ...kept } = state;
  const { received, legalHold, consentWithdrawnAt, supplements, reopening, registered, strike, danger, ...more } =
    published;
  const consent = isConsentGiven(published) ? [consentWithdrawnAt] : 'NONE';
  const {
    oldJournal,
    reopened,
    reopenedByOfficials,
    rating,
    atOnce,
    duplicateOf,
    correction,
    deadline,
    publicationAllowed,
  } = more;
  const facts = { ...factsOf(state), hold: 0, isConsented: 0 };
  const written = [supplements.length, writtenAfterAnswer(published).map(({ id }) => id), commandIds, warned];
  const asked = [
    reopening?.question,
    reopening?.decided?.decision,
    reopened,
    reopenedByOfficials,
    rating !== undefined,
  ];
  const first = [received.regime, received.name, termOf(state), deadline];
  const registration = [oldJournal, registered, strike, danger, atOnce?.leavesAt, duplicateOf, correction?.of];
  const data = [received.source ?? 'NONE', legalHold ?? 'NONE', consent, linksOf(published), publicationAllowed];
  return [[kept, facts, written, asked, first, registration], ...data];
}

/** Whose it is, and which earlier one of theirs it repeats. */
function linksOf({
  joined = [],
  left = [],
  isApart,
  repeat,
}: Extract<AppealState, { readonly published: unknown }>['published']) {
  return [joined, left, isApart === true, repeat ?? 'NONE'];
}
