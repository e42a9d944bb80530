import { expect, it } from '@jest/globals';
import { binds } from './decided-term.js';

it('obliges to forward while the question is with the coordinator or on its way (59-FZ art. 8(3))', () => {
  const forward = { rule: 'FWD', duty: 'FORWARD' } as const;
  const states = ['OPEN', 'RETURNED', 'FORWARDING', 'ROUTED', 'IN_WORK', 'SIGNED', 'LEAVING', 'FORWARDED'] as const;
  expect(states.filter((state) => binds(forward, { state }))).toEqual(['OPEN', 'RETURNED', 'FORWARDING']);
});

it('obliges to tell why there is no answer once that ground was decided, and by no other (59-FZ art. 11)', () => {
  const court = { rule: 'COURT', duty: 'RETURN' } as const;
  const unclear = { rule: 'UNCLEAR', duty: 'TELL' } as const;
  expect(binds(court, { state: 'IN_WORK' })).toBe(false);
  expect(binds(court, { state: 'LEAVING', ground: 'COURT' })).toBe(true);
  expect(binds(unclear, { state: 'LEAVING', ground: 'COURT' })).toBe(false);
});

it('obliges to answer whatever is decided, until the end (59-FZ art. 12)', () => {
  const answer = { rule: 'ANS', duty: 'ANSWER' } as const;
  expect(binds(answer, { state: 'FORWARDING' })).toBe(true);
  expect(binds(answer, { state: 'IN_WORK' })).toBe(true);
});
