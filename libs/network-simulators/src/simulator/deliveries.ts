import type { DeliveryAnswer, DeliveryLaw, Told } from './protocol.js';

interface Waiting {
  readonly told: Told;
  readonly since: number;
  due: number;
  attempt: number;
}

export interface DeliveryFaults {
  /** So many answers get lost on their way: it was taken, and comes again. */
  loseAnswers: number;
  /** So many are sent twice. */
  double: number;
  /** Due deliveries go in another order, where the network promises none. */
  shuffle: (() => number) | undefined;
}

export type Deliver = (told: Told) => Promise<DeliveryAnswer>;

/** Deliveries until they are accepted, by the network's own law. */
export class Deliveries {
  readonly faults: DeliveryFaults = { loseAnswers: 0, double: 0, shuffle: undefined };
  /** Every delivery, as it was sent. */
  readonly told: Told[] = [];
  private queue: Waiting[] = [];
  private lastAccepted: number;
  private patienceEnded = false;

  constructor(
    private readonly law: DeliveryLaw,
    private readonly now: () => number,
  ) {
    this.lastAccepted = now();
  }

  add(told: Told): void {
    this.told.push(told);
    this.queue.push({ told, since: this.now(), due: this.now(), attempt: 0 });
  }

  /** Pending deliveries that cannot arrive, because there is no listener. */
  forget(): void {
    this.queue = [];
  }

  /** A new subscriber: what waits comes at once. */
  welcome(): void {
    this.lastAccepted = this.now();
    this.patienceEnded = false;
    for (const one of this.queue) one.due = this.now();
  }

  get isAbandoned(): boolean {
    return this.patienceEnded;
  }

  get waiting(): readonly Told[] {
    return this.queue.map(({ told }) => told);
  }

  /** What waited when the simulator ended. */
  recall(waiting: readonly Told[]): void {
    for (const told of waiting) this.add(told);
  }

  confirm(told: Told): void {
    this.queue = this.queue.filter((one) => one.told !== told);
  }

  get nextDue(): number | undefined {
    const candidates = this.candidates();
    return candidates.length > 0 ? Math.min(...candidates.map(({ due }) => due)) : undefined;
  }

  async runDue(deliver: Deliver): Promise<void> {
    for (let due = this.due(); due.length > 0; due = this.due())
      for (const one of due) await this.attempt(one, deliver);
  }

  /** Per thread, where the network keeps an order: the first alone. A failing one stops those behind it. */
  private candidates(): Waiting[] {
    const heads = new Set<string>();
    const isHead = ({ told: { thread } }: Waiting) => !heads.has(thread) && heads.add(thread);
    return this.law.perThread ? this.queue.filter(isHead) : [...this.queue];
  }

  private due(): Waiting[] {
    const due = this.candidates().filter(({ due }) => due <= this.now());
    const { shuffle } = this.faults;
    return shuffle && !this.law.perThread
      ? due
          .map((one) => ({ one, at: shuffle() }))
          .sort(byPlace)
          .map(({ one }) => one)
      : due;
  }

  private async attempt(one: Waiting, deliver: Deliver): Promise<void> {
    one.attempt += 1;
    const answer = await this.reached(one, deliver);
    if (answer && this.law.accepts(answer)) {
      this.lastAccepted = this.now();
      return this.end(one);
    }
    const wait = this.law.again(one.attempt, this.now() - one.since, answer);
    if (wait === undefined) this.end(one);
    else one.due = this.now() + wait;
    if (this.law.patience !== undefined && this.now() - this.lastAccepted >= this.law.patience)
      this.patienceEnded = true;
  }

  private async reached({ told }: Waiting, deliver: Deliver): Promise<DeliveryAnswer | undefined> {
    if (this.faults.double > 0) {
      this.faults.double -= 1;
      await deliver(told);
    }
    const answer = await deliver(told).catch(() => undefined);
    if (this.faults.loseAnswers === 0) return answer;
    this.faults.loseAnswers -= 1;
    return undefined;
  }

  private end(one: Waiting): void {
    this.queue = this.queue.filter((other) => other !== one);
  }
}

const byPlace = (one: { at: number }, other: { at: number }) => one.at - other.at;
