import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { eventually } from '@otklik/testing';
import { rotatingFile } from './rotating-file.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'otklik-log-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

it('keeps the current and the previous file, however much is written', async () => {
  const log = rotatingFile(join(folder, 'log'), 10);
  for (const line of ['first', 'second', 'third', 'fourth', 'fifth']) log.write(`${line}\n`);
  log.end();
  await eventually(() => Promise.resolve(textOf('log') === 'fifth\n' || undefined));
  expect(textOf('log.1')).toBe('third\nfourth\n');
  expect(readdirSync(folder).sort()).toEqual(['log', 'log.1']);
});

it('appends to the file of the last start, and counts its size', async () => {
  writeFileSync(join(folder, 'log'), 'of the last start\n');
  const log = rotatingFile(join(folder, 'log'), 10);
  log.write('new\n');
  log.end();
  await eventually(() => Promise.resolve(textOf('log') === 'new\n' || undefined));
  expect(textOf('log.1')).toBe('of the last start\n');
});

it('goes on after the disk was full', async () => {
  symlinkSync('/dev/full', join(folder, 'log'));
  const log = rotatingFile(join(folder, 'log'));
  log.write('lost\n');
  rmSync(join(folder, 'log'));
  await eventually(() => {
    log.write('kept\n');
    return Promise.resolve((readdirSync(folder).includes('log') && textOf('log').includes('kept\n')) || undefined);
  });
  log.end();
});
