import type { Acting } from '@otklik/case/action-facts';
import { expect, it } from '@jest/globals';
import type { Departments } from '@otklik/kernel';
import { ownPartView } from './own-part-view.js';

const acting = (official: string, departments: Departments | undefined, more: Partial<Acting> = {}): Acting => ({
  official,
  mayActIn: (action) => (action === 'FINISH_PART' ? departments : undefined),
  ...more,
});
const at = '2026-11-25T01:00:00.000Z';
const parts = [
  { official: 'he', until: '2026-12-01' },
  { official: 'another', doneAt: at },
  { department: 'housing', until: '2026-12-02' },
] as const;

it('is the official’s own, else that of one whom he substitutes, else that of a department of his', () => {
  expect(ownPartView(parts, acting('he', ['housing']))).toEqual({ until: '2026-12-01', doneAt: null });
  expect(ownPartView(parts, acting('another', []))).toEqual({ until: null, doneAt: at });
  expect(ownPartView(parts, acting('third', ['housing']))).toEqual({ until: '2026-12-02', doneAt: null });
  const deputy = acting('deputy', [], { substituting: [acting('deputy', [], { onBehalfOf: 'he' })] });
  expect(ownPartView(parts, deputy)).toEqual({ until: '2026-12-01', doneAt: null });
});

it('is none of who acts in the whole district, or has nothing to do with it', () => {
  expect(ownPartView(parts, acting('head', 'ALL'))).toBeNull();
  expect(ownPartView(parts, acting('third', ['roads']))).toBeNull();
});

it('is one that waits for him before one that is done', () => {
  const done = { official: 'he', doneAt: at } as const;
  expect(ownPartView([done, parts[2]], acting('he', ['housing']))).toEqual({ until: '2026-12-02', doneAt: null });
});
