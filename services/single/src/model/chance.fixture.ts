import { mulberry32, uuidv5 } from '@otklik/kernel';

/** Pseudo-random numbers from a seed (mulberry32), so that a run can be repeated. */
export class Chance {
  private keys = 0;

  /** From 0 to 1, without 1. */
  readonly next: () => number;

  constructor(readonly seed: number) {
    this.next = mulberry32(seed);
  }

  /** Of the integers, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.integer(0, items.length - 1)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  }

  /** By weight; undefined of none. */
  weighted<Item extends { readonly weight: number }>(items: readonly Item[]): Item | undefined {
    let left = this.next() * items.reduce((sum, { weight }) => sum + weight, 0);
    return items.find(({ weight }) => (left -= weight) < 0);
  }

  /** A key of a command: the same in every run of the seed. */
  uuid(): string {
    this.keys += 1;
    return uuidv5('5e0bbd33-5c5c-5ab3-9a6e-0b1d7a2a6c11', `${this.seed} ${this.keys}`);
  }
}
