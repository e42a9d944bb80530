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

/** One snapshot. In each series the numbers ascend. */
export interface NumberSnapshot {
  readonly counters: readonly SeriesCounter[];
  readonly given: AsyncIterable<GivenNumber>;
}

/** Compares the recorded numbers with the counters. Memory grows with the number of series, not of numbers. */
export async function verifyNumbers({ counters, given }: NumberSnapshot): Promise<readonly SeriesFault[]> {
  const open = new Map(counters.map((counter) => [nameOf(counter), { ...counter, next: 1 }]));
  const uncounted = new Set<string>();
  const faults: SeriesFault[] = [];
  for await (const { serial, times, ...series } of given) {
    const one = open.get(nameOf(series));
    if (one) {
      const found = [...gap(one.next, Math.min(serial - 1, one.last)), ...faultsOf(serial, times, one.last)];
      faults.push(...found.map((fault) => ({ ...series, fault })));
      one.next = serial + 1;
    } else if (!uncounted.has(nameOf(series))) {
      uncounted.add(nameOf(series));
      faults.push({ ...series, fault: 'numbers without a counter' });
    }
  }
  for (const { next, last, ...series } of open.values())
    faults.push(...gap(next, last).map((fault) => ({ ...series, fault })));
  return faults;
}

function nameOf({ district, journal, year }: Omit<SeriesFault, 'fault'>): string {
  return `${district}/${journal}/${year}`;
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
