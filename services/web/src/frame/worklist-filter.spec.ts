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
      result: 'FORWARDED',
      classifier: '0003.0008',
      rating: '2',
      topic: 'dorogi',
      executor: '0f9d2b0e-0000-4000-8000-000000000001',
      answered: '2026-10-29..2026-11-27',
      ended: '2026-10-30..2026-11-26',
      registered: '2026-10-01..2026-10-31',
      kept: 'day',
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

it.each(['2026-11-27', '27.11.2026..28.11.2026', '2026-11-27..'])('ignores %s, which is no span of days', (text) => {
  expect(viewOf(new URLSearchParams({ answered: text, due: text }))).toMatchObject({ answered: '', due: '' });
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

  it('asks for the beginning of a code, and for nothing where it is none', () => {
    const found = (code: string) => filterOf('IN_WORK', viewOf(new URLSearchParams({ code })), '2026-11-27');
    expect(found('0003.0008')).toEqual({ worklist: 'IN_WORK', classifier: '0003.0008' });
    expect(found('3.8')).toEqual({ worklist: 'IN_WORK' });
  });

  it('asks what was answered, or what ended with a result, also without an answer', () => {
    expect(filterOf('ANSWERED', none, '2026-11-27')).toEqual({ questionStates: ['ANSWERED'] });
    expect(filterOf('ANSWERED', { ...none, result: 'LEFT_UNANSWERED' }, '2026-11-27')).toEqual({
      results: ['LEFT_UNANSWERED'],
    });
  });

  it.each([
    ['forward', ['FWD', 'FWD-MIG']],
    ['tell', ['COMPLAINT', 'COURT', 'UNREADABLE', 'UNCLEAR', 'PUBLISHED']],
    ['nonsense', undefined],
  ])('asks for what is late by the rules of %s', (late, rules) => {
    const view = viewOf(new URLSearchParams({ late }));
    expect(filterOf('IN_WORK', view, '2026-11-27')).toEqual({
      worklist: 'IN_WORK',
      ...(rules && { lateRules: rules }),
    });
  });

  it.each([
    ['late', { overdue: true }],
    ['today', { dueFrom: '2026-12-31', dueBy: '2026-12-31', overdue: false }],
    ['3', { dueBy: '2027-01-03' }],
    ['forward', { dueRules: ['FWD', 'FWD-MIG'] }],
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
