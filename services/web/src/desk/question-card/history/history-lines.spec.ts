import { describe, expect, it } from '@jest/globals';
import { historyLines, shownTerms, type HistoryFact } from './history-lines.js';

const fact = (type: HistoryFact['type'], at: string, more: Partial<HistoryFact> = {}): HistoryFact => ({
  type,
  at,
  title: type,
  text: null,
  rule: null,
  into: [],
  changes: [],
  question: 'q1',
  term: null,
  by: null,
  onBehalfOf: null,
  notice: null,
  body: null,
  ...more,
});

type Duty = NonNullable<HistoryFact['term']>['duty'];

const set = (at: string, duty: Duty, dueOn: string, question = 'q1'): HistoryFact =>
  fact('DEADLINE_SET', at, { question, term: { duty, dueOn, dueAt: null, before: null, reason: null, share: null } });

const opened = '2026-10-27T01:00:00.000Z';
const first = [
  set(opened, 'ANSWER', '2026-11-26'),
  set(opened, 'FORWARD', '2026-11-03'),
  set(opened, 'RETURN', '2026-11-03'),
  set(opened, 'TELL', '2026-11-03'),
];

describe('lines of the history', () => {
  it('tell the terms that one act set for a question in one line, also around its other facts', () => {
    const routed = fact('QUESTION_ROUTED', opened);
    const second = set(opened, 'ANSWER', '2026-11-26', 'q2');
    const later = set('2026-11-02T01:00:00.000Z', 'ANSWER', '2026-12-02');
    const [one, two, ...rest] = first;
    const lines = historyLines([one!, two!, routed, ...rest, second, later]);
    expect(lines.map(({ fact: { type }, terms }) => [type, terms])).toEqual([
      ['DEADLINE_SET', first],
      ['QUESTION_ROUTED', []],
      ['DEADLINE_SET', [second]],
      ['DEADLINE_SET', [later]],
    ]);
  });

  it.each([['DEADLINE_EXTENDED'], ['INTERIM_ANSWER_TOLD']] as const)('tell in %s from which day to which', (type) => {
    const at = '2026-11-20T01:00:00.000Z';
    const moved = set(at, 'ANSWER', '2026-12-26');
    const other = set('2026-11-01T01:00:00.000Z', 'ANSWER', '2026-12-01', 'q2');
    for (const act of [
      [fact(type, at), moved],
      [moved, fact(type, at)],
    ]) {
      const last = historyLines([...first, other, ...act]).slice(2);
      expect(last).toEqual([{ fact: fact(type, at), terms: [moved], before: '2026-11-26' }]);
    }
  });

  it('keep terms that bind only if it is decided otherwise apart, unless there are no others', () => {
    const [answer, forward, ...others] = first;
    expect(shownTerms(first)).toEqual({ first: [answer, forward], others });
    expect(shownTerms(others)).toEqual({ first: others, others: [] });
  });
});
