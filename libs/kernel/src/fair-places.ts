import { Turns } from './turns.js';

/** Which district work is for; one key for all that names none or several. */
export type DistrictKey = number | 'none' | 'several';

export interface FairPlacesOptions<Kind extends string> {
  /** For the work of all districts together; as many as are needed when absent. */
  readonly places?: number;
  /** Of one district, while others send, too: how much work of each kind runs at once. */
  readonly beside: Readonly<Record<Kind, number>>;
  /** So long after its last request a district still counts as one that sends, ms. */
  readonly activeMs: number;
  /**
   * So long at most a district whose work waits starts none of it while work of a district runs of which none waits, ms. Work of
   * a kind without a limit is not waited for.
   */
  readonly yieldMs?: number;
  /** Of waiting for a place. */
  readonly timeout?: { readonly ms: number; readonly error: () => Error };
  readonly now?: () => number;
}

/** Work of one kind of one district. */
interface Line {
  readonly sender: Sender;
  readonly limit: number;
  /** What runs and waits. */
  admitted: number;
  running: number;
}

interface Sender {
  readonly key: DistrictKey;
  readonly lines: Map<string, Line>;
  /** When it sent, and when work of it last began. */
  sentAt: number;
  begunAt: number;
}

/**
 * Places for work, such as the operations of a process or the connections of a pool, shared fairly between districts. A district
 * that sends alone has all of them. While others send, too, it has few, and its next work waits; districts get free places in
 * turn. Work of a quiet district then meets little of others in the event loop, in the pools of connections and in the database,
 * however much a loud one sends.
 */
export class FairPlaces<Kind extends string> {
  private readonly senders = new Map<DistrictKey, Sender>();
  private readonly waiting = new Turns<Line, () => void>();
  private readonly now: () => number;
  private free: number;
  private retry: NodeJS.Timeout | undefined;

  constructor(private readonly options: FairPlacesOptions<Kind>) {
    this.free = options.places ?? Infinity;
    this.now = options.now ?? (() => performance.now());
  }

  /** The district sends, whether or not its work is admitted. */
  noteRequest(key: DistrictKey): void {
    this.senderOf(key).sentAt = this.now();
  }

  /** How much of a kind, or of all, runs and waits. */
  admitted(key: DistrictKey, kind?: Kind): number {
    const lines = this.senders.get(key)?.lines;
    if (kind !== undefined) return lines?.get(kind)?.admitted ?? 0;
    return lines ? admittedIn(lines) : 0;
  }

  /** No other district sends. */
  isAlone(key: DistrictKey): boolean {
    const since = this.now() - this.options.activeMs;
    for (const [other, { lines, sentAt }] of this.senders)
      if (other !== key && (sentAt > since || admittedIn(lines) > 0)) return false;
    return true;
  }

  /** Another one has so much admitted. */
  isBesideLoud(key: DistrictKey, many: number): boolean {
    for (const [other, { lines }] of this.senders) if (other !== key && admittedIn(lines) >= many) return true;
    return false;
  }

  /** More than one district sends. */
  areSeveral(): boolean {
    return [...this.senders.keys()].every((key) => !this.isAlone(key));
  }

  /** When its turn comes. */
  async run<Answer>(key: DistrictKey, kind: Kind, work: () => Promise<Answer>): Promise<Answer> {
    const line = this.lineOf(key, kind);
    line.admitted += 1;
    try {
      if (this.waiting.sizeOf(line) === 0 && this.mayStart(line)) this.begin(line);
      else await this.turn(line);
      try {
        return await work();
      } finally {
        line.running -= 1;
        this.free += 1;
      }
    } finally {
      line.admitted -= 1;
      this.startNext();
    }
  }

  private mayStart(line: Line): boolean {
    if (this.free === 0) return false;
    return (line.running < line.limit || this.isAlone(line.sender.key)) && !this.yields(line);
  }

  private yields({ sender }: Line): boolean {
    const { yieldMs = 0 } = this.options;
    if (this.now() - sender.begunAt >= yieldMs || !this.waits(sender)) return false;
    return [...this.senders.values()].some((other) => other !== sender && runsLimited(other) && !this.waits(other));
  }

  private waits({ lines }: Sender): boolean {
    return [...lines.values()].some((line) => this.waiting.sizeOf(line) > 0);
  }

  private begin(line: Line): void {
    this.free -= 1;
    line.running += 1;
    line.sender.begunAt = this.now();
  }

  private turn(line: Line): Promise<void> {
    const { timeout } = this.options;
    return new Promise((resolve, reject) => {
      const begin = (): void => {
        clearTimeout(timer);
        this.begin(line);
        resolve();
      };
      const expire = (): void => {
        // It waits for work of its own district, which has its own timeouts.
        if (this.free > 0) return void (timer = expiry());
        this.waiting.remove(line, begin);
        reject(timeout!.error());
      };
      const expiry = () => timeout && setTimeout(expire, timeout.ms).unref();
      let timer = expiry();
      this.waiting.add(line, begin);
      this.retryLater();
    });
  }

  /** A place passes on at once, so that work which comes now does not take it. */
  private startNext(): void {
    let begin = this.waiting.take((line) => this.mayStart(line));
    for (; begin; begin = this.waiting.take((line) => this.mayStart(line))) begin();
    this.retryLater();
  }

  /**
   * Work that waits for a limit or a place is queued behind the work whose end starts it; work that yields is also
   * started by the clock.
   */
  private retryLater(): void {
    const { yieldMs } = this.options;
    if (yieldMs === undefined || this.waiting.size === 0 || this.retry) return;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.startNext();
    }, yieldMs).unref();
  }

  private lineOf(key: DistrictKey, kind: Kind): Line {
    const sender = this.senderOf(key);
    const known = sender.lines.get(kind);
    if (known) return known;
    const made: Line = { sender, limit: this.options.beside[kind], admitted: 0, running: 0 };
    sender.lines.set(kind, made);
    return made;
  }

  private senderOf(key: DistrictKey): Sender {
    const known = this.senders.get(key);
    if (known) return known;
    const made: Sender = { key, lines: new Map(), sentAt: 0, begunAt: 0 };
    this.senders.set(key, made);
    return made;
  }
}

function admittedIn(lines: ReadonlyMap<string, Line>): number {
  let sum = 0;
  for (const { admitted } of lines.values()) sum += admitted;
  return sum;
}

function runsLimited({ lines }: Sender): boolean {
  return [...lines.values()].some(({ running, limit }) => running > 0 && limit < Infinity);
}
