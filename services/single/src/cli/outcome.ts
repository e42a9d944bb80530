import { Refusal } from '@otklik/kernel';
import type { Composition } from '../composition.js';
import type { Arguments, OperatorCommand, Report } from './command.js';
import { commands } from './commands.js';
import type { RunCommand } from './control.js';

/** Runs commands with the services of this process; exit code 2: there is no such command. */
export function commandRunner(composition: Composition): RunCommand {
  return async (name, args, report, signal) => {
    const command = commands.find((one) => one.name === name);
    return command ? executeCommand(command, composition, args, report, signal) : 2;
  };
}

/** A refusal or a plain error is one line and exit code 1; a defect is reported with its stack. */
export async function executeCommand(
  command: OperatorCommand,
  composition: Composition,
  args: Arguments,
  report: Report,
  signal: AbortSignal,
): Promise<number> {
  try {
    return await command.execute(composition, args, report, signal);
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
