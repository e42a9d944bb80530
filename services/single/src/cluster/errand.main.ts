import { once } from 'node:events';
import { serviceNames } from '@otklik/host';
import { plainLine } from '../../../../deploy/bootstrap/plain-error.mjs';
import { reportTo } from '../cli/control.js';
import { carryingOut } from '../cli/outcome.js';
import { processEnvironment } from '../config.js';
import { overHttp } from '../demo/ask.js';
import { prepareDemo } from '../demo/run-demo.js';
import { composeBeside } from './compose-beside.js';
import type { Tells, Told } from './errand.js';

const PATIENCE_MS = 10_000;

const steps: (() => unknown)[] = [];
const gone = new AbortController();
process.once('disconnect', () => {
  gone.abort();
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
});

function tell(line: Tells): void {
  if (process.connected) process.send!(line);
}

async function told(): Promise<Told> {
  const [message] = (await once(process, 'message', { signal: gone.signal })) as [Told];
  return message;
}

function composed(prepared: boolean): ReturnType<typeof composeBeside> {
  const { OTKLIK_DATA: dataDir, DATABASE_URL: databaseUrl } = processEnvironment();
  const teardown = (step: () => unknown): void => void steps.push(step);
  return composeBeside(
    { dataDir: dataDir!, databaseUrl: databaseUrl!, embedded: false, prepared, teardown },
    processEnvironment(),
  );
}

/** What has to be done before the first service runs; and, once all of them do, the demonstration world. */
async function prepare({ loopback }: { readonly loopback: boolean }): Promise<void> {
  const composition = await composed(false);
  // Its officials are in everybody's first copy of the directory.
  const makeDemo = await prepareDemo(composition, loopback);
  tell({ prepared: { environment: composition.secrets.environment, services: serviceNames } });
  const answer = await told();
  if ('gateway' in answer) await makeDemo(overHttp(answer.gateway), (line) => tell({ say: line }));
}

async function run(what: Told): Promise<void> {
  if ('prepare' in what) return prepare(what.prepare);
  if ('name' in what)
    tell({ exit: await carryingOut(await composed(true))(what.name, what.args, reportTo(tell), gone.signal) });
}

try {
  await run(await told());
} catch (error) {
  process.exitCode = 1;
  if (!gone.signal.aborted) tell({ failed: plainLine(error) ?? String((error as Error).stack ?? error) });
}
for (const step of steps.reverse()) await step();
if (process.connected) process.disconnect();
