import type { Feature, FeatureKind } from './text-features.js';

/** A text as a model counts it: places of its table and the value at each. */
export interface WeighedText {
  readonly places: Int32Array;
  readonly values: Float32Array;
}

/** By how many texts each place is had, of `texts` in all. */
export interface Rarity {
  readonly texts: number;
  readonly having: Uint16Array;
}

const KINDS: readonly FeatureKind[] = ['WORDS', 'LETTERS'];
const MAX_COUNT = 65_535;
/** What fewer texts share is not learned: a name or an address that one person wrote leaves no trace. */
export const MIN_TEXTS = 3;

/** Takes the features of one text after the other, and keeps none of them. */
export function rarityCount(places: number): { take(features: readonly Feature[]): void; result(): Rarity } {
  const having = new Uint16Array(places);
  let texts = 0;
  return {
    take: (features) => {
      texts += 1;
      for (const { place } of features) having[place] = Math.min(MAX_COUNT, having[place]! + 1);
    },
    result: () => ({ texts, having: having.map((count) => (count < MIN_TEXTS ? 0 : count)) }),
  };
}

/** Rare features count more, repeated ones a little more (TF-IDF); what was not learned is left out. */
export function weighedText(features: readonly Feature[], { texts, having }: Rarity): WeighedText {
  const known = features.filter(({ place }) => having[place]! > 0);
  const values = new Float32Array(known.length);
  const length = new Map<FeatureKind, number>();
  known.forEach(({ kind, place, count }, at) => {
    const value = (1 + Math.log(count)) * (Math.log((1 + texts) / (1 + having[place]!)) + 1);
    values[at] = value;
    length.set(kind, (length.get(kind) ?? 0) + value * value);
  });
  for (const kind of KINDS) {
    const norm = Math.sqrt(length.get(kind) ?? 1);
    known.forEach((one, at) => {
      if (one.kind === kind) values[at] = values[at]! / norm;
    });
  }
  return { places: Int32Array.from(known, ({ place }) => place), values };
}
