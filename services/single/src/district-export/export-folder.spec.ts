import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HashedFile } from './export-folder.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'otklik-hashed-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('states the size, the lines and the hash of what it wrote', async () => {
  await using file = await HashedFile.create(folder, 'events/intake.jsonl');
  await file.addLines(['{"id":1}', '{"id":2}']);
  await file.addLines([]);
  await file.addLines(['{"id":3}']);
  const written = readFileSync(join(folder, 'events/intake.jsonl'));
  expect(await file.finish()).toEqual({
    path: 'events/intake.jsonl',
    bytes: written.length,
    lines: 3,
    sha256: createHash('sha256').update(written).digest('hex'),
  });
});

it('is closed when the export fails', async () => {
  let left: HashedFile | undefined;
  const failed = async (): Promise<void> => {
    await using file = await HashedFile.create(folder, 'left.jsonl');
    left = file;
    throw new Error('the disk is full');
  };
  await expect(failed()).rejects.toThrow('the disk is full');
  await expect(left!.addLines(['{}'])).rejects.toMatchObject({ code: 'EBADF' });
});
