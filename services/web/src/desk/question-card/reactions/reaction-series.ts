import type { Card } from '../../../acts/card.js';

export type Series = Card['reactions'][number];
export type Sample = Series['samples'][number];

/** A count that is known. */
export type Known = Sample & { readonly value: number };

export function isKnown(sample: Sample): sample is Known {
  return typeof sample.value === 'number';
}

/** Counts that follow each other with no hole between them: what is drawn as one line. */
export function unbroken(samples: readonly Sample[]): readonly (readonly Known[])[] {
  return samples
    .reduce<readonly (readonly Known[])[]>(
      (runs, sample) => {
        const last = runs.at(-1)!;
        if (isKnown(sample)) return [...runs.slice(0, -1), [...last, sample]];
        return last.length === 0 ? runs : [...runs, []];
      },
      [[]],
    )
    .filter((run) => run.length > 0);
}

/** The last count that is known, whatever came after it. */
export function lastKnown(samples: readonly Sample[]): Known | undefined {
  return samples.filter(isKnown).at(-1);
}
