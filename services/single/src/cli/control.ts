import type { Arguments, Report } from './command.js';

export const CONTROL_FILE = 'control.json';

/** Content of `control.json`, which only the data folder's owner may read. */
export interface Control {
  readonly pid: number;
  readonly port: number;
  readonly token: string;
}

/** One line of the answer. */
export type ControlLine =
  | { readonly print: string }
  | { readonly warn: string }
  | { readonly progress: readonly [done: number, total: number, what: string] }
  | { readonly exit: number };

/** Runs a command of the operator, here or in another process; answers its exit code. */
export type RunCommand = (name: string, args: Arguments, report: Report, signal: AbortSignal) => Promise<number>;

/** Reports here what a command reports in another process. */
export function replay(message: Exclude<ControlLine, { exit: number }>, report: Report): void {
  if ('print' in message) report.print(message.print);
  else if ('warn' in message) report.warn(message.warn);
  else report.progress(...message.progress);
}

const PROGRESS_INTERVAL_MS = 50;

/** The sending half: a report that writes the messages for `replay`. */
export function reportTo(write: (line: ControlLine) => void): Report {
  let last = -Infinity;
  return {
    print: (line) => write({ print: line }),
    warn: (line) => write({ warn: line }),
    progress: (...progress) => {
      const [done, total] = progress;
      const now = performance.now();
      if (done < total && now - last < PROGRESS_INTERVAL_MS) return;
      last = now;
      write({ progress });
    },
  };
}
