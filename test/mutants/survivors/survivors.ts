import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../locate/symbols.js';
import { areas, type Area } from './areas.js';
import { mutationsOf, type Mutation } from './mutations.js';

const USAGE = `usage: npm run test:mutants -- --survivors <area> [part of a file's name]

Breaks every line of the area's sources one at a time, in memory, and runs the specs of its folder. Prints what no spec
noticed: a condition, number, call, flag or property that may be changed while all stays green. Many survivors break nothing
that anybody is promised; each that does wants a test and a line among the mutants.

areas: ${Object.keys(areas).join(', ')}`;

/** Of the specs; no declaration file describes it. */
const CONFIG = '../../../jest.config.mjs';
const { default: config } = (await import(CONFIG)) as { readonly default: Readonly<Record<string, object>> };

/** As many at once start Jest once and share what it has compiled. */
const BATCH = 40;
/** A spec file that runs so much longer than without a change never ends. */
const SLOWDOWN = 10;
const MIN_TIMEOUT_MS = 30_000;
const HERE = 'test/mutants/survivors';
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** ENDLESS: a spec file did not end, which is noticed, too. */
type Outcome = 'RED' | 'GREEN' | 'ENDLESS';

export async function survivors([name, part = '']: readonly string[]): Promise<number> {
  const area = areas[name ?? ''];
  if (!area) {
    console.error(USAGE);
    return 1;
  }
  const begun = Date.now();
  let [tried, left] = [0, 0];
  const lines = new Set<string>();
  for (const { sources, specs } of area)
    for (const source of sources.filter((one) => one.includes(part))) {
      const all = mutationsOf(source, readFileSync(join(ROOT, source), 'utf8'));
      const survived = await survivorsOf(all, specs);
      [tried, left] = [tried + all.length, left + survived.length];
      for (const { line } of all) lines.add(`${source}:${line}`);
      console.log(`${source}: ${survived.length} of ${all.length} survive`);
      for (const { line, label } of survived) console.log(`  ${source}:${line} ${label}`);
    }
  const minutes = ((Date.now() - begun) / 60_000).toFixed(1);
  console.log(`${tried} changes of ${lines.size} lines in ${minutes} min: ${left} are noticed by no spec.`);
  return 0;
}

async function survivorsOf(all: readonly Mutation[], specs: Area['specs']): Promise<readonly Mutation[]> {
  const begun = Date.now();
  const [unchanged] = await outcomesOf([{ file: '', line: 0, label: '', edits: [] }], specs, Infinity);
  if (unchanged !== 'GREEN') throw new Error(`${specs.join(', ')} fail without a change.`);
  const timeoutMs = Math.max(MIN_TIMEOUT_MS, (Date.now() - begun) * SLOWDOWN);
  const survived: Mutation[] = [];
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = all.slice(from, from + BATCH);
    const outcomes = await outcomesOf(batch, specs, timeoutMs);
    survived.push(...batch.filter((_, at) => outcomes[at] === 'GREEN'));
  }
  return survived;
}

/** What stops a run is left out of the next, until each has an outcome. */
async function outcomesOf(
  batch: readonly Mutation[],
  specs: Area['specs'],
  timeoutMs: number,
): Promise<readonly Outcome[]> {
  const outcomes = new Map<Mutation, Outcome>();
  for (let left = batch; left.length > 0;) {
    for (const [at, outcome] of await run(left, specs, timeoutMs)) outcomes.set(left[at]!, outcome);
    const rest = left.filter((one) => !outcomes.has(one));
    if (rest.length === left.length) throw new Error(`Jest does not run ${specs.join(', ')}.`);
    left = rest;
  }
  return batch.map((one) => outcomes.get(one)!);
}

interface Line {
  readonly name: string;
  readonly state: 'BEGUN' | 'RED' | 'GREEN';
}

/** Jest with a project for each mutation: the outcomes that are known, by place in the batch. */
async function run(
  batch: readonly Mutation[],
  specs: Area['specs'],
  timeoutMs: number,
): Promise<ReadonlyMap<number, Outcome>> {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-survivors-'));
  const [file, outcomes] = [join(folder, 'config.json'), join(folder, 'outcomes')];
  const projects = batch.map(({ file: source, edits }, at) =>
    projectOf(String(at), specs, { target: join(ROOT, source), edits }),
  );
  writeFileSync(
    file,
    JSON.stringify({ rootDir: ROOT, projects, reporters: [`<rootDir>/${HERE}/outcome-reporter.cjs`] }),
  );
  writeFileSync(outcomes, '');
  try {
    await jest(['--config', file, '--maxWorkers', '2', '--forceExit', '--testTimeout', '20000'], outcomes, timeoutMs);
    const lines = readFileSync(outcomes, 'utf8').split('\n').filter(Boolean);
    return outcomesIn(
      lines.map((line) => JSON.parse(line) as Line),
      specs.length,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outcomesIn(lines: readonly Line[], files: number): ReadonlyMap<number, Outcome> {
  const found = new Map<number, Outcome>();
  for (const [name, own] of Map.groupBy(lines, (line) => line.name)) {
    const count = (state: Line['state']) => own.filter((line) => line.state === state).length;
    const ended = count('RED') + count('GREEN');
    if (count('RED') > 0) found.set(Number(name), 'RED');
    else if (ended === files) found.set(Number(name), 'GREEN');
    // Jest was stopped while it ran.
    else if (count('BEGUN') > ended) found.set(Number(name), 'ENDLESS');
  }
  return found;
}

interface Target {
  readonly target: string;
  readonly edits: Mutation['edits'];
}

function projectOf(name: string, specs: Area['specs'], mutation: Target): object {
  const transform = `<rootDir>/${HERE}/mutation-transform.cjs`;
  const needsServer = specs.some((spec) => spec.includes('.int.spec.'));
  const { testEnvironment, testEnvironmentOptions, modulePathIgnorePatterns, extensionsToTreatAsEsm } = config;
  return {
    displayName: { name, color: 'white' },
    rootDir: ROOT,
    testEnvironment,
    testEnvironmentOptions,
    modulePathIgnorePatterns,
    extensionsToTreatAsEsm,
    resolver: config['resolver'],
    transformIgnorePatterns: config['transformIgnorePatterns'],
    prettierPath: null,
    // The folders alone are crawled, again for each project.
    roots: [...new Set(specs.map((spec) => join(ROOT, dirname(spec))))],
    testMatch: specs.map((one) => join(ROOT, one)),
    transform: {
      ...config['transform'],
      '^.+\\.ts$': [transform, mutation],
    },
    ...(mutation.target.endsWith('.yaml') && {
      setupFiles: [`<rootDir>/${HERE}/mutated-file.cjs`],
      globals: { __mutation: mutation },
    }),
    ...(needsServer && { globalSetup: config['globalSetup'], globalTeardown: config['globalTeardown'] }),
  };
}

/** Until it ends, or no spec file has begun or ended for so long. */
function jest(args: readonly string[], outcomes: string, timeoutMs: number): Promise<void> {
  const env = { ...process.env, NODE_OPTIONS: '--experimental-vm-modules', OTKLIK_OUTCOMES: outcomes };
  const stdio = ['ignore', 'ignore', process.env['OTKLIK_SHOW'] ? 'inherit' : 'ignore'] as const;
  const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', ...args], {
    // A group of its own: its workers end with it.
    detached: true,
    cwd: ROOT,
    env,
    stdio: [...stdio],
  });
  const end = () => process.kill(-child.pid!, 'SIGKILL');
  const watch = setInterval(() => {
    if (Date.now() - statSync(outcomes).mtimeMs > timeoutMs) end();
  }, 1_000);
  const interrupted = () => {
    end();
    process.exit(130);
  };
  for (const signal of SIGNALS) process.once(signal, interrupted);
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', () => {
      clearInterval(watch);
      for (const signal of SIGNALS) process.off(signal, interrupted);
      done();
    });
  });
}
