/** Numbers that a seed decides, so that a run can be had again (mulberry32). */
export interface Random {
  /** From 0 to 1, without 1. */
  next(): number;
  between(low: number, high: number): number;
  oneOf<T>(items: readonly T[]): T;
}

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    oneOf: (items) => {
      if (items.length === 0) throw new Error('There is nothing to choose from.');
      return items[Math.floor(next() * items.length)]!;
    },
  };
}
