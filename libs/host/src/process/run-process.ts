import { flushCompileCache } from 'node:module';
import type { Logger } from '@otklik/observability';
import { WrongConfiguration } from '../config.js';

/** Registers what is to be undone at the end; newest first. */
export type Teardown = (step: () => unknown) => void;

export interface StartedProcess {
  readonly url: string;
  readonly logger: Logger;
}

const OLDEST_NODE = 22;
/** Whatever has not ended by then ends with the process. */
const PATIENCE_MS = 15_000;

/**
 * Runs `start` and waits for SIGTERM, SIGINT or the end of who started it; then undoes what it has registered, newest
 * first. What a person can mend is told in one line each; then, and after any other failure of the start, the exit code
 * is 1.
 */
export async function runProcess(name: string, start: (teardown: Teardown) => Promise<StartedProcess>): Promise<void> {
  const steps: (() => unknown)[] = [];
  let stopping: Promise<void> | undefined;
  // A second reason to stop waits for the first stop.
  const stop = (code: number): Promise<void> => (stopping ??= undone(code));
  const undone = async (code: number): Promise<void> => {
    const patience = setTimeout(() => process.exit(1), PATIENCE_MS);
    patience.unref();
    for (const step of steps.splice(0).reverse()) await Promise.resolve(step()).catch(tell);
    process.exit(code);
  };
  const tell = (error: unknown): void => console.error(`Otklik ${name}: ${whatToDo(error)}`);
  try {
    if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE)
      throw new WrongConfiguration(`Node.js ${OLDEST_NODE} or newer is needed, this is ${process.versions.node}.`);
    // Heard for good: a signal that nobody hears would cut off the stop that an earlier one began.
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(0));
    // Who started us with a channel and watches over us is gone.
    process.once('disconnect', () => void stop(0));
    // Gone while this process was loading: nobody tells that twice.
    if (process.connected === false) return await stop(0);
    const { url, logger } = await start((step) => void steps.push(step));
    logger.info('ready');
    console.error(`Otklik ${name} is ready: ${url}`);
    // Written down now: a process that is killed has no end at which it would be.
    flushCompileCache();
  } catch (error) {
    tell(error);
    await stop(1);
  }
}

/** Runs `work` and ends: with 0, or with 1 and a line of what to do. */
export async function runJob(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    console.error(`Otklik ${name} is done`);
  } catch (error) {
    console.error(`Otklik ${name}: ${whatToDo(error)}`);
    process.exitCode = 1;
  }
}

const notMigrated = ['28P01', '28000', '3F000', '42P01', '42501'];

function whatToDo(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  if (error instanceof WrongConfiguration || (error as Error).name === 'PlainError') return (error as Error).message;
  if (typeof code === 'string' && notMigrated.includes(code))
    return `the database is not prepared, or not for this OTKLIK_ROLE_SECRET: npm run migrate (${code})`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
