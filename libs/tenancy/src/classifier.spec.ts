import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { classifierFaults } from './classifier-faults.js';
import { readClassifierFile } from './classifier-file.js';
import { classifierOf, levelOf, shortCode, type ClassifierEdition } from './classifier.js';

const file = (...lines: readonly string[]) => ['code\tname\tversion', ...lines].join('\n');
const inTheme = ['0003\tЭкономика\t2025', '0003.0009\tХозяйство\t2025', '0003.0009.0099\tТранспорт\t2025'];
const read = (...lines: readonly string[]) => readClassifierFile(file(...inTheme, ...lines));
const edition = (name: string, isWhole: boolean, ...lines: readonly string[]): ClassifierEdition => ({
  ...readClassifierFile(file(...inTheme, ...lines).replaceAll('\t2025', `\t${name}`)).classifier!,
  isWhole,
});
const roads = '0003.0009.0099.0742\tДороги\t2025';

describe('a file of the classifier', () => {
  it('is read by the names of its columns, in any order and language, with full writing and quoted cells', () => {
    const text = '\uFEFFНаименование\tУровень\tКод\tЛишнее\r\n"Раздел ""А"""\t1\t0003.0000.0000.0000\t-\r\n\r\n';
    expect(readClassifierFile(text, '31.10.2025')).toEqual({
      faults: [],
      classifier: { edition: '31.10.2025', rows: [{ code: '0003', name: 'Раздел "А"' }] },
    });
  });

  it.each([
    ['0003.0009.0098.0001\tСирота\t2025', 'is in 0003.0009.0098, which the file does not have'],
    ['0003.9\tКороткий\t2025', '"0003.9" is no code'],
    ['0003.0009.0099.0742\t\t2025', 'has no name'],
    ['0003.0009\tЕщё раз\t2025', 'is also in line 3'],
  ])('with the row «%s» is not loaded, and says why by line', (row, why) => {
    const { classifier, faults } = read(row);
    expect(classifier).toBeUndefined();
    expect(faults).toEqual([{ line: 5, why: expect.stringContaining(why) }]);
  });

  it('of several editions is loaded only as the one that is named', () => {
    const rows = file(...inTheme, '0003.0009.0099.0742\tДороги\tv4');
    expect(readClassifierFile(rows).faults).toEqual([{ line: 1, why: expect.stringContaining('2025, v4') }]);
    expect(readClassifierFile(rows, 'v4').classifier!.edition).toBe('v4');
  });

  it('names every fault at once', () => {
    expect(read('x\tИкс\t2025', '0003.0009.0099.0742\t\t2025').faults.map(({ line }) => line)).toEqual([5, 6]);
  });

  it.each([
    ['', 'the column code and name is missing'],
    ['code\tname', 'there is no row'],
    ['code\tname\n0003\tЭкономика', 'no column names the edition'],
  ])('which is «%s» is none', (text, why) => {
    expect(readClassifierFile(text).faults).toEqual([{ line: 1, why: expect.stringContaining(why) }]);
  });

  it('of the product is a part with all that the sample topics propose', () => {
    const text = readFileSync(new URL('../../../deploy/classifier/v4.part.tsv', import.meta.url), 'utf8');
    const { classifier, faults } = readClassifierFile(text);
    expect(faults).toEqual([]);
    expect(classifier!.edition).toBe('v4');
    expect(classifier!.rows.every(({ source }) => source !== undefined)).toBe(true);
    const found = classifierOf([{ ...classifier!, isWhole: true }]).finding('0003.0009.0099.0742.0110');
    expect(found).toMatchObject({ item: { above: [{}, {}, {}, { code: '0003.0009.0099.0742' }] } });
  });
});

describe('a code', () => {
  it('has its level by its parts, in either writing', () => {
    expect(['0003', '0005.0005.0056.0000', '0003.0009.0099.0742.0110'].map(levelOf)).toEqual([1, 3, 5]);
    expect(shortCode('0003.0009.0099.0742.0000')).toBe('0003.0009.0099.0742');
  });

  it('is set where the edition in force has it, with what it is in', () => {
    const known = classifierOf([edition('31.10.2025', true, roads)]);
    expect(known.finding('0003.0009.0099.0742.0000')).toMatchObject({
      is: 'KNOWN',
      item: {
        name: 'Дороги',
        level: 4,
        edition: '31.10.2025',
        above: [{ name: 'Экономика' }, {}, { name: 'Транспорт' }],
      },
    });
    expect(known.finding('0003.0009.0099').is).toBe('TOO_WIDE');
    expect(known.finding('0003.0009.0099.0000').is).toBe('TOO_WIDE');
    expect(known.finding('0003.0009.0099.0001').is).toBe('UNKNOWN');
  });

  it('is no mistake because a part of an edition lacks it', () => {
    expect(classifierOf([edition('31.10.2025', false, roads)]).finding('0003.0009.0099.0001').is).toBe('UNCHECKED');
    expect(classifierOf([]).finding('0003.0009.0099.0001').is).toBe('UNCHECKED');
    expect(classifierOf([]).finding('0003.0009.0099').is).toBe('TOO_WIDE');
  });

  it('of an older edition is set no more, and still means what it meant', () => {
    const known = classifierOf([
      edition('2017', true, roads),
      edition('31.10.2025', true, '0003.0009.0099.0743\tПешеходы\t2025'),
      edition('01.02.2026', false, '0003.0009.0099.0744\tЗнаки\t2025'),
    ]);
    expect(known.inForce.map((one) => one.edition)).toEqual(['01.02.2026', '31.10.2025']);
    expect(known.finding('0003.0009.0099.0742').is).toBe('UNKNOWN');
    expect(known.finding('0003.0009.0099.0744')).toMatchObject({ item: { edition: '01.02.2026' } });
    expect(known.item('0003.0009.0099.0742', '2017')).toMatchObject({ name: 'Дороги', edition: '2017' });
    expect(known.item('0003.0009.0099.0742')).toMatchObject({ name: 'Дороги' });
  });

  it('of several editions has the name of the one that it was set with', () => {
    const known = classifierOf([
      edition('2017', true, roads),
      edition('31.10.2025', true, '0003.0009.0099.0742\tАвтомобильные дороги\t2025'),
    ]);
    const names = ['2017', '31.10.2025', undefined].map((one) => known.item('0003.0009.0099.0742', one)!.name);
    expect(names).toEqual(['Дороги', 'Автомобильные дороги', 'Автомобильные дороги']);
  });
});

describe('codes that topics of a district propose', () => {
  const topics = (classifier: string | string[]) => ({ topics: [{ code: 'dorogi', name: 'Дороги', classifier }] });
  const whole = classifierOf([edition('31.10.2025', true, roads)]);

  it('are faults with the topic’s name where the edition in force has them not, or they are themes', () => {
    const { faults, warnings } = classifierFaults(
      topics(['0003.0009.0099.0742', '0003.0009.0099.0001', '0003.0009.0099.0000']),
      whole,
    );
    expect(faults.map(({ code, place, details }) => [code, place, details['topic']])).toEqual([
      ['CLASSIFIER_CODE_UNKNOWN', '/topics/0/classifier', 'Дороги'],
      ['CLASSIFIER_CODE_TOO_WIDE', '/topics/0/classifier', 'Дороги'],
    ]);
    expect(warnings).toEqual([]);
  });

  it('say of a code that is too wide whether it is a section, a topic or a theme, in either writing', () => {
    const codes = ['0003', '0003.0009', '0003.0009.0099', '0003.0009.0000.0000'];
    const { faults } = classifierFaults(topics(codes), whole);
    expect(faults.map(({ details }) => [details['code'], details['problem']])).toEqual(
      codes.map((code, at) => [code, ['SECTION', 'TOPIC', 'THEME', 'TOPIC'][at]]),
    );
  });

  it('are only in doubt where no whole edition is loaded, one or a list', () => {
    const part = classifierOf([edition('31.10.2025', false, roads)]);
    const { faults, warnings } = classifierFaults(topics('0003.0008.0086.0567'), part);
    expect([faults, warnings.map(({ why }) => why)]).toEqual([[], [expect.stringMatching(/^Дороги: .*0003.0008/)]]);
  });
});
