import { expect, it } from '@jest/globals';
import { fold, Refusal } from '@otklik/kernel';
import { isNight } from '@otklik/testing';
import fc from 'fast-check';
import { response, type ResponseCommand } from './response.decide.js';
import type { ResponseEvent } from './response.js';

const people = fc.constantFrom('ivanova', 'petrov', 'head');
const actingOfficial = fc.record({
  by: people,
  mayActIn: fc.oneof({ weight: 8, arbitrary: fc.constant('ALL' as const) }, fc.constantFrom(['works'], ['housing'])),
  department: fc.constantFrom('works', 'works', undefined),
  executor: fc.constantFrom('ivanova', 'ivanova', 'petrov', undefined),
  today: fc.constant('2026-11-27'),
});
const draftId = fc.constantFrom('d1', 'd2');
const opened = fc.option(fc.record({ draft: draftId, text: fc.constant('text') }), { nil: undefined });

const officialCommands: fc.Arbitrary<ResponseCommand> = fc.oneof(
  fc
    .tuple(actingOfficial, draftId)
    .map(
      ([official, draft]) =>
        ({ type: 'DraftResponse', ...official, draft, text: 'text', outcome: 'EXPLAINED' }) as const,
    ),
  fc
    .tuple(actingOfficial, draftId)
    .map(([official, note]) => ({ type: 'AddNote', ...official, note, text: 'note' }) as const),
  actingOfficial.map((official) => ({ type: 'ApproveResponse', ...official }) as const),
  actingOfficial.map((official) => ({ type: 'SendBackResponse', ...official, code: 'OTHER', reason: 'why' }) as const),
  fc
    .tuple(actingOfficial, opened)
    .map(
      ([official, text]) =>
        ({ type: 'SignResponse', ...official, answer: 'a', opened: text, signedAt: 'now', signature: 'S' }) as const,
    ),
);

/** Openings and closings are rare, so that many runs reach a signature. */
const command: fc.Arbitrary<ResponseCommand> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ type: 'OpenResponse', question: 'roads', person: 'person' } as const) },
  { weight: 10, arbitrary: officialCommands },
  { weight: 1, arbitrary: fc.constant({ type: 'CloseResponse' } as const) },
);

/** The events of the commands, and what each recording command records when repeated at once. */
function run(commands: readonly ResponseCommand[]) {
  const events: ResponseEvent[] = [];
  const repeated: (readonly ResponseEvent[])[] = [];
  for (const each of commands) {
    try {
      const recorded = response.decide(each, fold(response, events));
      events.push(...recorded);
      if (recorded.length > 0) repeated.push(response.decide(each, fold(response, events)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { events, repeated };
}

it('records nothing when a command is repeated', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      expect(run(commands).repeated.flat()).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('signs only a draft that was approved after it was drafted, and records nothing afterwards', () => {
  let signatures = 0;
  const walk: ResponseCommand[] = [{ type: 'OpenResponse', question: 'roads', person: 'person' }];
  fc.assert(
    fc.property(fc.array(command, { minLength: 20, maxLength: 60 }), (commands) => {
      const { events } = run([...walk, ...commands]);
      const at = events.findIndex((event) => event.type === 'ResponseSigned');
      if (at < 0) return;
      signatures += 1;
      expect(at).toBe(events.length - 1);
      const sinceDraft = events.slice(events.findLastIndex((event) => event.type === 'ResponseDrafted'));
      expect(sinceDraft.map((event) => event.type).filter((type) => type !== 'NoteAdded')).toEqual([
        ...['ResponseDrafted', 'ResponseApproved', 'ResponseSigned'],
      ]);
    }),
    { numRuns: isNight ? 8_000 : 2_000 },
  );
  expect(signatures).toBeGreaterThan(0);
});

it('folds events in any order without throwing', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 20 }), fc.infiniteStream(fc.nat()), (commands, chance) => {
      const shuffled = run(commands)
        .events.map((event) => [chance.next().value!, event] as const)
        .sort(([a], [b]) => a - b);
      expect(() =>
        fold(
          response,
          shuffled.map(([, event]) => event),
        ),
      ).not.toThrow();
    }),
  );
});
