import { beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContainer, makeContainer, SETS, type Part } from './container.js';
import { mergeContainers } from './packed-files.js';
import { ownKey } from './own-key.js';

const at = new Date('2026-12-01T10:00:00Z');
const key = ownKey(Buffer.alloc(32, 7), 'aldan', 2026);
const known = { at, known: [key.certificate] };
const text = (name: string, content: string): Part => ({ name, mediaType: 'text/plain', bytes: Buffer.from(content) });
const parts = [
  text('README.txt', 'Дело'),
  text('letters/1.pdf', 'a letter'),
  text('events/intake.ndjson', '{"a":1}\n'),
];
let file: Uint8Array;
beforeAll(async () => void (file = await makeContainer({ name: 'intake', parts }, key, at)));

const names = [
  ...['mimetype', 'README.txt', 'letters/1.pdf', 'events/intake.ndjson', 'SHA256SUMS.intake'],
  ...['META-INF/ASiCManifest-intake.xml', 'META-INF/signature-intake.p7s'],
];

it('holds its parts, their sums, a manifest and its signature, and says that they are whole', async () => {
  expect(Object.keys(unzipSync(file))).toEqual(names);
  const { faults, signature, parts: read } = await checkContainer(file, known);
  expect(faults).toEqual([]);
  expect(signature).toMatchObject({ verdict: 'INTACT' });
  expect(read.map(({ name }) => name)).toEqual([...names.slice(1, 5)]);
  expect(Buffer.from(await makeContainer({ name: 'intake', parts }, key, at)).subarray(0, 200)).toEqual(
    Buffer.from(file.subarray(0, 200)),
  );
});

it.each(names)('names %s where one byte of it was changed', async (name) => {
  const bytes = Buffer.from(unzipSync(file)[name]!);
  for (const where of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
    const changed = Buffer.from(file);
    changed[changed.indexOf(bytes) + where]! ^= 1;
    const { faults } = await checkContainer(changed, known);
    expect(faults).toContainEqual({ part: name, fault: 'CHANGED' });
  }
});

it('names something wherever one byte of the whole file was changed', async () => {
  for (let where = 0; where < file.length; where += 17) {
    const { faults } = await checkContainer(
      file.map((byte, index) => (index === where ? byte ^ 1 : byte)),
      known,
    );
    expect([where, faults.length > 0]).toEqual([where, true]);
  }
}, 60_000);

it('takes whatever it is given for what it is', async () => {
  const rubbish = [new Uint8Array(), Buffer.from('PK'), new Uint8Array(100_000), file.slice(0, -30), file.slice(9)];
  for (const bytes of rubbish) expect((await checkContainer(bytes, known)).faults.length).toBeGreaterThan(0);
});

describe('a container of several sets', () => {
  const sets = text(SETS, '["intake","search"]');
  const made = (name: string, of: readonly Part[], by = key) => makeContainer({ name, parts: of }, by, at);
  const search = [sets, text('case.pdf', 'the case')];

  it('is whole where each set is, and has the parts of all', async () => {
    const whole = mergeContainers([file, await made('search', search)]);
    const { faults, parts: read, signature } = await checkContainer(whole, known);
    expect([faults, signature?.verdict]).toEqual([[], 'INTACT']);
    expect(read.map(({ name }) => name)).toEqual(expect.arrayContaining(['letters/1.pdf', 'case.pdf']));
  });

  it('names the set that another one says must be there', async () => {
    const { faults } = await checkContainer(await made('search', search), known);
    expect(faults).toContainEqual({ part: 'META-INF/ASiCManifest-intake.xml', fault: 'MISSING' });
  });

  it('names a set that another certificate signed, though it has the same name', async () => {
    const other = ownKey(Buffer.alloc(32, 8), 'aldan', 2026);
    const { faults } = await checkContainer(mergeContainers([file, await made('search', search, other)]), known);
    expect(faults).toEqual([{ part: 'META-INF/signature-search.p7s', fault: 'CHANGED' }]);
  });

  it('is made of no two that have the same part', async () => {
    const again = await made('search', parts);
    expect(() => mergeContainers([file, again])).toThrow('is in two containers');
  });
});

it('refuses names that would leave the folder, or come out broken', async () => {
  for (const name of ['../x', '/x', 'письмо.pdf', 'META-INF/x', 'mimetype', 'a b'])
    await expect(makeContainer({ name: 'intake', parts: [text(name, 'x')] }, key, at)).rejects.toThrow(
      'is no name of a part',
    );
});

it('is read by unzip, sha256sum and OpenSSL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-asic-'));
  const run = (...[command, ...args]: readonly [string, ...string[]]) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  try {
    writeFileSync(join(folder, 'case.asice'), file);
    run('unzip', '-q', 'case.asice');
    expect(run('sha256sum', '-c', 'SHA256SUMS.intake')).toBe(parts.map(({ name }) => `${name}: OK\n`).join(''));
    const given = [
      '-in',
      'META-INF/signature-intake.p7s',
      '-inform',
      'DER',
      '-content',
      'META-INF/ASiCManifest-intake.xml',
    ];
    expect(run('openssl', 'cms', '-verify', '-binary', '-noverify', ...given)).toContain('asic:ASiCManifest');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
