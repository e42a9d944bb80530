import { it } from '@jest/globals';
import { specify } from '@otklik/testing';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { appeal } from './appeal.decide.js';
import type { AppealEvent } from './appeal.js';
import type { WarnOfReception } from './reception-terms.decide.js';

const term = {
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
const received: AppealEvent = {
  type: 'AppealReceived',
  receipt: '7K3M9-2QXPA',
  regime: 'APPEAL_59FZ',
  channel: 'PAPER',
  person: 'p',
  identified: false,
  text: 't',
  name: 'n',
  files: [],
  zone: 'Asia/Yakutsk',
  fingerprint: 'f',
  receivedAt: '2026-11-24T01:00:00.000Z',
  receivedOn: '2026-11-24',
  deadline: term,
};
const near: AppealEvent = {
  type: 'RegistrationNear',
  rule: 'REG',
  duty: 'REGISTER',
  dueOn: '2026-11-27',
  share: 80,
  escalated: true,
};
const missed: AppealEvent = { type: 'RegistrationMissed', rule: 'REG', duty: 'REGISTER', dueOn: '2026-11-27' };
const late: WarnOfReception = { type: 'WarnOfReception', rule: 'REG', dueOn: '2026-11-27', share: 80, escalated: true };
const ended: WarnOfReception = { ...late, share: 100 };
const registered: AppealEvent = {
  type: 'AppealRegistered',
  number: '1',
  journal: 'APPEALS',
  registeredOn: '2026-11-25',
  zone: 'Asia/Yakutsk',
  regime: 'APPEAL_59FZ',
  person: 'p',
  year: 2026,
  serial: 1,
};
const message: AppealEvent = {
  ...received,
  regime: 'SOCIAL_MESSAGE',
  deadline: { ...term, rule: 'MOD', duty: 'MODERATE' },
};
const turned: AppealEvent = {
  type: 'MessageTurnedIntoAppeal',
  regime: 'APPEAL_59FZ',
  identification: 'VISIT',
  identifiedBy: 'passport',
  deadline: { ...term, countedFrom: '2026-11-26', dueOn: '2026-11-30' },
};
const { given } = specify(appeal);

it('59-FZ art. 8(2): warns of the term to register an appeal and of its end, each once', () => {
  given(received).when(late).records(near);
  given(received, near).when(late).recordsNothing();
  given(received, near).when(ended).records(missed);
  given(received, near, missed).when(ended).recordsNothing();
});

it('warns of nothing that is registered, spam or withdrawn', () => {
  given(received, registered).when(ended).recordsNothing();
  given(message, { type: 'MarkedAsSpam', kind: 'OTHER', reason: 'r' })
    .when({ ...ended, rule: 'MOD' })
    .recordsNothing();
  given(received, { type: 'AppealWithdrawn' }).when(ended).recordsNothing();
});

it('59-FZ art. 4(1), 8(2): of a message that became an appeal the term of its registration counts from then', () => {
  given(message, turned)
    .when({ ...ended, rule: 'MOD' })
    .recordsNothing();
  given(message, turned)
    .when({ ...ended, dueOn: '2026-11-30' })
    .records({ ...missed, dueOn: '2026-11-30' });
});

it('of a decision that was taken back the term from the arrival is in force again', () => {
  given(message, turned, { type: 'DecisionTakenBack', reason: 'r', commandId: 'c' })
    .when({ ...ended, rule: 'MOD' })
    .records({ ...missed, rule: 'MOD', duty: 'MODERATE' });
});

it('no term runs for a further message after an answer at once, until the message becomes an appeal', () => {
  const [answeredOn, leavesAt, zone] = ['2026-11-24', '2026-11-24T02:00:00.000Z', 'Asia/Yakutsk'];
  const heardAgain: readonly AppealEvent[] = [
    message,
    {
      type: 'AnsweredAtOnce',
      text: 't',
      person: 'p',
      regime: 'SOCIAL_MESSAGE',
      commandId: 'c',
      answeredOn,
      leavesAt,
      zone,
    },
    { type: 'AppealSupplemented', text: 't', files: [], commandId: 's' },
  ];
  const ofMessage = { ...ended, rule: 'MOD' } as const;
  const back: AppealEvent = { type: 'DecisionTakenBack', reason: 'r', commandId: 'b' };
  given(...heardAgain)
    .when(ofMessage)
    .recordsNothing();
  given(...heardAgain, { type: 'MarkedAsSpam', kind: 'BOT' }, back)
    .when(ofMessage)
    .recordsNothing();
  given(...heardAgain, turned)
    .when({ ...ended, dueOn: '2026-11-30' })
    .records({ ...missed, dueOn: '2026-11-30' });
});
