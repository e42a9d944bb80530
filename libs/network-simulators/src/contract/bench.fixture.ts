import {
  type Answer,
  type Captured,
  type CapturedMessage,
  type Channel,
  conversationOf,
  type DeliveredEvent,
  Dispatcher,
  type Outcome,
  type Part,
  type RawDelivery,
  type Ref,
  refKey,
  type Reply,
  type SendRecord,
  takeDelivery,
} from '@otklik/networks';
import type { Iso } from '@otklik/networks/internals';
import type { Simulator } from '../simulator/simulator.js';
import type { Said, Writing } from '../simulator/world.js';

export interface Connection {
  readonly account?: string;
  readonly secret?: string;
}

/** One network, ready to be tried: its simulator, and channels of accounts in it. */
export interface NetworkBench {
  readonly simulator: Simulator;
  readonly secret: string;
  /** What must never be seen outside: tokens, secrets. */
  readonly canaries: readonly string[];
  connect(over?: Connection): Channel;
}

/** What outlives a process, in memory. A claim is one step, as a row with a unique key is. */
export class MemoryRecord implements SendRecord {
  private readonly claimed = new Map<string, Part & { readonly since: Iso }>();
  private readonly settled = new Map<string, Outcome>();
  crashes = 0;

  claim(part: Part, since: Iso): Promise<boolean> {
    if (this.claimed.has(part.key)) return Promise.resolve(false);
    this.claimed.set(part.key, { ...part, since });
    return Promise.resolve(true);
  }

  release(key: string): Promise<void> {
    this.claimed.delete(key);
    return Promise.resolve();
  }

  settle(key: string, outcome: Outcome): Promise<void> {
    if (this.crashes > 0) {
      this.crashes -= 1;
      return Promise.reject(new Error('killed before the commit'));
    }
    this.settled.set(key, outcome);
    return Promise.resolve();
  }

  open(): Promise<readonly (Part & { readonly since: Iso })[]> {
    return Promise.resolve([...this.claimed.values()].filter(({ key }) => !this.settled.has(key)));
  }

  outcome(key: string): Promise<Outcome | undefined> {
    return Promise.resolve(this.settled.get(key));
  }
}

interface Kept {
  readonly type: string;
  readonly body: Uint8Array;
}

const NEVER = new AbortController().signal;

/** Behind the port: an inbox and an outbox, in memory, that can fail as real ones do. */
export class House {
  readonly inbox = new Map<string, Kept>();
  readonly caughtUp: Captured[] = [];
  readonly record = new MemoryRecord();
  readonly alarms: string[] = [];
  readonly answers: Answer[] = [];
  refused = 0;
  isDown = false;
  /** So many deliveries are kept, and the process is killed before it answers. */
  kills = 0;
  channel: Channel;
  dispatcher: Dispatcher;
  private cursor: string | null = null;

  constructor(
    readonly bench: NetworkBench,
    public secrets: readonly string[] = [bench.secret],
    connection: Connection = {},
  ) {
    this.channel = bench.connect(connection);
    this.dispatcher = this.worker();
    bench.simulator.listen((delivery) => this.take(delivery));
  }

  static async open(bench: NetworkBench): Promise<House> {
    const house = new House(bench);
    await house.channel.ensure(NEVER);
    await bench.simulator.settle();
    return house;
  }

  get world() {
    return this.bench.simulator.world;
  }

  worker(): Dispatcher {
    return new Dispatcher(this.channel, {
      record: this.record,
      now: () => this.world.now,
      random: () => 0.5,
      alarm: (problem) => void this.alarms.push(problem),
    });
  }

  /** A new process over the same store: nothing of the old one is left but what was committed. */
  async restart(): Promise<void> {
    this.channel = this.bench.connect();
    this.dispatcher = this.worker();
    await this.dispatcher.recover();
  }

  async take(delivery: RawDelivery): Promise<Answer> {
    const answer = await takeDelivery(this.channel, delivery, this.secrets, (kept, events) => this.keep(kept, events));
    this.answers.push(answer);
    if (answer.refused) this.refused += 1;
    if (answer.refused === 'NO_SECRET') this.alarms.push('NO_SECRET');
    if (this.kills > 0 && answer.status === 200) {
      this.kills -= 1;
      throw new Error('killed before the answer');
    }
    return answer;
  }

  async catchUp(): Promise<void> {
    for await (const { captured, cursor } of this.channel.catchUp(this.cursor, NEVER)) {
      this.caughtUp.push(...captured);
      this.cursor = cursor;
    }
  }

  get captured(): readonly Captured[] {
    const pushed = [...this.inbox.values()].flatMap(({ type, body }) => this.channel.decode(type, body));
    return [...pushed, ...this.caughtUp];
  }

  /** What was delivered of the post, or is returned on request. */
  async posts(thread: Ref): Promise<readonly Captured[]> {
    const told = this.captured.filter((one) => one.kind === 'post' && refKey(one.ref) === refKey(thread));
    return this.channel.posts ? this.channel.posts([thread], NEVER) : told;
  }

  async reread(ref: CapturedMessage['ref']): Promise<readonly Captured[]> {
    return (await this.channel.reread?.(ref, NEVER)) ?? [];
  }

  get conversation() {
    return conversationOf(this.captured);
  }

  /** Citizens' messages: our own come back too, where the network echoes. */
  get heard() {
    return this.conversation.messages.filter(({ message }) => !message.author.self);
  }

  get shown(): readonly string[] {
    return this.world.ours.map(({ text }) => text);
  }

  get heardBy(): 'COMMENT' | 'DIRECT' {
    return this.channel.capabilities.receive.comments === 'push' ? 'COMMENT' : 'DIRECT';
  }

  get filesBy(): 'COMMENT' | 'DIRECT' {
    return this.channel.capabilities.receive.files === 'direct' ? 'DIRECT' : this.heardBy;
  }

  get filesGo(): 'COMMENT' | 'DIRECT' {
    return this.channel.capabilities.send.files === 'everywhere' ? this.answeredBy : 'DIRECT';
  }

  get answeredBy(): 'COMMENT' | 'DIRECT' {
    return this.channel.capabilities.send.comments ? 'COMMENT' : 'DIRECT';
  }

  /** A person writes, and the message is received. */
  async hear(writing: Writing = {}): Promise<{ said: Said; message: CapturedMessage }> {
    const said = this.world.write({ kind: this.heardBy, ...writing });
    await this.bench.simulator.settle();
    const found = this.captured.find((one) => one.kind === 'message' && one.ref.id === said.id);
    if (found?.kind !== 'message') throw new Error(`the message ${said.id} was not received`);
    return { said, message: found };
  }

  /** A person writes where we may answer. */
  question(writing: Writing = {}) {
    return this.hear({ kind: this.answeredBy, ...writing });
  }

  async answer(over: Partial<Reply> & Pick<Reply, 'to'>): Promise<void> {
    await this.dispatcher.enqueue({ key: `reply-${this.replies++}`, text: 'Заделаем до пятницы.', ...over });
  }

  private replies = 1;

  /** Sends until nothing waits, or so many seconds of the simulated clock have passed. */
  async drain(seconds = 120, step = 1): Promise<void> {
    for (let passed = 0; passed <= seconds; passed += step) {
      while (await this.dispatcher.step(NEVER));
      if (this.dispatcher.waiting === 0) return;
      await this.bench.simulator.advance(step * 1000);
    }
  }

  /** Runs until a settled part could not be committed: the process is killed there. */
  async drainUntilKilled(): Promise<void> {
    this.record.crashes = 1;
    await this.drain().catch(() => undefined);
  }

  private keep({ body }: RawDelivery, events: readonly DeliveredEvent[]): Promise<void> {
    if (this.isDown) return Promise.reject(new Error('the database is down'));
    for (const { key, type } of events) if (!this.inbox.has(key)) this.inbox.set(key, { type, body });
    return Promise.resolve();
  }
}
