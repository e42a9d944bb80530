import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingRequirement, startServers } from '../jest/servers.mjs';
import { escaped, ROOT } from './locate/symbols.js';
import { mutants, type Mutant } from './mutants.js';
import { placesOf, specFilesOf, type Mutation } from './mutation.js';
import { survivors } from './survivors/survivors.js';

/** On a busy machine a test takes longer. */
const TEST_TIMEOUT_MS = Number(process.env['OTKLIK_MUTANT_TIMEOUT_S'] || 180) * 1_000;
const USAGE = `usage: npm run test:mutants [-- <part of a name> …]
       npm run test:mutants -- --survivors <area>      breaks every line of an area; prints what no spec noticed

Breaks one guarantee at a time, in memory, and requires that its test fails: a test that was never red proves nothing.
The test must first pass on the unchanged sources. No source file is changed. A test that does not end within three minutes
counts as a fault; OTKLIK_MUTANT_TIMEOUT_S gives it longer.`;

/** A guarantee's test at its full length, since chance finds less in the short form; the model as far as it ends in time. */
const asAtNight = { OTKLIK_NIGHT: 'on', OTKLIK_MODEL_SEED: '1', OTKLIK_MODEL_APPEALS: '20' };

interface Ran {
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
}

/** Runs the test with the guarantee, or with the guarantee broken. */
async function run(spec: string, test: string, mutation?: Mutation): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-mutant-'));
  const file = join(folder, 'results.json');
  const config = mutation ? ['--config', 'test/mutants/jest.config.mjs'] : [];
  const named = ['--runTestsByPath', spec, '-t', escaped(test)];
  const output = await outputOf(
    ['node_modules/jest/bin/jest.js', ...config, ...named, '--forceExit', '--json', '--outputFile', file],
    mutation ? { OTKLIK_MUTANT: JSON.stringify(mutation) } : {},
  );
  try {
    if (!existsSync(file)) throw new Error(`${spec} did not end, or ended without a result:\n${output}`);
    const found = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, number>>;
    if (found['numRuntimeErrorTestSuites']) throw new Error(`${spec} cannot run:\n${output}`);
    return { passed: found['numPassedTests'] ?? 0, failed: found['numFailedTests'] ?? 0, output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outputOf(args: readonly string[], more: NodeJS.ProcessEnv): Promise<string> {
  const env = { ...asAtNight, ...process.env, ...more, NODE_OPTIONS: '--experimental-vm-modules' };
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  // A mutant may run for ever; its test has not failed then.
  const timeout = setTimeout(() => child.kill(), TEST_TIMEOUT_MS);
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', () => {
      clearTimeout(timeout);
      done(output.slice(-4_000));
    });
  });
}

/** The fault of the mutant; undefined when its test passes without it and fails with it. */
async function faultOf(mutant: Mutant): Promise<string | undefined> {
  const [places, specs] = [placesOf(mutant), specFilesOf(mutant)];
  const [[place], [spec]] = [places, specs];
  if (!place || places.length > 1)
    return `it finds ${places.length} places: ${places.map(({ file }) => file).join(', ')}`;
  if (!spec || specs.length > 1) return `it finds ${specs.length} specs of its name: ${specs.join(', ')}`;
  const whole = await run(spec, mutant.test);
  if (whole.passed === 0) return `no test of ${spec} is named "${mutant.test}"`;
  if (whole.failed > 0) return `the test fails without it:\n${whole.output}`;
  const broken = await run(spec, mutant.test, place);
  return broken.failed > 0 ? undefined : `the test stays green: "${mutant.test}" of ${spec}`;
}

async function faultsOf(chosen: readonly Mutant[]): Promise<number> {
  let faults = 0;
  for (const mutant of chosen) {
    const begun = Date.now();
    const fault = await faultOf(mutant).catch((error: Error) => error.message);
    const took = Math.round((Date.now() - begun) / 1_000);
    console.log(`${fault === undefined ? 'killed  ' : 'SURVIVED'} ${mutant.name} (${took} s)`);
    if (fault === undefined) continue;
    faults += 1;
    console.error(`  ${fault}`);
  }
  return faults;
}

/** Kafka and Elasticsearch run once for all tests, where one needs them. */
async function faultsOnServers(chosen: readonly Mutant[]): Promise<number> {
  const stop = chosen.some(({ needs }) => needs === 'servers') ? await startServers() : undefined;
  try {
    return await faultsOf(chosen);
  } finally {
    await stop?.();
  }
}

async function main(wanted: readonly string[]): Promise<number> {
  if (wanted[0] === '--survivors') return survivors(wanted.slice(1));
  const chosen = mutants.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  if (chosen.length === 0) {
    console.error(`${USAGE}\n\nmutants:\n${mutants.map(({ name }) => `  ${name}`).join('\n')}`);
    return 1;
  }
  const missing = missingRequirement();
  const skipped = missing === undefined ? [] : chosen.filter(({ needs }) => needs === 'servers');
  const faults = await faultsOnServers(chosen.filter((one) => !skipped.includes(one)));
  if (skipped.length > 0) console.error(`SKIPPED: ${skipped.map(({ name }) => name).join(', ')}. ${missing}`);
  console.log(
    `${chosen.length - skipped.length - faults} of ${chosen.length} guarantees have a test that fails without them.`,
  );
  return faults > 0 || (skipped.length > 0 && process.env['CI'] === 'true') ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
