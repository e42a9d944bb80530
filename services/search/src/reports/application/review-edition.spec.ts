import { expect, it } from '@jest/globals';
import { isOwnEdition, publicEditions, takenBackTo, type EditionState, type ReviewEdition } from './review-edition.js';

const edition = (period: string, number: number, state: EditionState) =>
  ({ id: `${period} ${number}`, period, edition: number, state }) as ReviewEdition;
const shown = (...editions: ReviewEdition[]) => publicEditions(editions).map(({ id }) => id);

it('shows what is released, the newest period first', () => {
  expect(shown(edition('2026-Q2', 1, 'RELEASED'), edition('2026-Q3', 1, 'RELEASED'))).toEqual([
    '2026-Q3 1',
    '2026-Q2 1',
  ]);
  expect(shown(edition('2026-Q4', 1, 'RELEASED'), edition('2026', 1, 'RELEASED'))).toEqual(['2026 1', '2026-Q4 1']);
  expect(shown(edition('2026-Q3', 2, 'TAKEN_BACK'), edition('2026-Q2', 1, 'RELEASED'))).toEqual(['2026-Q2 1']);
});

it('is another’s, whoever acted for whom', () => {
  const prepared = { official: 'clerk', onBehalfOf: 'coordinator', at: '' };
  expect(isOwnEdition({ prepared }, { official: 'clerk' })).toBe(true);
  expect(isOwnEdition({ prepared }, { official: 'coordinator' })).toBe(true);
  expect(isOwnEdition({ prepared }, { official: 'head', onBehalfOf: 'clerk' })).toBe(true);
  expect(isOwnEdition({ prepared }, { official: 'head' })).toBe(false);
  expect(isOwnEdition({ prepared: { official: 'clerk', at: '' } }, { official: 'head' })).toBe(false);
});

it('ends once', () => {
  expect((['PREPARED', 'RELEASED', 'DROPPED', 'TAKEN_BACK'] as const).map(takenBackTo)).toEqual([
    'DROPPED',
    'TAKEN_BACK',
    undefined,
    undefined,
  ]);
});
