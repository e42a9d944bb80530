import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { requireFreePort, urlOf } from './address.mjs';
import { clusterFolder, openDataFolder } from './data-folder.mjs';
import { PlainError } from '../../../deploy/bootstrap/plain-error.mjs';
import { root } from '../../../deploy/bootstrap/prepare.mjs';
import { untilSignal } from './until-signal.mjs';

/** The servers that the cluster needs, and the variable with the address of an existing one. */
const SERVERS = { kafka: 'KAFKA_BROKERS', search: 'ELASTICSEARCH_URL', postgres: 'DATABASE_URL' };

/** `npm run start:cluster`: the servers, then a process for each service and the gateway, until a signal comes. */
export function serveCluster() {
  return untilSignal(run, { packages: 'build', build: 'all' });
}

async function run({ host, port }, teardown) {
  const dataDir = clusterFolder(root);
  const url = urlOf({ host, port });
  teardown.add(await openDataFolder(dataDir, { what: `The cluster of Otklik on ${url}` }));
  await requireFreePort(host, port);
  await openServers(teardown);
  const { clusterMain } = await import(pathToFileURL(join(root, 'services/single/bundle/cluster.main.js')).href);
  const step = (undo) => teardown.add(undo);
  const { networks } = await clusterMain({
    host,
    port,
    dataDir,
    environment: process.env,
    print: console.log,
    teardown: step,
  });
  if (teardown.begun) return;
  console.log(
    [
      `Otklik is ready: ${url}`,
      `  pages for residents      ${url}/`,
      `  desk of officials        ${url}/desk`,
      `  try GraphQL              ${url}/graphql`,
      ...(networks ? [`  write in the networks    ${networks}`] : []),
      '  the operator’s tool      npm run otklik',
      `  stop                     Ctrl-C; the servers go on (npm run stack -- down), the data stays in ${dataDir}`,
    ].join('\n'),
  );
}

/** Starts those that no variable names, and sets their variables. */
async function openServers(teardown) {
  const missing = Object.keys(SERVERS).filter((name) => !process.env[SERVERS[name]]);
  if (missing.length === 0) return;
  const stack = [join(root, 'deploy/stack/start.mjs'), 'up', '--only', missing.join(',')];
  const { code, output } = await outputOf(process.execPath, stack, teardown);
  if (code !== 0) throw new PlainError('the servers did not start; the reason is above.');
  for (const [, name, value] of output.matchAll(/^export (\w+)=(.*)$/gm)) process.env[name] = value;
}

function outputOf(command, args, teardown) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  teardown.add(() => child.kill());
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => done({ code, output }));
  });
}
