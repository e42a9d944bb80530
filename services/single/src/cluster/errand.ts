import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Arguments } from '../cli/command.js';
import { repeat, type CarryOut, type ControlLine } from '../cli/control.js';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { eachLine } from './lines.js';

/** What an errand is told: first all that it needs, and the preparation once more when the gateway answers. */
export type Told =
  | { readonly prepare: { readonly loopback: boolean } }
  | { readonly gateway: string }
  | { readonly name: string; readonly args: Arguments };

/** What it tells. `failed`: a line for a person. */
export type Tells = ControlLine | { readonly prepared: Prepared } | { readonly failed: string };

export interface Prepared {
  /** Of every process: secrets, in the names by which they are read. */
  readonly environment: Readonly<Record<string, string>>;
  readonly services: readonly string[];
}

export interface ErrandOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Each line of its own log. */
  log(line: string): void;
}

const DATA_LOG = 'otklik.log';

const program = fileURLToPath(new URL('../../bundle/errand.main.js', import.meta.url));

/**
 * A process beside the services that does what needs all of their code, and ends: so the one that watches over them for
 * months stays small. It ends too when this one is gone.
 */
function send(what: Told, { environment, log }: ErrandOptions, heard: (line: Tells) => void): ChildProcess {
  const child = spawn(process.execPath, [program], {
    env: { ...environment, OTKLIK_LOG: 'stdout' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Not of our group: a Ctrl-C reaches us alone.
    detached: true,
  });
  eachLine(child, log);
  child.on('message', (line) => heard(line as Tells));
  // It could not be started, or ended before it was told: `close` says so to whoever waits for it.
  child.on('error', (error) => log(`${program}: ${error.message}`));
  tell(child, what);
  return child;
}

/** A child that is gone hears nothing, and its `close` was told. */
function tell(child: ChildProcess, what: Told): void {
  if (child.connected) child.send(what, () => undefined);
}

export interface Preparation extends Prepared {
  /** To be called when the gateway answers: the demonstration world is made through it. Resolves when it is there. */
  finish(gateway: string): Promise<void>;
  cancel(): void;
}

/** The database is migrated, its districts loaded, the secrets there when this resolves. */
export function prepare(loopback: boolean, options: ErrandOptions & { say(line: string): void }): Promise<Preparation> {
  return new Promise((resolve, reject) => {
    const child = send({ prepare: { loopback } }, options, (line) => {
      if ('say' in line) options.say(line.say);
      if ('failed' in line) reject(new PlainError(line.failed));
      if ('prepared' in line) resolve({ ...line.prepared, finish, cancel: () => void child.kill() });
    });
    const ended = new Promise<number | NodeJS.Signals>((done) =>
      child.once('close', (code, signal) => done(signal ?? code ?? 1)),
    );
    void ended.then((how) => reject(new Error(`The preparation ended with ${how}.`)));
    const finish = async (gateway: string): Promise<void> => {
      tell(child, { gateway });
      const how = await ended;
      if (how !== 0) options.say(`the demonstration world was not finished (${how}); ${DATA_LOG} says why`);
    };
  });
}

/** Operator's commands, each by a process of its own. */
export function carryingOutBeside(options: ErrandOptions): CarryOut {
  return (name, args, report, signal) =>
    new Promise((done) => {
      const child = send({ name, args }, options, (line) => {
        if ('exit' in line) ended(line.exit);
        else if ('failed' in line) report.complain(line.failed);
        else if (!('prepared' in line)) repeat(line, report);
      });
      const stop = (): void => void (child.connected && child.disconnect());
      const ended = (exit: number): void => {
        signal.removeEventListener('abort', stop);
        done(exit);
      };
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      // Without a word: killed, or it could not be started.
      child.once('close', () => ended(1));
    });
}
