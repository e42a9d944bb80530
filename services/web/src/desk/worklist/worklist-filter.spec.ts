import { describe, expect, it } from '@jest/globals';
import { filterOf, nextOrder, searchOf, viewOf } from './worklist-filter.js';

const none = viewOf(new URLSearchParams());

describe('the view of a worklist in its address', () => {
  it('comes back from the address as it went in', () => {
    const view = {
      ...none,
      text: 'О-171',
      department: 'housing',
      due: '3',
      channel: 'PHONE',
      outcome: 'EXPLAINED',
      rating: '2',
      order: 'NEWEST',
    } as const;
    expect(viewOf(new URLSearchParams(searchOf(view)))).toEqual(view);
  });

  it('is empty when nothing is chosen', () => {
    expect(searchOf(none)).toBe('');
  });

  it('ignores a term that there is not', () => {
    expect(viewOf(new URLSearchParams('due=yesterday')).due).toBe('');
  });
});

describe('the filter of a worklist', () => {
  it('is the worklist alone when nothing is chosen', () => {
    expect(filterOf('MINE', none, '2026-11-27')).toEqual({ worklist: 'MINE' });
  });

  it.each([
    ['О-171', { number: 'О-171' }],
    ['алд с 2026/171', { number: 'алд с 2026/171' }],
    ['212', { number: '212' }],
    ['фонари у школы', { words: 'фонари у школы' }],
    ['Ленина 15', { words: 'Ленина 15' }],
    ['PHN9E-ATBRF', { words: 'PHN9E-ATBRF' }],
  ])('takes %s for a number or for words', (text, expected) => {
    expect(filterOf('MINE', { ...none, text }, '2026-11-27')).toEqual({ worklist: 'MINE', ...expected });
  });

  it('asks for the outcome and the rating', () => {
    const view = { ...none, outcome: 'EXPLAINED', rating: '2' } as const;
    expect(filterOf('MINE', view, '2026-11-27')).toEqual({ worklist: 'MINE', outcomes: ['EXPLAINED'], ratings: [2] });
  });

  it.each([
    ['late', { overdue: true }],
    ['today', { dueFrom: '2026-12-31', dueBy: '2026-12-31' }],
    ['3', { dueBy: '2027-01-03' }],
  ] as const)('asks for the term %s', (due, expected) => {
    expect(filterOf('IN_WORK', { ...none, due }, '2026-12-31')).toEqual({ worklist: 'IN_WORK', ...expected });
  });
});

it.each([
  ['DEADLINE', 'DEADLINE', 'DEADLINE_REVERSED'],
  ['DEADLINE_REVERSED', 'DEADLINE', 'DEADLINE'],
  ['DEADLINE', 'NEWEST', 'NEWEST'],
  ['NEWEST', 'NEWEST', 'OLDEST'],
  ['OLDEST', 'NEWEST', 'NEWEST'],
] as const)('the order %s becomes, at a press on %s, %s', (now, column, then) => {
  expect(nextOrder(now, column)).toBe(then);
});
