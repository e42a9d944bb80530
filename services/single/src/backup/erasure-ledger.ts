import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Erasure } from '@otklik/vault';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { writeWhole } from '../durable-file.js';

export const LEDGER = 'erasures.json';

export type Erased = Required<Erasure>;

interface Stored {
  readonly sha256: string;
  readonly erasures: readonly Erased[];
}

/**
 * The ledger of erased persons beside all sets: the newest that is known, whichever set is restored. It never loses a line: a
 * database that was restored to before an erasure does not know of it.
 */
export async function keepLedger(folder: string, erasures: readonly Erased[]): Promise<number> {
  const known = await readLedger(folder);
  const all = new Map([...(known ?? []), ...erasures].map((one) => [`${one.district} ${one.person}`, one]));
  if (known && all.size === known.length) return all.size;
  const merged = [...all.values()];
  await writeWhole(join(folder, LEDGER), ledgerText(merged));
  return all.size;
}

/** Undefined where there is none yet. Throws a PlainError when it was changed. */
export async function readLedger(folder: string): Promise<readonly Erased[] | undefined> {
  const file = join(folder, LEDGER);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const erasures = parseLedger(text);
  if (!erasures) throw new PlainError(`${file} was changed: it no longer proves who was erased.`);
  return erasures;
}

/** Of a folder with sets. Throws a PlainError where erased persons would come back. */
export async function demandLedger(folder: string, atLeast: number): Promise<readonly Erased[]> {
  const erasures = await readLedger(folder);
  if (!erasures)
    throw new PlainError(
      `${join(folder, LEDGER)} is missing: without it persons who were erased later would come back. ` +
        'Bring it back from another copy of the folder.',
    );
  if (erasures.length < atLeast)
    throw new PlainError(
      `${join(folder, LEDGER)} is older than the set: it names ${erasures.length} erasures of at least ${atLeast}.`,
    );
  return erasures;
}

export function ledgerText(erasures: readonly Erased[]): string {
  return `${JSON.stringify({ sha256: hashOf(erasures), erasures })}\n`;
}

/** Undefined where it was changed. */
export function parseLedger(text: string): readonly Erased[] | undefined {
  try {
    const { sha256, erasures } = JSON.parse(text) as Stored;
    return hashOf(erasures) === sha256 ? erasures : undefined;
  } catch {
    return undefined;
  }
}

function hashOf(erasures: readonly Erased[]): string {
  return createHash('sha256').update(JSON.stringify(erasures)).digest('hex');
}
