import { expect, it } from '@jest/globals';
import { urgentFirst } from './urgent-first.js';

it('puts the declared first, then what looks urgent, then the newest, each once', () => {
  const gas = { id: 'gas', urgency: 'PROPOSED' };
  const fire = { id: 'fire', urgency: 'DECLARED' };
  const [pit, dog] = [{ id: 'pit', urgency: null }, { id: 'dog' }];
  expect(urgentFirst([gas, fire], [pit, gas, dog]).map(({ id }) => id)).toEqual(['fire', 'gas', 'pit', 'dog']);
});
