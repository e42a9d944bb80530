import { expect, it } from '@jest/globals';
import { endOfCase } from './end-of-case.js';
import type { QuestionEvent } from './question-state.js';

const zone = 'Asia/Yakutsk';
const opened: QuestionEvent = { type: 'QuestionOpened', person: 'person', regime: 'APPEAL_59FZ', ordinal: 1 };
const answered: QuestionEvent = { type: 'QuestionAnswered', notice: 'n', answeredOn: '2026-12-01', zone };
const forwarded: QuestionEvent = { type: 'QuestionEnded', end: 'FORWARDED', endedOn: '2026-12-01', zone };
const left: QuestionEvent = { type: 'QuestionEnded', end: 'LEFT_UNANSWERED', endedOn: '2026-12-01', zone };
const merged: QuestionEvent = { type: 'QuestionClosed', ground: 'MERGED', into: 'first' };
const reopened: QuestionEvent = { type: 'QuestionReopened', person: 'person', times: 1, until: '2027-01-01' };

it('is an answer where one of the questions has one', () => {
  expect(
    endOfCase([
      [opened, forwarded],
      [opened, answered],
      [opened, merged],
    ]),
  ).toBe('ANSWERED');
  expect(
    endOfCase([
      [opened, left],
      [opened, forwarded],
    ]),
  ).toBe('FORWARDED');
  expect(
    endOfCase([
      [opened, left],
      [opened, merged],
    ]),
  ).toBe('LEFT_UNANSWERED');
  expect(endOfCase([[opened, merged]])).toBe('CLOSED');
});

it('counts, though the case is considered again by the time it is reported', () => {
  expect(endOfCase([[opened, answered, reopened]])).toBe('ANSWERED');
  expect(endOfCase([[opened, forwarded, reopened, answered]])).toBe('ANSWERED');
});
