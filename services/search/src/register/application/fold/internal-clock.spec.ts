import { expect, it } from '@jest/globals';
import { internalClock } from './internal-clock.js';

type Considered = Parameters<typeof internalClock>[0];

const calendar = { version: '2026-1', years: [2026], days: {} };
const term = (countedFrom: string, duty = 'ANSWER') => ({ duty, countedFrom });
const asked = (countedFrom: string, receivedOn?: string) =>
  ({ deadline: { countedFrom }, ...(receivedOn !== undefined && { received: { receivedOn } }) }) as never;
/** Tuesday the 24th of November. */
const open: Considered = { state: 'IN_WORK', deadlines: [term('2026-11-24')] as never };

it('counts working days from the day after the registration', () => {
  expect(internalClock(open, '2026-11-24', calendar)).toEqual({ used: 0, paused: 0 });
  expect(internalClock(open, '2026-12-01', calendar)).toEqual({ used: 5, paused: 0 });
});

it('pauses while another body was asked for information, once for several; the term of the law does not', () => {
  const waiting = { ...open, requests: [asked('2026-11-25', '2026-11-27'), asked('2026-11-26')] };
  expect(internalClock(waiting, '2026-12-01', calendar)).toEqual({ used: 1, paused: 4 });
  const answered = { ...open, requests: [asked('2026-11-25', '2026-11-27')] };
  expect(internalClock(answered, '2026-12-01', calendar)).toEqual({ used: 3, paused: 2 });
});

it('ends with the answer, or the other end', () => {
  const ended: Considered = { ...open, state: 'ANSWERED', answeredOn: '2026-11-26' };
  expect(internalClock(ended, '2027-02-01', calendar)).toEqual({ used: 2, paused: 0 });
  const left: Considered = {
    ...open,
    state: 'LEFT_UNANSWERED',
    endedOn: '2026-11-27',
    requests: [asked('2026-11-25')],
  };
  expect(internalClock(left, '2027-02-01', calendar)).toEqual({ used: 1, paused: 2 });
});

it('runs from the first term, which an extension does not move, and not of what was closed', () => {
  const extended: Considered = { ...open, deadlines: [...(open.deadlines ?? []), term('2026-12-24')] as never };
  expect(internalClock(extended, '2026-11-26', calendar)).toEqual({ used: 2, paused: 0 });
  expect(internalClock({ ...open, state: 'CLOSED' }, '2026-11-26', calendar)).toBeNull();
  expect(internalClock({ state: 'OPEN' }, '2026-11-26', calendar)).toBeNull();
});
