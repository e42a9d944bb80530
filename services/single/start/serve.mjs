import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dataFolder, openDataFolder } from './data-folder.mjs';
import { explain, PlainError } from './plain-error.mjs';
import { openPostgres } from './postgres.mjs';
import { prepare, root } from './prepare.mjs';
import { Teardown } from './teardown.mjs';

/** `npm start`: prepares the checkout, then runs PostgreSQL and all services in this process until a signal comes. */
export async function serve() {
  const teardown = new Teardown();
  try {
    const address = readAddress(process.env);
    if (!(await prepare({ build: true }))) return;
    teardown.onSignals();
    await run(address, teardown);
  } catch (error) {
    if (teardown.begun) return;
    explain(error);
    await teardown.run(1);
  }
}

function readAddress({ HOST, PORT }) {
  const port = Number(PORT || 4000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new PlainError(`PORT must be a number from 1 to 65535, and is "${PORT}".`);
  return { host: HOST || '127.0.0.1', port };
}

async function run({ host, port }, teardown) {
  const dataDir = dataFolder(root);
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  teardown.add(openDataFolder(dataDir, { what: `Otklik on ${url}` }));
  await demandFreePort(host, port);
  // The server starts while the services are read.
  const [database, { main }] = await Promise.all([
    openPostgres(dataDir, teardown),
    import(pathToFileURL(join(root, 'services/single/dist/main.js')).href),
  ]);
  await main({ host, port, dataDir, ...database, teardown: (step) => teardown.add(step), say: console.log });
  if (teardown.begun) return;
  console.log(
    [
      `Otklik is ready: ${url}`,
      `  pages of the districts   ${url}/`,
      `  try GraphQL              ${url}/graphql`,
      '  a token to try it with   npm run otklik -- token --as <login>      (npm run otklik lists the commands)',
      `  stop                     Ctrl-C; the data stays in ${dataDir}`,
    ].join('\n'),
  );
}

/** Asked before anything is started: the same answer comes seconds later from the real listener. */
function demandFreePort(host, port) {
  return new Promise((free, failed) => {
    const probe = createServer();
    probe.once('error', (error) => failed(addressError(error, host, port)));
    probe.listen(port, host, () => probe.close(free));
  });
}

function addressError(error, host, port) {
  const why = {
    EADDRINUSE: `port ${port} is in use: stop the program that has it, or choose another: PORT=${port + 1} npm start`,
    EACCES: `this user may not listen on port ${port}: choose one above 1023: PORT=4000 npm start`,
    EADDRNOTAVAIL: `this machine has no address ${host}: give another HOST.`,
    ENOTFOUND: `this machine has no address ${host}: give another HOST.`,
  }[error.code];
  return why ? new PlainError(why) : error;
}
