import { expect, it } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';

/** The guide for operators names only what exists. */
const text = readFileSync('docs/operations.md', 'utf8');
const sources = globSync('{libs,services}/*/src/**/*.ts')
  .filter((file) => !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

it('names exactly the metrics that the code registers', () => {
  const named = new Set([...text.matchAll(/`(otklik_[a-z_]+)`/g)].map(([, name]) => name!));
  const counted = new Set(
    [...sources.matchAll(/\b(?:counter|gauge|durations)\(\s*'(otklik_[a-z_]+)'/g)].map(([, name]) => name!),
  );
  expect([...named].sort()).toEqual([...counted].sort());
  expect(named.size).toBeGreaterThan(10);
});

it('names only commands that the operator’s tool has', () => {
  const commands = [
    ...sources.matchAll(/(?:program|blocked|district|official|erasures|command)\s*\.command\('([a-z]+)/g),
  ].map(([, name]) => name!);
  const given = [...text.matchAll(/otklik -- ([a-z]+)(?: (list|replay|add|retry|discard)\b)?/g)];
  const short = [
    ...text.matchAll(/`(blocked|rebuild|erase|verify|erasures|official)(?: (list|replay|add|retry|discard)\b)?/g),
  ];
  for (const [, command, act] of [...given, ...short]) {
    expect(commands).toContain(command);
    if (act) expect(commands).toContain(act);
  }
  expect(given.length + short.length).toBeGreaterThan(10);
});

it('names only files that exist and variables that the code reads', () => {
  const files = [...text.matchAll(/`((?:deploy|libs|docs|services)\/[\w./-]+)`/g)].map(([, file]) => file!);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  const variables = [...text.matchAll(/\b(OTKLIK_[A-Z_]+|KAFKA_[A-Z_]+)\b/g)].map(([, name]) => name!);
  const isRead = (name: string) => sources.includes(`'${name}'`);
  // Any variable may name a file by `_FILE`; some variables name a file themselves.
  expect(variables.filter((name) => !isRead(name) && !isRead(name.replace(/_FILE$/, '')))).toEqual([]);
});
