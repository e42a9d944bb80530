import { expect, it } from '@jest/globals';
import { fold, Refusal } from '@otklik/kernel';
import fc from 'fast-check';
import { question, type QuestionCommand } from './question.decide.js';
import type { QuestionEvent } from './question.js';

const department = fc.constantFrom('works', 'housing');
const departments = fc.oneof(fc.constant('ALL' as const), fc.subarray(['works', 'housing']));
const deadline = {
  dueOn: '2026-12-24',
  zone: 'Asia/Yakutsk',
  countedFrom: '2026-11-24',
  by: 'RULE' as const,
  rule: 'ANS',
  ruleVersion: 1,
  calendarVersion: '2026-1',
  provisional: false,
  source: 'law',
};
const route = fc.option(
  department.map((to) => ({ topic: 'ROADS', department: to, rule: 'r', ruleVersion: 1, words: [] })),
  { nil: undefined },
);

const command: fc.Arbitrary<QuestionCommand> = fc.oneof(
  route.map(
    (proposed) =>
      ({
        type: 'OpenQuestion',
        person: 'somebody',
        regime: 'APPEAL_59FZ',
        ordinal: 1,
        route: proposed,
        deadline,
      }) as const,
  ),
  fc
    .tuple(department, fc.boolean(), fc.boolean())
    .map(
      ([to, topicKnown, departmentKnown]) =>
        ({ type: 'RouteQuestion', topic: 'ROADS', department: to, topicKnown, departmentKnown }) as const,
    ),
  fc
    .tuple(fc.constantFrom('ivanova', 'petrov'), departments, departments)
    .map(([executor, executorIn, mayActIn]) => ({ type: 'AssignExecutor', executor, executorIn, mayActIn }) as const),
  departments.map((mayActIn) => ({ type: 'ReturnQuestion', reason: 'why', mayActIn }) as const),
  fc.constant({ type: 'RecordAnswer', notice: 'n', answeredOn: '2026-11-30', zone: 'Asia/Yakutsk' } as const),
  fc.constantFrom('WITHDRAWN', 'ERASED').map((ground) => ({ type: 'CloseQuestion', ground }) as const),
);

function live(commands: readonly QuestionCommand[]) {
  const events: QuestionEvent[] = [];
  const again: (readonly QuestionEvent[])[] = [];
  for (const each of commands) {
    try {
      const recorded = question.decide(each, fold(question, events));
      events.push(...recorded);
      if (recorded.length > 0) again.push(question.decide(each, fold(question, events)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { events, again };
}

const lives = fc.array(command, { maxLength: 40 });

it('records nothing when a command comes again', () => {
  fc.assert(
    fc.property(lives, (commands) => expect(live(commands).again.flat()).toEqual([])),
    { numRuns: 500 },
  );
});

it('sets one term, and nothing happens after the answer or the end', () => {
  fc.assert(
    fc.property(lives, (commands) => {
      const types = live(commands).events.map((event) => event.type);
      expect(types.filter((type) => type === 'DeadlineSet').length).toBeLessThanOrEqual(1);
      const over = types.findIndex((type) => type === 'QuestionAnswered' || type === 'QuestionClosed');
      if (over >= 0) expect(over).toBe(types.length - 1);
    }),
    { numRuns: 1_000 },
  );
});

it('gives an executor only while it stands in a department, and in that one', () => {
  fc.assert(
    fc.property(lives, (commands) => {
      let stands: string | undefined;
      for (const event of live(commands).events) {
        if (event.type === 'QuestionRouted') stands = event.department;
        if (event.type === 'QuestionReturned') stands = undefined;
        if (event.type === 'ExecutorAssigned') expect(event.department).toBe(stands);
      }
    }),
    { numRuns: 1_000 },
  );
});
