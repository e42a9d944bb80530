import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { lawVectors } from './law-vectors.fixture.js';
import { lawOfDeploy, sourceFiles } from './read-sources.fixture.js';
import { rulesOfLaw, traceRules, type SourceFile } from './rules-of-law.js';

const law = lawOfDeploy('2026-11-27');
const rules = traceRules(law, lawVectors, sourceFiles());

it('equals docs/rules-of-law.md (else: npm run rules-of-law)', () => {
  expect(readFileSync(new URL('../../../docs/rules-of-law.md', import.meta.url), 'utf8')).toBe(rulesOfLaw(rules));
});

it('finds code and a test of every rule of 59-FZ', () => {
  const federal = rules.filter(({ rule }) => rule.act === '59-ФЗ');
  const without = federal.filter(({ code, tests }) => code.length === 0 || tests.length === 0);
  expect(without.map(({ rule }) => rule.id)).toEqual([]);
});

const trace = (rule: string, files: readonly SourceFile[]) =>
  traceRules(law, [], files).find(({ rule: { id } }) => id === rule)!;

it.each([
  ['ORAL', '// At a reception (59-FZ art. 13(3)).', true],
  ['FWD-BAN', '// 59-FZ art. 8(3), 8(6)', true],
  ['REQ', '// 59-FZ art. 10(1)2, 10(2)', true],
  ['CHANNEL-OUT', '// 59-FZ art. 10(4)', true],
  ['REG', '// 59-FZ art. 8', false],
  ['UNREADABLE', '// 59-FZ art. 11(4.1)', false],
  ['COURT', "const ground = 'COURT';", false],
  ['SOC-9H', "const rule = 'SOC-9H';", true],
])('finds %s in %s: %s', (rule, text, isFound) => {
  expect(trace(rule, [{ path: 'a.ts', text }]).code).toEqual(isFound ? ['a.ts'] : []);
});

it('names the tests by their titles, and takes no rule’s source for one', () => {
  const text = `const term = { source: '59-FZ art. 8(2)' };
it('registers in time: 59-FZ art. 8(2)', () => check());
it('is something else', () => check());`;
  const path = 'a.spec.ts';
  expect(trace('REG', [{ path, text }])).toMatchObject({
    code: [],
    tests: [{ path, titles: ['registers in time: 59-FZ art. 8(2)'] }],
  });
  expect(trace('REG', [{ path, text: text.split('\n')[0]! }]).tests).toEqual([]);
});
