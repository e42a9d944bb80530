import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';

/** The rows of the table "Where is it?": what, and where. */
function rows(): readonly (readonly [string, string])[] {
  const [, chapter = ''] = /## Where is it\?\n([^]*?)\n## /.exec(readFileSync('docs/architecture.md', 'utf8')) ?? [];
  return chapter.split('\n').flatMap((line) => {
    const [, what, where] = /^\| (.+?) \| (.+) \|$/.exec(line) ?? [];
    return what !== undefined && where !== undefined ? [[what, where] as const] : [];
  });
}

const table = rows();
const named = table.flatMap(([, where]) =>
  [...where.matchAll(/`((?:services|libs|deploy)\/[^`\s]+)`/g)].map(([, path]) => path!),
);

/** A row names it, or a place inside; `<name>` is any name. */
function isNamed(folder: string): boolean {
  const parts = folder.split('/');
  return named.some((path) => {
    // `**` is any place below: it names none.
    const there = path.replace(/\/\*\*.*$|\/$/, '').split('/');
    return parts.every((part, at) => there[at] !== undefined && isName(there[at], part));
  });
}

function isName(pattern: string, name: string): boolean {
  return new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace(/<[^>]+>|\*/g, '.*')}$`).test(name);
}

/** The floors of a service, which are the same in each. */
const FLOORS = /\/(domain|store|application|adapters|testing|generated|main)$/;

const folders = globSync(['services/*/src/*/', 'libs/*/', 'libs/*/src/*/', 'deploy/*/', 'services/web/server/*/'], {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory())
  .map(({ parentPath, name }) => `${parentPath}/${name}`.replace(`${process.cwd()}/`, ''))
  .filter((folder) => !FLOORS.test(folder) && !folder.includes('node_modules'))
  .sort();

/** What one asks for first. */
const subjects = [
  ...['erasure', 'backup', 'moderation', 'registration', 'rating', 'import', 'print', 'CSV', 'digest', 'Open311'],
  ...['webhooks', 'e-mail', 'files', 'sign-in', 'passwords', 'roles', 'substitution', 'template', 'signature'],
  ...['forward', 'extension', 'hand(ed)? over', 'split', 'calendar|day off', 'deadline|term', 'letter', 'telephone'],
  ...['social network', 'synonyms', 'ranked', 'personal data', 'legal hold', 'board', 'worklist', 'live', 'palette'],
  ...[
    'follow-up code',
    'refusal',
    'environment variable',
    'metrics',
    'alerts',
    'releases',
    'demonstration',
    'operator',
  ],
];

describe('where is it?', () => {
  it('looks at many folders and rows', () => {
    expect([folders.length > 80, table.length > 60]).toEqual([true, true]);
  });

  it('misses a folder that no row names', () => {
    expect([isNamed('services/intake/src/appeals'), isNamed('libs/no-such'), isNamed('libs/vault')]).toEqual([
      ...[false, false],
      true,
    ]);
  });

  it.each(folders)('says what is in %s', (folder) => {
    expect(isNamed(folder)).toBe(true);
  });

  it.each(subjects)('has a row about: %s', (subject) => {
    expect(table.filter(([what]) => new RegExp(subject, 'i').test(what))).not.toEqual([]);
  });
});
