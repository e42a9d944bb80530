import { compact } from '@otklik/kernel';
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Arguments } from '../cli/command.js';
import { replay, type RunCommand, type ControlLine } from '../cli/control.js';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { eachLine } from './lines.js';

/** Messages to a job: its task first; to the preparation once more, when the gateway answers. */
export type JobRequest =
  | { readonly prepare: { readonly loopback: boolean } }
  | { readonly gateway: string; readonly networks?: string }
  | { readonly name: string; readonly args: Arguments };

/** Messages from a job. `failed`: a line for the operator. */
export type JobMessage = ControlLine | { readonly prepared: Prepared } | { readonly failed: string };

export interface Prepared {
  /** Environment of every process: the secrets. */
  readonly environment: Readonly<Record<string, string>>;
  readonly services: readonly string[];
  /** The demonstration brings its networks along. */
  readonly ownNetworks: boolean;
}

export interface JobOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Gets each line of the job's log. */
  log(line: string): void;
}

const DATA_LOG = 'otklik.log';

const program = fileURLToPath(new URL('../../bundle/one-shot-job.main.js', import.meta.url));

/**
 * A process beside the services that runs one task which needs all of their code: so the supervising process, which runs
 * for months, stays small. The job ends when its parent does.
 */
function spawnJob(
  request: JobRequest,
  { environment, log }: JobOptions,
  receive: (message: JobMessage) => void,
): ChildProcess {
  const child = spawn(process.execPath, [program], {
    env: { ...environment, OTKLIK_LOG: 'stdout' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Its own process group: Ctrl-C signals the parent only, which stops its children in order.
    detached: true,
  });
  eachLine(child, log);
  child.on('message', (message) => receive(message as JobMessage));
  // Not started, or ended before the request was sent; `close` follows and settles the caller.
  child.on('error', (error) => log(`${program}: ${error.message}`));
  send(child, request);
  return child;
}

/** An error is ignored: the child has ended, and its `close` settles the caller. */
function send(child: ChildProcess, request: JobRequest): void {
  if (child.connected) child.send(request, () => undefined);
}

export interface Preparation extends Prepared {
  /** Makes the demonstration world through the gateway, once that answers; `networks`: the page of its networks. */
  finish(gateway: string, networks?: string): Promise<void>;
  cancel(): void;
}

/** Resolves when the database is migrated, the districts are loaded and the secrets exist. */
export function prepare(loopback: boolean, options: JobOptions & { print(line: string): void }): Promise<Preparation> {
  return new Promise((resolve, reject) => {
    const child = spawnJob({ prepare: { loopback } }, options, (line) => {
      if ('print' in line) options.print(line.print);
      if ('failed' in line) reject(new PlainError(line.failed));
      if ('prepared' in line) resolve({ ...line.prepared, finish, cancel: () => void child.kill() });
    });
    const ended = new Promise<number | NodeJS.Signals>((done) =>
      child.once('close', (code, signal) => done(signal ?? code ?? 1)),
    );
    void ended.then((how) => reject(new Error(`The preparation ended with ${how}.`)));
    const finish = async (gateway: string, networks?: string): Promise<void> => {
      send(child, compact({ gateway, networks }));
      const how = await ended;
      if (how !== 0) options.print(`the demonstration world was not finished (${how}); ${DATA_LOG} says why`);
    };
  });
}

/** Runs each of the operator's commands in a job of its own. */
export function commandRunnerInJob(options: JobOptions): RunCommand {
  return (name, args, report, signal) =>
    new Promise((done) => {
      const child = spawnJob({ name, args }, options, (line) => {
        if ('exit' in line) ended(line.exit);
        else if ('failed' in line) report.warn(line.failed);
        else if (!('prepared' in line)) replay(line, report);
      });
      const stop = (): void => void (child.connected && child.disconnect());
      const ended = (exit: number): void => {
        signal.removeEventListener('abort', stop);
        done(exit);
      };
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      // Without an `exit` message: killed, or not started.
      child.once('close', () => ended(1));
    });
}
