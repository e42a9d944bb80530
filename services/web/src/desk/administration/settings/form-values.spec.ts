import { expect, it } from '@jest/globals';
import { wholeOf, withoutEmpty } from './form-values.js';

it('a field that goes takes along what would be empty around it, and nothing else', () => {
  const model = { policy: { retention: { DRAFTS: { months: 6 } }, prefix: 'A' } };
  expect(withoutEmpty(model, ['policy', 'retention', 'DRAFTS', 'months'])).toEqual([['policy'], { prefix: 'A' }]);
  expect(withoutEmpty(model, ['policy', 'prefix'])).toEqual([['policy'], { retention: model.policy.retention }]);
});

it('fields of one thing are there together, the missing ones empty, and keep what no form knows', () => {
  const fields = [{ name: 'months' }, { name: 'source' }];
  expect(wholeOf(fields, undefined, 'months', 24)).toEqual({ months: 24, source: '' });
  expect(wholeOf(fields, { months: 6, source: 'a', note: 'b' }, 'months', undefined)).toEqual({
    months: '',
    source: 'a',
    note: 'b',
  });
  expect(wholeOf(fields, { months: 6, source: '' }, 'months', undefined)).toBeUndefined();
});
