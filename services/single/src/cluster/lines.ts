import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Calls `take` with each line of the process's standard output and error. */
export function eachLine({ stdout, stderr }: ChildProcess, take: (line: string) => void): void {
  for (const stream of [stdout, stderr]) if (stream) createInterface({ input: stream }).on('line', take);
}
