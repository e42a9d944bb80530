import { expect, it } from '@jest/globals';
import { statusAfter } from './body-update.js';

it.each([
  ['open', 'OPEN'],
  ['investigating', 'OPEN'],
  ['in_progress', 'OPEN'],
  ['action scheduled', 'OPEN'],
  ['closed', 'CLOSED'],
  ['fixed - council', 'CLOSED'],
  ['no_further_action', 'CLOSED'],
  ['not_councils_responsibility', 'CLOSED'],
  ['unable to fix', 'CLOSED'],
  ['duplicate', 'CLOSED'],
  ['closing_soon', undefined],
  ['hidden', undefined],
  [undefined, undefined],
])('the word %s of an update means %s', (word, status) => expect(statusAfter(word)).toBe(status));
