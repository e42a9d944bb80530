import { beforeAll, describe, expect, it } from '@jest/globals';
import { termOf } from '@otklik/kernel';
import { readdirSync, readFileSync } from 'node:fs';
import { readCalendarFile } from './calendar-file.js';
import { lawOf, readLawFile, type Law } from './law-file.js';
import { lawInLines, lawVectors, vectorStart } from './law-vectors.fixture.js';
import { legalRule } from './legal-terms.js';

const deploy = new URL('../../../deploy/', import.meta.url);
const TODAY = '2026-11-27';
let law: Law;
beforeAll(() => {
  const names = readdirSync(new URL('law/', deploy));
  law = lawOf(
    names.map((name) => ({
      name,
      rules: readLawFile(name, readFileSync(new URL(`law/${name}`, deploy), 'utf8'), TODAY),
    })),
  );
});
const year = readCalendarFile('2026.yaml', readFileSync(new URL('calendars/2026.yaml', deploy), 'utf8'));
const calendar = { version: '2026.1', days: year.days, years: [2026] };

describe('the law of the platform', () => {
  it('has every rule of the statutory chain, of messages and of reports', () => {
    expect(Object.keys(law).sort()).toEqual(
      [
        ...['COMPLAINT', 'REG', 'FWD', 'FWD-MANY', 'FWD-BAN', 'FWD-MIG', 'ANS', 'EXT', 'REQ', 'ANON', 'COURT', 'ABUSE'],
        ...[
          'UNREADABLE',
          'UNCLEAR',
          'REPEAT',
          'PUBLISHED',
          'SECRET',
          'CHANNEL-IN',
          'CHANNEL-OUT',
          'PUBLISH',
          'ORAL',
          'FINE',
        ],
        ...['SOC-9H', 'SOC-4H', 'SOC-FINAL', 'SOC-8H', 'SOC-24H', 'SOC-DAY', 'MOD', 'POS', 'POS-10', 'SSTU'],
      ].sort(),
    );
  });

  it.each(Object.entries(lawInLines))('%s is as it was read, once more: %s', (id, line) => {
    const { binding, validFrom, duty, term, unit, start, endOnDayOff, notice } = law[id]!;
    const given = [binding, validFrom, duty, term, unit, start, endOnDayOff, notice];
    expect(given.filter((one) => one !== undefined).join(' ')).toBe(line);
  });

  it('has such a line of every rule', () => {
    expect(Object.keys(lawInLines).sort()).toEqual(Object.keys(law).sort());
  });

  it('has a vector of every term', () => {
    const terms = Object.keys(law).filter((id) => legalRule(law, id));
    expect(lawVectors.map(({ rule }) => rule).sort()).toEqual(terms.sort());
  });

  it.each(lawVectors)('$rule ($source) from 24 November 2026 ends on $dueOn', ({ rule: id, source, dueOn, dueAt }) => {
    const rule = legalRule(law, id)!;
    const term = termOf(vectorStart, rule, calendar);
    expect([rule.source, term.dueOn, term.dueAt]).toEqual([source, dueOn, dueAt]);
  });

  it.each([
    ...[
      'FWD-MANY',
      'FWD-BAN',
      'ANON',
      'ABUSE',
      'REPEAT',
      'SECRET',
      'CHANNEL-IN',
      'CHANNEL-OUT',
      'PUBLISH',
      'SSTU',
      'FINE',
    ],
  ])('%s sets no term', (id) => {
    expect(law[id]).toBeDefined();
    expect(legalRule(law, id)).toBeUndefined();
  });

  it('says how the text of each rule is known: none was compared with the official one yet', () => {
    const known = (text: string) => Object.values(law).flatMap((rule) => (rule.text === text ? [rule.id] : []));
    expect(known('COMPARED')).toEqual([]);
    expect(known('UNREAD').sort()).toEqual(
      [
        ...[
          'COMPLAINT',
          'FWD-MANY',
          'FWD-BAN',
          'FWD-MIG',
          'REQ',
          'UNREADABLE',
          'UNCLEAR',
          'REPEAT',
          'PUBLISHED',
          'SECRET',
        ],
        ...['PUBLISH', 'ORAL', 'MOD', 'SOC-24H', 'FINE'],
      ].sort(),
    );
  });
});

describe('a file of the law', () => {
  const file = (rule: string) =>
    `act: X\nrules:\n  - { id: R-1, version: 1, article: a, binding: LAW, duty: ANSWER, text: UNREAD, ${rule} }\n`;
  it.each([
    ['validFrom: 2026-02-30', /x\.yaml: \/rules\/0\/validFrom: 2026-02-30 is not a date/],
    ['validFrom: 2026-12-01', /validFrom: 2026-12-01 has not come yet/],
    ['validFrom: 2026-01-01, term: 5', /\/rules\/0: a term has a unit/],
    [
      'validFrom: 2026-01-01, term: 0, unit: HOURS, start: RECEIVED, endOnDayOff: NEXT',
      /only working days may be none/,
    ],
    ['validFrom: 2026-01-01, term: 5, unit: HOURS, start: YESTERDAY, endOnDayOff: NEXT', /\/rules\/0\/start/],
    [
      'validFrom: 2026-01-01, term: 5, unit: HOURS, start: REQUEST_RECEIVED, endOnDayOff: NEXT',
      /\/rules\/0\/start: nothing begins a term of R-1 from REQUEST_RECEIVED/,
    ],
    ['validFrom: 2026-01-01, start: RECEIVED', /\/rules\/0: a term has a unit/],
    ['validFrom: 2026-01-01, source: a page', /\/rules\/0\/source: names what was compared or read/],
    ['validFrom: 2026-01-01, boss: x', /\/rules\/0\/boss: is not a field/],
  ])('with %s is refused', (rule, why) => {
    expect(() => readLawFile('x.yaml', file(rule), TODAY)).toThrow(why);
  });

  it.each(['COMPARED', 'SECONDARY'])('claims no %s text without a named source', (text) => {
    const claimed = file('validFrom: 2026-01-01').replace('UNREAD', text);
    expect(() => readLawFile('x.yaml', claimed, TODAY)).toThrow(/\/rules\/0\/source: names what was compared/);
    expect(readLawFile('x.yaml', claimed.replace(text, `${text}, source: x`), TODAY)).toHaveLength(1);
  });

  it('names a rule once', () => {
    const rules = readLawFile('x.yaml', file('validFrom: 2026-01-01'), TODAY);
    expect(() =>
      lawOf([
        { name: 'x.yaml', rules },
        { name: 'y.yaml', rules },
      ]),
    ).toThrow(/y\.yaml: \/rules: R-1 is listed twice/);
  });
});
