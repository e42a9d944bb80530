import { it } from '@jest/globals';
import { specify } from '@otklik/testing';
import { notice } from './notice.decide.js';
import { MAX_UPDATES, type RecordReport } from './notice.bodies.js';
import type { NoticeEvent } from './notice.js';

const { given } = specify(notice);

const at = '2026-12-01T03:00:00.000Z';
const matter = { kind: 'COVERING', about: 'a question' } as const;
const opened: NoticeEvent = { type: 'NoticeOpened', ...matter, way: 'OPEN311', further: ['PAPER'], person: 'person' };
const sent: NoticeEvent = { type: 'NoticeDispatched', ...matter, way: 'OPEN311', proof: '17', dispatchedAt: at };
const report: RecordReport = { type: 'RecordReport', status: 'OPEN', number: '17', changedAt: at, at };
const reported: NoticeEvent = {
  type: 'BodyReported',
  ...matter,
  status: 'OPEN',
  number: '17',
  changedAt: at,
  reportedAt: at,
};
const later = '2026-12-02T03:00:00.000Z';

it('what the server of a body tells is recorded once, and again when it changes', () => {
  given(opened, sent).when(report).records(reported);
  given(opened, sent, reported).when(report).recordsNothing();
  given(opened, sent, reported)
    .when({ ...report, status: 'CLOSED', notes: 'Filled.', at: later })
    .records({ ...reported, status: 'CLOSED', notes: 'Filled.', reportedAt: later } as NoticeEvent);
  given(opened, sent, reported)
    .when({ ...report, changedAt: later, notes: 'In work.', at: later })
    .records({ ...reported, changedAt: later, notes: 'In work.', reportedAt: later } as NoticeEvent);
});

it('is recorded of a covering letter alone', () => {
  given().when(report).refuses('NOT_FOUND');
  given({ ...opened, kind: 'FORWARDED' } as NoticeEvent)
    .when(report)
    .recordsNothing();
});

const update: RecordReport = { ...report, update: 'u1', notes: 'In work.' };
const updated = { ...reported, update: 'u1', notes: 'In work.' } as NoticeEvent;

it('an update is recorded once, whatever else is reported', () => {
  given(opened, sent, reported).when(update).records(updated);
  given(opened, sent, updated).when(update).recordsNothing();
  given(opened, sent, updated, { ...reported, status: 'CLOSED', changedAt: later } as NoticeEvent)
    .when({ ...update, changedAt: later })
    .recordsNothing();
});

it('a late update changes no status, nor does one that tells none', () => {
  const closed = { ...reported, status: 'CLOSED', changedAt: later } as NoticeEvent;
  given(opened, sent, closed)
    .when(update)
    .records({ ...updated, status: 'CLOSED' } as NoticeEvent);
  given(opened, sent, closed, { ...updated, status: 'CLOSED' } as NoticeEvent)
    .when({ ...report, status: 'CLOSED', changedAt: later })
    .recordsNothing();
  const { status: _, ...silent } = update;
  given(opened, sent).when(silent).records(updated);
});

it('takes so many updates of a request and no more', () => {
  const many = Array.from({ length: MAX_UPDATES }, (__, at) => ({ ...updated, update: `n${at}` }) as NoticeEvent);
  given(opened, sent, ...many)
    .when(update)
    .recordsNothing();
});
