import { mulberry32 } from '@otklik/kernel';
import type { WeighedText } from './weighed-text.js';

/** Weights of each place of the table, and what is added to their sum. */
export interface Plane {
  readonly weights: Float32Array;
  readonly bias: number;
}

export interface PlaneExample {
  readonly text: WeighedText;
  /** The more, the dearer is a mistake at it. Above 0. */
  readonly cost: number;
}

const MAX_ROUNDS = 20;
const SMALL_STEP = 0.05;

/**
 * The plane that parts those that are `of` from all others: a linear support vector machine with squared hinge loss, by descent in
 * its dual (Hsieh et al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", 2008, algorithm 1). The same
 * examples with the same seed give the same plane.
 */
export function separatingPlane(
  examples: readonly PlaneExample[],
  of: (at: number) => boolean,
  places: number,
  seed: number,
): Plane {
  const descent: Descent = {
    weights: new Float32Array(places),
    bias: 0,
    alphas: new Float64Array(examples.length),
    lengths: Float64Array.from(examples, ({ text }) => text.values.reduce((sum, value) => sum + value * value, 1)),
  };
  const random = mulberry32(seed);
  const order = examples.map((_, at) => at);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    shuffle(order, random);
    let greatest = 0;
    for (const at of order) greatest = Math.max(greatest, step(descent, at, examples[at]!, of(at) ? 1 : -1));
    if (greatest < SMALL_STEP) break;
  }
  const { weights, bias } = descent;
  return { weights, bias };
}

export function distance({ weights, bias }: Plane, { places, values }: WeighedText): number {
  let sum = bias;
  for (let at = 0; at < places.length; at += 1) sum += weights[places[at]!]! * values[at]!;
  return sum;
}

interface Descent {
  readonly weights: Float32Array;
  bias: number;
  readonly alphas: Float64Array;
  readonly lengths: Float64Array;
}

/** Moves the plane by one example; how far from the best it was. */
function step(descent: Descent, at: number, { text, cost }: PlaneExample, side: 1 | -1): number {
  const softness = 1 / (2 * cost);
  const before = descent.alphas[at]!;
  const slope = side * distance(descent, text) - 1 + softness * before;
  const projected = before === 0 ? Math.min(slope, 0) : slope;
  if (projected === 0) return 0;
  const after = Math.max(0, before - slope / (descent.lengths[at]! + softness));
  descent.alphas[at] = after;
  const move = (after - before) * side;
  const { places, values } = text;
  for (let each = 0; each < places.length; each += 1) {
    const place = places[each]!;
    descent.weights[place] = descent.weights[place]! + move * values[each]!;
  }
  descent.bias += move;
  return Math.abs(projected);
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
}
