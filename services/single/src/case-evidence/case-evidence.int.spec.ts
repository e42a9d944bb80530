import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ownKey } from '@otklik/signatures';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Arguments, LocalCommand, OperatorCommand } from '../cli/command.js';
import { composedOnce, type Composed } from '../cli/composed.fixture.js';
import { eraseCommand } from '../cli/erase.js';
import { evidenceCommand } from '../cli/evidence.js';
import { importCommand } from '../cli/import.js';
import { verifyFileCommand } from '../cli/verify-file.js';

const canary = 'Во дворе не горит фонарь';
let appeal: string;
let composed: Composed;
let folder: string;
let file: string;
beforeAll(async () => {
  composed = await composedOnce();
  folder = mkdtempSync(join(tmpdir(), 'otklik-evidence-'));
  file = join(folder, 'case.asice');
  const lines = join(folder, 'appeal.jsonl');
  writeFileSync(
    lines,
    JSON.stringify({ id: randomUUID(), text: canary, name: 'Иванов Иван', contact: 'ivanov@example.org' }),
  );
  expect(await run(importCommand, { file: lines, district: 'aldan' })).toMatchObject({ code: 0 });
  const { worker } = composed.composition.services.get('intake')!.resources;
  const { rows } = await worker.query<{ stream: string }>('select stream from intake.event limit 1');
  appeal = rows[0]!.stream;
  await eventually(async () => ((await numbers()).length > 0 ? true : undefined), 20_000);
  await eventually(async () => {
    expect(await made()).toMatchObject({ code: 0 });
    return partText('events/intake.ndjson').includes('"block":null') ? undefined : true;
  }, 30_000);
}, 180_000);
afterAll(async () => {
  await composed.end();
  rmSync(folder, { recursive: true, force: true });
});

interface Said {
  readonly code: number;
  readonly lines: readonly string[];
}

function reportTo(lines: string[]) {
  const print = (line: string): void => void lines.push(line);
  return { print, warn: print, progress: () => undefined };
}

async function run(command: OperatorCommand, args: Arguments): Promise<Said> {
  const lines: string[] = [];
  const signal = new AbortController().signal;
  return { code: await command.execute(composed.composition, args, reportTo(lines), signal), lines };
}

async function verified(path: string, command: LocalCommand = verifyFileCommand): Promise<Said> {
  const lines: string[] = [];
  const alone = { dataDir: folder, lock: () => Promise.resolve() };
  const code = await command.executeAlone(alone, { file: path }, reportTo(lines), new AbortController().signal);
  return { code, lines };
}

async function numbers(): Promise<readonly string[]> {
  const { worker } = composed.composition.services.get('search')!.resources;
  const { rows } = await worker.query<{ number: string }>(
    'select coalesce(number, receipt, id::text) as number from search.register where id = $1',
    [appeal],
  );
  return rows.map(({ number }) => number);
}

async function made(): Promise<Said> {
  const [number] = await numbers();
  return run(evidenceCommand, { number: number!, district: 'aldan', file });
}

function unpacked(): string {
  const out = join(folder, 'unpacked');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  execFileSync('unzip', ['-q', file, '-d', out]);
  return out;
}
const partText = (name: string): string => readFileSync(join(unpacked(), name), 'utf8');

const PARTS = [
  ...['mimetype', 'README.txt', 'case.pdf', 'events/intake.ndjson', 'events/opened.ndjson', 'certificate.der'],
  ...['proof/notices.ndjson', 'proof/placed.ndjson', 'chain/blocks.json', 'chain/heads.json', 'SHA256SUMS'],
  ...['META-INF/ASiCManifest001.xml', 'META-INF/signature001.p7s'],
];

it('holds the events as they are stored, their texts, chains and anchors, and is whole', async () => {
  expect(await verified(file)).toMatchObject({ code: 0 });
  expect(partText('events/intake.ndjson')).not.toContain(canary);
  expect(partText('events/opened.ndjson')).toContain(canary);
  const heads = JSON.parse(partText('chain/heads.json')) as { heads: readonly object[]; publicKey: string };
  expect([heads.heads.length > 0, heads.publicKey.length]).toEqual([true, 44]);
  expect(
    readFileSync(join(folder, 'unpacked', 'case.pdf'))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

it('is read by unzip, sha256sum and OpenSSL, by the commands that stand in it', () => {
  const out = unpacked();
  const commands = readFileSync(join(out, 'README.txt'), 'utf8')
    .split('\n')
    .filter((line) => /^ {2,4}(sha256sum|openssl|-content)/.test(line));
  expect(commands).toHaveLength(4);
  execFileSync('bash', ['-ec', commands.join('\n')], { cwd: out, stdio: 'pipe' });
});

it('names the part of which one byte was changed', async () => {
  const out = unpacked();
  for (const name of PARTS) {
    const bytes = readFileSync(join(out, name));
    const changed = readFileSync(file);
    // An empty part has no byte: its place is the end of the local header.
    if (bytes.length === 0) continue;
    changed[changed.indexOf(bytes) + Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(join(folder, 'changed.asice'), changed);
    const { code, lines } = await verified(join(folder, 'changed.asice'));
    expect([name, code, lines.some((line) => line === `  CHANGED ${name}`)]).toEqual([name, 1, true]);
  }
}, 60_000);

it('asks the hash chain, too, where the file was signed anew', async () => {
  const { checkContainer, makeContainer } = await import('@otklik/signatures');
  const { parts } = await checkContainer(readFileSync(file), { at: new Date() });
  const forged = parts
    .filter(({ name }) => name !== 'SHA256SUMS')
    .map((part) => {
      if (part.name !== 'events/intake.ndjson') return part;
      const [first, ...rest] = Buffer.from(part.bytes).toString('utf8').split('\n');
      const row = JSON.parse(first!) as { record: string };
      const other = JSON.stringify({ ...row, record: Buffer.from(`${row.record} `).toString('base64') });
      return { ...part, bytes: Buffer.from([other, ...rest].join('\n')) };
    });
  const key = ownKey(Buffer.alloc(32, 9), 'aldan', new Date().getUTCFullYear());
  writeFileSync(join(folder, 'forged.asice'), await makeContainer(forged, key, new Date()));
  const { code, lines } = await verified(join(folder, 'forged.asice'));
  expect([code, lines]).toEqual([1, expect.arrayContaining(['  NOT_CHAINED events/intake.ndjson'])]);
});

it('says in one line what is no such file, and what is no such case', async () => {
  writeFileSync(join(folder, 'other'), 'PK');
  expect(await verified(join(folder, 'other'))).toMatchObject({ code: 1 });
  await expect(run(evidenceCommand, { number: 'none', district: 'aldan', file })).rejects.toThrow('no such case');
});

it('holds no text of an erased person', async () => {
  expect(await run(eraseCommand, { person: appeal, district: 'aldan', ground: 'test' })).toMatchObject({ code: 0 });
  expect(await made()).toMatchObject({ code: 0 });
  expect(await verified(file)).toMatchObject({ code: 0 });
  for (const name of ['events/opened.ndjson', 'events/intake.ndjson'])
    for (const words of [canary, 'Иванов', 'ivanov@']) expect(partText(name)).not.toContain(words);
  expect(partText('events/opened.ndjson')).toContain('"text":null');
}, 60_000);
