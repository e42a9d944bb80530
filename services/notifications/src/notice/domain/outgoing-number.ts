/** Before the running part of a number, the running part, and after it: `02-11/`, `118`, ``. */
interface Parts {
  readonly before: string;
  readonly serial: string;
  readonly after: string;
}

/** The last run of digits runs, unless it is the year: `118/2026`. Undefined when nothing of the number runs. */
export function partsOf(number: string, year: number): Parts | undefined {
  const runs = [...number.matchAll(/\d+/gu)].filter(([run]) => run !== String(year));
  const last = runs.at(-1);
  if (last === undefined) return undefined;
  const [serial] = last;
  return { before: number.slice(0, last.index), serial, after: number.slice(last.index + serial.length) };
}

export interface GivenNumbers {
  /** Of the letter that was recorded last. */
  readonly last: string;
  readonly lastYear: number;
  /** The numbers of the year for which another is proposed. */
  readonly ofYear: readonly string[];
}

/**
 * The number after the greatest of the last one's pattern, so that it is free. In a year without numbers the pattern
 * starts again. Undefined when nothing of the last number runs.
 */
export function nextOutgoingNumber({ last, lastYear, ofYear }: GivenNumbers, year: number): string | undefined {
  const pattern = partsOf(last, lastYear);
  if (pattern === undefined) return undefined;
  const inYear = (text: string) => text.replaceAll(String(lastYear), String(year));
  const [before, after] = [inYear(pattern.before), inYear(pattern.after)];
  const serials = ofYear.flatMap((number) => {
    const parts = partsOf(number, year);
    return parts && parts.before === before && parts.after === after ? [BigInt(parts.serial)] : [];
  });
  const greatest = serials.reduce((most, one) => (one > most ? one : most), 0n);
  const width = pattern.serial.startsWith('0') ? pattern.serial.length : 0;
  return `${before}${String(greatest + 1n).padStart(width, '0')}${after}`;
}
