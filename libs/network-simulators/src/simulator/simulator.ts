import type { RawDelivery } from '@otklik/networks';
import { ApiFront } from './api-front.js';
import { Deliveries } from './deliveries.js';
import type { DeliveryAnswer, Presented, Protocol, ProtocolOf, Stage, Subscription, Told } from './protocol.js';
import { World, type Happening, type SimulatedFile } from './world.js';

/** Where deliveries go: a listener that throws was not reached. */
export type Listener = (delivery: RawDelivery) => Promise<DeliveryAnswer>;

/** A network on this machine: people write in it, it tells the listener, and its API answers. Its clock is moved by hand. */
export class Simulator implements Stage {
  readonly world: World;
  readonly protocol: Protocol;
  readonly deliveries: Deliveries;
  readonly api: ApiFront;
  private subscribed: Subscription | undefined;
  private listener: Listener = () => Promise.reject(new Error('no listener'));
  /** Everything that was sent or may have been sent has a number. */
  happenings = 0;
  /** Called after everything that changes what it holds. */
  changed: () => void = () => undefined;

  private constructor(protocolOf: (stage: Stage) => Protocol) {
    // The protocol reads the world, and the world's ids are the protocol's: each is reached through the stage.
    const ids = {
      person: (number: number) => this.protocol.ids.person(number),
      thread: (...of: Parameters<Protocol['ids']['thread']>) => this.protocol.ids.thread(...of),
      message: (...of: Parameters<Protocol['ids']['message']>) => this.protocol.ids.message(...of),
    };
    this.world = new World(ids, (happening) => this.tell(happening));
    this.protocol = protocolOf(this);
    this.deliveries = new Deliveries(this.protocol.law, () => this.world.now);
    this.api = new ApiFront(this.world, this.protocol);
  }

  /** Without a port of its own. */
  static make<Options>(protocolOf: ProtocolOf<Options>, options: Options): Simulator {
    return new Simulator((stage) => protocolOf(stage, options));
  }

  static async start<Options>(protocolOf: ProtocolOf<Options>, options: Options, port = 0): Promise<Simulator> {
    const simulator = Simulator.make(protocolOf, options);
    await simulator.api.up(port);
    return simulator;
  }

  stop(): Promise<void> {
    return this.api.down();
  }

  get subscription(): Subscription | undefined {
    return this.subscribed;
  }

  set subscription(to: Subscription | undefined) {
    this.subscribed = to;
    if (to) this.deliveries.welcome();
    this.changed();
  }

  get pending(): readonly Told[] {
    return this.deliveries.waiting;
  }

  confirm(told: Told): void {
    this.deliveries.confirm(told);
  }

  listen(listener: Listener): void {
    this.listener = listener;
  }

  fileAddress({ id, address }: SimulatedFile): string {
    return address ?? `https://${this.protocol.fileHost}/files/${id}`;
  }

  /** Delivers what is due, without a moment passing. */
  settle(): Promise<void> {
    return this.advance(0);
  }

  /** Time passes; every delivery comes when it is due. */
  async advance(milliseconds: number): Promise<void> {
    const until = this.world.now + milliseconds;
    for (;;) {
      await this.run();
      const next = this.subscribed && this.deliveries.nextDue;
      if (next === undefined || next > until) break;
      this.world.now = Math.max(next, this.world.now);
    }
    // A clock of its own may have gone on meanwhile.
    this.world.now = Math.max(until, this.world.now);
  }

  /** Delivers one thing outside of every queue. */
  deliver({ body }: Told, secret = this.subscribed?.secret): Promise<DeliveryAnswer> {
    return this.listener(this.raw(this.protocol.present(body, secret)));
  }

  raw({ body, headers = {}, query = {} }: Presented): RawDelivery {
    return {
      body: Buffer.from(body),
      headers: { 'content-type': 'application/json', ...headers },
      query,
      ip: '127.0.0.1',
      at: new Date(this.world.now).toISOString(),
    };
  }

  private async run(): Promise<void> {
    if (!this.subscribed) return;
    await this.deliveries.runDue((told) => this.deliver(told));
    if (!this.deliveries.isAbandoned) return;
    this.subscribed = undefined;
    if (!this.protocol.law.keepsPending) this.deliveries.forget();
  }

  private tell(happening: Happening): void {
    this.happenings += 1;
    if (this.subscribed || this.protocol.law.keepsPending) {
      const told = this.protocol.tell(happening, this.happenings);
      if (told) this.deliveries.add(told);
    }
    this.changed();
  }
}
