import { it } from '@jest/globals';
import { specify } from '@otklik/testing';
import { notice } from './notice.decide.js';
import type { NoticeEvent } from './notice.js';
import type { RecordInPos } from './notice.pos.js';

const { given } = specify(notice);
const at = '2026-12-03T03:00:00.000Z';
const matter = { kind: 'ANSWERED', about: 'a question' } as const;
const opened: NoticeEvent = { type: 'NoticeOpened', ...matter, way: 'POS', further: [], person: 'p' };
const entered = { state: 'ANSWER_SENT', enteredOn: '2026-12-03' } as const;
const records: RecordInPos = { type: 'RecordInPos', mayActIn: 'ALL', record: 'e1', entered, madeOn: '2026-12-02', at };
const proof = { way: 'POS', proof: 'BY_HAND', entered, dispatchedAt: at, record: 'e1' } as const;
const dispatched: NoticeEvent = { type: 'NoticeDispatched', ...matter, ...proof };

it('waits for an official, whose record is the proof, with the day and how the message stands there', () => {
  given()
    .when({ type: 'OpenNotice', ...matter, ways: ['POS'], person: 'p', at })
    .records(opened);
  given(opened).when(records).records(dispatched);
  given(opened, dispatched).when(records).recordsNothing();
  given(opened, dispatched)
    .when({ ...records, record: 'e2' })
    .refuses('NOTICE_DISPATCHED');
});

it('is entered not before it was signed, nor while it waits for the signatory', () => {
  given(opened)
    .when({ ...records, madeOn: '2026-12-04' })
    .refuses('POSTED_BEFORE_SIGNED');
  given({ ...opened, toSign: true } as NoticeEvent)
    .when(records)
    .refuses('NOTICE_WAITS_FOR_SIGNATORY');
});

it('is no answer while the message is under way there, sent on or rejected', () => {
  for (const state of ['UNDER_WAY', 'REDIRECTED', 'REJECTED'] as const)
    given(opened)
      .when({ ...records, entered: { ...entered, state } })
      .refuses('POS_STATE_OF_ANOTHER_NOTICE');
  const extended = { kind: 'EXTENDED', about: 'a question' } as const;
  const underWay = { ...entered, state: 'UNDER_WAY' } as const;
  given({ ...opened, ...extended } as NoticeEvent)
    .when({ ...records, entered: underWay })
    .records({ type: 'NoticeDispatched', ...extended, ...proof, entered: underWay });
});

it('is of the platform alone, and of the departments of the official', () => {
  given({ ...opened, way: 'PAPER' } as NoticeEvent)
    .when(records)
    .refuses('NOTICE_NOT_OF_POS');
  given(opened)
    .when({ ...records, mayActIn: [], department: 'roads' })
    .refuses('FORBIDDEN');
});

it('that left before a withdrawal is recorded late, and ends nothing', () =>
  given(opened, { type: 'NoticeCancelled', ...matter, ground: 'WITHDRAWN' })
    .when(records)
    .records({ type: 'ProofCameLate', ...matter, ...proof }));
