import { distance, separatingPlane, tokenise, type WeighedText } from '@otklik/text-analysis';

const COST = 0.5;

/**
 * The plain way of the trade: TF-IDF of words as written, alone and two in a row, and of runs of 3 to 5 letters within words;
 * a linear SVM a class, balanced. Answers the classes of a text, likeliest first.
 */
export function tfidfSvm(texts: readonly string[], labels: readonly string[]): (text: string) => readonly string[] {
  const counted = texts.map(featureCounts);
  const having = new Map<string, number>();
  for (const counts of counted)
    for (const feature of counts.keys()) having.set(feature, (having.get(feature) ?? 0) + 1);
  const placeOf = new Map([...having.keys()].map((feature, place) => [feature, place]));
  const weigh = (counts: ReadonlyMap<string, number>): WeighedText => {
    const known = [...counts].filter(([feature]) => having.has(feature));
    const raw = known.map(
      ([feature, count]) =>
        [feature, (1 + Math.log(count)) * (Math.log((1 + texts.length) / (1 + having.get(feature)!)) + 1)] as const,
    );
    const lengthOf = (isWord: boolean): number =>
      Math.hypot(...raw.filter(([feature]) => feature.startsWith('w') === isWord).map(([, value]) => value));
    const [words, letters] = [lengthOf(true), lengthOf(false)];
    return {
      places: Int32Array.from(known, ([feature]) => placeOf.get(feature)!),
      values: Float32Array.from(raw, ([feature, value]) => value / (feature.startsWith('w') ? words : letters)),
    };
  };
  const weighed = counted.map(weigh);
  const planes = [...new Set(labels)].map((label, seed) => {
    const isOf = (at: number): boolean => labels[at] === label;
    const own = labels.filter((one) => one === label).length;
    const part = (at: number) => texts.length / (2 * (isOf(at) ? own : texts.length - own));
    const examples = weighed.map((text, at) => ({ text, cost: COST * part(at) }));
    return { label, plane: separatingPlane(examples, isOf, having.size, seed + 1) };
  });
  return (text) => {
    const asked = weigh(featureCounts(text));
    return planes
      .map(({ label, plane }) => ({ label, score: distance(plane, asked) }))
      .sort((one, other) => other.score - one.score)
      .map(({ label }) => label);
  };
}

function featureCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (feature: string): void => void counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const words = tokenise(text).map(({ word }) => word);
  words.forEach((word, at) => {
    add(`w${word}`);
    if (at > 0) add(`w${words[at - 1]} ${word}`);
    const edged = ` ${word} `;
    for (let length = 3; length <= Math.min(5, edged.length); length += 1)
      for (let from = 0; from + length <= edged.length; from += 1) add(`l${edged.slice(from, from + length)}`);
  });
  return counts;
}
