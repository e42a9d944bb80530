import {
  byAge,
  classifierIn,
  classifierOf,
  isAssignable,
  type ClassifierEdition,
  type ClassifierRow,
} from './classifier.js';
import type { ClassifierFault } from './classifier-file.js';
import { readClassifierFile } from './classifier-file.js';
import { writeDirectory, type DirectoryWriter } from './directory-writer.js';
import { PLATFORM } from './platform.js';

/** A code that a topic in force proposes and that may not be set. */
export interface TopicWithoutCode {
  /** Code of the district. */
  readonly district: string;
  /** Its name. */
  readonly topic: string;
  readonly code: string;
}

export interface ClassifierReport {
  readonly edition: string;
  readonly isWhole: boolean;
  /** Of the edition as it is now: by level, the sections first. */
  readonly counts: readonly number[];
  /** False: it was so already. */
  readonly changed: boolean;
  readonly unknown: readonly TopicWithoutCode[];
}

/** Why a file was not loaded; nothing of it is in force. */
export interface RefusedClassifier {
  readonly faults: readonly ClassifierFault[];
}

/** What an edition of the installation holds; those that are superseded keep their meaning. */
export type EditionSummary = Pick<ClassifierReport, 'edition' | 'isWhole' | 'counts'> & { readonly inForce: boolean };

/**
 * Puts an edition beside those that are there. A whole file takes the place of what was there of the same edition; a part adds its rows
 * to it, and a part of an edition that is there as a whole is refused.
 */
export function loadClassifier(
  ownerUrl: string,
  text: string,
  { edition, isWhole }: { readonly edition: string | undefined; readonly isWhole: boolean },
): Promise<ClassifierReport | RefusedClassifier> {
  const { classifier, faults } = readClassifierFile(text, edition);
  if (!classifier) return Promise.resolve({ faults });
  return writeDirectory(ownerUrl, async (writer) => {
    const before = await editionIn(writer, classifier.edition);
    if (before?.isWhole && !isWhole)
      return {
        faults: [{ line: 1, why: `the edition ${classifier.edition} is loaded as a whole: a part adds nothing` }],
      };
    const next = { ...classifier, isWhole, rows: isWhole ? classifier.rows : joined(before, classifier.rows) };
    const changed = (await putEdition(writer, next)) > 0;
    return { edition: next.edition, isWhole, counts: countsOf(next), changed, unknown: await unknownIn(writer) };
  });
}

/** The editions of the installation, the newest first. */
export function classifierEditions(ownerUrl: string): Promise<readonly EditionSummary[]> {
  return writeDirectory(ownerUrl, async (writer) => {
    const editions = byAge(await editionsIn(writer));
    const inForce = new Set(classifierOf(editions).inForce.map(({ edition }) => edition));
    return editions.map((one) => ({
      edition: one.edition,
      isWhole: one.isWhole,
      counts: countsOf(one),
      inForce: inForce.has(one.edition),
    }));
  });
}

/** Adds what the product brings and nothing yet says otherwise: a row that is there stays as it is. Answers the number of changes. */
export async function putShipped(
  writer: DirectoryWriter,
  { edition, rows }: Omit<ClassifierEdition, 'isWhole'>,
): Promise<number> {
  const before = await editionIn(writer, edition);
  if (before?.isWhole) return 0;
  return putEdition(writer, { edition, isWhole: false, rows: joined({ rows }, before?.rows ?? []) });
}

async function editionsIn(writer: DirectoryWriter): Promise<readonly ClassifierEdition[]> {
  const rows = await writer.current(PLATFORM, ['classifier']);
  return rows.flatMap((row) => (row.kind === 'classifier' ? [{ edition: row.code, ...row.data }] : []));
}

async function editionIn(writer: DirectoryWriter, edition: string): Promise<ClassifierEdition | undefined> {
  return (await editionsIn(writer)).find((one) => one.edition === edition);
}

function putEdition(writer: DirectoryWriter, { edition, ...data }: ClassifierEdition): Promise<number> {
  return writer.put(PLATFORM, { kind: 'classifier', code: edition, data });
}

/** Of a code in both, the later row. */
function joined(
  before: Pick<ClassifierEdition, 'rows'> | undefined,
  later: readonly ClassifierRow[],
): readonly ClassifierRow[] {
  const rows = new Map([...(before?.rows ?? []), ...later].map((row) => [row.code, row] as const));
  return [...rows.values()].toSorted((one, other) => (one.code < other.code ? -1 : 1));
}

function countsOf({ rows }: ClassifierEdition): readonly number[] {
  return [1, 2, 3, 4, 5].map((level) => rows.filter(({ code }) => code.split('.').length === level).length);
}

/** What topics of districts propose that may not be set by the editions as they are now. */
async function unknownIn(writer: DirectoryWriter): Promise<readonly TopicWithoutCode[]> {
  const inForce = classifierIn(await writer.current(PLATFORM, ['classifier']));
  const found: TopicWithoutCode[] = [];
  for (const [district, id] of await writer.districts()) {
    for (const row of await writer.current(id, ['topic'])) {
      if (row.kind !== 'topic') continue;
      const { name: topic, classifier, classifiers = [classifier ?? []].flat() } = row.data;
      const unknown = classifiers.filter((code) => !isAssignable(code) || inForce.finding(code).is === 'UNKNOWN');
      found.push(...unknown.map((code) => ({ district, topic, code })));
    }
  }
  return found;
}
