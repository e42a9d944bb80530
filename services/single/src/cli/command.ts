import type { Command } from 'commander';
import type { Composition } from '../composition.js';

/** JSON, as it is sent to the running instance. Paths are absolute. */
export type Arguments = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** Output of a command; the terminal may be another process's. */
export interface Report {
  print(line: string): void;
  warn(line: string): void;
  progress(done: number, total: number, what: string): void;
}

/**
 * A command of the operator's tool. `declare` runs in the terminal's process; `execute` where the services run: in the
 * instance that has the data folder, else in the tool itself.
 */
export interface OperatorCommand {
  readonly name: string;
  declare(program: Command, run: (args: Arguments) => Promise<void>): void;
  /** Runs in its place where no instance has the data folder: nothing is started for it. Answers the exit code. */
  readonly withoutInstance?: LocalCommand['executeAlone'];
  /** Answers the exit code. Stops soon after `signal` is aborted; called again it resumes. */
  execute(composition: Composition, args: Arguments, report: Report, signal: AbortSignal): Promise<number>;
}

/** What a command has that needs no running services. */
export interface Alone {
  readonly dataDir: string;
  /** Takes the data folder for this process; throws a PlainError where another one has it. */
  lock(): Promise<void>;
}

/** A command that works on files, in the terminal's process. */
export interface LocalCommand extends Pick<OperatorCommand, 'name' | 'declare'> {
  /** Answers the exit code. */
  executeAlone(alone: Alone, args: Arguments, report: Report, signal: AbortSignal): Promise<number>;
}

/** An argument that commander requires. */
export function required(args: Arguments, name: string): string {
  const value = args[name];
  if (typeof value !== 'string') throw new TypeError(`The argument ${name} is missing.`);
  return value;
}

export function optional(args: Arguments, name: string): string | undefined {
  const value = args[name];
  return typeof value === 'string' ? value : undefined;
}
