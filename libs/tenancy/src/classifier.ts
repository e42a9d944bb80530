import type { EntryRow } from './directory-entries.js';

/** Section, topic, theme, question, sub-question. */
export type ClassifierLevel = 1 | 2 | 3 | 4 | 5;

export interface ClassifierRow {
  /** In short writing: `0005.0005.0056`, without parts of zeros at its end. */
  readonly code: string;
  readonly name: string;
  /** Where the row is from, as the file says. */
  readonly source?: string;
}

/** One edition of the common classifier, as files of the operator or of the product brought it. */
export interface ClassifierEdition {
  /** As its editor calls it: `31.10.2025`. */
  readonly edition: string;
  /** False: some of its codes only, so that one which is missing is not thereby wrong. */
  readonly isWhole: boolean;
  /** By code, in its order. */
  readonly rows: readonly ClassifierRow[];
}

export interface ClassifierItem extends ClassifierRow {
  readonly level: ClassifierLevel;
  readonly edition: string;
  /** What it is in, the section first. */
  readonly above: readonly ClassifierRow[];
}

/**
 * How a code is to be taken. TOO_WIDE: a section, topic or theme, under which nothing is counted. UNKNOWN: the edition in force has
 * no such code. UNCHECKED: none that is loaded has it, and none of them is whole.
 */
export type CodeFinding =
  { readonly is: 'KNOWN'; readonly item: ClassifierItem } | { readonly is: 'TOO_WIDE' | 'UNKNOWN' | 'UNCHECKED' };

/** The common classifier of appeals, in the editions that this installation has. The same in every district. */
export interface Classifier {
  /** Editions by which codes are set now, the newest first: those up to the newest whole one. Empty: none is loaded. */
  readonly inForce: readonly ClassifierEdition[];
  /** `code` in either writing, as it may be set now. */
  finding(code: string): CodeFinding;
  /** What a code that was set means: by the edition that it was set with, else by the newest one that has it. */
  item(code: string, edition?: string): ClassifierItem | undefined;
  /** Everything in force, by code; a code of several editions once, by the newest. */
  items(): readonly ClassifierItem[];
}

const FIRST_ASSIGNABLE = 4;
const EMPTY_PARTS = /(\.0000)+$/;

/** Without parts of zeros at its end, which full writing adds. */
export function shortCode(code: string): string {
  return code.replace(EMPTY_PARTS, '');
}

/** 1 to 5. */
export function levelOf(code: string): ClassifierLevel {
  return shortCode(code).split('.').length as ClassifierLevel;
}

export function isAssignable(code: string): boolean {
  return levelOf(code) >= FIRST_ASSIGNABLE;
}

/** The newest first. */
export function byAge<Edition extends Pick<ClassifierEdition, 'edition'>>(
  editions: readonly Edition[],
): readonly Edition[] {
  return editions.toSorted((a, b) => (ageOf(a) < ageOf(b) ? 1 : -1));
}

/** `editions` in any order. */
export function classifierOf(editions: readonly ClassifierEdition[]): Classifier {
  const newestFirst = byAge(editions).map(indexed);
  const firstWhole = newestFirst.findIndex(({ isWhole }) => isWhole);
  const inForce = firstWhole < 0 ? newestFirst : newestFirst.slice(0, firstWhole + 1);
  const among = (known: readonly Indexed[], code: string): ClassifierItem | undefined => {
    for (const { items } of known) {
      const found = items.get(code);
      if (found) return found;
    }
    return undefined;
  };
  let all: readonly ClassifierItem[] | undefined;
  return {
    inForce,
    finding(given) {
      const code = shortCode(given);
      if (!isAssignable(code)) return { is: 'TOO_WIDE' };
      const item = among(inForce, code);
      if (item) return { is: 'KNOWN', item };
      return { is: firstWhole < 0 ? 'UNCHECKED' : 'UNKNOWN' };
    },
    item(given, edition) {
      const code = shortCode(given);
      const own = newestFirst.filter((one) => one.edition === edition);
      return among(own, code) ?? among(newestFirst, code);
    },
    items() {
      all ??= [...new Map(inForce.toReversed().flatMap(({ items }) => [...items])).values()].toSorted((a, b) =>
        a.code < b.code ? -1 : 1,
      );
      return all;
    },
  };
}

/** Where none is loaded: a theme is recognised by its writing all the same. */
export const noClassifier = classifierOf([]);
const built = new WeakMap<readonly EntryRow[], Classifier>();

/** Of the platform's rows; built once for the same list of them. */
export function classifierIn(platform: readonly EntryRow[]): Classifier {
  const editions = platform.flatMap((row) => (row.kind === 'classifier' ? [{ edition: row.code, ...row.data }] : []));
  if (editions.length === 0) return noClassifier;
  const known = built.get(platform) ?? classifierOf(editions);
  built.set(platform, known);
  return known;
}

interface Indexed extends ClassifierEdition {
  readonly items: ReadonlyMap<string, ClassifierItem>;
}

function indexed(one: ClassifierEdition): Indexed {
  const byCode = new Map(one.rows.map((row) => [row.code, row] as const));
  const items = one.rows.map((row): readonly [string, ClassifierItem] => [
    row.code,
    { ...row, level: levelOf(row.code), edition: one.edition, above: aboveOf(row.code, byCode) },
  ]);
  return { ...one, items: new Map(items) };
}

function aboveOf(code: string, rows: ReadonlyMap<string, ClassifierRow>): readonly ClassifierRow[] {
  const parts = code.split('.');
  return parts.slice(0, -1).flatMap((_, at) => rows.get(parts.slice(0, at + 1).join('.')) ?? []);
}

/** By which editions are ordered: their day, or the year with which they begin; others came before all of these. */
function ageOf({ edition }: Pick<ClassifierEdition, 'edition'>): string {
  const day = /(\d{2})\.(\d{2})\.(\d{4})/.exec(edition);
  if (day) return `${day[3]}-${day[2]}-${day[1]} ${edition}`;
  return /^\d{4}/.test(edition) ? edition : ` ${edition}`;
}
