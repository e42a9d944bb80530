import { describe, it } from '@jest/globals';
import { specify } from '@otklik/testing';
import type { RecordSource } from './appeal.commands.js';
import { appeal } from './appeal.decide.js';
import type { AppealEvent } from './appeal.js';
import { answered, received, registered } from './registered-appeal.fixture.js';

const { given } = specify(appeal);

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
        isBodyKept: true,
        formerReceivedFrom: letter,
        formerReceivedFromBody: 'Прокуратура района',
        commandId: 'c2',
      });
    const spelled = { ...source, receivedFromBody: 'прокуратура района' };
    given(received, recorded)
      .when({ ...record, source: spelled, former: source, commandId: 'c2' })
      .records({
        ...recorded,
        ...spelled,
        isBodyKept: true,
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

  it('says that the name of the body is kept, and not where it is another', () => {
    const other = { receivedFrom: letter, receivedFromBody: 'Прокуратура города' };
    given(received, recorded)
      .when({ ...record, source: other, former: source, commandId: 'c2' })
      .records({
        ...recorded,
        ...other,
        formerReceivedFrom: letter,
        formerReceivedFromBody: 'Прокуратура района',
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
