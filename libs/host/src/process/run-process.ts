import { flushCompileCache } from 'node:module';
import { WrongConfiguration } from '../config.js';
import { processEnvironment } from './config.js';
import { openTracing } from './tracing.js';

/** Registers a step of the shutdown; the newest runs first. */
export type Teardown = (step: () => unknown) => void;

export interface StartedProcess {
  readonly url: string;
}

const MIN_NODE_VERSION = 22;
/** Upper bound of the shutdown. */
const SHUTDOWN_TIMEOUT_MS = 15_000;

/**
 * Runs `start` until SIGTERM, SIGINT or the end of the parent process, then runs the registered teardown steps, newest
 * first. If the start fails, the exit code is 1; an error with a remedy is printed as one line, without a stack.
 */
export async function runProcess(name: string, start: (teardown: Teardown) => Promise<StartedProcess>): Promise<void> {
  const steps: (() => unknown)[] = [];
  let stopping: Promise<void> | undefined;
  // A second stop waits for the first.
  const stop = (code: number): Promise<void> => (stopping ??= undone(code));
  const undone = async (code: number): Promise<void> => {
    const timeout = setTimeout(() => process.exit(1), SHUTDOWN_TIMEOUT_MS);
    timeout.unref();
    for (const step of steps.splice(0).reverse()) await Promise.resolve(step()).catch(report);
    process.exit(code);
  };
  const report = (error: unknown): void => console.error(`Otklik ${name}: ${errorLine(error)}`);
  try {
    if (Number.parseInt(process.versions.node, 10) < MIN_NODE_VERSION)
      throw new WrongConfiguration(`Node.js ${MIN_NODE_VERSION} or newer is needed, this is ${process.versions.node}.`);
    // The handlers stay registered: without one a second signal would kill the process during its shutdown.
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(0));
    // The parent process, which started this one with an IPC channel, has ended.
    process.once('disconnect', () => void stop(0));
    // It ended while this process was loading: no further event follows.
    if (process.connected === false) return await stop(0);
    steps.push(await openTracing(processEnvironment(), name));
    const { url } = await start((step) => void steps.push(step));
    console.error(`Otklik ${name} is ready: ${url}`);
    // Written now, because a killed process does not write its compile cache.
    flushCompileCache();
  } catch (error) {
    report(error);
    await stop(1);
  }
}

/** Runs `work` and sets the exit code: 0, or 1 with the error printed. */
export async function runJob(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    console.error(`Otklik ${name} is done`);
  } catch (error) {
    console.error(`Otklik ${name}: ${errorLine(error)}`);
    process.exitCode = 1;
  }
}

const notMigratedCodes = ['28P01', '28000', '3F000', '42P01', '42501'];

function errorLine(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  if (error instanceof WrongConfiguration || (error as Error).name === 'PlainError') return (error as Error).message;
  if (typeof code === 'string' && notMigratedCodes.includes(code))
    return `the database is not prepared, or not for this OTKLIK_ROLE_SECRET: npm run migrate (${code})`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
