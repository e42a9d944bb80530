/** Which district an operation is for; one key for all that name none or several. */
export type DistrictKey = number | 'none' | 'several';

export interface DistrictSharesOptions {
  /** Operations in turn of one district at once, while others send, too. */
  readonly maxBeside: number;
  /** So long after its last request a district still counts as one that sends, ms. */
  readonly activeMs: number;
  readonly now?: () => number;
}

interface Share {
  admitted: number;
  /** Of those in turn. */
  running: number;
  readonly waiting: (() => void)[];
  lastAt: number;
}

/**
 * Bulkheads between districts. A district that sends alone runs as much as the process can. While others send, too, it runs few
 * operations in turn at once and its next ones wait: an operation of a quiet district then meets few others in the event loop, in
 * the pools of connections and in the database, however many a loud one sends.
 */
export class DistrictShares {
  private readonly shares = new Map<DistrictKey, Share>();
  private readonly now: () => number;

  constructor(private readonly options: DistrictSharesOptions) {
    this.now = options.now ?? (() => performance.now());
  }

  /** The district sends, whether or not it is admitted. */
  noteRequest(key: DistrictKey): void {
    this.shareOf(key).lastAt = this.now();
  }

  /** How many run and wait. */
  admitted(key: DistrictKey): number {
    return this.shares.get(key)?.admitted ?? 0;
  }

  /** Of them those in turn. */
  inTurn(key: DistrictKey): number {
    const { running = 0, waiting = [] } = this.shares.get(key) ?? {};
    return running + waiting.length;
  }

  /** No other district sends. */
  isAlone(key: DistrictKey): boolean {
    const since = this.now() - this.options.activeMs;
    for (const [other, { admitted, lastAt }] of this.shares)
      if (other !== key && (admitted > 0 || lastAt > since)) return false;
    return true;
  }

  /** Another one has so many admitted. */
  isBesideLoud(key: DistrictKey, many: number): boolean {
    for (const [other, { admitted }] of this.shares) if (other !== key && admitted >= many) return true;
    return false;
  }

  /** More than one district sends. */
  areSeveral(): boolean {
    return [...this.shares.keys()].every((key) => !this.isAlone(key));
  }

  async run<Answer>(key: DistrictKey, work: () => Promise<Answer>): Promise<Answer> {
    const share = this.shareOf(key);
    share.admitted += 1;
    try {
      return await work();
    } finally {
      share.admitted -= 1;
    }
  }

  /** As `run`, when its turn comes. */
  runInTurn<Answer>(key: DistrictKey, work: () => Promise<Answer>): Promise<Answer> {
    const share = this.shareOf(key);
    return this.run(key, async () => {
      if (this.mayStart(key, share)) share.running += 1;
      else await new Promise<void>((resolve) => void share.waiting.push(resolve));
      try {
        return await work();
      } finally {
        share.running -= 1;
        this.startNext(key, share);
      }
    });
  }

  private mayStart(key: DistrictKey, { running }: Share): boolean {
    return running < this.options.maxBeside || this.isAlone(key);
  }

  /** What waits does so behind one that runs, whose end comes here. */
  private startNext(key: DistrictKey, share: Share): void {
    while (share.waiting.length > 0 && this.mayStart(key, share)) {
      share.running += 1;
      share.waiting.shift()!();
    }
  }

  private shareOf(key: DistrictKey): Share {
    const known = this.shares.get(key);
    if (known) return known;
    const made: Share = { admitted: 0, running: 0, waiting: [], lastAt: 0 };
    this.shares.set(key, made);
    return made;
  }
}
