import type { IncomingHttpHeaders } from 'node:http';
import { BadInput, Overloaded } from './input.js';
import { networkOf } from './network.js';

/** The part of a request that tells the size and the origin of its body. */
export interface Sender {
  readonly ip: string;
  readonly headers: Pick<IncomingHttpHeaders, 'content-length'>;
  readonly raw: { readonly readableAborted: boolean };
}

/** The budget, in bodies of the largest size. */
const MAX_LARGEST_BODIES = 8;

/**
 * Admission control for bodies that are kept whole in memory. Reserves Content-Length before reading, so that an admitted
 * body is never refused later; a body that is sent too slowly is released by `demandMinDataRate`. One network gets half of
 * the budget at most, so that a crowd in one network does not lock out the others.
 */
export class BodyMemoryBudget {
  private readonly byNetwork = new Map<string, number>();
  private taken = 0;
  private readonly budget: number;

  /** `largest`: largest size of one body, bytes. */
  constructor(private readonly largest: number) {
    this.budget = largest * MAX_LARGEST_BODIES;
  }

  /** Reserves the body's size until `work` ends. Rejects with `Overloaded`, before `work`, when the budget is exhausted. */
  async hold<Result>({ ip, headers, raw }: Sender, work: () => Promise<Result>): Promise<Result> {
    // The end of an aborted body never comes.
    if (raw.readableAborted) throw new BadInput('BAD_INPUT', 'body', {}, 'The body ended too early.');
    const network = networkOf(ip);
    const bytes = Math.min(Number(headers['content-length'] ?? this.largest), this.largest);
    const own = (this.byNetwork.get(network) ?? 0) + bytes;
    if (this.taken + bytes > this.budget || own > this.budget / 2) throw new Overloaded();
    this.take(network, bytes);
    try {
      return await work();
    } finally {
      this.take(network, -bytes);
    }
  }

  private take(network: string, bytes: number): void {
    const own = (this.byNetwork.get(network) ?? 0) + bytes;
    if (own === 0) this.byNetwork.delete(network);
    else this.byNetwork.set(network, own);
    this.taken += bytes;
  }
}
