import { expect, it } from '@jest/globals';
import type { RecordedEvent } from '@otklik/event-store';
import { openedQuestions, type OpenedQuestion } from './opened-questions.js';

const deadline = { rule: 'ANS', duty: 'ANSWER', countedFrom: '2026-11-24', dueOn: '2026-12-24', zone: 'Asia/Yakutsk' };
const routed = { topic: 'yama', department: 'roads', by: 'RULE', words: ['яма'] };
const opened = { ordinal: 1, regime: 'APPEAL_59FZ' };

type Told = readonly [stream: string, type: string, data: object];

function taken(...told: readonly Told[]): readonly OpenedQuestion[] {
  const questions = openedQuestions();
  return told.flatMap(([stream, type, data]) => {
    const event = {
      stream,
      type,
      data,
      district: 1,
      correlationId: `appeal of ${stream}`,
      at: '2026-11-24T03:00:00.000Z',
    };
    return questions.take(event as unknown as RecordedEvent) ?? [];
  });
}

it('puts the first route and the term of the answer together, though other questions open between them', () => {
  const found = taken(
    ['a', 'QuestionOpened', opened],
    ['b', 'QuestionOpened', opened],
    ['a', 'QuestionRouted', routed],
    ['b', 'QuestionLeftToCoordinator', {}],
    ['b', 'DeadlineSet', deadline],
    ['a', 'DeadlineSet', deadline],
  );
  expect(found).toMatchObject([
    { appeal: 'appeal of b', byOfficial: false, deadline },
    { appeal: 'appeal of a', byOfficial: false, deadline, route: { topic: 'yama', department: 'roads' } },
  ]);
  expect(found[0]).not.toHaveProperty('route');
});

it('takes what the coordinator decided afterwards for no first route', () => {
  const found = taken(
    ['a', 'QuestionOpened', opened],
    ['a', 'QuestionLeftToCoordinator', {}],
    ['a', 'DeadlineSet', deadline],
    ['a', 'QuestionRouted', { ...routed, by: 'OFFICIAL' }],
    ['a', 'DeadlineSet', { ...deadline, dueOn: '2027-01-23' }],
  );
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ byOfficial: false, deadline: { dueOn: '2026-12-24' } });
});

it('says when an official gave the first route, and passes by terms of other duties', () => {
  const found = taken(
    ['a', 'QuestionOpened', { ...opened, ordinal: 2, text: 'sealed' }],
    ['a', 'QuestionRouted', { ...routed, by: 'OFFICIAL' }],
    ['a', 'DeadlineSet', { ...deadline, duty: 'FORWARD', dueOn: '2026-12-01' }],
    ['a', 'DeadlineSet', deadline],
  );
  expect(found).toMatchObject([{ ordinal: 2, text: 'sealed', byOfficial: true, deadline: { dueOn: '2026-12-24' } }]);
});
