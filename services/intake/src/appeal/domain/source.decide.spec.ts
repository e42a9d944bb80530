import { describe, it } from '@jest/globals';
import { specify } from '@otklik/testing';
import type { RecordSource } from './appeal.commands.js';
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
const letter = { kind: 'PROSECUTOR', organisation: 'prosecutor', number: '7-12', date: '2026-11-20' } as const;
const source = { receivedFrom: letter, receivedFromBody: 'Прокуратура района' };
const record: RecordSource = {
  type: 'RecordSource',
  source,
  former: {},
  reason: 'На конверте.',
  mayActIn: 'ALL',
  departments: ['utilities'],
  commandId: 'c1',
};
const recorded = { type: 'SourceRecorded', ...source, reason: 'На конверте.', commandId: 'c1' } as const;

describe('from whom an appeal came', () => {
  it('is recorded once it waits for its registration, until it was answered', () => {
    given(received).when(record).records(recorded);
    given(received, registered).when(record).records(recorded);
    given(received, registered)
      .when({ ...record, mayActIn: ['housing'] })
      .refuses('FORBIDDEN');
    given(received, registered)
      .when({ ...record, mayActIn: ['utilities'] })
      .records(recorded);
    given(received, registered, answered).when(record).refuses('APPEAL_STATE_FORBIDS');
    const message: AppealEvent = { ...received, regime: 'SOCIAL_MESSAGE', channel: 'NETWORK' };
    given(message).when(record).refuses('APPEAL_STATE_FORBIDS');
  });

  it('is corrected with what was recorded before beside it', () => {
    const later = { ...letter, term: '2026-12-10' };
    given(received, recorded)
      .when({ ...record, source: { ...source, receivedFrom: later }, former: source, commandId: 'c2' })
      .records({
        ...recorded,
        receivedFrom: later,
        formerReceivedFrom: letter,
        formerReceivedFromBody: 'Прокуратура района',
        commandId: 'c2',
      });
    given(received, recorded)
      .when({ ...record, source: {}, former: source, commandId: 'c2' })
      .records({
        type: 'SourceRecorded',
        formerReceivedFrom: letter,
        formerReceivedFromBody: 'Прокуратура района',
        reason: 'На конверте.',
        commandId: 'c2',
      });
  });

  it('is not recorded as it was', () => {
    given(received, recorded)
      .when({ ...record, former: source, commandId: 'c2' })
      .recordsNothing();
    given(received)
      .when({ ...record, source: {} })
      .recordsNothing();
  });
});
