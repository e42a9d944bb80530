import {
  takesFiles,
  type Channel,
  type Finding,
  type Iso,
  type Outcome,
  type OutgoingFile,
  type Part,
  type Problem,
  type Ref,
} from '../network.js';
import { refKey } from '../receiving/conversation.js';
import { ALARMING_FAILURES, delayAfter } from './delay.js';
import { repliesUntil } from './reply-window.js';
import { messagesOf } from './text-parts.js';

/** What outlives the process: a part is claimed, committed, before a byte of it leaves. */
export interface SendRecord {
  /** Exactly one caller gets true for a key. */
  claim(part: Part, at: Iso): Promise<boolean>;
  /** Nothing of it left, or what left came to nothing: it may be claimed again. `outcome` says when. */
  release(key: string, outcome: Outcome): Promise<void>;
  settle(key: string, outcome: Outcome): Promise<void>;
  /** Parts that were claimed and not settled. */
  open(): Promise<readonly (Part & { readonly since: Iso })[]>;
  outcome(key: string): Promise<Outcome | undefined>;
}

export interface Reply {
  readonly key: string;
  readonly to: Ref;
  readonly text: string;
  /** After the text, each a part of its own; none where `takesFiles` says no. */
  readonly files?: readonly OutgoingFile[];
  /** When the person wrote last; with it the network's window is looked at before anything leaves. */
  readonly lastHeard?: Iso;
}

interface Queued {
  readonly part: Part;
  readonly since: Iso;
  claimed: boolean;
  /** Its outcome is unknown: it is looked for before it is sent again. */
  doubtful: boolean;
  failures: number;
  dueAt: number;
}

export interface DispatcherPorts {
  readonly record: SendRecord;
  readonly now: () => number;
  readonly random: () => number;
  readonly alarm: (problem: Problem | 'FAILING' | 'OUTCOME_UNKNOWN') => void;
}

/**
 * Sends replies part by part, in order within a thread; threads do not wait for each other. An unknown outcome is looked
 * for; where the network cannot be asked, the thread waits for a person (`decide`).
 */
export class Dispatcher {
  private readonly threads = new Map<string, Queued[]>();
  private readonly undecided = new Set<string>();
  private heldUntil = 0;
  private paused = false;
  /** Parts sent again by a person's word, which may be shown twice. */
  repeated = 0;

  constructor(
    private readonly channel: Channel,
    private readonly ports: DispatcherPorts,
  ) {}

  async enqueue(reply: Reply): Promise<void> {
    const { capabilities } = this.channel;
    const said = [...this.textsOf(reply).map((text) => ({ text })), ...this.filesOf(reply)];
    const closes = reply.to.kind === 'DIRECT' && reply.lastHeard && repliesUntil(capabilities, reply.lastHeard);
    for (const [at, one] of said.entries()) {
      const part = { key: `${reply.key}/${at + 1}`, to: reply.to, ...one, number: at + 1, of: said.length };
      if (this.isQueued(part) || (await this.ports.record.outcome(part.key))) continue;
      if (closes && Date.parse(closes) <= this.ports.now())
        await this.ports.record.settle(part.key, { kind: 'rejected', why: 'WINDOW_CLOSED' });
      else this.add({ part, since: this.at(), claimed: false, doubtful: false, failures: 0, dueAt: 0 });
    }
  }

  private textsOf({ to: { kind }, text }: Reply): readonly string[] {
    return messagesOf(text, kind, this.channel.capabilities);
  }

  private filesOf({ to: { kind }, files = [] }: Reply): readonly Pick<Part, 'text' | 'file'>[] {
    if (files.length > 0 && !takesFiles(this.channel.capabilities, kind))
      throw new RangeError('a file that the network does not take there');
    return files.map((file) => ({ text: file.caption, file }));
  }

  /** After a start, before anything is enqueued: what had begun may have been shown. */
  async recover(): Promise<void> {
    for (const { since, ...part } of await this.ports.record.open())
      this.add({ part, since, claimed: true, doubtful: true, failures: 0, dueAt: 0 });
  }

  resume(): void {
    this.paused = false;
  }

  /** An official has checked: it was delivered, or it is sent again. */
  async decide(key: string, word: 'STANDS' | 'REPEAT'): Promise<void> {
    const head = [...this.threads.values()].map(([first]) => first).find((one) => one?.part.key === key);
    if (!head || !this.undecided.delete(key)) return;
    head.doubtful = false;
    if (word === 'REPEAT') this.repeated += 1;
    else await this.done(head, { kind: 'unknown' });
  }

  /** Sends what is due, a part of each thread at most. Whether there was any. */
  async step(signal: AbortSignal): Promise<boolean> {
    const heads = [...this.threads.values()].flatMap(([first]) => (first ? [first] : []));
    let sent = false;
    for (const head of heads) {
      if (!this.isDue(head)) continue;
      sent = true;
      await this.advance(head, signal);
    }
    return sent;
  }

  get waiting(): number {
    return [...this.threads.values()].reduce((sum, queue) => sum + queue.length, 0);
  }

  private isDue(head: Queued): boolean {
    const now = this.ports.now();
    return !this.paused && now >= this.heldUntil && now >= head.dueAt && !this.undecided.has(head.part.key);
  }

  private async advance(head: Queued, signal: AbortSignal): Promise<void> {
    if (!head.claimed) {
      if (!(await this.ports.record.claim(head.part, head.since))) return void this.leave(head);
      head.claimed = true;
    }
    await this.judge(head, head.doubtful ? await this.find(head, signal) : await this.channel.send(head.part, signal));
  }

  /** What is sent under the same key is shown once, so sending is asking. */
  private async find(head: Queued, signal: AbortSignal): Promise<Finding> {
    const { idempotentSend, reconciles } = this.channel.capabilities;
    if (reconciles) return this.channel.reconcile({ ...head.part, since: head.since }, signal);
    return idempotentSend ? this.channel.send(head.part, signal) : { kind: 'unknown' };
  }

  private async judge(head: Queued, finding: Finding): Promise<void> {
    switch (finding.kind) {
      case 'absent':
        head.doubtful = false;
        return;
      case 'retry':
        await this.release(head, finding);
        return this.later(head, finding);
      case 'unknown':
        return this.doubt(head, finding);
      case 'paused':
        await this.release(head, finding);
        if (!this.paused) this.ports.alarm(finding.why);
        this.paused = true;
        return;
      case 'sent':
      case 'rejected':
        return this.done(head, finding);
    }
  }

  /** What may stand there keeps its claim: it is looked for first. */
  private async release(head: Queued, outcome: Outcome): Promise<void> {
    if (head.doubtful) return;
    await this.ports.record.release(head.part.key, outcome);
    head.claimed = false;
  }

  private later(head: Queued, outcome: Outcome): void {
    head.failures += 1;
    if (head.failures === ALARMING_FAILURES) this.ports.alarm('FAILING');
    const at = this.ports.now() + delayAfter(outcome, head.failures, this.ports.random);
    head.dueAt = at;
    if (outcome.kind === 'retry' && outcome.scope === 'channel') this.heldUntil = at;
  }

  private doubt(head: Queued, outcome: Outcome): void {
    const { idempotentSend, reconciles } = this.channel.capabilities;
    head.doubtful = true;
    if (idempotentSend || reconciles) {
      head.failures += 1;
      head.dueAt = this.ports.now() + delayAfter(outcome, head.failures, this.ports.random);
      return;
    }
    this.undecided.add(head.part.key);
    this.ports.alarm('OUTCOME_UNKNOWN');
  }

  private async done(head: Queued, outcome: Outcome): Promise<void> {
    await this.ports.record.settle(head.part.key, outcome);
    this.queue(head).shift();
    if (outcome.kind !== 'rejected') return;
    // The rest of a reply whose beginning was refused says nothing.
    for (const { part, since } of this.leave(head))
      if (await this.ports.record.claim(part, since)) await this.ports.record.settle(part.key, outcome);
  }

  /** Takes a reply's parts off the queue: they belong to another worker, or to none. */
  private leave(head: Queued): readonly Queued[] {
    const queue = this.queue(head);
    const end = queue.findIndex((one) => replyOf(one) !== replyOf(head));
    return queue.splice(0, end === -1 ? queue.length : end);
  }

  private add(one: Queued): void {
    this.queue(one).push(one);
  }

  private isQueued(part: Part): boolean {
    return this.queue({ part }).some((one) => one.part.key === part.key);
  }

  private queue({ part: { to } }: Pick<Queued, 'part'>): Queued[] {
    const key = refKey({ account: to.account, kind: to.kind, thread: to.thread });
    const queue = this.threads.get(key) ?? [];
    this.threads.set(key, queue);
    return queue;
  }

  private at(): Iso {
    return new Date(this.ports.now()).toISOString();
  }
}

const replyOf = ({ part }: Queued) => part.key.slice(0, part.key.lastIndexOf('/'));
