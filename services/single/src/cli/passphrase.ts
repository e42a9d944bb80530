import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Environment } from '@otklik/host';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { processEnvironment } from './config.js';

const VARIABLE = 'OTKLIK_BACKUP_PASSPHRASE';

/** Of the environment, else asked at the terminal, where it is not shown. Throws a PlainError where neither is there. */
export async function askPassphrase(environment: Environment = processEnvironment()): Promise<string> {
  const given = environment[VARIABLE] ?? ofFile(environment[`${VARIABLE}_FILE`]);
  if (given !== undefined && given.trim() !== '') return given.trim();
  if (!process.stdin.isTTY)
    throw new PlainError(`the passphrase is missing: give it in ${VARIABLE}, or name a file in ${VARIABLE}_FILE.`);
  process.stderr.write('Passphrase of the backup: ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return (await terminal.question('')).trim();
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

function ofFile(file: string | undefined): string | undefined {
  if (file === undefined || file === '') return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new PlainError(`${VARIABLE}_FILE cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}
