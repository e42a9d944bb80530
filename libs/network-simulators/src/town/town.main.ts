import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TOWN_NETWORKS } from './town-networks.js';
import { TownServer } from './town-server.js';
import { Town } from './town.js';

/** `--folder <path> --page <port> --apis <port of the first, the others follow>`: the networks as a program of their own. */
const { values } = parseArgs({
  options: { folder: { type: 'string' }, page: { type: 'string' }, apis: { type: 'string' } },
});
const { folder, page, apis } = values;
if (folder === undefined || page === undefined || apis === undefined)
  throw new Error('--folder, --page and --apis are needed.');
mkdirSync(folder, { recursive: true });
const ports = Object.fromEntries(TOWN_NETWORKS.map((network, at) => [network, Number(apis) + at]));
const town = await Town.start({ ports, file: join(folder, 'networks.json') });
const server = await TownServer.start(town, Number(page));
console.log(`${server.url} ${town.apis}`);
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    void server
      .stop()
      .then(() => town.stop())
      .then(() => process.exit(0));
  });
