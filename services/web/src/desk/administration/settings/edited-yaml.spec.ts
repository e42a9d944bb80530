import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { withValue, type Value } from './edited-yaml.js';

const file = readFileSync(join(process.cwd(), 'deploy/districts/aldan.yaml'), 'utf8');
const known = parse(file) as Record<string, Record<string, Value>[]>;

/** Lines that are in one text alone, in their order. */
function linesChanged(before: string, after: string): { readonly gone: string[]; readonly come: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { gone: old.filter((line) => !now.includes(line)), come: now.filter((line) => !old.includes(line)) };
}

describe('a value in the text of a file', () => {
  it('leaves everything else byte for byte', () => {
    const name = 'Отдел: опека, попечительство';
    const next = withValue(file, ['departments', 6, 'name'], name);
    expect(linesChanged(file, next)).toEqual({
      gone: ['  - { code: opeka, name: Отдел опеки и попечительства }'],
      come: [`  - { code: opeka, name: '${name}' }`],
    });
    expect(withValue(next, ['departments', 6, 'name'], 'Отдел опеки и попечительства')).toBe(file);
  });

  it('that is the same changes nothing', () => {
    for (const [name, value] of Object.entries(known)) expect(withValue(file, [name], value)).toBe(file);
  });

  it('is added to a list as the others are written', () => {
    const { departments = [], topics = [] } = known;
    const added = withValue(file, ['departments'], [...departments, { code: 'sport', name: 'Отдел спорта' }]);
    expect(linesChanged(file, added).come).toEqual(['  - { code: sport, name: Отдел спорта }']);
    const topic = { code: 'sport', name: 'Спорт', department: 'obrazovanie' };
    const come = ['  - code: sport', '    name: Спорт'];
    expect(linesChanged(file, withValue(file, ['topics'], [...topics, topic])).come).toEqual(come);
  });

  it('takes its own comment along when it goes, and when it moves', () => {
    const rules = known['routingRules']!;
    const [first, second, ...others] = rules;
    const comment = '  # Дорога к дальним сёлам — зимник: его содержит отдел дорог.';
    const gone = withValue(file, ['routingRules'], rules.slice(1));
    expect(gone).not.toContain(comment);
    expect(file.length - gone.length).toBe(file.indexOf('  - id: zhilye-sirotam') - file.indexOf(comment));
    const moved = withValue(file, ['routingRules'], [second!, first!, ...others]);
    expect(moved.split('\n').toSorted()).toEqual(file.split('\n').toSorted());
    expect(moved).toContain(`${comment}\n  - id: zimnik`);
    expect(moved.indexOf('- id: zhilye-sirotam')).toBeLessThan(moved.indexOf(comment));
  });

  it('takes a field away, and puts one in', () => {
    const { questions: _, ...heating } = known['topics']![4]!;
    const without = withValue(file, ['topics', 4], heating);
    expect(linesChanged(file, without)).toMatchObject({
      come: [],
      gone: [/davno/, /temperatura/].map(expect.stringMatching),
    });
    const term = withValue(file, ['answerTerms', 'APPEAL_59FZ', 'term'], 28);
    expect(linesChanged(file, term).come).toEqual(['  APPEAL_59FZ: { rule: ANS, term: 28 }']);
  });

  it.each([
    [
      'comments in a list of words',
      'words:\n  - один # первый\n  # о втором\n  - два\nlast: 1\n',
      ['words'],
      ['один', 'два', 'три'],
    ],
    ['an empty list that gets its first', 'a: 1\nlist: [] # пусто\nb: 2\n', ['list'], [{ code: 'x' }]],
    ['a list that loses its last', 'list:\n  - 1\n  - 2\nb: 2 # два\n', ['list'], []],
    ['a text in lines', 'text: >-\n  раз\n  два\nnext: 1\n', ['text'], 'три: четыре'],
    ['words that look like other values', 'list: [one]\n', ['list'], ['1', 'true', 'null', '# нет', 'a: b', '- c', '']],
    ['an anchor', 'a: &one [x, y]\nb: *one\n# конец\n', ['b'], ['z']],
    ['a file without its last line break', 'a:\n  - 1', ['a'], [1, 2]],
  ] as const)('is read again as it was meant: %s', (_, text, path, value) => {
    const next = withValue(text, path, value);
    expect(parse(next)).toEqual({ ...(parse(text) as object), [path[0]]: value });
    for (const comment of text.match(/# .*/g) ?? []) expect(next).toContain(comment);
  });

  it('is quoted where it is a time of the day', () => {
    const next = withValue(file, ['workingDay', 'to'], '17:00');
    expect(linesChanged(file, next).come).toEqual([expect.stringContaining("from: '09:00', to: '17:00',")]);
  });

  it('is not put into what is no YAML', () => {
    expect(() => withValue('a: [', ['a'], 1)).toThrow();
  });
});
