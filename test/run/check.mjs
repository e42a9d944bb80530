import { closingLine } from '../jest/closing-line.mjs';
import { explain } from '../../deploy/bootstrap/plain-error.mjs';
import { prepare } from '../../deploy/bootstrap/prepare.mjs';
import { Changes } from './changes.mjs';
import { Specs } from './specs.mjs';
import { TestRun } from './test-run.mjs';

/** Each counts as one test. Lint needs the project graph: without it the boundary rule accepts every import. */
const checksOf = ({ linted = ['.'], files = ['.'] } = {}) => ({
  types: [['tsc', '-p', 'tsconfig.json']],
  boundaries: [
    ['nx', 'show', 'projects'],
    ['eslint', '--no-warn-ignored', '--pass-on-no-patterns', ...linted],
  ],
  format: [['prettier', '--check', '--log-level=warn', '--ignore-unknown', ...files]],
});

/**
 * `npm test`: every spec, and beside them types, lint, format, and journeys again on the cluster; the closing line is last. With
 * `--changed`: the same of what changed alone, without the cluster. Other arguments go to Jest.
 */
export async function check(args) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    const changes = Changes.askedFor(args);
    const build = changes && !changes.needTheProduct ? undefined : 'all';
    if (!(await prepare({ packages: 'all', build }))) return;
    const run = new TestRun();
    await (changes ? checkChanges(run, changes, counts) : checkAll(run, args, counts));
  } catch (error) {
    explain(error);
    counts.failed += 1;
  }
  process.exitCode = counts.failed > 0 ? 1 : 0;
  console.log(closingLine(counts));
}

async function checkChanges(run, changes, counts) {
  if (changes.files.length === 0) return console.log('Nothing changed.');
  const specs = new Specs(run);
  try {
    const environment = { OTKLIK_ROOMS: changes.rooms.join(' ') };
    await ended(
      specs.run(changes.specs, { environment }).then((all) => add(counts, all)),
      runChecks(run, checksOf(changes), counts, { output: 'kept' }),
    );
  } finally {
    counts.failed += await stopped(run);
  }
  tellFlaky(specs);
}

/** The checks, then the cluster, run beside the specs: each waits for what the other computes. */
async function checkAll(run, jestArguments, counts) {
  const specs = new Specs(run);
  const opened = openCluster(counts);
  const everySpec = async () => {
    await opened;
    add(counts, await specs.run(jestArguments));
  };
  const beside = async () => {
    await runChecks(run, checksOf(), counts, { output: 'kept', isPatient: true });
    if ((await opened).stop) add(counts, await specs.run(...onTheCluster(jestArguments)));
  };
  try {
    await ended(everySpec(), beside());
  } finally {
    counts.failed += await stopped(run, await opened.catch(() => ({})));
  }
  tellFlaky(specs);
  const { missing } = await opened;
  if (missing) console.error(`\n!!! THE CLUSTER WAS NOT TESTED. ${missing}\n`);
}

/** Acceptance specs that cross the services, once more. */
function onTheCluster(jestArguments) {
  const environment = { OTKLIK_PROFILE: 'cluster', OTKLIK_SPECS: 'cross' };
  return [[...jestArguments, '--maxWorkers=1', '--passWithNoTests'], { environment, output: 'kept' }];
}

/** All of them, also when one throws. */
async function ended(...lanes) {
  for (const { reason } of await Promise.allSettled(lanes)) if (reason !== undefined) throw reason;
}

function tellFlaky({ flaky }) {
  for (const file of flaky) console.error(`FLAKY ${file}: it failed, and passed when it was run again by itself.`);
}

/** Starts Kafka and Elasticsearch for the whole run. Returns what stops them, or the reason why they are missing. */
async function openCluster(counts) {
  const { startServers, missingRequirement } = await import('../jest/servers.mjs');
  const missing = missingRequirement();
  if (missing === undefined) {
    try {
      return { stop: await startServers() };
    } catch (error) {
      explain(error);
      counts.failed += 1;
      return { missing: 'Its servers did not start; the reason is above.' };
    }
  }
  counts[process.env.CI === 'true' ? 'failed' : 'skipped'] += 1;
  return { missing };
}

/** Stops everything that was started; returns the number of failures. */
async function stopped(run, cluster = {}) {
  let faults = 0;
  await cluster.stop?.().catch((error) => {
    explain(error);
    faults += 1;
  });
  for (const { pid, command } of await run.end()) {
    console.error(`FAIL process ${pid} was left running and is ended now: ${command}`);
    faults += 1;
  }
  return faults;
}

async function runChecks(run, checks, counts, options) {
  for (const [name, commands] of Object.entries(checks)) {
    const ok = await all(run, commands, options);
    console.log(`${ok ? 'PASS' : 'FAIL'} ${name}`);
    counts[ok ? 'passed' : 'failed'] += 1;
  }
}

function add(counts, more) {
  for (const kind of Object.keys(counts)) counts[kind] += more[kind];
}

async function all(run, commands, options) {
  for (const [command, ...args] of commands) {
    const own = command === 'nx' ? { ...options, output: 'ignore' } : options;
    if ((await run.command(command, args, own)) !== 0) return false;
  }
  return true;
}
