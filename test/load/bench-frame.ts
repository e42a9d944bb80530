import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../deploy/postgres/embedded-postgres.mjs';

/** One line of a bench's answer. */
export interface Metric {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The yardstick's figure in the same unit; absent where there is none. */
  readonly yardstick?: number;
  /** value ÷ yardstick; absent without one, then floor and goal speak of the value. */
  readonly ratio?: number;
  readonly floor?: number;
  readonly goal?: number;
  /** True where less is better: floor and goal are then upper bounds. */
  readonly lessIsBetter?: boolean;
  /** What the reader must know: a replaced yardstick, a smaller size. */
  readonly note?: string;
}

export interface BenchOptions {
  /** Full sizes instead of those that fit into a minute or two. */
  readonly full: boolean;
  /** Further arguments of the command line, as given. */
  readonly args: readonly string[];
  /** Says what is going on; goes to stderr. */
  say(line: string): void;
}

/** What a file `test/load/<name>.bench.ts` exports. */
export interface Bench {
  readonly name: string;
  run(options: BenchOptions): Promise<readonly Metric[]>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** `share` of 0.5 is the median, 0.99 the 99th percentile. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export interface Compared {
  readonly value: number;
  readonly yardstick: number;
  /** Median of the rounds' own ratios: neighbours in time had the same machine. */
  readonly ratio: number;
}

/**
 * Runs both in turn, `rounds` times (≥ 3) and one round before that for warming up, the order changing each time: a noisy
 * machine hits both. Each returns its figure. `before` runs before either, each time: what the other left to be done is
 * not measured.
 */
export async function interleaved(
  rounds: number,
  ours: () => Promise<number>,
  yardstick: () => Promise<number>,
  before: () => Promise<void> = async () => undefined,
): Promise<Compared> {
  const taken: { ours: number; yardstick: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const figures = { ours: 0, yardstick: 0 };
    const pair = [
      async () => void (figures.ours = await ours()),
      async () => void (figures.yardstick = await yardstick()),
    ];
    for (const run of round % 2 ? pair : pair.reverse()) {
      await before();
      await run();
    }
    if (round > 0) taken.push(figures);
  }
  return {
    value: median(taken.map((one) => one.ours)),
    yardstick: median(taken.map((one) => one.yardstick)),
    ratio: median(taken.map((one) => one.ours / one.yardstick)),
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface BenchServer {
  /** URL of the owner of a fresh database. */
  readonly url: string;
  /**
   * CPU seconds that this process, its children and the server have used so far; a noisy machine does not change what a
   * piece of work costs. NaN where there is no /proc.
   */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

/** A PostgreSQL of the bench's own, with fsync and synchronous_commit on, in a temporary folder. Stop it in `finally`. */
export async function benchServer(settings: Readonly<Record<string, string | number>> = {}): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-bench-'));
  const server = await startPostgres({
    dataDir: join(folder, 'postgres'),
    settings: { max_connections: 200, shared_buffers: '1GB', max_wal_size: '4GB', ...settings },
  });
  const stop = async (): Promise<void> => {
    for (const signal of SIGNALS) process.off(signal, interrupted);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  // The server has a session of its own and would outlive us.
  const interrupted = (): void => {
    // Connections that break now are nobody's concern.
    process.on('uncaughtException', () => undefined);
    void stop().finally(() => process.exit(130));
  };
  for (const signal of SIGNALS) process.once(signal, interrupted);
  return { url: server.url, cpuSeconds: () => cpuSeconds(server.pid), stop };
}

const TICKS_A_SECOND = 100;

/** Living backends are counted themselves, those that ended in their parent's account of its children. */
function cpuSeconds(serverPid: number): number {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  let ticks = 0;
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const [, parent, ...times] = statOf(entry);
    const pid = Number(entry);
    if (pid === serverPid || pid === process.pid) ticks += times.reduce((sum, time) => sum + time, 0);
    else if (parent === serverPid) ticks += times[0]! + times[1]!;
  }
  return ticks / TICKS_A_SECOND;
}

/** State, parent, and ticks: user, system, children's user, children's system; zeros for a process that is gone. */
function statOf(pid: string): number[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return [0, ...[1, 11, 12, 13, 14].map((index) => Number(fields[index]))];
  } catch {
    return [0, 0, 0, 0, 0, 0];
  }
}
