import type { RawDelivery } from '@otklik/networks';
import type { DeliveryAnswer, Presented, Subscription } from '../simulator/protocol.js';
import type { Simulator } from '../simulator/simulator.js';

const PATIENCE = 10_000;
const HANDSHAKE_AGAIN = 1_000;

/** Brings one simulator's deliveries to its subscriber over HTTP, by the clock of the machine. */
export class Carrier {
  private running: Promise<void> | undefined;
  private confirmed: Subscription | undefined;
  private notBefore = 0;

  constructor(private readonly simulator: Simulator) {
    simulator.listen((delivery) => this.bring(delivery));
  }

  /** Delivers what is due, unless that is under way. */
  look(): void {
    const { world } = this.simulator;
    world.now = Math.max(Date.now(), world.now);
    if (this.running || !this.isDue()) return;
    this.running = this.deliver().finally(() => (this.running = undefined));
  }

  /** Once what is under way has ended. */
  async rest(): Promise<void> {
    await this.running;
  }

  private isDue(): boolean {
    const { subscription, deliveries, world } = this.simulator;
    if (!subscription || this.notBefore > world.now) return false;
    return !this.isConfirmed(subscription) || (deliveries.nextDue ?? Infinity) <= world.now;
  }

  private async deliver(): Promise<void> {
    const { subscription } = this.simulator;
    if (!subscription || !(await this.confirm(subscription))) return;
    await this.simulator.settle();
    this.simulator.changed();
  }

  private isConfirmed(subscription: Subscription): boolean {
    return !this.simulator.protocol.handshake || this.confirmed === subscription;
  }

  /** Nothing is delivered before the address has proved that it is its subscriber's. */
  private async confirm(subscription: Subscription): Promise<boolean> {
    if (this.isConfirmed(subscription)) return true;
    const { right, expected } = this.simulator.protocol.handshake!(subscription.secret);
    const answer = await posted(subscription.url, right).catch(() => undefined);
    if (answer?.status === 200 && answer.body === expected) this.confirmed = subscription;
    else this.notBefore = Date.now() + HANDSHAKE_AGAIN;
    return this.isConfirmed(subscription);
  }

  private bring({ body, headers, query }: RawDelivery): Promise<DeliveryAnswer> {
    const { subscription } = this.simulator;
    if (!subscription) return Promise.reject(new Error('no subscription'));
    return posted(subscription.url, { body: Buffer.from(body).toString(), headers, query });
  }
}

async function posted(to: string, { body, headers = {}, query = {} }: Presented): Promise<DeliveryAnswer> {
  const url = new URL(to);
  for (const [name, value] of Object.entries(query)) if (value !== '') url.searchParams.set(name, value);
  const sent = { headers: { ...headers }, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) } as const;
  const answer = await (body === '' ? fetch(url, sent) : fetch(url, { method: 'POST', body, ...sent }));
  return { status: answer.status, body: await answer.text(), headers: Object.fromEntries(answer.headers) };
}
