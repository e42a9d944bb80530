import type { Arguments, Report } from './command.js';

export const CONTROL_FILE = 'control.json';

/** What `control.json` holds, readable by the data folder's owner alone. */
export interface Control {
  readonly pid: number;
  readonly port: number;
  readonly token: string;
}

/** One line of the answer. */
export type ControlLine =
  | { readonly say: string }
  | { readonly complain: string }
  | { readonly progress: readonly [done: number, total: number, what: string] }
  | { readonly exit: number };

/** Carries out a command of the operator wherever that is done; answers its exit code. */
export type CarryOut = (name: string, args: Arguments, report: Report, signal: AbortSignal) => Promise<number>;

/** Tells here what a command tells elsewhere. */
export function repeat(told: Exclude<ControlLine, { exit: number }>, report: Report): void {
  if ('say' in told) report.say(told.say);
  else if ('complain' in told) report.complain(told.complain);
  else report.progress(...told.progress);
}

/** A bar is drawn no oftener. */
const PROGRESS_MS = 50;

/** The report whose lines `repeat` tells again. */
export function reportTo(write: (line: ControlLine) => void): Report {
  let last = -Infinity;
  return {
    say: (line) => write({ say: line }),
    complain: (line) => write({ complain: line }),
    progress: (...progress) => {
      const [done, total] = progress;
      const now = performance.now();
      if (done < total && now - last < PROGRESS_MS) return;
      last = now;
      write({ progress });
    },
  };
}
