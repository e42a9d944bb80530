import type { JournalEntry, ReadJournalSheet } from './journal-rows.js';

/** How many appeals of a month, or of a topic, the file has and how many of them are stored. */
export interface Parity {
  readonly name: string;
  readonly inFile: number;
  readonly stored: number;
}

/** What is counted of an entry; `topic` is '' where it has none of the district's. */
export interface Counted {
  readonly month: string;
  readonly topic: string;
}

export function countedEntry({ receivedOn, topic = '' }: JournalEntry): Counted {
  return { month: receivedOn.slice(0, 7), topic };
}

/** Sorted by name; those with a difference are among the others, not before them. */
export function parityBy(of: keyof Counted, inFile: readonly Counted[], stored: readonly Counted[]): readonly Parity[] {
  const [file, ours] = [countsOf(of, inFile), countsOf(of, stored)];
  return [...new Set([...file.keys(), ...ours.keys()])]
    .sort()
    .map((name) => ({ name, inFile: file.get(name) ?? 0, stored: ours.get(name) ?? 0 }));
}

function countsOf(of: keyof Counted, counted: readonly Counted[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of counted) counts.set(one[of], (counts.get(one[of]) ?? 0) + 1);
  return counts;
}

/** The numbers of one year in the journal itself: first, last, and those that are between them and in no row. */
export interface NumbersOfYear {
  readonly year: number;
  readonly first: number;
  readonly last: number;
  readonly count: number;
  /** As «11» or «14–17». */
  readonly absent: readonly string[];
}

export function numbersOf(sheets: readonly ReadJournalSheet[]): readonly NumbersOfYear[] {
  const years = Map.groupBy(
    sheets.flatMap(({ entries }) => entries),
    ({ year }) => year,
  );
  return [...years]
    .sort(([one], [other]) => one - other)
    .map(([year, entries]) => {
      const serials = [...new Set(entries.map(({ serial }) => serial))].sort((one, other) => one - other);
      const [first, last] = [serials[0]!, serials.at(-1)!];
      return { year, first, last, count: entries.length, absent: absentIn(serials) };
    });
}

function absentIn(serials: readonly number[]): readonly string[] {
  return serials.slice(1).flatMap((serial, at) => {
    const [from, to] = [serials[at]! + 1, serial - 1];
    if (from > to) return [];
    return [from === to ? String(from) : `${from}–${to}`];
  });
}
