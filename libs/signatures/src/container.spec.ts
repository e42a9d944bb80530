import { beforeAll, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContainer, makeContainer, type Part } from './container.js';
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
beforeAll(async () => void (file = await makeContainer(parts, key, at)));

const names = [
  ...['mimetype', 'README.txt', 'letters/1.pdf', 'events/intake.ndjson', 'SHA256SUMS'],
  ...['META-INF/ASiCManifest001.xml', 'META-INF/signature001.p7s'],
];

it('holds its parts, their sums, a manifest and its signature, and says that they are whole', async () => {
  expect(Object.keys(unzipSync(file))).toEqual(names);
  const { faults, signature, parts: read } = await checkContainer(file, known);
  expect(faults).toEqual([]);
  expect(signature).toMatchObject({ verdict: 'INTACT' });
  expect(read.map(({ name }) => name)).toEqual([...names.slice(1, 5)]);
  expect(Buffer.from(await makeContainer(parts, key, at)).subarray(0, 200)).toEqual(Buffer.from(file.subarray(0, 200)));
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

it('refuses names that would leave the folder, or come out broken', async () => {
  for (const name of ['../x', '/x', 'письмо.pdf', 'META-INF/x', 'mimetype', 'a b'])
    await expect(makeContainer([text(name, 'x')], key, at)).rejects.toThrow('is no name of a part');
});

it('is read by unzip, sha256sum and OpenSSL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-asic-'));
  const run = (...[command, ...args]: readonly [string, ...string[]]) =>
    execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  try {
    writeFileSync(join(folder, 'case.asice'), file);
    run('unzip', '-q', 'case.asice');
    expect(run('sha256sum', '-c', 'SHA256SUMS')).toBe(parts.map(({ name }) => `${name}: OK\n`).join(''));
    const given = ['-in', 'META-INF/signature001.p7s', '-inform', 'DER', '-content', 'META-INF/ASiCManifest001.xml'];
    expect(run('openssl', 'cms', '-verify', '-binary', '-noverify', ...given)).toContain('asic:ASiCManifest');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
