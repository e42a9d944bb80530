import type { IncomingHttpHeaders } from 'node:http';
import { BadInput, Overloaded } from './input.js';
import { networkOf } from './network.js';

/** What of a request says how large its body is, and whose. */
export interface Sender {
  readonly ip: string;
  readonly headers: Pick<IncomingHttpHeaders, 'content-length'>;
  readonly raw: { readonly readableAborted: boolean };
}

/** Of the largest bodies at once; of smaller ones as many more. */
const MAX_AT_ONCE = 8;

/**
 * Room in memory for bodies that are kept whole. Each takes what its head promises before any of it is read, so that what
 * was let in is never sent away; one that comes too slowly gives it back when the server cuts it off (`requestTimeout`).
 * One network has half of the room at most: its crowd takes nobody else's place.
 */
export class Room {
  private readonly byNetwork = new Map<string, number>();
  private taken = 0;
  private readonly most: number;

  /** `largest`: bytes that are kept of one body. */
  constructor(private readonly largest: number) {
    this.most = largest * MAX_AT_ONCE;
  }

  /** Holds room for the sender's body until `work` ends. Rejects with `Overloaded`, before `work`, when there is none. */
  async hold<Result>({ ip, headers, raw }: Sender, work: () => Promise<Result>): Promise<Result> {
    // Whoever waits for the end of such a body waits for ever.
    if (raw.readableAborted) throw new BadInput('BAD_INPUT', 'body');
    const network = networkOf(ip);
    const bytes = Math.min(Number(headers['content-length'] ?? this.largest), this.largest);
    const own = (this.byNetwork.get(network) ?? 0) + bytes;
    if (this.taken + bytes > this.most || own > this.most / 2) throw new Overloaded();
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
