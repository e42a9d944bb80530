import { beforeAll, describe, expect, it } from '@jest/globals';
import { APPEALS, costOfImportedAppeals, type Cost } from './imported-appeals.fixture.js';
import { statementName } from './statement-name.fixture.js';

/** For each appeal, without BEGIN, COMMIT and polls. A change that saves some of it lowers the number. */
const BUDGET = { statements: 48, plans: 7, rows: 160 } as const;

/** Statements that run for each appeal or event instead of each batch. None may join them, and those that leave are struck out. */
const ROW_BY_ROW = [
  'delete from routing.provisional_term',
  'insert into intake.open311_request',
  'insert into intake.question',
  'insert into notifications.applicant',
  'insert into notifications.question',
  'insert into notifications.watched_question',
  'insert into responses.assignment',
  'insert into responses.stream, insert into responses.command, insert into responses.event',
  'insert into routing.stream, insert into routing.command, insert into routing.event',
  'insert into routing.term_timer',
  'select notifications.applicant',
  'select notifications.duplicate',
  'select notifications.network_source',
  'select notifications.question',
  'select notifications.watched_question',
  'select notifications.webhook',
  'select responses.event',
  'select routing.event',
  'select routing.handover_origin',
  'select routing.received',
  'select vault.person_key, vault.district_key',
  'update intake.open311_request',
  'update intake.question',
  'update notifications.applicant',
];

let cost: Cost;
beforeAll(async () => void (cost = await costOfImportedAppeals()), 120_000);

describe('the cost of an imported appeal', () => {
  it.each(['statements', 'plans', 'rows'] as const)('keeps the budget of %s', (kind) => {
    const used = perAppeal(cost[kind]);
    if (used > BUDGET[kind])
      throw new Error(`${used} ${kind} for each appeal, ${BUDGET[kind]} are allowed:\n${listed(cost[kind])}`);
  });

  it('takes statements for each batch, not for each appeal or event', () => {
    const repeated = [...cost.statements].filter(([, calls]) => calls >= APPEALS).map(([name]) => name);
    expect(repeated.filter((name) => !ROW_BY_ROW.includes(name))).toEqual([]);
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
