import { compact } from '@otklik/kernel';
import type { CheckedDistrictFile, DistrictFile, FileFault } from '@otklik/tenancy/loader';
import { isDeepStrictEqual } from 'node:util';
import { partsOf, type FilePart, type FileItem } from './district-file-parts.js';

export interface Piece {
  readonly text: string;
  readonly isNew: boolean;
}

export interface FileDifference {
  readonly name: string;
  readonly title?: string;
  readonly kind: 'ADDED' | 'CHANGED' | 'REMOVED';
  readonly before: readonly string[];
  readonly after: readonly Piece[];
  /** From 1; absent for what goes away. */
  readonly line?: number;
  readonly faults: readonly FileFault[];
}

export interface PartDifferences {
  readonly part: FilePart;
  readonly changes: readonly FileDifference[];
}

/** What `checked` changes in `present`, by part. Without fields of a district's file there is nothing to compare. */
export function districtFileDifferences(
  present: DistrictFile,
  checked: CheckedDistrictFile,
): readonly PartDifferences[] {
  const { district, faults, lineOf } = checked;
  if (!district) return [];
  const before = partsOf(present, district);
  return partsOf(district).flatMap(({ part, items }) => {
    const known = before.find((one) => one.part === part)!.items;
    const kept = items.flatMap((item) => {
      const difference = differenceOf(
        known.find((one) => one.name === item.name),
        item,
      );
      if (!difference) return [];
      const own = faults.filter(({ place }) => isWithin(place, item.place));
      return [{ ...difference, line: lineOf(own[0]?.place ?? item.place), faults: own }];
    });
    const gone = known.filter((one) => !items.some((item) => item.name === one.name)).map(removalOf);
    return kept.length + gone.length === 0 ? [] : [{ part, changes: [...kept, ...gone] }];
  });
}

function differenceOf(
  before: FileItem | undefined,
  after: FileItem,
): Omit<FileDifference, 'line' | 'faults'> | undefined {
  const { name, title } = after;
  const named = compact({ name, title });
  if (!before)
    return { ...named, kind: 'ADDED', before: [], after: after.pieces.map((text) => ({ text, isNew: true })) };
  if (isDeepStrictEqual(before.pieces, after.pieces)) return undefined;
  const pieces = after.pieces.map((text) => ({ text, isNew: !before.pieces.includes(text) }));
  return { ...named, kind: 'CHANGED', before: before.pieces, after: pieces };
}

function removalOf({ name, title, pieces }: FileItem): FileDifference {
  return compact({ name, title, kind: 'REMOVED', before: pieces, after: [], faults: [] });
}

function isWithin(place: string, around: string): boolean {
  return place === around || place.startsWith(`${around}/`);
}
