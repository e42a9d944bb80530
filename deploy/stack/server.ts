import { mkdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../bootstrap/plain-error.mjs';
import { portIsFree } from './ports.js';
import { end, logTail, launch, livingPid, signalled, sizeOf, until } from './processes.js';

export type Kind = 'kafka' | 'search' | 'postgres' | 'keycloak' | 'networks';

/** One server of the stack. All its files are in its folder. */
export interface Server {
  readonly name: string;
  readonly kind: Kind | 'files';
  /** The configured port. */
  readonly port: number;
  readonly folder: string;
  readonly logFile: string;
  /** Address without a password, for display. */
  readonly address: string;
  /** Connection URL for clients, with the password if there is one. */
  url(): string;
  /** The port of the running server; differs from `port` when OTKLIK_PORT_BASE was changed meanwhile. */
  runsOn(): number | undefined;
  /** Undefined when the server is not running. */
  pid(): number | undefined;
  /** True when it was started, was not stopped, and is not running. */
  died(): boolean;
  /** Probes the server; takes at most a second. */
  healthy(): Promise<boolean>;
  /**
   * Resolves when the server is healthy: true when it was started, false when it was running already.
   * Throws a PlainError that names the log when it ends or is not healthy in time.
   */
  start(): Promise<boolean>;
  /** SIGTERM, then SIGKILL; works for a frozen process, too. Does nothing when it is not running. */
  stop(): Promise<void>;
  /** SIGKILL, SIGSTOP, SIGCONT …; false when it is not running. */
  signal(signal: NodeJS.Signals): boolean;
  /** SIGKILL, then removes its folder. */
  wipe(): Promise<void>;
}

export interface ProgramOptions {
  readonly name: string;
  readonly kind: Kind | 'files';
  readonly folder: string;
  readonly address: string;
  /** The first is the clients' port. */
  readonly ports: readonly [number, ...number[]];
  readonly startTimeoutMs: number;
  readonly stopTimeoutMs: number;
  /** Writes configuration and data folder; answers the command, which must contain the folder's path. */
  prepare(): Promise<readonly string[]>;
  healthy(): Promise<boolean>;
}

/** A server that is a program of its own, identified by its pid file. */
export function programServer(parts: ProgramOptions): Server {
  const { name, kind, folder, address, ports, healthy } = parts;
  const logFile = join(folder, `${name}.log`);
  const pidFile = join(folder, 'pid');
  const portFile = join(folder, 'port');
  const pid = (): number | undefined => livingPid(pidFile, folder);
  const died = (): boolean => existsSync(pidFile) && pid() === undefined;
  const runsOn = (): number | undefined =>
    pid() === undefined ? undefined : Number(readFileSync(portFile, 'utf8').trim());
  const endIn = async (timeoutMs: number): Promise<void> => {
    const found = pid();
    if (found !== undefined) await end(found, folder, timeoutMs);
    rmSync(pidFile, { force: true });
  };
  const stop = (): Promise<void> => endIn(parts.stopTimeoutMs);
  const start = async (): Promise<boolean> => {
    const from = sizeOf(logFile);
    const runs = pid() !== undefined;
    if (runs) {
      demandSamePort(name, ports[0], runsOn());
      await demandHealth(parts, pid, logFile, Math.max(0, from - 2_000));
      return false;
    }
    await demandFreePorts(name, ports);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Created before `prepare` sets the owner of the folder, because the server writes them, too.
    for (const file of [logFile, pidFile]) writeFileSync(file, '', { flag: 'a', mode: 0o600 });
    const command = await parts.prepare();
    writeFileSync(portFile, `${ports[0]}\n`);
    launch(command, pidFile, logFile);
    try {
      await demandHealth(parts, pid, logFile, from);
    } catch (error) {
      await stop();
      throw error;
    }
    return true;
  };
  return {
    name,
    kind,
    folder,
    address,
    port: ports[0],
    logFile,
    pid,
    runsOn,
    died,
    healthy,
    start,
    stop,
    url: () => address,
    signal: (signal) => {
      const found = pid();
      return found !== undefined && signalled(found, signal);
    },
    wipe: async () => {
      await endIn(0);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function demandHealth(
  { name, startTimeoutMs, healthy }: ProgramOptions,
  pid: () => number | undefined,
  logFile: string,
  from: number,
): Promise<void> {
  let missingSince: number | undefined;
  let ended = false;
  const isHealthy = await until(async () => {
    missingSince = pid() === undefined ? (missingSince ?? Date.now()) : undefined;
    // The pid file is empty for a moment while a launcher hands over to its server.
    ended = missingSince !== undefined && Date.now() - missingSince > 500;
    return ended || healthy();
  }, startTimeoutMs);
  if (isHealthy && !ended) return;
  const what = ended ? 'ended while it started' : `is not healthy after ${startTimeoutMs / 1000} s`;
  throw new PlainError(`${name} ${what}: ${logTail(logFile, from)} (log: ${logFile})`);
}

/** Waits a moment, because the port of an ended server is released late. */
export async function demandFreePorts(name: string, ports: readonly number[]): Promise<void> {
  for (const port of ports)
    if (!(await until(() => portIsFree(port), 2_000)))
      throw new PlainError(
        `port ${port}, which ${name} needs, is in use by a program outside this stack: ` +
          'stop it, or choose other ports: OTKLIK_PORT_BASE=<number>.',
      );
}

export function demandSamePort(name: string, port: number, has: number | undefined): void {
  if (has !== port)
    throw new PlainError(
      `${name} runs on port ${has} and not on ${port}, as OTKLIK_PORT_BASE now says: npm run stack -- down first.`,
    );
}
