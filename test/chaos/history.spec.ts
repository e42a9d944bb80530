import { expect, it } from '@jest/globals';
import { violations, type LoggedEvent, type ShownAppeal, type Surfaces } from './history.js';
import type { Submission } from './journal.js';

const receipt = { id: 'a', number: 'OA-1', at: 5 };
const sent: Submission = {
  mark: 'знак0',
  batch: 'пачка0',
  district: 'aldan',
  key: 'k',
  sentAt: 1,
  tries: 1,
  receipts: [receipt],
  handled: false,
  actions: [],
};
const unacknowledged: Submission = { ...sent, mark: 'знак1', key: 'l', receipts: [] };
const seen: ShownAppeal = { id: 'a', district: 'aldan', number: 'OA-1', text: 'знак0 пачка0: нет света', version: 1 };
const logged: LoggedEvent = { stream: 'a', version: 1, position: 1 };
const consistent: Surfaces = { register: [seen], found: [seen], log: [logged] };

function kinds(history: readonly Submission[], surfaces: Partial<Surfaces>): readonly string[] {
  return violations(history, { ...consistent, ...surfaces }).map(({ kind, where }) => `${kind} (${where})`);
}

it('finds no violation when each acknowledged submission is shown once and others were stored or not', () => {
  expect(violations([sent, unacknowledged], consistent)).toEqual([]);
  const taken = { ...seen, id: 'b', number: 'OA-2', text: 'знак1 пачка0' };
  expect(kinds([sent, unacknowledged], { register: [seen, taken], found: [seen, taken] })).toEqual([]);
});

it.each<[string, readonly Submission[], Partial<Surfaces>]>([
  ['LOST (register)', [sent], { register: [] }],
  ['LOST (search)', [sent], { found: [] }],
  ['DUPLICATED (search)', [sent], { found: [seen, seen] }],
  ['PHANTOM (register)', [sent], { register: [seen, { ...seen, text: 'знак7' }] }],
  ['PHANTOM (register)', [sent], { register: [seen, { ...seen, text: 'without a mark' }] }],
  ['WRONG DISTRICT (register)', [sent], { register: [{ ...seen, district: 'kuol' }] }],
  ['RECEIPT MISMATCH (search)', [sent], { found: [{ ...seen, number: 'OA-2' }] }],
  ['RECEIPT MISMATCH (receipts)', [{ ...sent, receipts: [receipt, { ...receipt, number: 'OA-2' }] }], {}],
  ['OUT OF ORDER (log)', [sent], { log: [logged, { ...logged, position: 2 }] }],
  ['VERSION MISMATCH (search)', [sent], { found: [{ ...seen, version: 2 }] }],
])('finds %s', (found, history, surfaces) => {
  expect(kinds(history, surfaces)).toEqual([found]);
});

it('finds an acknowledged submission that the log does not hold', () => {
  expect(kinds([sent], { log: [] })).toEqual(['NOT IN THE LOG (log)', 'ACTION MISMATCH (log)']);
});

it('expects one version for each action of an official', () => {
  const versions = [1, 2, 3].map((version) => ({ stream: 'a', version, position: version }));
  const shown = { register: [{ ...seen, version: 3 }], found: [{ ...seen, version: 3 }], log: versions };
  const handled = (...actions: Submission['actions']): Submission => ({ ...sent, handled: true, actions });
  const [taken, registered] = [
    { version: 2, number: null },
    { version: 3, number: '1' },
  ];
  expect(kinds([handled(taken, registered)], shown)).toEqual([]);
  expect(kinds([handled(taken)], shown)).toEqual([]);
  expect(kinds([handled(taken, taken)], shown)).toEqual(['ACTION MISMATCH (log)']);
  expect(kinds([sent], shown)).toEqual(['ACTION MISMATCH (log)']);
  const other = { ...handled(taken, registered), mark: 'знак1', receipts: [{ ...receipt, id: 'b', number: 'OA-2' }] };
  expect(kinds([handled(taken, registered), other], shown)).toContain('DUPLICATE NUMBER (receipts)');
});

it('finds a number that two receipts share', () => {
  const other = { ...unacknowledged, receipts: [{ ...receipt, id: 'b' }] };
  const row = { ...seen, id: 'b', text: 'знак1' };
  const log = [logged, { stream: 'b', version: 1, position: 2 }];
  expect(kinds([sent, other], { register: [seen, row], found: [seen, row], log })).toEqual([
    'DUPLICATE NUMBER (receipts)',
  ]);
});
