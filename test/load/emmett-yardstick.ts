import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const VERSION = '0.42.0';

interface EmmettStore {
  appendToStream(
    stream: string,
    events: readonly { type: string; data: unknown }[],
    options: { expectedStreamVersion: unknown },
  ): Promise<unknown>;
  schema: { migrate(): Promise<unknown> };
  close(): Promise<void>;
}

export interface EmmettYardstick {
  rate(writers: number, seconds: number): Promise<number>;
  close(): Promise<void>;
}

/** Appends by emmett-postgresql of an exact version, installed into a temporary folder on demand; no dependency of the repository. */
export async function emmettYardstick(url: string, payload: unknown): Promise<EmmettYardstick> {
  const folder = join(tmpdir(), `otklik-yardstick-emmett-${VERSION}`);
  const entry = join(folder, 'entry.mjs');
  if (!existsSync(entry)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
    const packages = [`@event-driven-io/emmett@${VERSION}`, `@event-driven-io/emmett-postgresql@${VERSION}`];
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', ...packages], {
      cwd: folder,
      stdio: 'ignore',
    });
    writeFileSync(entry, `export { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';\n`);
  }
  const { getPostgreSQLEventStore } = (await import(pathToFileURL(entry).href)) as {
    getPostgreSQLEventStore: (url: string) => EmmettStore;
  };
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  const append = () =>
    store.appendToStream(`appeal-${randomUUID()}`, [{ type: 'AppealSubmitted', data: payload }], {
      expectedStreamVersion: 'STREAM_DOES_NOT_EXIST',
    });
  return {
    async rate(writers, seconds) {
      let done = 0;
      const end = performance.now() + seconds * 1000;
      await Promise.all(
        Array.from({ length: writers }, async () => {
          while (performance.now() < end) {
            await append();
            done += 1;
          }
        }),
      );
      return done / seconds;
    },
    close: () => store.close(),
  };
}
