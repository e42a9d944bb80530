import { describe, expect, it } from '@jest/globals';
import type { PublicEvent } from '@otklik/contracts/envelope';
import { historyItem, termOf } from './history-item.js';

const fact = (type: string, data: object, topic: PublicEvent['topic'] = 'routing.events'): PublicEvent => ({
  id: 'e',
  type,
  schema: 1,
  topic,
  district: 1,
  appeal: 'a',
  stream: 'q1',
  version: 1,
  position: 1,
  at: '2026-11-20T01:00:00.000Z',
  recordedAt: '2026-11-20T01:00:00.000Z',
  actor: { kind: 'system' },
  commandId: 'c',
  correlationId: 'c',
  data,
});

describe('the term that a fact of the history names', () => {
  it.each([
    ['DeadlineSet', { duty: 'ANSWER', dueOn: '2026-11-26' }, { dueAt: null, before: null, reason: null, share: null }],
    [
      'DeadlineSet',
      { duty: 'ANSWER', dueOn: '2027-01-12', before: '2027-01-11', reason: 'CALENDAR_DECREED' },
      { dueAt: null, share: null },
    ],
    ['DeadlineNear', { duty: 'FORWARD', dueOn: '2026-11-03', share: 80 }, { dueAt: null, before: null, reason: null }],
    [
      'DeadlineMissed',
      { duty: 'SUPPLY', dueOn: '2026-11-03' },
      { dueAt: null, before: null, reason: null, share: null },
    ],
  ])('is of %s', (type, data, none) => {
    expect(termOf(fact(type, { rule: 'R', ...data }))).toEqual({ ...data, ...none });
  });

  it('is of no other fact', () => {
    expect(termOf(fact('QuestionSplit', { text: 'sealed', into: ['q2'] }))).toBeNull();
  });
});

it('says of which question a fact is, and into which others it was split', () => {
  const row = { fold: { questions: { q1: {} }, responses: { r1: { question: 'q1' } } } } as unknown as Parameters<
    typeof historyItem
  >[1];
  const telling = { opened: () => undefined, language: 'ru', view: {}, titles: new Map() } as unknown as Parameters<
    typeof historyItem
  >[2];
  const split = fact('QuestionSplit', { text: 'sealed', into: ['q2', 'q3'] });
  expect(historyItem(split, row, telling)).toMatchObject({ question: 'q1', into: ['q2', 'q3'], term: null });
  expect(historyItem(fact('ResponseStarted', {}, 'responses.events'), row, telling).into).toEqual([]);
  expect(historyItem({ ...fact('ResponseStarted', {}), stream: 'r1' }, row, telling).question).toBe('q1');
  expect(historyItem({ ...split, stream: 'other' }, row, telling).question).toBeNull();
});
