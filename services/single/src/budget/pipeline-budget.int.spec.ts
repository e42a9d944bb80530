import { beforeAll, describe, expect, it } from '@jest/globals';
import { APPEALS, costOfImportedAppeals } from './imported-appeals.fixture.js';
import { statementName } from './statement-name.fixture.js';

/** Of warnings of terms, which the former table shows to the release before until it goes: then they are saved. */
const TIMERS = 7;

/** Of one more batch among so few appeals, as a busy machine cuts them otherwise. */
const ONE_BATCH = 0.5;

/** For each appeal, without BEGIN, COMMIT and polls. A change that saves some of it lowers the number. */
const BUDGET = {
  statements: 6 + ONE_BATCH,
  plans: 6 + ONE_BATCH,
  rows: 123 + TIMERS,
  rowsBesideWords: 58 + TIMERS,
} as const;

/** The index of words: how many rows there are depends on the texts. */
const WORDS: readonly string[] = ['search.index_gram', 'search.index_posting', 'search.index_word'];

let cost: Record<keyof typeof BUDGET, ReadonlyMap<string, number>>;
beforeAll(async () => {
  const { statements, plans, rows } = await costOfImportedAppeals();
  cost = { statements, plans, rows, rowsBesideWords: new Map([...rows].filter(([table]) => !WORDS.includes(table))) };
}, 120_000);

describe('the cost of an imported appeal', () => {
  it.each(['statements', 'plans', 'rows', 'rowsBesideWords'] as const)('keeps the budget of %s', (kind) => {
    const used = perAppeal(cost[kind]);
    if (used > BUDGET[kind])
      throw new Error(`${used} ${kind} for each appeal, ${BUDGET[kind]} are allowed:\n${listed(cost[kind])}`);
  });

  it('takes statements for each batch, not for each appeal or event', () => {
    const repeated = [...cost.statements].filter(([, calls]) => calls >= APPEALS).map(([name]) => name);
    expect(repeated).toEqual([]);
  });

  it('names a statement by what it writes, else by what it reads', () => {
    expect(statementName('with a as (delete\n from x.b returning c) insert into x.y_v3 select c from a')).toBe(
      'delete from x.b, insert into x.y',
    );
    expect(statementName('SELECT 1 from x.a join x.b using (c)')).toBe('select x.a, x.b');
  });
});

function perAppeal(of: ReadonlyMap<string, number>): number {
  return [...of.values()].reduce((sum, n) => sum + n, 0) / APPEALS;
}

function listed(of: ReadonlyMap<string, number>): string {
  const rows = [...of].sort(([, one], [, other]) => other - one);
  return rows.map(([name, n]) => `${n / APPEALS}  ${name}`).join('\n');
}
