import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Each line of a process's standard output and error, where it has them. */
export function eachLine({ stdout, stderr }: ChildProcess, take: (line: string) => void): void {
  for (const stream of [stdout, stderr]) if (stream) createInterface({ input: stream }).on('line', take);
}
