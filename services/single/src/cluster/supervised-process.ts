import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { get } from '../http.js';
import { eachLine } from './lines.js';

/** How one process of the cluster is started. */
export interface ProcessPlan {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Serves `/health/live` and `/health/ready`. */
  readonly url: string;
  /** A minute when absent. */
  readonly readyTimeoutMs?: number;
}

export interface SupervisionOptions {
  /** A line for the operator: the process ended, it is restarted. */
  print(line: string): void;
  /** Gets each line of its standard output and error. */
  log(line: string): void;
  /** Gets the pid after each start. */
  started?(pid: number): void;
}

const READY_TIMEOUT_MS = 60_000;
const POLL_INTERVAL_MS = 50;
/** Back-off of restarts: the first is immediate. */
const RESTART_DELAYS_MS = [0, 100, 500, 2_000, 10_000];
/** Caps the back-off of a process that had been ready. */
const MAX_DELAY_STEP_AFTER_READY = 1;
/** Uptime after which the back-off is reset. */
const BACKOFF_RESET_MS = 10_000;
/** Below a teardown step of the supervisor (start/teardown.mjs), which would otherwise leave the process behind. */
const STOP_TIMEOUT_MS = 4_000;

/** A child process that is restarted whenever it ends, until `stop`. */
export class SupervisedProcess {
  private readonly stopping = new AbortController();
  private child: ChildProcess | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly plan: ProcessPlan,
    private readonly options: SupervisionOptions,
  ) {}

  get name(): string {
    return this.plan.name;
  }

  /** Of the current process. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Resolves when it is ready; rejects when it ends before, or is not ready in time. */
  async start(): Promise<void> {
    const child = this.spawn();
    await ready(child, this.plan);
    this.running = this.supervise(child);
  }

  /** SIGTERM, then SIGKILL. */
  async stop(): Promise<void> {
    this.stopping.abort();
    const { child } = this;
    if (child && alive(child)) {
      child.kill('SIGTERM');
      await Promise.race([once(child, 'exit'), sleep(STOP_TIMEOUT_MS)]);
      if (alive(child)) child.kill('SIGKILL');
    }
    await this.running;
  }

  private spawn(): ChildProcess {
    const [command, ...args] = this.plan.command;
    const child = spawn(command, args, {
      env: this.plan.environment,
      // It ends when the channel closes, so that it does not outlive the supervisor.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Its own process group: Ctrl-C signals the supervisor only, which stops its children in order.
      detached: true,
    });
    eachLine(child, (line) => this.options.log(line));
    this.child = child;
    if (child.pid !== undefined) this.options.started?.(child.pid);
    return child;
  }

  /** `first` is ready. */
  private async supervise(first: ChildProcess): Promise<void> {
    const { signal } = this.stopping;
    let child = first;
    let wasReady = (): boolean => true;
    for (let deaths = 0, begun = performance.now(); ; deaths += 1, begun = performance.now()) {
      await ended(child);
      if (signal.aborted) return;
      if (performance.now() - begun > BACKOFF_RESET_MS) deaths = 0;
      if (wasReady()) deaths = Math.min(deaths, MAX_DELAY_STEP_AFTER_READY);
      const pause = RESTART_DELAYS_MS[Math.min(deaths, RESTART_DELAYS_MS.length - 1)]!;
      this.options.print(`${this.name} has ended (${child.signalCode ?? child.exitCode}); it is restarted.`);
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      child = this.spawn();
      wasReady = this.awaitReady(child);
    }
  }

  /** Answers whether it has been ready. A process that is alive but not ready waits for a server; one that hangs is killed. */
  private awaitReady(child: ChildProcess): () => boolean {
    const { print } = this.options;
    const { url } = this.plan;
    let was = false;
    const failed = async (error: Error): Promise<void> => {
      if (this.stopping.signal.aborted) return;
      print(error.message);
      const lives = async () => (await answers(`${url}/health/live`)) || answers(`${url}/health/live`);
      if (!(await lives()) && alive(child) && !this.stopping.signal.aborted) child.kill('SIGKILL');
    };
    ready(child, this.plan).then(() => {
      was = true;
      print(`${this.name} is ready again.`);
    }, failed);
    return () => was;
  }
}

function alive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** Also of a command that could not be started. */
async function ended(child: ChildProcess): Promise<void> {
  if (!alive(child) || child.pid === undefined) return;
  await new Promise<void>((resolve) => child.once('exit', () => resolve()));
}

async function ready(
  child: ChildProcess,
  { name, url, readyTimeoutMs = READY_TIMEOUT_MS }: ProcessPlan,
): Promise<void> {
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  const end = performance.now() + readyTimeoutMs;
  while (performance.now() < end) {
    if (!alive(child)) throw new Error(`${name} ended with ${child.signalCode ?? child.exitCode} before it was ready.`);
    if (await Promise.race([answers(`${url}/health/ready`), failed])) return;
    await sleep(POLL_INTERVAL_MS);
  }
  throw new Error(`${name} is not ready after ${readyTimeoutMs / 1_000} s.`);
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
