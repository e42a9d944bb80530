import type { Report } from './command.js';

const REDRAW_INTERVAL_MS = 100;
const LOG_INTERVAL_MS = 5_000;
const WIDTH = 30;

/** Lines to stdout; complaints and the progress bar to stderr, so that a token can be piped on. */
export function terminalReport(): Report & { end(): void } {
  const live = process.stderr.isTTY === true;
  let drawn = false;
  let last = 0;
  const clear = (): void => {
    if (drawn) process.stderr.write('\r\u001b[2K');
    drawn = false;
  };
  const draw = (done: number, total: number, what: string): void => {
    const now = Date.now();
    if (done < total && now - last < (live ? REDRAW_INTERVAL_MS : LOG_INTERVAL_MS)) return;
    last = now;
    const line = `${bar(done, total)} ${what} ${done} of ${total}`;
    process.stderr.write(live ? `\r\u001b[2K${line}` : `${line}\n`);
    drawn = live;
  };
  return {
    print: (line) => {
      clear();
      process.stdout.write(`${line}\n`);
    },
    warn: (line) => {
      clear();
      process.stderr.write(`${line}\n`);
    },
    progress: draw,
    end: () => {
      if (drawn) process.stderr.write('\n');
      drawn = false;
    },
  };
}

function bar(done: number, total: number): string {
  const filled = total === 0 ? WIDTH : Math.min(WIDTH, Math.floor((done / total) * WIDTH));
  return `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}]`;
}
