import { once } from 'node:events';
import { serviceNames } from '@otklik/host';
import { plainLine } from '../../../../deploy/bootstrap/plain-error.mjs';
import { reportTo } from '../cli/control.js';
import { commandRunner } from '../cli/outcome.js';
import { processEnvironment } from '../config.js';
import { overHttp } from '../demo/ask.js';
import { demonstrationLogins } from '../demo/demo-officials.js';
import { hasOwnNetworks } from '../demo/open-networks.js';
import { prepareDemo } from '../demo/run-demo.js';
import { inviteFirstAdministrator } from '../first-administrator.js';
import { composeForCommands } from './compose-for-commands.js';
import type { JobMessage, JobRequest } from './one-shot-job.js';

const EXIT_TIMEOUT_MS = 10_000;

const steps: (() => unknown)[] = [];
const gone = new AbortController();
process.once('disconnect', () => {
  gone.abort();
  setTimeout(() => process.exit(1), EXIT_TIMEOUT_MS).unref();
});

function send(line: JobMessage): void {
  if (process.connected) process.send!(line);
}

async function request(): Promise<JobRequest> {
  const [message] = (await once(process, 'message', { signal: gone.signal })) as [JobRequest];
  return message;
}

function composed(prepared: boolean): ReturnType<typeof composeForCommands> {
  const { OTKLIK_DATA: dataDir, DATABASE_URL: databaseUrl } = processEnvironment();
  const teardown = (step: () => unknown): void => void steps.push(step);
  return composeForCommands(
    { dataDir: dataDir!, databaseUrl: databaseUrl!, embedded: false, prepared, teardown },
    processEnvironment(),
  );
}

/** Before the first service starts: migrations, districts, secrets. Once all of them run: the demonstration world. */
async function prepare({ loopback }: { readonly loopback: boolean }): Promise<void> {
  const composition = await composed(false);
  // Before the services start: their first copy of the directory then has the demonstration's officials.
  const demo = await prepareDemo(composition, loopback);
  const logins = await demonstrationLogins(composition.config, loopback);
  const environment = { ...composition.secrets.environment, OTKLIK_DEMO_LOGINS: logins.join(',') };
  const ownNetworks = logins.length > 0 && hasOwnNetworks(composition.config);
  send({ prepared: { environment, services: serviceNames, ownNetworks } });
  const answer = await request();
  if (!('gateway' in answer)) return;
  const print = (line: string): void => send({ print: line });
  await demo.makeToday(overHttp(answer.gateway), print, answer.networks);
  if (logins.length === 0) await inviteFirstAdministrator(composition, print);
}

async function run(what: JobRequest): Promise<void> {
  if ('prepare' in what) return prepare(what.prepare);
  if ('name' in what)
    send({ exit: await commandRunner(await composed(true))(what.name, what.args, reportTo(send), gone.signal) });
}

try {
  await run(await request());
} catch (error) {
  process.exitCode = 1;
  if (!gone.signal.aborted) send({ failed: plainLine(error) ?? String((error as Error).stack ?? error) });
}
for (const step of steps.reverse()) await step();
if (process.connected) process.disconnect();
