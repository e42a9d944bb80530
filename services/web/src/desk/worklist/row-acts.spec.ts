import { expect, it } from '@jest/globals';
import { undoableOf } from './row-acts.js';

const by = { many: undefined };
const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id, version: 3 }));
const change = (id: string, version: number) => ({ id, result: { __typename: 'Change', version } });
const refusal = (id: string) => ({ id, result: { __typename: 'Refusal', message: 'Не ваш отдел.' } });
const done = (...data: object[]) => ({ is: 'DONE', at: 0, version: 0, data }) as const;
const failed = { is: 'FAILED', at: 0, code: 'UNAVAILABLE', message: '' } as const;

it('takes back what was accepted, on the version after it, over all parts of the act', () => {
  expect(undoableOf(by, rows, [done(change('a', 4), refusal('b')), done(change('d', 7)), failed])).toEqual({
    by,
    rows: [
      { id: 'a', version: 4 },
      { id: 'd', version: 7 },
    ],
  });
});

it('takes nothing back where nothing was accepted, or of rows that are none of it', () => {
  expect(undoableOf(by, rows, [done(refusal('a')), failed])).toBeUndefined();
  expect(undoableOf(by, [], [done(change('a', 4))])).toBeUndefined();
});
