import { expect, it } from '@jest/globals';
import type { ListedRow } from '../list/listed-row.js';
import { proposedRepeat, repeatOf } from './repeat-of.js';

const row = (id: string, receivedAt: string, question: object) =>
  ({ id, number: `№ ${id}`, receivedAt, questions: [{ topic: 'roads', ...question }] }) as unknown as ListedRow;
const own = row('own', '2026-11-24T01:00:00.000Z', {});
const answered = { result: 'EXPLAINED', termKept: true };
const proposed = (...others: readonly ListedRow[]) => proposedRepeat(own, others, 'Asia/Yakutsk');

it('proposes the latest earlier one of the same topic that had its answer, or was past its term', () => {
  expect(proposed(row('one', '2026-10-01', answered))).toEqual({ id: 'one', number: '№ one', cause: 'NOT_SATISFIED' });
  expect(proposed(row('one', '2026-10-01', { ...answered, termKept: false }))?.cause).toBe('LATE');
  expect(
    proposed(row('one', '2026-10-01', { ...answered, termKept: false, deadline: { dueOn: '2026-11-30' } }))?.cause,
  ).toBe('NOT_SATISFIED');
  expect(proposed(row('one', '2026-10-01', { deadline: { dueOn: '2026-11-23' } }))?.cause).toBe('LATE');
  expect(proposed(row('one', '2026-10-01', { deadline: { dueOn: '2026-11-24' } }))).toBeNull();
  expect(proposed(row('one', '2026-10-01', { ...answered, topic: 'heat' }))).toBeNull();
  expect(proposed(row('one', '2026-11-25', answered))).toBeNull();
  expect(proposed(row('late', '2026-11-25', answered), row('one', '2026-10-01', answered))?.id).toBe('one');
});

it('repeats what officials decided, and nothing before', () => {
  expect([repeatOf({}), repeatOf({ repeat: { isRepeat: false } })]).toEqual([undefined, undefined]);
  const repeat = { isRepeat: true, of: 'one', number: '№ 1', cause: 'LATE' } as const;
  expect(repeatOf({ repeat })).toEqual({ id: 'one', number: '№ 1', cause: 'LATE' });
});
