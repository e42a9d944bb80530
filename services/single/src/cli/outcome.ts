import { Refusal } from '@otklik/kernel';
import type { Composition } from '../composition.js';
import type { Report } from './command.js';
import { commandNamed } from './commands.js';
import type { RunCommand } from './control.js';
import { releaseMemoryLater } from './release-memory.js';

const LONG_MS = 2_000;

/** Runs commands with the services of this process; exit code 2: there is no such command. */
export function commandRunner(composition: Composition): RunCommand {
  return async (name, args, report, signal) => {
    const command = await commandNamed(name);
    if (!command || !('execute' in command)) return 2;
    const begun = performance.now();
    const code = await outcomeOf(() => command.execute(composition, args, report, signal), report);
    if (performance.now() - begun > LONG_MS) releaseMemoryLater();
    return code;
  };
}

/** A refusal or a plain error is one line and exit code 1; a defect is reported with its stack. */
export async function outcomeOf(work: () => Promise<number>, report: Report): Promise<number> {
  try {
    return await work();
  } catch (error) {
    report.warn(lineOf(error));
    return 1;
  }
}

function lineOf(error: unknown): string {
  if (error instanceof Refusal) return `Refused: ${error.code}`;
  if (!(error instanceof Error)) return String(error);
  const ofTheSystem = 'syscall' in error && 'path' in error;
  const defect = !ofTheSystem && ['Error', 'TypeError', 'RangeError'].includes(error.name);
  return defect ? (error.stack ?? error.message) : error.message;
}
