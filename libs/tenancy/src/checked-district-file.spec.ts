import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { checkDistrictFile } from './checked-district-file.js';

let text: string;
beforeAll(async () => {
  text = await readFile(fileURLToPath(new URL('../../../deploy/districts/kuol.yaml', import.meta.url)), 'utf8');
});

const changed = (from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`kuol has no ${from}`);
  return text.replace(from, to);
};
const lineWith = (file: string, part: string): number => file.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('a district file', () => {
  it('without faults is a district', () => {
    const checked = checkDistrictFile(text);
    expect(checked.faults).toEqual([]);
    expect(checked.district?.code).toBe('kuol');
  });

  it.each(['*'.repeat(100), `a: &a [x, x]\nb: &b [${'*a, '.repeat(60)}]\nc: [${'*b, '.repeat(60)}]`])(
    'with aliases that cannot be resolved is invalid YAML',
    (broken) => {
      expect(checkDistrictFile(broken).faults.map(({ code }) => code)).toEqual(['YAML_INVALID']);
    },
  );

  it('names the line of every fault of the content', () => {
    const file = changed('topic: dorogi', 'topic: moon')
      .replace('[люк,', '[лю*,')
      .replace('zone: Asia/Vladivostok', 'zone: Mars');
    const { faults, lineOf } = checkDistrictFile(file);
    expect(faults.map(({ code, place }) => [code, lineOf(place)])).toEqual([
      ['ZONE_UNKNOWN', lineWith(file, 'zone: Mars')],
      ['CODE_UNKNOWN', lineWith(file, 'topic: moon')],
      ['PATTERN_INVALID', lineWith(file, '[лю*,')],
    ]);
  });

  it('names the line of a field of another kind and of broken YAML', () => {
    const unknown = changed('reopenWithinDays: 30', 'reopenWithinDays: 30\n  secret: 1');
    const { faults, lineOf } = checkDistrictFile(unknown);
    expect(faults.map(({ code, place }) => [code, lineOf(place)])).toEqual([
      ['FIELD_UNKNOWN', lineWith(unknown, 'secret: 1')],
    ]);
    const broken = checkDistrictFile('id: 1\ncode: [\n');
    expect(broken.faults[0]?.code).toBe('YAML_INVALID');
    expect(broken.lineOf('')).toBeGreaterThan(1);
    expect(checkDistrictFile('').faults[0]?.code).toBe('FIELD_INVALID');
  });

  it('may shorten the terms of 59-FZ and not lengthen them, in any unit', () => {
    const term = 'APPEAL_59FZ: { id: ANS, term: 30, unit: CALENDAR_DAYS';
    const faultsWith = (to: string): readonly string[] =>
      checkDistrictFile(changed(term, `APPEAL_59FZ: { id: ANS, ${to}`)).faults.map(({ code }) => code);
    expect(faultsWith('term: 20, unit: CALENDAR_DAYS')).toEqual([]);
    expect(faultsWith('term: 35, unit: CALENDAR_DAYS')).toEqual(['TERM_LONGER_THAN_LAW']);
    expect(faultsWith('term: 15, unit: WORKING_DAYS')).toEqual(['TERM_LONGER_THAN_LAW']);
  });
});
