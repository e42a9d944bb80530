import { expect, it } from '@jest/globals';
import type { CaseEnd, UnansweredGround } from '@otklik/contracts/enumerations';
import { endOfAppeal, type QuestionStanding } from './end-of-appeal.js';

const open = (question: string): QuestionStanding => ({ question, state: 'OPEN' });
const closed = (question: string): QuestionStanding => ({ question, state: 'CLOSED' });
const ended = (question: string, endedOn: string, notice?: string): QuestionStanding => ({
  question,
  state: 'ENDED',
  endedOn,
  notice,
});

it('is not there while one question has no end (59-FZ art. 10(1))', () => {
  expect(endOfAppeal([ended('a', '2026-11-25', 'n1'), open('b')])).toBeUndefined();
  expect(endOfAppeal([open('a')])).toBeUndefined();
  expect(endOfAppeal([])).toBeUndefined();
});

it('is the last end, with the notice that proves it', () => {
  const questions = [ended('a', '2026-11-27', 'n1'), ended('b', '2026-11-25', 'n2'), ended('c', '2026-11-26')];
  expect(endOfAppeal(questions)).toEqual({ answeredOn: '2026-11-27', notice: 'n1' });
  expect(endOfAppeal([ended('a', '2026-11-25')])).toEqual({ answeredOn: '2026-11-25' });
});

it('does not ask a merged question, and is the same in any order of the questions’ events', () => {
  const questions = [ended('a', '2026-11-25', 'n1'), closed('b'), ended('c', '2026-11-25', 'n3')];
  expect(endOfAppeal(questions)).toEqual({ answeredOn: '2026-11-25', notice: 'n3' });
  expect(endOfAppeal(questions.toReversed())).toEqual({ answeredOn: '2026-11-25', notice: 'n3' });
});

it('is not there when all questions were closed otherwise', () => {
  expect(endOfAppeal([closed('a'), closed('b')])).toBeUndefined();
});

it('is answered only where a question was, and says by which part of the article nothing was answered', () => {
  const by = (end: CaseEnd, ground?: UnansweredGround): QuestionStanding => ({
    ...ended(end, '2026-11-25'),
    end,
    ground,
  });
  const left = by('LEFT_UNANSWERED', 'COURT');
  expect(endOfAppeal([left])).toMatchObject({ end: 'LEFT_UNANSWERED', ground: 'COURT' });
  expect(endOfAppeal([left, by('FORWARDED')])).toEqual({ answeredOn: '2026-11-25', end: 'FORWARDED' });
  expect(endOfAppeal([left, by('FORWARDED'), by('ANSWERED')])).toEqual({ answeredOn: '2026-11-25', end: 'ANSWERED' });
  expect(endOfAppeal([left, ended('of the first release', '2026-11-25')])).not.toHaveProperty('end');
});
