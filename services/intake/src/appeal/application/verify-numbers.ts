/** A deviation of a series from 1, 2, 3 … up to its counter, described for the operator. */
export interface SeriesFault {
  readonly district: number;
  readonly journal: string;
  readonly year: number;
  readonly fault: string;
}

export interface SeriesCounter extends Omit<SeriesFault, 'fault'> {
  readonly last: number;
}

export interface GivenNumber extends Omit<SeriesFault, 'fault'> {
  readonly serial: number;
  /** Number of events that hold it. */
  readonly times: number;
}

/** Numbers that belong to the journal which the district kept before: it may have left some out. */
export interface ReservedNumbers extends Omit<SeriesFault, 'fault'> {
  readonly first: number;
  readonly last: number;
}

/** One snapshot. In each series the numbers ascend. */
export interface NumberSnapshot {
  readonly counters: readonly SeriesCounter[];
  readonly reserved: readonly ReservedNumbers[];
  readonly given: AsyncIterable<GivenNumber>;
}

/** Compares the recorded numbers with the counters. Memory grows with the number of series, not of numbers. */
export async function verifyNumbers({ counters, given, reserved }: NumberSnapshot): Promise<readonly SeriesFault[]> {
  const ranges = Map.groupBy(reserved, nameOf);
  const gapIn = (series: Omit<SeriesFault, 'fault'>, from: number, to: number) =>
    without(ranges.get(nameOf(series)) ?? [], from, to).flatMap(([first, last]) => gap(first, last));
  const open = new Map(counters.map((counter) => [nameOf(counter), { ...counter, next: 1 }]));
  const uncounted = new Set<string>();
  const faults: SeriesFault[] = [];
  for await (const { serial, times, ...series } of given) {
    const one = open.get(nameOf(series));
    if (one) {
      const found = [...gapIn(series, one.next, Math.min(serial - 1, one.last)), ...faultsOf(serial, times, one.last)];
      faults.push(...found.map((fault) => ({ ...series, fault })));
      one.next = serial + 1;
    } else if (!uncounted.has(nameOf(series))) {
      uncounted.add(nameOf(series));
      faults.push({ ...series, fault: 'numbers without a counter' });
    }
  }
  for (const { next, last, ...series } of open.values())
    faults.push(...gapIn(series, next, last).map((fault) => ({ ...series, fault })));
  return faults;
}

function nameOf({ district, journal, year }: Omit<SeriesFault, 'fault'>): string {
  return `${district}/${journal}/${year}`;
}

/** What is left of the numbers without the ranges. */
function without(ranges: readonly ReservedNumbers[], from: number, to: number): readonly (readonly [number, number])[] {
  return ranges.reduce<readonly (readonly [number, number])[]>(
    (left, { first, last }) =>
      left.flatMap(([a, b]) =>
        last < a || first > b
          ? [[a, b] as const]
          : (
              [
                [a, first - 1],
                [last + 1, b],
              ] as const
            ).filter(([c, d]) => c <= d),
      ),
    [[from, to]],
  );
}

function gap(from: number, to: number): readonly string[] {
  if (from > to) return [];
  return [from === to ? `${from} is missing` : `${from} to ${to} are missing`];
}

function faultsOf(serial: number, times: number, last: number): readonly string[] {
  return [
    ...(times > 1 ? [`${serial} was given ${times} times`] : []),
    ...(serial > last ? [`${serial} is beyond the counter, ${last}`] : []),
  ];
}
