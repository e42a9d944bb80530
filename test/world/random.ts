/** Pseudo-random numbers from a seed, so that a run can be repeated. */
export interface Random {
  /** From 0 to 1, without 1. */
  next(): number;
  between(low: number, high: number): number;
  oneOf<T>(items: readonly T[]): T;
}

export function seeded(seed: number): Random {
  const next = randomNumbers(seed);
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    oneOf: (items) => {
      if (items.length === 0) throw new Error('There is nothing to choose from.');
      return items[Math.floor(next() * items.length)]!;
    },
  };
}

/** A generator of numbers from 0 to 1, without 1 (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
