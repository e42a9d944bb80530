import type { DistrictKey } from './district-shares.js';
import { Turns } from './turns.js';

export interface FairPlacesOptions {
  readonly places: number;
  /** Timeout of waiting for a place, ms. */
  readonly timeoutMs: number;
  /** What is thrown after it. */
  readonly tooLate: () => Error;
}

/**
 * Places for work, such as the connections of a pool. Where all are taken, districts get the free ones in turn: work of a quiet
 * district waits for one that ends, not for all that a loud one has sent before it.
 */
export class FairPlaces {
  readonly #waiting = new Turns<DistrictKey, () => void>();
  #free: number;

  constructor(private readonly options: FairPlacesOptions) {
    this.#free = options.places;
  }

  async run<Answer>(key: DistrictKey, work: () => Promise<Answer>): Promise<Answer> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#place(key);
    try {
      return await work();
    } finally {
      const next = this.#waiting.take();
      // The place passes to the next one without becoming free, so that work which comes now does not take it.
      if (next) next();
      else this.#free += 1;
    }
  }

  #place(key: DistrictKey): Promise<void> {
    const { timeoutMs, tooLate } = this.options;
    return new Promise((resolve, reject) => {
      const taken = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.remove(key, taken);
        reject(tooLate());
      }, timeoutMs).unref();
      this.#waiting.add(key, taken);
    });
  }
}
