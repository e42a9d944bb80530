import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { checkContainer, LETTER_KEY, makeContainer, ownKey, thumbprintOf } from '@otklik/signatures';
import { eventually } from '@otklik/testing';
import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
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

const SETS = ['intake', 'routing', 'responses', 'notifications', 'search', 'anchors'];
const PARTS = [
  ...['mimetype', 'README.txt', 'case.json', 'case.pdf', 'sets.json', 'certificate.der', 'letters.json'],
  ...['proof/notices.ndjson', 'proof/placed.ndjson', 'chain/anchors.json'],
  ...SETS.slice(0, 4).flatMap((one) => [`events/${one}.ndjson`, `opened/${one}.ndjson`, `chain/${one}.json`]),
  ...SETS.flatMap((one) => [`SHA256SUMS.${one}`, `META-INF/ASiCManifest-${one}.xml`, `META-INF/signature-${one}.p7s`]),
];

it('holds the events as they are stored, their texts, chains and anchors, and is whole', async () => {
  expect(await verified(file)).toMatchObject({ code: 0 });
  expect(partText('events/intake.ndjson')).not.toContain(canary);
  expect(partText('opened/intake.ndjson')).toContain(canary);
  const heads = JSON.parse(partText('chain/intake.json')) as { heads: readonly object[]; publicKey: string };
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
    .filter((line) => /^ {2,4}(cat|openssl|for|-in|-no_check)/.test(line));
  expect(commands).toHaveLength(5);
  execFileSync('bash', ['-ec', commands.join('\n')], { cwd: out, stdio: 'pipe' });
});

it('names the part of which one byte was changed', async () => {
  const out = unpacked();
  const all = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = all.map(({ parentPath, name }) => relative(out, join(parentPath, name)));
  expect(names).toEqual(expect.arrayContaining(PARTS));
  for (const name of names) {
    const bytes = readFileSync(join(out, name));
    const changed = readFileSync(file);
    if (bytes.length === 0) continue;
    // Its bytes follow its name in the local header.
    const where = changed.indexOf(Buffer.concat([Buffer.from(name), bytes]));
    changed[where + name.length + Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(join(folder, 'changed.asice'), changed);
    const { code, lines } = await verified(join(folder, 'changed.asice'));
    expect([name, code, lines.some((line) => line === `  CHANGED ${name}`)]).toEqual([name, 1, true]);
  }
}, 60_000);

it('asks the hash chain, too, where the file was signed anew', async () => {
  const { parts } = await checkContainer(readFileSync(file), { at: new Date() });
  const forged = parts
    .filter(({ name }) => !name.startsWith('SHA256SUMS'))
    .map((part) => {
      if (part.name !== 'events/intake.ndjson') return part;
      const [first, ...rest] = Buffer.from(part.bytes).toString('utf8').split('\n');
      const row = JSON.parse(first!) as { record: string };
      const other = JSON.stringify({ ...row, record: Buffer.from(`${row.record} `).toString('base64') });
      return { ...part, bytes: Buffer.from([other, ...rest].join('\n')) };
    });
  const key = ownKey(Buffer.alloc(32, 9), 'aldan', new Date().getUTCFullYear());
  writeFileSync(join(folder, 'forged.asice'), await makeContainer({ name: 'intake', parts: forged }, key, new Date()));
  const { code, lines } = await verified(join(folder, 'forged.asice'));
  expect([code, lines]).toEqual([1, expect.arrayContaining(['  NOT_CHAINED events/intake.ndjson'])]);
});

it('says what was checked, by which certificate, and what is not there', async () => {
  const { lines } = await verified(file);
  const key = ownKey(composed.composition.secrets.forPurpose(LETTER_KEY), 'aldan', new Date().getUTCFullYear());
  expect(lines).toEqual([
    expect.stringMatching(/^\d+ parts are as they were signed\.$/),
    expect.stringMatching(
      /^\d+ of \d+ events are those of the hash chains of intake, routing, responses, notifications\.$/,
    ),
    ...lines.filter((line) => /younger than the last block/.test(line)),
    expect.stringMatching(/^Signed by Otklik aldan \d{4} at /),
    `SHA-256 of its certificate: ${await thumbprintOf(key.certificate)}`,
    expect.stringContaining('compare this with what the district published'),
  ]);
});

it('says of a file without chains that nothing was compared with one, and never that it was', async () => {
  const { parts } = await checkContainer(readFileSync(file), { at: new Date() });
  const kept = parts.filter(({ name }) => !/^(chain\/|SHA256SUMS|sets\.json)/.test(name));
  const key = ownKey(Buffer.alloc(32, 9), 'aldan', new Date().getUTCFullYear());
  writeFileSync(join(folder, 'bare.asice'), await makeContainer({ name: 'search', parts: kept }, key, new Date()));
  const { code, lines } = await verified(join(folder, 'bare.asice'));
  expect(code).toBe(0);
  expect(lines.join()).toContain('NO CHAIN: nothing of events/intake.ndjson');
  expect(lines.join()).not.toContain('are those of the hash chains');
});

it('names a service’s part that is left out, and one of another case', async () => {
  const { parts } = await checkContainer(readFileSync(file), { at: new Date() });
  const key = ownKey(Buffer.alloc(32, 9), 'aldan', new Date().getUTCFullYear());
  const own = parts.filter(({ name }) => !name.startsWith('SHA256SUMS'));
  const other = own.map((part) => {
    if (part.name !== 'chain/routing.json') return part;
    const chain = JSON.parse(Buffer.from(part.bytes).toString()) as object;
    return { ...part, bytes: Buffer.from(JSON.stringify({ ...chain, appeal: randomUUID() })) };
  });
  writeFileSync(join(folder, 'other.asice'), await makeContainer({ name: 'search', parts: other }, key, new Date()));
  const { code, lines } = await verified(join(folder, 'other.asice'));
  expect([code, lines]).toEqual([1, expect.arrayContaining(['  OTHER_CASE chain/routing.json'])]);
  expect(lines).toContain('  MISSING META-INF/ASiCManifest-routing.xml');
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
  for (const name of ['opened/intake.ndjson', 'events/intake.ndjson'])
    for (const words of [canary, 'Иванов', 'ivanov@']) expect(partText(name)).not.toContain(words);
  expect(partText('opened/intake.ndjson')).toContain('"text":null');
}, 60_000);
