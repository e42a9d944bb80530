import { expect, it } from '@jest/globals';
import { correspondenceEnd } from './condition-words.js';

it('59-FZ art. 11(5): of what was answered before the correspondence is ended', () => {
  expect(correspondenceEnd('LEAVING', 'REPEAT')).toBe('ENDING_CORRESPONDENCE');
  expect(correspondenceEnd('LEFT_UNANSWERED', 'REPEAT')).toBe('CORRESPONDENCE_ENDED');
});

it('says so of no other ground, and not once the question is considered again', () => {
  expect(correspondenceEnd('LEFT_UNANSWERED', 'ABUSE')).toBeUndefined();
  expect(correspondenceEnd('ROUTED', 'REPEAT')).toBeUndefined();
});
