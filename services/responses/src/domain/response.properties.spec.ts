import { expect, it } from '@jest/globals';
import { fold, Refusal } from '@otklik/kernel';
import fc from 'fast-check';
import { response, type ResponseCommand } from './response.decide.js';
import type { ResponseEvent } from './response.js';

const people = fc.constantFrom('ivanova', 'petrov', 'head');
const standing = fc.record({
  by: people,
  mayActIn: fc.oneof({ weight: 8, arbitrary: fc.constant('ALL' as const) }, fc.constantFrom(['works'], ['housing'])),
  department: fc.constantFrom('works', 'works', undefined),
  executor: fc.constantFrom('ivanova', 'ivanova', 'petrov', undefined),
});
const draftId = fc.constantFrom('d1', 'd2');
const opened = fc.option(fc.record({ draft: draftId, text: fc.constant('text') }), { nil: undefined });

const acts: fc.Arbitrary<ResponseCommand> = fc.oneof(
  fc
    .tuple(standing, draftId)
    .map(([who, draft]) => ({ type: 'DraftResponse', ...who, draft, text: 'text', outcome: 'EXPLAINED' }) as const),
  fc.tuple(standing, draftId).map(([who, note]) => ({ type: 'AddNote', ...who, note, text: 'note' }) as const),
  standing.map((who) => ({ type: 'ApproveResponse', ...who }) as const),
  standing.map((who) => ({ type: 'SendBackResponse', ...who, reason: 'why' }) as const),
  fc
    .tuple(standing, opened)
    .map(([who, text]) => ({ type: 'SignResponse', ...who, opened: text, signedAt: 'now', signature: 'S' }) as const),
);

/** Few ends among many acts: else hardly a life would reach a signature. */
const command: fc.Arbitrary<ResponseCommand> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ type: 'OpenResponse', question: 'roads', person: 'somebody' } as const) },
  { weight: 10, arbitrary: acts },
  { weight: 1, arbitrary: fc.constant({ type: 'CloseResponse' } as const) },
);

/** What is recorded of the commands, and for each command that recorded something, what it records at once again. */
function live(commands: readonly ResponseCommand[]) {
  const events: ResponseEvent[] = [];
  const again: (readonly ResponseEvent[])[] = [];
  for (const each of commands) {
    try {
      const recorded = response.decide(each, fold(response, events));
      events.push(...recorded);
      if (recorded.length > 0) again.push(response.decide(each, fold(response, events)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return { events, again };
}

it('records nothing when a command comes again', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      expect(live(commands).again.flat()).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('signs only what another than its drafter has approved since it was drafted, and changes nothing afterwards', () => {
  let signatures = 0;
  const walk: ResponseCommand[] = [{ type: 'OpenResponse', question: 'roads', person: 'somebody' }];
  fc.assert(
    fc.property(fc.array(command, { minLength: 20, maxLength: 60 }), (commands) => {
      const { events } = live([...walk, ...commands]);
      const at = events.findIndex((event) => event.type === 'ResponseSigned');
      if (at < 0) return;
      signatures += 1;
      expect(at).toBe(events.length - 1);
      const sinceDraft = events.slice(events.findLastIndex((event) => event.type === 'ResponseDrafted'));
      expect(sinceDraft.map((event) => event.type).filter((type) => type !== 'NoteAdded')).toEqual([
        ...['ResponseDrafted', 'ResponseApproved', 'ResponseSigned'],
      ]);
    }),
    { numRuns: 2_000 },
  );
  expect(signatures).toBeGreaterThan(0);
});

it('folds any facts in any order without throwing', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 20 }), fc.infiniteStream(fc.nat()), (commands, chance) => {
      const shuffled = live(commands)
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
