import { expect, it } from '@jest/globals';
import { fold, Refusal } from '@otklik/kernel';
import fc from 'fast-check';
import { question, type QuestionCommand } from './question.decide.js';
import type { QuestionEvent } from './question-state.js';

const department = fc.constantFrom('works', 'housing');
const departments = fc.oneof(fc.constant('ALL' as const), fc.subarray(['works', 'housing']));
const deadline = {
  dueOn: '2026-12-24',
  workBy: '2026-12-24',
  duty: 'ANSWER' as const,
  steps: [],
  zone: 'Asia/Yakutsk',
  countedFrom: '2026-11-24',
  by: 'RULE' as const,
  rule: 'ANS',
  ruleVersion: 1,
  calendarVersion: '2026-1',
  term: 30,
  unit: 'CALENDAR_DAYS' as const,
  endOnDayOff: 'NEXT' as const,
  provisional: false,
  source: 'law',
};
const route = fc.option(
  department.map((to) => ({ topic: 'ROADS', department: to, rule: 'r', ruleVersion: 1, words: [] })),
  { nil: undefined },
);

const AT = '2026-11-25T02:00:00.000Z';
const command: fc.Arbitrary<QuestionCommand> = fc.oneof(
  route.map(
    (proposed) =>
      ({
        type: 'OpenQuestion',
        person: 'person',
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
    .map(
      ([executor, executorIn, mayActIn]) =>
        ({ type: 'AssignExecutor', executor, executorIn, mayActIn, at: AT }) as const,
    ),
  departments.map((mayActIn) => ({ type: 'TakeBackAssignment', mayActIn, at: AT, commandId: 'c' }) as const),
  departments.map((mayActIn) => ({ type: 'ReturnQuestion', reason: 'why', mayActIn }) as const),
  fc.constant({ type: 'RecordAnswer', notice: 'n', answeredOn: '2026-11-30', zone: 'Asia/Yakutsk' } as const),
  fc.constantFrom('WITHDRAWN', 'ERASED').map((ground) => ({ type: 'CloseQuestion', ground }) as const),
);

function run(commands: readonly QuestionCommand[]) {
  const events: QuestionEvent[] = [];
  const repeated: (readonly QuestionEvent[])[] = [];
  for (const each of commands) {
    try {
      const recorded = question.decide(each, fold(question, events));
      events.push(...recorded);
      if (recorded.length > 0) repeated.push(question.decide(each, fold(question, events)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { events, repeated };
}

const commandLists = fc.array(command, { maxLength: 40 });

it('records nothing when a command is repeated', () => {
  fc.assert(
    fc.property(commandLists, (commands) => expect(run(commands).repeated.flat()).toEqual([])),
    { numRuns: 500 },
  );
});

it('sets one deadline at most, and records nothing after answer or closing but a late proof', () => {
  fc.assert(
    fc.property(commandLists, (commands) => {
      const types = run(commands).events.map((event) => event.type);
      expect(types.filter((type) => type === 'DeadlineSet').length).toBeLessThanOrEqual(1);
      const end = types.findIndex((type) => type === 'QuestionAnswered' || type === 'QuestionClosed');
      const after = end >= 0 ? types.slice(end + 1) : [];
      expect(after.filter((type) => type !== 'AnswerProvedLate')).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

it('assigns an executor only in the department to which the question is routed', () => {
  fc.assert(
    fc.property(commandLists, (commands) => {
      let current: string | undefined;
      for (const event of run(commands).events) {
        if (event.type === 'QuestionRouted') current = event.department;
        if (event.type === 'QuestionReturned') current = undefined;
        if (event.type === 'ExecutorAssigned') expect(event.department).toBe(current);
      }
    }),
    { numRuns: 1_000 },
  );
});
