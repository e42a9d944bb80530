import { expect, it } from '@jest/globals';
import { draftsOf } from './drafts-of.js';

const came = {
  id: 'a',
  body: 'Водоканал',
  purpose: 'DRAFT',
  receivedOn: '2026-11-25',
  text: 'Трубу заменили.',
} as const;

it('offers the drafts that came with a text', () => {
  expect(draftsOf([came])).toEqual([{ id: 'a', body: 'Водоканал', text: 'Трубу заменили.' }]);
});

it('offers no information, no draft that is awaited, and none without a text', () => {
  const awaited = { ...came, receivedOn: null, text: null };
  expect(draftsOf([{ ...came, purpose: 'INFORMATION' }, awaited, { ...came, text: null }])).toEqual([]);
});
