import { describe, expect, it } from '@jest/globals';
import { listOf } from '../../frame/worklists.js';
import { filterOf, viewOf } from '../../frame/worklist-filter.js';
import { lastEnded, monthsOf, quartersOf } from './periods.js';
import { groupHref, lineHref, mendHref } from './report-lists.js';

const days = { from: '2026-07-01', to: '2026-09-30' };
const appeals = { regimes: ['APPEAL_59FZ', 'ORAL_RECEPTION'], states: expect.any(Array) as unknown };
const registered = { ...appeals, registeredFrom: days.from, registeredTo: days.to };
const open = ['OPEN', 'ROUTED', 'RETURNED', 'IN_WORK', 'FORWARDING', 'LEAVING'];
const answered = { ...appeals, answeredFrom: days.from, answeredTo: days.to };

/** What the list at the address asks the register for. */
function filterAt(href: string | undefined) {
  const { pathname, searchParams } = new URL(href!, 'http://desk');
  return filterOf(listOf(pathname.split('/').at(-1)!)!, viewOf(searchParams), '2026-11-27');
}

describe('a number of a review', () => {
  it.each([
    ['VOLUME', 'APPEALS', 'APPEALS', registered],
    ['VOLUME', 'QUESTIONS', 'QUESTIONS', registered],
    ['SECTIONS', '0005', 'QUESTIONS', { ...registered, classifier: '0005' }],
    ['CHANNELS', 'PAPER', 'APPEALS', { ...registered, channels: ['PAPER'] }],
    ['SOURCES', 'PRESIDENT', 'APPEALS', { ...registered, sentBy: ['PRESIDENT'] }],
    ['RESULTS', 'FORWARDED', 'QUESTIONS', { ...registered, results: ['FORWARDED'] }],
    ['PLACES', 'tommot', 'APPEALS', { ...registered, settlements: ['tommot'] }],
    ['TERMS', 'KEPT', 'QUESTIONS', { ...answered, termKept: true }],
    ['TERMS', 'SAME_DAY', 'QUESTIONS', { ...answered, sameDay: true }],
    ['VOLUME', 'OPEN', 'QUESTIONS', { ...registered, questionStates: open }],
    ['TERMS', 'EXTENDED', 'QUESTIONS', { ...answered, extensions: ['IN_FORCE'] }],
    ['KINDS', 'COLLECTIVE', 'APPEALS', { ...registered, collective: true }],
    ['KINDS', 'REPEATED', 'APPEALS', { ...registered, repeated: true }],
    ['KINDS', 'REPEATED_LATE', 'APPEALS', { ...registered, repeatCauses: ['LATE'] }],
    ['KINDS', 'CONTROLLED', 'QUESTIONS', { ...registered, controlled: true }],
  ] as const)('of %s %s leads to the list that it counts', (table, code, of, filter) => {
    const href = lineHref('aldan', { table, code, of }, days);
    expect(filterAt(href)).toEqual(filter);
    expect(href).toContain(of === 'APPEALS' ? '/list/registered-appeals?' : '/list/registered?');
  });

  it('that no list shows is no link', () => {
    expect(lineHref('aldan', { table: 'PLACES', code: 'FEW', of: null }, days)).toBeUndefined();
    expect(lineHref('aldan', { table: 'TERMS', code: 'UNKNOWN', of: 'QUESTIONS' }, days)).toBeUndefined();
  });

  it('of messages leads to the messages of these days', () => {
    const messages = { regimes: ['SOCIAL_MESSAGE'], receivedFrom: days.from, receivedTo: days.to };
    const href = (code: string, of: 'APPEALS' | 'QUESTIONS') =>
      lineHref('aldan', { table: 'MESSAGES', code, of }, days);
    expect(filterAt(href('RECEIVED', 'APPEALS'))).toEqual(messages);
    expect(filterAt(href('SAME_DAY', 'QUESTIONS'))).toEqual({ ...messages, sameDay: true });
    expect(href('RECEIVED', 'APPEALS')).toContain('/list/messages?');
  });
});

it('of a month leads to what was registered in it, and to what was answered in it and registered before', () => {
  expect(filterAt(groupHref('aldan', { code: 'REGISTERED', of: 'APPEALS' }, days))).toEqual(registered);
  expect(filterAt(groupHref('aldan', { code: 'ANSWERED', of: 'QUESTIONS' }, days))).toEqual({
    ...answered,
    registeredFrom: '2000-01-01',
    registeredTo: '2026-06-30',
  });
  expect(filterAt(groupHref('aldan', { code: 'ENDED', of: 'QUESTIONS' }, days))).toEqual({
    ...appeals,
    endedFrom: days.from,
    endedTo: days.to,
    registeredFrom: '2000-01-01',
    registeredTo: '2026-06-30',
  });
});

it('offers months, quarters and years from today back', () => {
  expect(monthsOf('2026-01-05').slice(0, 3)).toEqual(['2026-01', '2025-12', '2025-11']);
  expect(quartersOf('2026-02-05').slice(0, 4)).toEqual(['2026-Q1', '2025', '2025-Q4', '2025-Q3']);
});

it('begins with the month or the quarter that ended last', () => {
  expect(lastEnded(monthsOf('2026-01-05'))).toBe('2025-12');
  expect(lastEnded(quartersOf('2026-02-05'))).toBe('2025-Q4');
  expect(lastEnded(quartersOf('2026-12-03'))).toBe('2026-Q3');
});

it('leads from a fault to the dialog that mends it, else to the question', () => {
  expect(mendHref('aldan', 'a', { field: 'code', question: 'q' })).toBe(
    '/desk/aldan/card/a?question=q&act=CLASSIFY_QUESTION',
  );
  expect(mendHref('aldan', 'a', { field: 'createDate', question: null })).toBe('/desk/aldan/card/a?act=RECORD_SOURCE');
  expect(mendHref('aldan', 'a', { field: 'attachment', question: 'q' })).toBe('/desk/aldan/card/a?question=q');
  expect(mendHref('aldan', 'a')).toBe('/desk/aldan/card/a');
});
