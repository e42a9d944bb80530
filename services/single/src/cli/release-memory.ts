import { totalmem } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: Readonly<Record<'type' | 'execution' | 'flavor', string>>) => void;

const SMALL_MACHINE_BYTES = 2 * 1024 ** 3;
const DELAY_MS = 10_000;

let timer: NodeJS.Timeout | undefined;

/**
 * After long work: V8 keeps the pages and the compiled code of it until memory is short, 60 of 230 MB. The collection stops the process for half a second, so it is for machines where that memory is needed.
 */
export function releaseMemoryLater({ memory = memoryOfMachine(), delayMs = DELAY_MS, release = collect } = {}): void {
  clearTimeout(timer);
  if (memory <= SMALL_MACHINE_BYTES) timer = setTimeout(release, delayMs).unref();
}

function memoryOfMachine(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity);
}

/** Exported for its spec. */
export function collect(): void {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as Collect;
  gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
