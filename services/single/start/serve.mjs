import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireFreePort, urlOf } from './address.mjs';
import { keepCompiled } from './compile-cache.mjs';
import { dataFolder, openDataFolder } from './data-folder.mjs';
import { openPostgres } from './postgres.mjs';
import { builtSources } from '../../../deploy/bootstrap/build.mjs';
import { removeWhatBuilt, root } from '../../../deploy/bootstrap/prepare.mjs';
import { untilSignal } from './until-signal.mjs';

/** `npm start`: prepares the checkout, then runs PostgreSQL and all services in this process until a signal comes. */
export function serve() {
  return untilSignal(run, { packages: 'run', build: 'single' });
}

async function run({ host, port }, teardown) {
  const dataDir = dataFolder(root);
  const url = urlOf({ host, port });
  teardown.add(await openDataFolder(dataDir, { what: `Otklik on ${url}` }));
  await requireFreePort(host, port);
  console.log('Starting PostgreSQL and the services …');
  // In parallel: the server starts while the services are loaded.
  const [database, { main }] = await Promise.all([
    openPostgres(dataDir, teardown),
    import(pathToFileURL(join(root, 'services/single/bundle/main.js')).href),
  ]);
  const { started, ...where } = database;
  const { networks } = await main({
    host,
    port,
    dataDir,
    ...where,
    build: builtSources(),
    teardown: (step) => teardown.add(step),
    print: console.log,
  });
  if (teardown.begun) return;
  started?.();
  console.log(
    [
      `Otklik is ready: ${url}`,
      `  pages for residents      ${url}/`,
      `  desk of officials        ${url}/desk`,
      `  try GraphQL              ${url}/graphql`,
      ...(networks ? [`  write in the networks    ${networks}`] : []),
      '  a token to try it with   npm run otklik -- token --as <login>      (npm run otklik lists the commands)',
      `  stop                     Ctrl-C; the data stays in ${dataDir}`,
    ].join('\n'),
  );
  keepCompiled();
  teardown.add(removeWhatBuilt());
}
