import { chainedTables, EvidenceRetention } from '@otklik/host';
import { PLATFORM, type District, type RecordKind } from '@otklik/tenancy';
import type { Composition } from '../composition.js';
import type { Report } from './command.js';
import { draftsOf } from './operations.js';
import type { RetentionWords } from './retention-words.js';

/** Evidence and drafts of a district, or evidence of the platform. */
export interface RecordCount {
  readonly kind: RecordKind;
  /** The term. */
  readonly months: number;
  readonly kept: number;
  readonly due: number;
  /** ISO 8601 UTC. */
  readonly oldest: string | null;
}

type Place = Pick<District, 'id' | 'code'>;

const platform: Place = { id: PLATFORM, code: 'platform' };

/** `isWhole`: every district was asked for. */
export function placesOf(districts: readonly District[], isWhole: boolean): readonly Place[] {
  return isWhole ? [...districts, platform] : districts;
}

/** Prints what is kept. Answers how much is past its term. */
export async function listRecords(
  composition: Composition,
  places: readonly Place[],
  words: RetentionWords,
  report: Report,
): Promise<number> {
  let due = 0;
  for (const place of places) {
    for (const count of await countsOf(composition, place)) {
      if (count.kept > 0) report.print(words.records(place.code, count));
      due += count.due;
    }
  }
  return due;
}

/** Answers how much went. */
export async function endRecords(
  composition: Composition,
  places: readonly Place[],
  signal: AbortSignal,
): Promise<number> {
  const drafts = draftsOf(composition);
  let count = 0;
  for (const { id } of places) {
    for (const evidence of evidenceOf(composition)) {
      if (signal.aborted) return count;
      count += await evidence.run(id);
    }
    if (id !== PLATFORM) count += await drafts.run(id);
  }
  return count;
}

/** One for each kind: what is opened is on record in several services. */
async function countsOf(composition: Composition, { id }: Place): Promise<readonly RecordCount[]> {
  const kept: RecordCount[] = (await Promise.all(evidenceOf(composition).map((one) => one.counts(id)))).flat();
  if (id !== PLATFORM) kept.push({ kind: 'DRAFTS', ...(await draftsOf(composition).counts(id)) });
  const byKind = new Map<RecordKind, RecordCount>();
  for (const count of kept) {
    const before = byKind.get(count.kind);
    byKind.set(count.kind, before ? together(before, count) : count);
  }
  return [...byKind.values()];
}

function together(one: RecordCount, other: RecordCount): RecordCount {
  const [oldest = null] = [one.oldest, other.oldest].filter((at) => at !== null).toSorted();
  return { ...one, kept: one.kept + other.kept, due: one.due + other.due, oldest };
}

function evidenceOf({ services }: Composition): readonly EvidenceRetention[] {
  return [...services.values()].map(
    ({ definition, resources }) => new EvidenceRetention(definition.name, chainedTables(definition), resources),
  );
}
