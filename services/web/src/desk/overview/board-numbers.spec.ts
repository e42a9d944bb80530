import { describe, expect, it } from '@jest/globals';
import { filterOf, viewOf } from '../../frame/worklist-filter.js';
import { filterOfList, listHref, type NumberName, type Whose } from './board-numbers.js';

const today = '2026-11-27';
const days = { period: { from: '2026-10-29', to: today }, week: { from: today, to: '2026-12-03' } };

/** The list's name and what it asks the register for, when a person follows the link. */
function asked(name: NumberName, whose: Whose = {}): readonly unknown[] {
  const url = new URL(listHref('aldan', name, whose, days), 'http://desk');
  const list = url.pathname.split('/').at(-1);
  const code = list === 'answered' ? 'ANSWERED' : 'IN_WORK';
  return [list, filterOf(code, viewOf(url.searchParams), today)];
}

const answered = { questionStates: ['ANSWERED'], answeredFrom: '2026-10-29', answeredTo: today };

describe('a number of the board leads to the list that it counts', () => {
  it.each<[NumberName, string, object]>([
    ['open', 'in-work', { worklist: 'IN_WORK' }],
    ['dueToday', 'in-work', { worklist: 'IN_WORK', dueFrom: today, dueBy: today, overdue: false }],
    ['coming', 'in-work', { worklist: 'IN_WORK', dueFrom: today, dueBy: '2026-12-03', overdue: false }],
    ['overdue', 'in-work', { worklist: 'IN_WORK', overdue: true }],
    ['answered', 'answered', answered],
    ['kept', 'answered', { ...answered, termKept: true }],
    ['late', 'answered', { ...answered, termKept: false }],
    ['sameDay', 'answered', { ...answered, sameDay: true }],
  ])('%s', (name, list, filter) => {
    expect(asked(name)).toEqual([list, filter]);
    // The list beside the number queries the same.
    expect(filterOfList(listHref('aldan', name, {}, days), today)).toEqual(filter);
  });

  it.each<[Whose, object]>([
    [{ department: 'zhkh' }, { departments: ['zhkh'] }],
    [{ topic: 'dorogi' }, { topics: ['dorogi'] }],
    [{ executor: 'e-1' }, { executor: 'e-1' }],
  ])('of %j', (whose, filter) => {
    expect(asked('open', whose)).toEqual(['in-work', { worklist: 'IN_WORK', ...filter }]);
  });
});
