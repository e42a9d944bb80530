import { expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../deploy/postgres/embedded-postgres.mjs';

/** Sections and keys of an INI file; without comments. */
function sectionsOf(file: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let current = new Map<string, string>();
  for (const line of linesOf(file)) {
    const [, section] = /^\[(.+)\]$/.exec(line) ?? [];
    if (section === undefined) current.set(...pairOf(line));
    else sections.set(section, (current = new Map()));
  }
  return sections;
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function pairOf(line: string): [name: string, value: string] {
  const at = line.indexOf('=');
  return [
    line.slice(0, at).trim(),
    line
      .slice(at + 1)
      .trim()
      .replace(/^'(.*)'$/, '$1'),
  ];
}

const settings = new Map(linesOf('deploy/postgres/archiving.conf').map(pairOf));
const sections = sectionsOf('deploy/postgres/pgbackrest.conf');

it('archives into the stanza that pgBackRest knows, sealed and kept for weeks', () => {
  const [, stanza] = /^pgbackrest --stanza=(\w+) archive-push %p$/.exec(settings.get('archive_command')!)!;
  expect(sections.get(stanza!)?.get('pg1-path')).toMatch(/^\/.*\/18\//);
  const global = sections.get('global')!;
  expect(global.get('repo1-cipher-type')).toBe('aes-256-cbc');
  expect(global.has('repo1-cipher-pass')).toBe(false);
  expect([global.get('repo1-retention-full-type'), Number(global.get('repo1-retention-full'))]).toEqual(['time', 28]);
});

it('has settings that PostgreSQL takes, and that acknowledge nothing before it is on the disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-archiving-'));
  const given = { ...Object.fromEntries(settings), archive_command: 'true' };
  const server = await startPostgres({ dataDir: join(folder, 'postgres'), settings: given });
  const client = new pg.Client(server.url);
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string; setting: string }>(
      'select name, setting from pg_settings where name = any($1)',
      [['fsync', 'full_page_writes', 'synchronous_commit', 'archive_mode', 'archive_timeout']],
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      archive_mode: 'on',
      archive_timeout: '5',
    });
  } finally {
    await client.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
