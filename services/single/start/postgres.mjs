import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runningServer, startPostgres, stopPostgres } from '../../../deploy/postgres/embedded-postgres.mjs';
import { plainLine } from '../../../deploy/bootstrap/plain-error.mjs';

const POLL_INTERVAL_MS = 1_000;
const PID_MS = 20;

/** The server of DATABASE_URL, else the embedded one, which the teardown stops however far its start has come. */
export async function openPostgres(dataDir, teardown) {
  if (process.env.DATABASE_URL) return { databaseUrl: process.env.DATABASE_URL, embedded: false };
  const server = new EmbeddedServer(join(dataDir, 'postgres'));
  teardown.add(() => server.stop());
  return { databaseUrl: await server.start(), embedded: true };
}

class EmbeddedServer {
  #dataDir;
  #starting;
  #watch;
  #stopped = false;

  constructor(dataDir) {
    this.#dataDir = dataDir;
  }

  /** Answers its address. */
  async start() {
    const { url, port } = await this.#launch({});
    if (!this.#stopped) this.#watch = setInterval(() => this.#look(port), POLL_INTERVAL_MS);
    return url;
  }

  /** One that is only starting, or recovers, is stopped as soon as it has written its pid. */
  async stop() {
    this.#stopped = true;
    clearInterval(this.#watch);
    while (this.#starting) {
      await stopPostgres(this.#dataDir);
      await sleep(PID_MS);
    }
    await stopPostgres(this.#dataDir);
  }

  #launch(settings) {
    this.#starting = startPostgres({ dataDir: this.#dataDir, settings }).finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  /**
   * A server that ended although nobody asked it to (killed for its memory, for one) is started again at its place,
   * where the services' pools find it.
   */
  #look(port) {
    if (this.#starting || runningServer(this.#dataDir)) return;
    console.error('Otklik: PostgreSQL has ended; it is started again.');
    this.#launch({ port }).catch((error) => {
      if (!this.#stopped) console.error(`Otklik: PostgreSQL does not start: ${plainLine(error) ?? error.message}`);
    });
  }
}
