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

it('calls nothing clean that was not scanned: refused for its size, no answer in time, nobody there', async () => {
  const before = lines.length;
  Object.assign(clamd, { maxBytes: 10 });
  expect(await asked(randomBytes(11))).toBe('NOT_SCANNED');
  Object.assign(clamd, { maxBytes: 25_000_000, silent: true });
  expect(await asked(EICAR, 100)).toBe('NOT_SCANNED');
  Object.assign(clamd, { silent: false });
  await clamd.stop();
  expect(await asked(EICAR)).toBe('NOT_SCANNED');
  expect(lines.length - before).toBe(3);
  await clamd.start();
  expect(await asked(EICAR)).toBe('INFECTED');
});
