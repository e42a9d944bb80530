import { mulberry32 } from '@otklik/kernel';

/** Pseudo-random numbers from a seed, so that a run can be repeated. */
export interface Random {
  /** From 0 to 1, without 1. */
  next(): number;
  between(low: number, high: number): number;
  oneOf<T>(items: readonly T[]): T;
}

export function seeded(seed: number): Random {
  const next = mulberry32(seed);
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    oneOf: (items) => {
      if (items.length === 0) throw new Error('There is nothing to choose from.');
      return items[Math.floor(next() * items.length)]!;
    },
  };
}
