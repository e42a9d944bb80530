import { compareTexts, type Run } from '../../../parts/text-diff.js';

export type Side = 'mine' | 'theirs';

/** A paragraph of the two texts: the same in both, or a place where one must be chosen. */
export interface Place {
  readonly same: boolean;
  /** What of a side's paragraph is only there is `ADDED`. No runs: the side has no such paragraph. */
  readonly mine: readonly Run[];
  readonly theirs: readonly Run[];
}

/** The two texts by paragraphs, in their common order. */
export function placesOf(mine: string, theirs: string): readonly Place[] {
  return compareTexts(theirs, mine).map(({ changed, runs }) => ({
    same: !changed,
    mine: runs.filter(({ kind }) => kind !== 'REMOVED'),
    theirs: runs
      .filter(({ kind }) => kind !== 'ADDED')
      .map((run) => ({ ...run, kind: run.kind === 'REMOVED' ? 'ADDED' : run.kind })),
  }));
}

/** The text that the choices make; undefined while a place is not chosen. `choices` is by the place's index. */
export function mergedText(places: readonly Place[], choices: ReadonlyMap<number, Side>): string | undefined {
  const paragraphs: string[] = [];
  for (const [at, place] of places.entries()) {
    const side = place.same ? 'mine' : choices.get(at);
    if (side === undefined) return undefined;
    const text = textOf(place[side]);
    if (text !== '') paragraphs.push(text);
  }
  return paragraphs.join('\n\n');
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join(' ');
}
