import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { clientOf, type Client } from './client.js';
import { startCluster, type Cluster, type ClusterOptions } from './cluster.js';
import { violations, type LoggedEvent, type ShownAppeal } from './history.js';
import { Journal } from './journal.js';
import { startLoad } from './load.js';
import type { Random } from '../world/random.js';

export const districts = ['aldan', 'kuol', 'tuora'] as const;
const policyRegisters = (district: string): boolean => district === 'kuol';
const ROLES = ['ANALYST', 'MODERATOR', 'REGISTRAR'];
/** Submissions. */
const PER_SECOND = 50;
const LOGIN = 'chaos';
const CONSISTENCY_TIMEOUT_MS_PER_50_000_EVENTS = 60_000;
const POLL_INTERVAL_MS = 250;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** A cluster under load and the recorded history. */
export interface Run {
  readonly cluster: Cluster;
  readonly client: Client;
  readonly journal: Journal;
  readonly random: Random;
  readonly print: (line: string) => void;
  /** Records a measured time under the name of its bound. */
  record(name: string, ms: number): void;
  /** Counts a process or server that was killed. */
  killed(): void;
}

export interface Outcome {
  readonly kills: number;
  readonly measures: ReadonlyMap<string, readonly number[]>;
  /** Violations and failed scenarios, one line each. */
  readonly faults: readonly string[];
}

export type Scenario = (run: Run) => Promise<void>;

export interface NamedScenario {
  readonly name: string;
  readonly play: Scenario;
  /** Every submission must be answered while it runs. */
  readonly requiresAvailability: boolean;
}

/** Starts a cluster and a load, runs the scenarios one after the other, and checks the history. */
export async function runScenarios(
  scenarios: readonly NamedScenario[],
  random: Random,
  options: ClusterOptions & { readonly perSecond?: number },
): Promise<Outcome> {
  const { print, perSecond = PER_SECOND } = options;
  const cluster = await startCluster(options);
  let isConsistent = false;
  const interrupted = (): void => void cluster.stop().finally(() => process.exit(1));
  for (const signal of SIGNALS) process.once(signal, interrupted);
  try {
    const client = clientOf(cluster.url, await officialToken(cluster));
    const journal = new Journal();
    const measures = new Map<string, number[]>();
    let kills = 0;
    const run: Run = {
      cluster,
      client,
      journal,
      random,
      print,
      record: (name, ms) => void measures.set(name, [...(measures.get(name) ?? []), ms]),
      killed: () => void (kills += 1),
    };
    const load = startLoad({ client, journal, random, districts, policyRegisters, perSecond });
    const faults: string[] = [];
    await sleep(2_000);
    for (const scenario of scenarios) faults.push(...(await runScenario(scenario, run)));
    await load.stop(60_000);
    faults.push(...journal.refusals, ...(await untilConsistent(run)));
    isConsistent = faults.length === 0;
    return { kills, measures, faults };
  } finally {
    if (!isConsistent) print(`The logs of the servers and services are kept in ${cluster.keepLogs()}.`);
    for (const signal of SIGNALS) process.off(signal, interrupted);
    await cluster.stop();
  }
}

/** Returns the faults. */
async function runScenario({ name, play, requiresAvailability }: NamedScenario, run: Run): Promise<readonly string[]> {
  const { journal, print } = run;
  const faults: string[] = [];
  print(`${name} …`);
  const begun = Date.now();
  try {
    await play(run);
  } catch (error) {
    const stopped = run.cluster.stack.servers.filter((server) => server.pid() === undefined);
    const notes = stopped.map((server) => `${server.name} does not run`);
    faults.push(`${name}: ${[(error as Error).message, ...notes].join('; ')}`);
  }
  const silence = journal.longestSilence(begun, Date.now());
  const unanswered = journal.unansweredSince(begun);
  const summary = `longest without an acknowledgement ${seconds(silence)}, ${unanswered} unanswered`;
  print(`  ${seconds(Date.now() - begun)}, ${summary}, load average ${loadavg()[0]!.toFixed(1)}`);
  if (requiresAvailability) run.record('longest time without an acknowledgement', silence);
  if (requiresAvailability && unanswered > 0)
    faults.push(`${name}: ${unanswered} submissions were left without an answer`);
  return faults;
}

/** Waits until all surfaces agree with the history; returns the violations that remain. */
async function untilConsistent(run: Run): Promise<readonly string[]> {
  const { cluster, journal, print } = run;
  const { submissions, acknowledged } = journal;
  const begun = Date.now();
  let log = await readLog(cluster);
  const timeout = Math.max(1, log.length / 50_000) * CONSISTENCY_TIMEOUT_MS_PER_50_000_EVENTS;
  print(
    `${submissions.length} submissions, ${acknowledged.length} acknowledged, ${log.length} events: comparing all surfaces`,
  );
  let faults = await currentViolations(run, log);
  while (faults.length > 0 && Date.now() - begun < timeout) {
    await sleep(POLL_INTERVAL_MS);
    log = await readLog(cluster);
    faults = await currentViolations(run, log);
  }
  run.record('all surfaces consistent', Date.now() - begun);
  const verify = await cluster.operate('verify');
  run.record('verify', Date.now() - begun);
  return verify.code === 0 ? faults : [...faults, `verify: ${verify.output}`];
}

async function currentViolations(run: Run, log: readonly LoggedEvent[]): Promise<readonly string[]> {
  // A service that was killed last may not be ready yet.
  return shownViolations(run, log).catch((error: Error) => [`the surfaces cannot be read: ${error.message}`]);
}

async function shownViolations({ client, journal }: Run, log: readonly LoggedEvent[]): Promise<readonly string[]> {
  const register: ShownAppeal[] = [];
  const found: ShownAppeal[] = [];
  const words = new Set(journal.submissions.map(({ batch }) => batch));
  for (const district of districts) {
    register.push(...(await client.register(district)));
    for (const word of words) found.push(...(await client.found(district, word)).seen);
  }
  return violations(journal.submissions, { register, found, log }).map(
    ({ kind, where, what }) => `${kind} (${where}): ${what}`,
  );
}

async function readLog(cluster: Cluster): Promise<readonly LoggedEvent[]> {
  const database = new pg.Client({ connectionString: cluster.stack.databaseUrl });
  await database.connect();
  try {
    const { rows } = await database.query<LoggedEvent>(
      'select stream, version, position::float8 as position from intake.event e order by e.position',
    );
    return rows;
  } finally {
    await database.end();
  }
}

async function officialToken(cluster: Cluster): Promise<string> {
  const roles = districts.flatMap((district) => ROLES.flatMap((role) => ['--role', `${role}@${district}`]));
  await must(cluster, 'official', 'add', '--login', LOGIN, '--name', 'Chaos', ...roles);
  return (await must(cluster, 'token', '--as', LOGIN, '--minutes', '720')).trim().split('\n').at(-1)!;
}

async function must(cluster: Cluster, ...args: string[]): Promise<string> {
  const { code, output } = await cluster.operate(...args);
  if (code !== 0) throw new Error(output);
  return output;
}

export function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`;
}
