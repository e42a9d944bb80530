import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../mutants.js';
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
const TIMEOUT_MS = 300_000;
/** Of a batch that did not end, each is run by itself. */
const ALONE_TIMEOUT_MS = 60_000;
const HERE = 'test/mutants/survivors';
const UNCHANGED = 'unchanged';
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

type Outcome = 'killed' | 'survived' | 'endless';

export async function survivors([name, part = '']: readonly string[]): Promise<number> {
  const area = areas[name ?? ''];
  if (!area) {
    console.error(USAGE);
    return 1;
  }
  let [tried, left] = [0, 0];
  for (const { sources, specs } of area)
    for (const source of sources.filter((one) => one.includes(part) && existsSync(join(ROOT, one)))) {
      const all = mutationsOf(source, readFileSync(join(ROOT, source), 'utf8'));
      const survived = await survivorsOf(
        all,
        specs.filter((spec) => existsSync(join(ROOT, spec))),
      );
      [tried, left] = [tried + all.length, left + survived.length];
      console.log(`${source}: ${survived.length} of ${all.length} survive`);
      for (const { line, label } of survived) console.log(`  ${source}:${line} ${label}`);
    }
  console.log(`${left} of ${tried} changes are noticed by no spec.`);
  return 0;
}

async function survivorsOf(all: readonly Mutation[], specs: Area['specs']): Promise<readonly Mutation[]> {
  const survived: Mutation[] = [];
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = all.slice(from, from + BATCH);
    const outcomes = await outcomesOf(batch, specs);
    survived.push(...batch.filter((_, at) => outcomes[at] === 'survived'));
  }
  return survived;
}

async function outcomesOf(batch: readonly Mutation[], specs: Area['specs']): Promise<readonly Outcome[]> {
  const said = await run(batch, specs, TIMEOUT_MS);
  const unchanged = said.get(UNCHANGED);
  if (unchanged?.isRed ?? true)
    throw new Error(`${specs.join(', ')} fail without a change: ${unchanged?.why ?? 'they did not end'}`);
  const outcomes: Outcome[] = [];
  for (const [at, mutation] of batch.entries()) {
    const one = said.get(nameOf(at));
    const isDone = one !== undefined && (one.isRed || one.files === specs.length);
    outcomes.push(isDone ? outcomeOf(one) : outcomeOf((await run([mutation], specs, ALONE_TIMEOUT_MS)).get(nameOf(0))));
  }
  return outcomes;
}

interface Said {
  readonly isRed: boolean;
  readonly files: number;
  readonly why: string;
}

const outcomeOf = (said: Said | undefined): Outcome =>
  said === undefined ? 'endless' : said.isRed ? 'killed' : 'survived';
const nameOf = (at: number): string => `mutation ${at}`;

/** Jest with a project for each mutation, and one without; what each said by its name. */
async function run(batch: readonly Mutation[], specs: Area['specs'], timeoutMs: number): Promise<Map<string, Said>> {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-survivors-'));
  const [file, outcomes] = [join(folder, 'config.json'), join(folder, 'outcomes')];
  const projects = [
    projectOf(UNCHANGED, specs, { target: '', edits: [] }),
    ...batch.map(({ file: source, edits }, at) => projectOf(nameOf(at), specs, { target: join(ROOT, source), edits })),
  ];
  writeFileSync(
    file,
    JSON.stringify({ rootDir: ROOT, projects, reporters: [`<rootDir>/${HERE}/outcome-reporter.cjs`] }),
  );
  writeFileSync(outcomes, '');
  try {
    await jest(['--config', file, '--maxWorkers', '2', '--forceExit', '--testTimeout', '20000'], outcomes, timeoutMs);
    const said = new Map<string, Said>();
    for (const line of readFileSync(outcomes, 'utf8').split('\n').filter(Boolean)) {
      const { name, isRed, why } = JSON.parse(line) as Said & { readonly name: string };
      const before = said.get(name) ?? { isRed: false, files: 0, why: '' };
      said.set(name, { isRed: before.isRed || isRed, files: before.files + 1, why: before.why + why });
    }
    return said;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
    ...{ displayName: { name, color: 'white' }, rootDir: ROOT, testEnvironment, testEnvironmentOptions },
    ...{ modulePathIgnorePatterns, extensionsToTreatAsEsm, resolver: config['resolver'] },
    ...{ transformIgnorePatterns: config['transformIgnorePatterns'], prettierPath: null },
    // The folders alone are crawled, anew for each project.
    ...{
      roots: [...new Set(specs.map((spec) => join(ROOT, dirname(spec))))],
      testMatch: specs.map((one) => join(ROOT, one)),
    },
    transform: {
      ...config['transform'],
      '^.+\\.ts$': [transform, mutation],
    },
    ...(mutation.target.endsWith('.yaml')
      ? { setupFiles: [`<rootDir>/${HERE}/mutated-file.cjs`], globals: { __mutation: mutation } }
      : {}),
    ...(needsServer ? { globalSetup: config['globalSetup'], globalTeardown: config['globalTeardown'] } : {}),
  };
}

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
  const timeout = setTimeout(end, timeoutMs);
  const interrupted = () => {
    end();
    process.exit(130);
  };
  for (const signal of SIGNALS) process.once(signal, interrupted);
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', () => {
      clearTimeout(timeout);
      for (const signal of SIGNALS) process.off(signal, interrupted);
      done();
    });
  });
}
