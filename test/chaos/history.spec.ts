import { expect, it } from '@jest/globals';
import { violations, type Logged, type Seen, type Surfaces } from './history.js';
import type { Submission } from './journal.js';

const receipt = { id: 'a', number: 'OA-1', at: 5 };
const sent: Submission = {
  ...{ mark: 'знак0', batch: 'пачка0', district: 'aldan', key: 'k', sentAt: 1, tries: 1 },
  ...{ receipts: [receipt], handled: false, acts: [] },
};
const unknown: Submission = { ...sent, mark: 'знак1', key: 'l', receipts: [] };
const seen: Seen = { id: 'a', district: 'aldan', number: 'OA-1', text: 'знак0 пачка0: нет света', version: 1 };
const logged: Logged = { stream: 'a', version: 1, position: 1 };
const whole: Surfaces = { register: [seen], found: [seen], log: [logged] };

function kinds(history: readonly Submission[], surfaces: Partial<Surfaces>): readonly string[] {
  return violations(history, { ...whole, ...surfaces }).map(({ kind, where }) => `${kind} (${where})`);
}

it('finds nothing where each acknowledged submission is everywhere once, whatever became of the others', () => {
  expect(violations([sent, unknown], whole)).toEqual([]);
  const taken = { ...seen, id: 'b', number: 'OA-2', text: 'знак1 пачка0' };
  expect(kinds([sent, unknown], { register: [seen, taken], found: [seen, taken] })).toEqual([]);
});

it.each<[string, readonly Submission[], Partial<Surfaces>]>([
  ['LOST (register)', [sent], { register: [] }],
  ['LOST (search)', [sent], { found: [] }],
  ['TWICE (search)', [sent], { found: [seen, seen] }],
  ['INVENTED (register)', [sent], { register: [seen, { ...seen, text: 'знак7' }] }],
  ['INVENTED (register)', [sent], { register: [seen, { ...seen, text: 'nobody’s' }] }],
  ['WRONG DISTRICT (register)', [sent], { register: [{ ...seen, district: 'kuol' }] }],
  ['OTHER RECEIPT (search)', [sent], { found: [{ ...seen, number: 'OA-2' }] }],
  ['OTHER RECEIPT (receipts)', [{ ...sent, receipts: [receipt, { ...receipt, number: 'OA-2' }] }], {}],
  ['OUT OF ORDER (log)', [sent], { log: [logged, { ...logged, position: 2 }] }],
  ['OTHER VERSION (search)', [sent], { found: [{ ...seen, version: 2 }] }],
])('finds %s', (found, history, surfaces) => {
  expect(kinds(history, surfaces)).toEqual([found]);
});

it('finds what is in no log', () => {
  expect(kinds([sent], { log: [] })).toEqual(['NOT IN THE LOG (log)', 'STEPS (log)']);
});

it('gives each act of an official one step', () => {
  const steps = [1, 2, 3].map((version) => ({ stream: 'a', version, position: version }));
  const shown = { register: [{ ...seen, version: 3 }], found: [{ ...seen, version: 3 }], log: steps };
  const handled = (...acts: Submission['acts']): Submission => ({ ...sent, handled: true, acts });
  const [taken, registered] = [
    { version: 2, number: null },
    { version: 3, number: '1' },
  ];
  expect(kinds([handled(taken, registered)], shown)).toEqual([]);
  expect(kinds([handled(taken)], shown)).toEqual([]);
  expect(kinds([handled(taken, taken)], shown)).toEqual(['STEPS (log)']);
  expect(kinds([sent], shown)).toEqual(['STEPS (log)']);
  const other = { ...handled(taken, registered), mark: 'знак1', receipts: [{ ...receipt, id: 'b', number: 'OA-2' }] };
  expect(kinds([handled(taken, registered), other], shown)).toContain('NUMBER TWICE (receipts)');
});

it('finds a number that two have', () => {
  const other = { ...unknown, receipts: [{ ...receipt, id: 'b' }] };
  const row = { ...seen, id: 'b', text: 'знак1' };
  const log = [logged, { stream: 'b', version: 1, position: 2 }];
  expect(kinds([sent, other], { register: [seen, row], found: [seen, row], log })).toEqual(['NUMBER TWICE (receipts)']);
});
