import { describe, expect, it } from '@jest/globals';
import { fold, Refusal } from '@otklik/kernel';
import { specify } from '@otklik/testing';
import fc from 'fast-check';
import { appeal, type AppealCommand } from '../../appeal/domain/appeal.decide.js';
import type { AppealEvent } from '../../appeal/domain/appeal.js';

const at = '2026-11-27T04:00:00.000Z';
const person = '00000000-0000-5000-8000-00000000000a';
const received = {
  type: 'AppealReceived',
  receipt: '7K3M9-2QXPA',
  person,
  identified: false,
  text: 'Нет горячей воды.',
  name: 'Айта Петрова',
  files: [],
  channel: 'SITE',
  regime: 'SOCIAL_MESSAGE',
  receivedAt: at,
  receivedOn: '2026-11-27',
  zone: 'Asia/Yakutsk',
  fingerprint: 'f',
} as const satisfies AppealEvent;
const answering = { answeredOn: '2026-11-27', zone: 'Asia/Yakutsk', at, text: 'Нет воды. Чиним.' } as const;
const join = {
  type: 'AnswerAtOnce',
  ...answering,
  commandId: 'join',
  issue: { id: 'issue', isLive: true },
} as const satisfies AppealCommand;
const joined = {
  type: 'AnsweredAtOnce',
  text: answering.text,
  person,
  regime: 'SOCIAL_MESSAGE',
  answeredOn: '2026-11-27',
  zone: 'Asia/Yakutsk',
  leavesAt: '2026-11-27T04:00:15.000Z',
  knownIssue: 'issue',
  commandId: 'join',
} as const satisfies AppealEvent;
const report = { type: 'ReportIssueEnd', issue: 'issue', text: 'Нет воды. Воду дали.', commandId: 'end' } as const;
const reported = { ...report, type: 'KnownIssueEndReported' } as const satisfies AppealEvent;
const again = { ...report, commandId: 'other' };
const heardAgain = {
  ...({ type: 'AppealSupplemented', text: 'А у нас нет и холодной.', files: [], commandId: 's' } as const),
  state: 'RECEIVED',
} as const satisfies AppealEvent;
const turned = {
  ...({ type: 'MessageTurnedIntoAppeal', regime: 'APPEAL_59FZ', identification: 'VISIT' } as const),
  ...({ identifiedBy: 'паспорт', state: 'TAKEN_UP' } as const),
} as const satisfies AppealEvent;

describe('a message that is joined to a known issue', () => {
  it('is answered by its text', () => {
    specify(appeal).given(received).when(join).records(joined);
  });

  it('is not joined to one that is over', () => {
    specify(appeal)
      .given(received)
      .when({ ...join, issue: { id: 'issue', isLive: false } })
      .refuses('ISSUE_ENDED');
  });

  it('is no appeal under 59-FZ: that gets an answer of its own', () => {
    specify(appeal)
      .given({ ...received, regime: 'APPEAL_59FZ', channel: 'PAPER' })
      .when(join)
      .refuses('APPEAL_STATE_FORBIDS');
    specify(appeal).given(received, turned).when(join).refuses('APPEAL_STATE_FORBIDS');
    specify(appeal).given(received, joined, heardAgain, turned).when(report).recordsNothing();
  });

  it('has what was done sent to its sender, once', () => {
    specify(appeal).given(received, joined).when(report).records(reported);
    specify(appeal).given(received, joined, reported).when(again).recordsNothing();
    specify(appeal).given(received, joined, heardAgain).when(report).records(reported);
  });

  it('has the outcome of each issue sent that it was joined to, whatever was decided about it afterwards', () => {
    const second = { ...joined, knownIssue: 'second', commandId: 'join-2' } as const;
    const back = { type: 'DecisionTakenBack', reason: 'не о том', commandId: 'back' } as const;
    const plain = { ...joined, knownIssue: undefined, commandId: 'plain' };
    const { knownIssue: _none, ...answered } = plain;
    for (const further of [
      [second],
      [second, back],
      [joined, back],
      [answered, back],
      [{ type: 'MessageTakenUp' } as const, back],
    ])
      specify(appeal)
        .given(received, joined, heardAgain, ...further)
        .when(report)
        .records(reported);
    specify(appeal)
      .given(received, joined, heardAgain, second)
      .when({ ...report, issue: 'second' })
      .records({ ...reported, issue: 'second' });
    specify(appeal)
      .given(received, joined, heardAgain, second, back)
      .when({ ...report, issue: 'second' })
      .recordsNothing();
  });

  it('is joined by its sender, but for one that tells of a danger: an official reads that first', () => {
    const own = { ...join, issue: { ...join.issue, bySender: true } } as const;
    specify(appeal).given(received).when(own).records(joined);
    const danger = { kind: 'GAS', words: ['пахнет газом'] } as const;
    specify(appeal)
      .given({ ...received, danger })
      .when(own)
      .refuses('APPEAL_STATE_FORBIDS');
    specify(appeal)
      .given(received, { type: 'UrgencyDeclared', danger: 'GAS' })
      .when(own)
      .refuses('APPEAL_STATE_FORBIDS');
    specify(appeal)
      .given({ ...received, danger })
      .when(join)
      .records(joined);
  });

  it('has nothing sent of an issue to which it is not joined', () => {
    specify(appeal).given(received).when(report).recordsNothing();
    specify(appeal)
      .given(received, joined)
      .when({ ...report, issue: 'other' })
      .recordsNothing();
    const back = { type: 'DecisionTakenBack', reason: 'не о том', commandId: 'back' } as const;
    specify(appeal).given(received, joined, back).when(report).recordsNothing();
  });

  it('has nothing sent to one who withdrew it, or whose data was erased', () => {
    const withdrawn = { type: 'AppealWithdrawn' } as const;
    const erased = { type: 'PersonErased', person, ground: 'DEMANDED' } as const;
    specify(appeal).given(received, joined, heardAgain, withdrawn).when(report).recordsNothing();
    specify(appeal).given(received, joined, erased).when(report).recordsNothing();
  });
});

const acts: readonly AppealCommand[] = [
  join,
  { ...join, commandId: 'join-2', issue: { id: 'second', isLive: true } },
  { type: 'AnswerAtOnce', ...answering, commandId: 'plain' },
  report,
  again,
  { ...report, issue: 'second', commandId: 'end-2' },
  { type: 'TakeBackDecision', reason: 'ошибка', at, commandId: 'back' },
  { type: 'SupplementAppeal', text: 'Ещё темно.', files: [], commandId: 'supplement' },
  { type: 'SupplementAppeal', text: 'И у нас.', files: [], commandId: 'supplement-2' },
  { type: 'TakeUpMessage' },
  { type: 'MarkAsSpam', kind: 'BOT' },
  { type: 'TurnIntoAppeal', identification: 'VISIT', identifiedBy: 'паспорт' },
  { type: 'WithdrawAppeal' },
  { type: 'ErasePerson', ground: 'DEMANDED' },
];

it('is sent each outcome at most once, and nothing ends by that, whatever else happens to it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 16 }), (given) => {
      const events: AppealEvent[] = [received];
      for (const command of given) {
        const before = fold(appeal, events);
        const made = decided(command, events);
        events.push(...made);
        if (!made.some(({ type }) => type === 'KnownIssueEndReported')) continue;
        const after = fold(appeal, events);
        if (before.status === 'NONE' || after.status === 'NONE') throw new Error('it was received');
        expect([after.status, after.regime]).toEqual([before.status, 'SOCIAL_MESSAGE']);
        expect(['ERASED', 'WITHDRAWN', 'SPAM']).not.toContain(before.status);
      }
      for (const issue of ['issue', 'second']) {
        const joins = events.filter((one) => one.type === 'AnsweredAtOnce' && one.knownIssue === issue).length;
        const ends = events.filter((one) => one.type === 'KnownIssueEndReported' && one.issue === issue).length;
        expect(ends).toBeLessThanOrEqual(joins);
      }
    }),
    { numRuns: 3_000 },
  );
});

function decided(command: AppealCommand, events: readonly AppealEvent[]): readonly AppealEvent[] {
  try {
    return appeal.decide(command, fold(appeal, events));
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
