import { compact } from '@otklik/kernel';
import { randomBytes } from 'node:crypto';
import { memoryOf, recall, type Memory } from '../simulator/memory.js';
import type { Simulator } from '../simulator/simulator.js';
import type { Person, Said, SimulatedFile, Thread } from '../simulator/world.js';
import { Carrier } from './carrier.js';
import { NotThere, type Saying, type SeenMessage, type SeenThread } from './seen.js';
import { credentialsOf, simulatorOf, tokensOf, type Credentials, type TownNetwork } from './town-networks.js';

/** What a district's page is called in a network, and what people do there. */
export class TownAccount {
  readonly credentials: Credentials;
  readonly simulator: Simulator;
  readonly tokens: readonly string[];
  readonly carrier: Carrier;

  constructor(
    readonly network: TownNetwork,
    readonly page: string,
    readonly title: string,
    private readonly personId: (name: string) => string,
  ) {
    this.credentials = credentialsOf(network, page);
    this.tokens = tokensOf(network, this.credentials);
    this.simulator = simulatorOf(network, this.credentials);
    this.simulator.world.now = Date.now();
    this.carrier = new Carrier(this.simulator);
  }

  get memory(): Memory {
    return memoryOf(this.simulator);
  }

  recall(memory: Memory): void {
    recall(this.simulator, memory);
  }

  get threads(): readonly Thread[] {
    return this.world.threads;
  }

  post(title: string): Thread {
    return this.world.thread('COMMENT', undefined, title);
  }

  /** A post on the wall of another community; answers its thread. */
  postIn(community: string, title: string): Thread {
    this.world.now = Math.max(Date.now(), this.world.now);
    const thread = this.world.postIn(this.world.community(community), title);
    this.simulator.changed();
    return thread;
  }

  say({ person, text, thread: id, direct, replyTo, ours, photos = [] }: Saying): SeenMessage {
    const above = replyTo === undefined ? undefined : this.said(replyTo);
    const thread = direct && !ours ? this.dialogue(person) : (above?.thread ?? this.threadOf(id));
    if (ours) return this.act(() => seen(this.world.show(thread, text, above?.id)));
    const files = photos.map((bytes) => this.world.file({ id: randomBytes(8).toString('hex'), bytes }));
    const author = this.person(person);
    return this.act(() => seen(this.world.write(compact({ author, thread, text, files, replyTo: above?.id }))));
  }

  edit(id: string, text: string): SeenMessage {
    const said = this.said(id);
    return this.act(() => (this.world.edit(said, text), seen(said)));
  }

  remove(id: string): SeenMessage {
    const said = this.said(id);
    return this.act(() => (this.world.remove(said), seen(said)));
  }

  restore(id: string): SeenMessage {
    const said = this.said(id);
    return this.act(() => (this.world.restore(said), seen(said)));
  }

  like(id: string, times = 1): SeenMessage {
    const said = this.said(id);
    return this.act(() => (this.world.like(said, times), seen(said)));
  }

  /** Of the post above the thread. */
  likePost(thread: string, likes: number, views: number): void {
    const post = this.threadOf(thread);
    post.views += views;
    this.act(() => this.world.like(post, likes));
    this.simulator.changed();
  }

  /** Whether the person lets us write. */
  allow(name: string, allowed: boolean): void {
    const person = this.person(name);
    this.act(() => this.world.allow(person, allowed));
  }

  close(thread: string, closed: boolean): void {
    this.threadOf(thread).closed = closed;
    this.simulator.changed();
  }

  removePost(thread: string): void {
    this.threadOf(thread).gone = true;
    this.simulator.changed();
  }

  revokeToken(revoked: boolean): void {
    this.world.tokenRevoked = revoked;
    this.simulator.changed();
  }

  loseRights(lost: boolean): void {
    this.act(() => this.world.loseRights(lost));
  }

  thread(id: string): SeenThread {
    const thread = this.threadOf(id);
    const { kind, closed, gone, likes, views, title, person } = thread;
    return {
      id,
      kind,
      closed,
      gone,
      likes,
      views,
      title: title ?? person?.name ?? '',
      messages: this.world.said.filter((said) => said.thread === thread).map(seen),
    };
  }

  /** With the file of that id, when it is here. */
  file(id: string): SimulatedFile | undefined {
    return this.world.files.get(id);
  }

  private get world() {
    return this.simulator.world;
  }

  /** By the present clock, and delivered at once. */
  private act<Result>(act: () => Result): Result {
    this.world.now = Math.max(Date.now(), this.world.now);
    const result = act();
    this.carrier.look();
    return result;
  }

  private threadOf(id: string | undefined): Thread {
    const thread = id === undefined ? this.threads.find(({ kind }) => kind === 'COMMENT') : this.world.at(id);
    if (!thread) throw new NotThere(`There is no thread ${id ?? ''} in ${this.network} of ${this.page}.`);
    return thread;
  }

  private said(id: string): Said {
    const said = this.world.said.find((one) => one.id === id);
    if (!said) throw new NotThere(`There is no message ${id} in ${this.network} of ${this.page}.`);
    return said;
  }

  private dialogue(person: string): Thread {
    return this.world.thread('DIRECT', this.person(person));
  }

  /** The same person has the same id in all pages of the network. */
  private person(name: string): Person {
    const id = this.personId(name);
    return this.world.people.find((one) => one.id === id) ?? this.world.person({ id, name });
  }
}

function seen({ id, thread, author, text, at, editedAt, files, replyTo, removed, likes }: Said): SeenMessage {
  return compact({
    id,
    thread: thread.id,
    author: author?.name ?? null,
    text,
    at: new Date(at).toISOString(),
    edited: editedAt !== undefined,
    removed,
    likes,
    photos: files.map((file) => file.id),
    replyTo,
  });
}
