import { describe, it } from '@jest/globals';
import { specify } from '@otklik/testing';
import type { EarlierAppeal, RecordRepeat } from './appeal.commands.js';
import { appeal } from './appeal.decide.js';
import type { AppealEvent, AppealReceived } from './appeal.js';

const { given } = specify(appeal);

const person = '00000000-0000-5000-8000-00000000000a';
const zone = 'Asia/Yakutsk';
const received: AppealReceived = {
  type: 'AppealReceived',
  receipt: '7K3M9-2QXPA',
  regime: 'APPEAL_59FZ',
  channel: 'PAPER',
  person,
  identified: false,
  text: 'На улице Лесной темно.',
  settlement: 'ALDAN',
  placeText: 'ул. Лесная, 3',
  point: '58.6,125.30',
  files: [],
  fingerprint: 'f',
  receivedAt: '2026-11-24T01:00:00.000Z',
  receivedOn: '2026-11-24',
  zone,
};
const registered: AppealEvent = {
  type: 'AppealRegistered',
  number: 'АЛД-О-2026-3',
  journal: 'APPEALS',
  registeredOn: '2026-11-25',
  zone,
  regime: 'APPEAL_59FZ',
  person,
  year: 2026,
  serial: 3,
};
const answered: AppealEvent = { type: 'AppealAnswered', notice: 'n1', answeredOn: '2026-12-01' };
const earlier: EarlierAppeal = {
  id: 'earlier',
  number: 'АЛД-О-2026-1',
  receivedAt: '2026-10-01T01:00:00.000Z',
  isOfSamePerson: true,
  questions: [{ endedOn: '2026-10-20', dueOn: '2026-10-31' }],
};
const record = (of?: EarlierAppeal, commandId = 'c1'): RecordRepeat => ({
  type: 'RecordRepeat',
  ...(of && { of }),
  mayActIn: 'ALL',
  departments: [],
  commandId,
});
const repeated = {
  type: 'RepeatRecorded',
  isRepeat: true,
  of: 'earlier',
  number: 'АЛД-О-2026-1',
  commandId: 'c1',
} as const;
const first = { type: 'RepeatRecorded', isRepeat: false, commandId: 'c1' } as const;
const after = (questions: EarlierAppeal['questions']) => record({ ...earlier, questions });

describe('whether an appeal is repeated', () => {
  it('has the cause that follows from what happened to the earlier one', () => {
    given(received)
      .when(record(earlier))
      .records({ ...repeated, cause: 'NOT_SATISFIED' });
    given(received, registered)
      .when(after([{ endedOn: '2026-11-02', dueOn: '2026-10-31' }]))
      .records({ ...repeated, cause: 'LATE' });
    given(received)
      .when(after([{ endedOn: '2026-10-20', dueOn: '2026-10-31' }, { dueOn: '2026-11-23' }]))
      .records({ ...repeated, cause: 'LATE' });
  });

  it('is refused while the earlier one is within its term, or came later', () => {
    for (const questions of [
      [],
      [{ dueOn: '2026-11-24' }],
      [{ endedOn: '2026-11-25' }],
      [{ endedOn: '2026-12-02', dueOn: '2026-11-30' }],
    ])
      given(received).when(after(questions)).refuses('EARLIER_STILL_IN_TERM');
    given(received)
      .when(record({ ...earlier, receivedAt: '2026-11-25T01:00:00.000Z' }))
      .refuses('EARLIER_STILL_IN_TERM');
    given(received)
      .when(record({ ...earlier, number: undefined }))
      .refuses('EARLIER_STILL_IN_TERM');
  });

  it('is refused of another person, and once it was answered', () => {
    given(received)
      .when(record({ ...earlier, isOfSamePerson: false }))
      .refuses('EARLIER_OF_ANOTHER_PERSON');
    given(received, registered, answered).when(record(earlier)).refuses('APPEAL_STATE_FORBIDS');
  });

  it('is decided by the departments that have its questions', () => {
    const within = { ...record(), mayActIn: ['housing'], departments: ['roads'] };
    given(received, registered).when(within).refuses('FORBIDDEN');
    given(received, registered)
      .when({ ...within, departments: ['roads', 'housing'] })
      .records(first);
  });

  it('is denied, decided otherwise later, and recorded once', () => {
    given(received).when(record()).records(first);
    given(received, first)
      .when(record(earlier, 'c2'))
      .records({ ...repeated, cause: 'NOT_SATISFIED', commandId: 'c2' });
    given(received, first).when(record(undefined, 'c2')).recordsNothing();
    given(received, { ...repeated, cause: 'LATE' })
      .when(record(earlier, 'c2'))
      .recordsNothing();
  });
});
