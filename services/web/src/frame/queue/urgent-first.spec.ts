import { expect, it } from '@jest/globals';
import { urgentFirst } from './urgent-first.js';

it('puts the declared first, then what looks urgent, then the newest, each once', () => {
  const gas = { id: 'gas', urgency: 'PROPOSED' };
  const fire = { id: 'fire', urgency: 'DECLARED' };
  const [pit, dog] = [{ id: 'pit', urgency: null }, { id: 'dog' }];
  expect(urgentFirst([gas, fire], [pit, gas, dog]).map(({ id }) => id)).toEqual(['fire', 'gas', 'pit', 'dog']);
});

it('puts what is late before the newest, the oldest first: it has waited beyond its term', () => {
  const of = (id: string, receivedAt: string, overdue = false) => ({ id, urgency: null, receivedAt, overdue });
  const rows = [of('new', '2026-12-01'), of('late', '2026-11-30', true), of('later', '2026-11-28', true)];
  const gas = { ...of('gas', '2026-12-01'), urgency: 'PROPOSED' };
  expect(urgentFirst([], [...rows, gas]).map(({ id }) => id)).toEqual(['gas', 'later', 'late', 'new']);
});
