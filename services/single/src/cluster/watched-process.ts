import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { get } from '../http.js';
import { eachLine } from './lines.js';

/** How one process of the cluster is run. */
export interface ProcessPlan {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Answers 200 at `/health/live`, and at `/health/ready` when it takes work. */
  readonly url: string;
  /** How long it may take to be ready, ms; a minute when absent. */
  readonly readyMs?: number;
}

export interface WatchOptions {
  /** A line for the operator: it died, it is started again. */
  say(line: string): void;
  /** Each line of its standard output and error. */
  log(line: string): void;
  /** It runs under this number now. */
  started?(pid: number): void;
}

const READY_MS = 60_000;
const POLL_INTERVAL_MS = 50;
/** The first time at once; who dies again and again before it is ready is started ever more slowly. */
const PAUSES_MS = [0, 100, 500, 2_000, 10_000];
/** The longest pause of who was ready. */
const AFTER_READY = 1;
/** So much life is forgiven everything. */
const FORGIVEN_MS = 10_000;
/** Less than a step of the end of who watches (start/teardown.mjs): whoever needs longer would be left behind by it. */
const GRACE_MS = 4_000;

/** One process that is started again whenever it ends, until it is stopped. */
export class WatchedProcess {
  private readonly stopping = new AbortController();
  private child: ChildProcess | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly plan: ProcessPlan,
    private readonly options: WatchOptions,
  ) {}

  get name(): string {
    return this.plan.name;
  }

  /** Of the process as it runs now. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Resolves when it is ready for the first time; rejects when it ends before, or is not ready in a minute. */
  async start(): Promise<void> {
    const child = this.spawn();
    await ready(child, this.plan);
    this.running = this.watch(child);
  }

  /** SIGTERM, then SIGKILL. */
  async stop(): Promise<void> {
    this.stopping.abort();
    const { child } = this;
    if (child && alive(child)) {
      child.kill('SIGTERM');
      await Promise.race([once(child, 'exit'), sleep(GRACE_MS)]);
      if (alive(child)) child.kill('SIGKILL');
    }
    await this.running;
  }

  private spawn(): ChildProcess {
    const [command, ...args] = this.plan.command;
    // Not of our group: a Ctrl-C reaches us alone, and we stop everybody in order.
    const child = spawn(command, args, {
      env: this.plan.environment,
      // By the channel it knows that we are there: it ends when we are gone.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
    eachLine(child, (line) => this.options.log(line));
    this.child = child;
    if (child.pid !== undefined) this.options.started?.(child.pid);
    return child;
  }

  /** `first` is ready. */
  private async watch(first: ChildProcess): Promise<void> {
    const { signal } = this.stopping;
    let child = first;
    let wasReady = (): boolean => true;
    for (let deaths = 0, begun = performance.now(); ; deaths += 1, begun = performance.now()) {
      await ended(child);
      if (signal.aborted) return;
      if (performance.now() - begun > FORGIVEN_MS) deaths = 0;
      if (wasReady()) deaths = Math.min(deaths, AFTER_READY);
      const pause = PAUSES_MS[Math.min(deaths, PAUSES_MS.length - 1)]!;
      this.options.say(`${this.name} has ended (${child.signalCode ?? child.exitCode}); it is started again.`);
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      child = this.spawn();
      wasReady = this.awaitReady(child);
    }
  }

  /** Tells whether it was ready. One that waits for a server is let wait; one that answers nothing is started once more. */
  private awaitReady(child: ChildProcess): () => boolean {
    const { say } = this.options;
    const { url } = this.plan;
    let was = false;
    const failed = async (error: Error): Promise<void> => {
      if (this.stopping.signal.aborted) return;
      say(error.message);
      const lives = async () => (await answers(`${url}/health/live`)) || answers(`${url}/health/live`);
      if (!(await lives()) && alive(child) && !this.stopping.signal.aborted) child.kill('SIGKILL');
    };
    ready(child, this.plan).then(() => {
      was = true;
      say(`${this.name} is ready again.`);
    }, failed);
    return () => was;
  }
}

function alive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** A command that cannot be started has ended too. */
async function ended(child: ChildProcess): Promise<void> {
  if (!alive(child) || child.pid === undefined) return;
  await new Promise<void>((resolve) => child.once('exit', () => resolve()));
}

async function ready(child: ChildProcess, { name, url, readyMs = READY_MS }: ProcessPlan): Promise<void> {
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  const end = performance.now() + readyMs;
  while (performance.now() < end) {
    if (!alive(child)) throw new Error(`${name} ended with ${child.signalCode ?? child.exitCode} before it was ready.`);
    if (await Promise.race([answers(`${url}/health/ready`), failed])) return;
    await sleep(POLL_INTERVAL_MS);
  }
  throw new Error(`${name} is not ready after ${readyMs / 1_000} s.`);
}

function answers(url: string): Promise<boolean> {
  return new Promise((answer) => {
    const request = get(url, { agent: false, timeout: 2_000 }, (response) => {
      response.resume();
      answer(response.statusCode === 200);
    });
    request.once('timeout', () => request.destroy());
    // Not listening yet.
    request.once('error', () => answer(false));
  });
}
