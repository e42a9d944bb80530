import type { EventActor } from '@otklik/contracts/envelope';
import type { ServiceParts } from '@otklik/host';
import { uuidv7 } from '@otklik/kernel';
import type { District } from '@otklik/tenancy';
import { randomBytes } from 'node:crypto';
import { startSweeper } from './adapters/clock/sweeper.js';
import { importedLine } from './adapters/import/import-line.js';
import { withNumberBooks } from './adapters/postgres/number-series.js';
import { appealsOf, demandErasable, erasePerson } from './application/erase-person.js';
import { importAppeals, type ImportOptions, type ImportProgress } from './application/import-appeals.js';
import { verifyNumbers, type SeriesFault } from './application/verify-numbers.js';
import { readIntakeConfig } from './config.js';
import { intakeParts } from './intake-parts.js';

export interface FileImport extends Pick<ImportOptions, 'decide' | 'signal' | 'done' | 'inFlight'> {
  readonly district: District;
  /** Lines of a JSONL file, in order; empty ones count and are passed by. */
  readonly lines: AsyncIterable<string> | Iterable<string>;
  readonly actor: EventActor;
}

export interface ErasedAppeal {
  readonly district: number;
  readonly appeal: string;
  /** False when it had been erased before. */
  readonly now: boolean;
}

/** What the operator's tool does with this service. Made of the same use cases as the public operations. */
export interface IntakeOperations {
  /** Repeatable: what is there already is counted as known. */
  importFile(file: FileImport): Promise<ImportProgress>;
  /**
   * `who`: id of a person or an appeal, e-mail or phone. Empty: nobody. While one of the appeals is open none is erased:
   * throws `Refusal` APPEAL_STILL_OPEN.
   */
  erase(district: number, who: string, actor: EventActor, ground?: string): Promise<readonly ErasedAppeal[]>;
  /** Throws as `erase` would, and changes nothing. Answers the appeals that would be erased. */
  demandErasable(district: number, who: string, ground?: string): Promise<readonly string[]>;
  /** Empty when every series of numbers is whole. */
  verifyNumbers(): Promise<readonly SeriesFault[]>;
  /** Removes unclaimed uploads now. */
  sweep(): Promise<void>;
}

export function intakeOperations(given: ServiceParts): IntakeOperations {
  const parts = intakeParts(given, readIntakeConfig(given.environment));
  const { worker, now, secret } = given;
  const erasable = async (district: number, who: string, ground?: string): Promise<readonly string[]> => {
    const appeals = await appealsOf(parts, district, who);
    for (const appeal of appeals) await demandErasable(parts, district, appeal, ground);
    return appeals;
  };
  return {
    importFile: ({ district, lines, ...options }) => {
      const reading = { district, fingerprintKey: secret('fingerprint'), at: now() };
      const read = readLines(lines, (raw, line) => importedLine(raw, line, reading));
      return importAppeals(parts, { ...options, district, lines: read });
    },
    erase: async (district, who, actor, ground) => {
      const erased: ErasedAppeal[] = [];
      for (const appeal of await erasable(district, who, ground)) {
        const at = now();
        const commandId = uuidv7(Date.parse(at), randomBytes(10));
        const context = { district, actor, commandId, correlationId: appeal, at };
        erased.push({ district, appeal, now: (await erasePerson(parts, appeal, ground, context)).now });
      }
      return erased;
    },
    demandErasable: erasable,
    verifyNumbers: () => withNumberBooks(worker, verifyNumbers),
    sweep: async () => {
      const sweeper = startSweeper(parts);
      await sweeper.sweep();
      await sweeper.stop();
    },
  };
}

async function* readLines<Read>(
  lines: AsyncIterable<string> | Iterable<string>,
  read: (raw: string, line: number) => Read,
): AsyncGenerator<Read> {
  let line = 0;
  for await (const raw of lines) {
    line += 1;
    if (raw.trim() !== '') yield read(raw, line);
  }
}
