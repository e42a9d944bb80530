import { domainEvent, untilHead, type EventLog } from '@otklik/event-store';
import type { AppealEvent } from '../domain/appeal.js';

/** A series that is not 1, 2, 3 … up to its counter, in words for an operator. */
export interface SeriesFault {
  readonly district: number;
  readonly journal: string;
  readonly year: number;
  readonly fault: string;
}

export interface CountedSeries {
  readonly journal: string;
  readonly year: number;
  readonly last: number;
}

const BATCH = 2_000;

/**
 * Reads the whole log and compares the numbers given with the counters: neither gap nor repetition. Beside live traffic:
 * what a counter said before the log was read must be there, and nothing beyond what it says afterwards.
 */
export async function verifyNumbers(
  log: EventLog,
  districts: readonly number[],
  countedSeries: (district: number) => Promise<readonly CountedSeries[]>,
): Promise<readonly SeriesFault[]> {
  const before = new Map<string, number>();
  for (const district of districts) {
    for (const series of await countedSeries(district)) before.set(nameOf(district, series), series.last);
  }
  const given = await givenNumbers(log);
  const faults: SeriesFault[] = [];
  for (const district of districts) {
    for (const series of await countedSeries(district)) {
      const { journal, year, last } = series;
      const name = nameOf(district, series);
      const found = faultsOf(given.get(name) ?? [], before.get(name) ?? 0, last);
      faults.push(...found.map((fault) => ({ district, journal, year, fault })));
      given.delete(name);
    }
  }
  for (const name of given.keys()) {
    const [district, journal = '', year] = name.split('/');
    faults.push({ district: Number(district), journal, year: Number(year), fault: 'numbers without a counter' });
  }
  return faults;
}

async function givenNumbers(log: EventLog): Promise<Map<string, number[]>> {
  const given = new Map<string, number[]>();
  for await (const event of untilHead(log, 0, BATCH)) {
    const fact = domainEvent<AppealEvent>(event);
    if (fact.type !== 'AppealRegistered') continue;
    const name = nameOf(event.district, fact);
    const serials = given.get(name) ?? [];
    serials.push(fact.serial);
    given.set(name, serials);
  }
  return given;
}

function nameOf(district: number, { journal, year }: Pick<CountedSeries, 'journal' | 'year'>): string {
  return `${district}/${journal}/${year}`;
}

/** `before` and `last`: the counter before the log was read, and after. */
function faultsOf(serials: readonly number[], before: number, last: number): readonly string[] {
  const times = new Map<number, number>();
  for (const serial of serials) times.set(serial, (times.get(serial) ?? 0) + 1);
  const faults: string[] = [];
  for (let serial = 1; serial <= before; serial += 1) if (!times.has(serial)) faults.push(`${serial} is missing`);
  for (const [serial, count] of times) {
    if (count > 1) faults.push(`${serial} was given ${count} times`);
    if (serial > last) faults.push(`${serial} is beyond the counter, ${last}`);
  }
  return faults;
}
