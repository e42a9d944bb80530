import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runningServer, startPostgres, stopPostgres } from '../../../deploy/postgres/embedded-postgres.mjs';
import { holderOf } from '../../../deploy/bootstrap/pid-lock.mjs';
import { PlainError, plainLine } from '../../../deploy/bootstrap/plain-error.mjs';

/** For a server that an earlier process started: the end of one's own is reported. */
const CHECK_INTERVAL_MS = 1_000;
const POLL_INTERVAL_MS = 20;
/** While backups cannot be written the server keeps its log for them up to this size, and no longer: the disk is for the data. */
const SETTINGS = { max_slot_wal_keep_size: '4GB' };

/** The server of DATABASE_URL, else the embedded one, which the teardown stops even while it starts. */
export async function openPostgres(dataDir, teardown) {
  if (process.env.DATABASE_URL) return { databaseUrl: process.env.DATABASE_URL, embedded: false };
  const server = new EmbeddedServer(join(dataDir, 'postgres'));
  teardown.add(() => server.stop());
  teardown.causes.push(() => server.deathWhileStarting());
  return { databaseUrl: await server.start(), embedded: true, started: () => server.isInUse() };
}

class EmbeddedServer {
  #dataDir;
  #starting;
  #checks;
  #stopped = false;
  /** The server that was there first; undefined once the product is ready, which then waits for the next one. */
  #first;

  constructor(dataDir) {
    this.#dataDir = dataDir;
  }

  /** Answers its URL. */
  async start() {
    const { url, port, pid } = await this.#launch({});
    this.#first = pid;
    if (!this.#stopped) this.#checks = setInterval(() => this.#restartIfEnded(port), CHECK_INTERVAL_MS);
    return url;
  }

  isInUse() {
    this.#first = undefined;
  }

  /** Why whatever was begun has failed, where the server died before the product was ready. */
  deathWhileStarting() {
    if (this.#stopped || this.#first === undefined || runningServer(this.#dataDir)?.pid === this.#first)
      return undefined;
    return new PlainError(
      `PostgreSQL ended while Otklik was starting; the reason is in ${this.#dataDir}.log. Start again: nothing was lost.`,
    );
  }

  /** While the server is starting it can only be stopped once it has written its pid. */
  async stop() {
    this.#stopped = true;
    clearInterval(this.#checks);
    while (this.#starting) {
      await stopPostgres(this.#dataDir);
      await sleep(POLL_INTERVAL_MS);
    }
    await stopPostgres(this.#dataDir);
  }

  #launch(settings) {
    let port;
    const options = {
      dataDir: this.#dataDir,
      hasSocket: true,
      settings: { ...SETTINGS, ...settings },
      onExit: () => this.#restartIfEnded(port),
    };
    this.#starting = startPostgres(options)
      .then((server) => ((port = server.port), server))
      .finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  /** A server that crashed (by the OOM killer, for one) is restarted on the same port, where the pools reconnect. */
  #restartIfEnded(port) {
    if (this.#stopped || this.#starting || runningServer(this.#dataDir)) return;
    // Started at the same place, it would take the data that are there now for those that it lost.
    if (holderOf(join(dirname(this.#dataDir), 'lock'))?.pid !== process.pid)
      throw new PlainError(`the data folder ${dirname(this.#dataDir)} was moved away while Otklik ran on it.`);
    console.error('Otklik: PostgreSQL has ended; it is restarted.');
    this.#launch({ port }).catch((error) => {
      if (!this.#stopped) console.error(`Otklik: PostgreSQL does not start: ${plainLine(error) ?? error.message}`);
    });
  }
}
