/** A measured figure. */
export interface Metric {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The yardstick's figure in the same unit; absent where there is none. */
  readonly yardstick?: number;
  /** value ÷ yardstick; absent without one, then floor and goal bound the value. */
  readonly ratio?: number;
  readonly floor?: number;
  readonly goal?: number;
  /** True where less is better: floor and goal are then upper bounds. */
  readonly lessIsBetter?: boolean;
  /** A condition under which the figure was taken: another yardstick, a smaller size. */
  readonly note?: string;
}

/** `smoke`: seconds, for CI; its figures mean nothing. `usual`: a minute or two. `full`: what the bounds are meant for. */
export type BenchSize = 'smoke' | 'usual' | 'full';

export interface BenchOptions {
  readonly size: BenchSize;
  /** Further arguments of the command line, as given. */
  readonly args: readonly string[];
  /** Reports progress, on stderr. */
  print(line: string): void;
}

export function sized<Values extends Readonly<Record<BenchSize, unknown>>>(
  { size }: Pick<BenchOptions, 'size'>,
  of: Values,
): Values[BenchSize] {
  return of[size];
}

/** What a file `test/load/<name>.bench.ts` exports. `run` throws when what it claims to have done is not there. */
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
  /** Median of the rounds' own ratios: the two runs of a round meet the same load of the machine. */
  readonly ratio: number;
}

/**
 * Runs both in turn, `rounds` times (≥ 3, but for `smoke`) after one round for warming up. The order changes each time, so that a noisy
 * machine affects both alike. Each returns its figure. `before` runs before either, unmeasured.
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
