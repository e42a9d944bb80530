import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createLogger } from '@otklik/observability';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clamdScanner } from './clamd-scanner.js';
import { EICAR, FakeClamd } from './clamd.fixture.js';

const lines: string[] = [];
const logger = createLogger({ level: 'info', destination: { write: (line) => void lines.push(line) } });
const clamd = new FakeClamd();
beforeAll(() => clamd.start(0));
afterAll(() => clamd.stop());

const asked = (bytes: Buffer, timeoutMs?: number) => clamdScanner(clamd.url, logger, timeoutMs).verdict(bytes);

it('sends a file of any size whole, and reads what was found', async () => {
  for (const size of [0, 1, 64 * 1024, 64 * 1024 + 1, 3_000_000]) {
    const bytes = randomBytes(size);
    expect([size, await asked(bytes)]).toEqual([size, 'CLEAN']);
    expect(clamd.seen.at(-1)!.equals(bytes)).toBe(true);
  }
  expect(await asked(Buffer.concat([randomBytes(100_000), EICAR]))).toBe('INFECTED');
});

it('asks over a socket of the file system', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'otklik-clamd-'));
  const local = new FakeClamd();
  await local.start(join(folder, 'clamd.sock'));
  try {
    expect(await clamdScanner(`unix://${folder}/clamd.sock`, logger).verdict(EICAR)).toBe('INFECTED');
  } finally {
    await local.stop();
    await rm(folder, { recursive: true });
  }
});

it('calls neither clean nor infected what clamd cannot see the inside of', async () => {
  for (const name of [
    'Encrypted.Zip',
    'Encrypted.PDF',
    'Limits.Exceeded.MaxRecursion',
    'Limits.Exceeded.MaxFileSize',
  ]) {
    clamd.says = `stream: Heuristics.${name} FOUND`;
    expect([name, await asked(randomBytes(100))]).toEqual([name, 'UNSCANNABLE']);
  }
  clamd.says = 'stream: Heuristics.Phishing.Email.SpoofedDomain FOUND';
  expect(await asked(randomBytes(100))).toBe('INFECTED');
  clamd.says = undefined;
});

it('calls nothing clean that was not scanned, and logs why', async () => {
  const whys: unknown[] = [];
  const whyOf = async (bytes: Buffer, timeoutMs?: number) => {
    expect(await asked(bytes, timeoutMs)).toBe('NOT_SCANNED');
    whys.push((JSON.parse(lines.at(-1)!) as { error: { code: string } }).error.code);
  };
  const before = lines.length;
  Object.assign(clamd, { maxBytes: 10 });
  await whyOf(randomBytes(11));
  Object.assign(clamd, { maxBytes: 25_000_000, silent: true });
  await whyOf(EICAR, 100);
  Object.assign(clamd, { silent: false, says: 'Database is being loaded ERROR' });
  await whyOf(EICAR);
  Object.assign(clamd, { says: undefined });
  await clamd.stop();
  // The code of the system, too, but not of an error of another realm, as a spec's is.
  expect(await asked(EICAR)).toBe('NOT_SCANNED');
  expect(whys).toEqual(['TOO_LARGE', 'TIMED_OUT', 'ERROR_ANSWERED']);
  expect(lines.length - before).toBe(4);
  await clamd.start();
  expect(await asked(EICAR)).toBe('INFECTED');
});

it('survives a clamd that refuses the file before it was sent whole', async () => {
  Object.assign(clamd, { maxBytes: 1_000_000 });
  expect(await asked(randomBytes(10_000_000))).toBe('NOT_SCANNED');
  Object.assign(clamd, { maxBytes: 25_000_000 });
});

it('takes a clamd that is killed while it scans for one that is away', async () => {
  Object.assign(clamd, { silent: true });
  const verdict = asked(EICAR);
  while (clamd.connections === 0) await new Promise((next) => setImmediate(next));
  await clamd.stop();
  expect(await verdict).toBe('NOT_SCANNED');
  Object.assign(clamd, { silent: false });
  await clamd.start();
});
