import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runningServer, startPostgres, stopPostgres } from '../postgres/embedded-postgres.mjs';
import { ask } from './ask.js';
import { signalled } from './processes.js';
import { demandFreePorts, demandSamePort, type Server } from './server.js';

/** Each replica of a service holds pools of its own. */
const MAX_CONNECTIONS = 300;

/** The embedded server on a fixed port. `folder`: `postgres` of the stack's. */
export function postgresServer({ folder, port }: { readonly folder: string; readonly port: number }): Server {
  const dataDir = join(folder, 'data');
  const pid = (): number | undefined => runningServer(dataDir)?.pid;
  const died = (): boolean => existsSync(join(dataDir, 'postmaster.pid')) && pid() === undefined;
  let url: string | undefined;
  const signal = (which: NodeJS.Signals): boolean => {
    const found = pid();
    return found !== undefined && signalled(found, which);
  };
  const stop = (): Promise<void> => {
    signal('SIGCONT');
    return stopPostgres(dataDir);
  };
  return {
    name: 'postgres',
    kind: 'postgres',
    port,
    folder,
    pid,
    died,
    signal,
    stop,
    logFile: `${dataDir}.log`,
    address: `postgres://127.0.0.1:${port}/postgres`,
    url: () => {
      if (url === undefined) throw new Error('The URL of postgres is known only after its start.');
      return url;
    },
    runsOn: () => runningServer(dataDir)?.port,
    healthy: async () => (runningServer(dataDir)?.ready ?? false) && answers(port),
    start: async () => {
      if (pid() === undefined) await demandFreePorts('postgres', [port]);
      const server = await startPostgres({ dataDir, settings: { port, max_connections: MAX_CONNECTIONS } });
      demandSamePort('postgres', port, server.port);
      url = server.url;
      return !server.adopted;
    },
    wipe: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Sends SSLRequest, which every live server answers. */
async function answers(port: number): Promise<boolean> {
  const request = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
  return (await ask(port, request, (received) => received.length > 0)) !== undefined;
}
