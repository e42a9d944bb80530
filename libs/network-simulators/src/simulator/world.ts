import { compact } from '@otklik/kernel';
import type { ThreadKind } from '@otklik/networks';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  /** Forbids us to write. */
  blocked: boolean;
}

/** A wall of others, where our account is a stranger. */
export interface Community {
  /** Its short address. */
  readonly name: string;
  readonly number: string;
  /** Only its members read it. */
  closed: boolean;
  /** Everybody reads it, and only its members comment. */
  membersWrite: boolean;
}

export type FileFate = 'fine' | 'gone' | 'forbidden' | 'slow' | 'page' | 'redirect';

export interface SimulatedFile {
  readonly id: string;
  readonly type: 'IMAGE' | 'FILE';
  readonly name: string;
  readonly bytes: Uint8Array;
  fate: FileFate;
  /** Where it is really said to lie; else on the network's own host. */
  readonly address?: string;
}

export interface Thread {
  id: string;
  readonly kind: ThreadKind;
  closed: boolean;
  gone: boolean;
  /** Of the post above it. */
  views: number;
  likes: number;
  readonly person?: Person;
  /** The first words of the post above it. */
  readonly title?: string;
  /** When that was published; absent: at no known time. */
  readonly at?: number;
}

/** A message, a person's or ours, as the network holds it. */
export interface Said {
  readonly id: string;
  /** Counts everything that was said in the network. */
  readonly number: number;
  readonly thread: Thread;
  /** Nothing: ours. */
  readonly author?: Person;
  text: string;
  readonly at: number;
  editedAt?: number;
  readonly files: readonly SimulatedFile[];
  readonly replyTo?: string;
  readonly album?: string;
  removed: boolean;
  likes: number;
}

export type Happening =
  | { readonly kind: 'written' | 'edited' | 'removed' | 'restored'; readonly said: Said }
  | { readonly kind: 'blocked' | 'unblocked'; readonly person: Person; readonly thread: Thread }
  /** A message, or the post above a thread. */
  | { readonly kind: 'liked'; readonly liked: Said | Thread }
  | { readonly kind: 'moved'; readonly thread: Thread; readonly from: string }
  | { readonly kind: 'rights'; readonly lost: boolean };

export interface IdsOf {
  person(number: number): string;
  thread(kind: ThreadKind, number: number, person: Person | undefined): string;
  message(number: number, thread: Thread): string;
}

export interface Writing {
  readonly kind?: ThreadKind;
  readonly thread?: Thread;
  readonly author?: Person;
  readonly text?: string;
  readonly files?: readonly SimulatedFile[];
  readonly replyTo?: string;
  readonly album?: string;
}

/** What a network holds, and what people do in it. The part that all simulators share. */
export class World {
  /** Milliseconds since the epoch; moved by the simulator alone. */
  now = Date.UTC(2026, 10, 27, 3, 0, 0);
  readonly said: Said[] = [];
  readonly threads: Thread[] = [];
  readonly files = new Map<string, SimulatedFile>();
  readonly people: Person[] = [];
  /** Old ids of threads that moved, with the new ones. */
  readonly moved = new Map<string, string>();
  readonly communities: Community[] = [];
  tokenRevoked = false;
  rightsLost = false;
  /** The network's code of an error that every reading gets. */
  readFault: number | undefined;

  constructor(
    private readonly ids: IdsOf,
    private readonly tell: (happening: Happening) => void,
  ) {}

  /** Our messages there: what was sent twice is there twice. */
  get ours(): readonly Said[] {
    return this.said.filter(({ author }) => author === undefined);
  }

  person(over: Partial<Person> = {}): Person {
    const number = this.people.length + 1;
    const person = { id: this.ids.person(number), name: `Житель ${number}`, bot: false, blocked: false, ...over };
    this.people.push(person);
    return person;
  }

  thread(kind: ThreadKind, person?: Person, title?: string): Thread {
    const known = this.threads.find((one) => kind === 'DIRECT' && one.person === person);
    if (known) return known;
    const id = this.ids.thread(kind, this.threads.length + 1, person);
    const of = compact({ person, title });
    const thread: Thread = { id, kind, closed: false, gone: false, views: 0, likes: 0, ...of };
    this.threads.push(thread);
    return thread;
  }

  community(name: string): Community {
    const known = this.communities.find((one) => one.name === name);
    if (known) return known;
    const community = {
      name,
      number: String(310_000_001 + this.communities.length),
      closed: false,
      membersWrite: false,
    };
    this.communities.push(community);
    return community;
  }

  /** A post on the wall of another community. */
  postIn({ number }: Community, title: string): Thread {
    const id = `-${number}_${this.threads.length + 1}`;
    const thread: Thread = { id, kind: 'COMMENT', closed: false, gone: false, views: 0, likes: 0, title, at: this.now };
    this.threads.push(thread);
    return thread;
  }

  file(over: Partial<SimulatedFile> = {}): SimulatedFile {
    const { id = `f${this.files.size + 1}` } = over;
    const file: SimulatedFile = { id, type: 'IMAGE', name: `${id}.jpg`, bytes: JPEG, fate: 'fine', ...over };
    this.files.set(id, file);
    return file;
  }

  write({ kind = 'COMMENT', author = this.person(), thread, text = 'Яма у дома', ...rest }: Writing = {}): Said {
    return this.say({
      thread: thread ?? this.thread(kind, kind === 'DIRECT' ? author : undefined),
      author,
      text,
      ...rest,
    });
  }

  /** What we sent becomes visible. */
  show(thread: Thread, text: string, replyTo?: string, files: readonly SimulatedFile[] = []): Said {
    return this.say({ thread, text, files, ...(replyTo && { replyTo }) });
  }

  edit(said: Said, text: string): void {
    said.text = text;
    said.editedAt = this.now;
    this.tell({ kind: 'edited', said: { ...said } });
  }

  remove(said: Said): void {
    said.removed = true;
    this.tell({ kind: 'removed', said: { ...said } });
  }

  restore(said: Said): void {
    said.removed = false;
    this.tell({ kind: 'restored', said: { ...said } });
  }

  /** So many people like it; one of the likes is delivered. */
  like(liked: Said | Thread, times: number): void {
    liked.likes += times;
    if (times > 0) this.tell({ kind: 'liked', liked });
  }

  allow(person: Person, allowed: boolean): void {
    person.blocked = !allowed;
    this.tell({ kind: allowed ? 'unblocked' : 'blocked', person, thread: this.thread('DIRECT', person) });
  }

  move(thread: Thread, to: string): void {
    const from = thread.id;
    this.moved.set(from, to);
    thread.id = to;
    this.tell({ kind: 'moved', thread, from });
  }

  loseRights(lost: boolean): void {
    this.rightsLost = lost;
    this.tell({ kind: 'rights', lost });
  }

  newPlaceOf(id: string): string | undefined {
    return this.moved.get(id);
  }

  at(id: string): Thread | undefined {
    return this.threads.find((thread) => thread.id === id);
  }

  /** What is readable in a thread, oldest first. */
  in(thread: Thread): readonly Said[] {
    return this.said.filter((said) => said.thread === thread && !said.removed);
  }

  private say(what: Writing & { readonly thread: Thread; readonly text: string }): Said {
    const { thread, text, author, files = [], replyTo, album } = what;
    const number = this.said.length + 1;
    const id = this.ids.message(number, thread);
    const more = compact({ author, ...(replyTo && { replyTo }), ...(album && { album }) });
    const said: Said = { id, number, thread, text, at: this.now, files, removed: false, likes: 0, ...more };
    this.said.push(said);
    this.tell({ kind: 'written', said: { ...said } });
    return said;
  }
}

const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 0xff, 0xd9]);
