import { closingLine } from '../jest/closing-line.mjs';
import { explain } from '../../deploy/bootstrap/plain-error.mjs';
import { prepare } from '../../deploy/bootstrap/prepare.mjs';
import { Specs } from './specs.mjs';
import { TestRun } from './test-run.mjs';

/** Each counts as one test. Lint needs the project graph: without it the boundary rule accepts every import. */
const checks = {
  types: [['tsc', '-p', 'tsconfig.json']],
  boundaries: [
    ['nx', 'show', 'projects'],
    ['eslint', '.'],
  ],
  format: [['prettier', '--check', '--log-level=warn', '.']],
};

/**
 * `npm test`: types, lint, format, every spec, then journeys again on the cluster; the closing line is last.
 * Arguments go to Jest.
 */
export async function check(jestArguments) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    if (!(await prepare({ packages: 'all', build: 'all' }))) return;
    const run = new TestRun();
    await runChecks(run, counts);
    const specs = new Specs(run);
    const cluster = await openCluster(counts);
    try {
      add(counts, await specs.run(jestArguments));
      if (cluster.stop) {
        console.log('Acceptance specs that cross the services once more, on the cluster:');
        const environment = { OTKLIK_PROFILE: 'cluster', OTKLIK_SPECS: 'cross' };
        add(counts, await specs.run([...jestArguments, '--passWithNoTests'], environment));
      }
    } finally {
      counts.failed += await stopped(run, cluster);
    }
    for (const file of specs.flaky)
      console.error(`FLAKY ${file}: it failed, and passed when it was run again by itself.`);
    if (cluster.missing) console.error(`\n!!! THE CLUSTER WAS NOT TESTED. ${cluster.missing}\n`);
  } catch (error) {
    explain(error);
    counts.failed += 1;
  }
  process.exitCode = counts.failed > 0 ? 1 : 0;
  console.log(closingLine(counts));
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
      return { missing: 'Its servers did not start; the reason stands above.' };
    }
  }
  counts[process.env.CI === 'true' ? 'failed' : 'skipped'] += 1;
  return { missing };
}

/** Stops everything; returns the number of failures. */
async function stopped(run, cluster) {
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

async function runChecks(run, counts) {
  for (const [name, commands] of Object.entries(checks)) {
    const ok = await all(run, commands);
    console.log(`${ok ? 'PASS' : 'FAIL'} ${name}`);
    counts[ok ? 'passed' : 'failed'] += 1;
  }
}

function add(counts, more) {
  for (const kind of Object.keys(counts)) counts[kind] += more[kind];
}

async function all(run, commands) {
  for (const [command, ...args] of commands) {
    if ((await run.command(command, args, { output: command === 'nx' ? 'ignore' : 'inherit' })) !== 0) return false;
  }
  return true;
}
