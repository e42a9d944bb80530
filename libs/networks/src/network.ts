/** ISO 8601 in UTC. */
export type Iso = string;

export type TextUnit = 'utf16' | 'codepoint' | 'byte';

/** What a network can do, as data: the card, the screens and the contract suite read it and never its name. */
export interface Capabilities {
  readonly receive: {
    readonly directMessages: boolean;
    readonly comments: 'push' | 'poll' | 'none';
    /** `push-unordered`: two edits say not which was later, so a re-read decides. */
    readonly edits: 'push' | 'push-unordered' | 'reread' | 'none';
    readonly removals: 'push' | 'none';
    readonly restores: boolean;
    /** Our own messages come back as events. */
    readonly echoes: boolean;
    readonly marksMachines: boolean;
    /** Tells when a person forbids us to write, and when he allows it again. */
    readonly reachability: boolean;
    /** `direct`: a comment carries none. */
    readonly files: 'everywhere' | 'direct' | 'none';
    readonly albums: 'one-message' | 'message-a-file';
    /** The post above a comment: delivered with it, or requested. */
    readonly posts: 'told' | 'asked' | 'none';
    /** The name of a person: delivered with the message, or requested. */
    readonly names: 'told' | 'asked';
  };
  readonly authenticity: 'signature' | 'secret-header' | 'secret-body' | 'secret-address';
  readonly handshake: boolean;
  readonly ordering: 'per-thread' | 'none';
  /** How far back what was missed can be had; 0: not at all. */
  readonly catchUpHours: number;
  readonly send: {
    readonly directMessages: boolean;
    readonly comments: boolean;
    /** `direct`: a comment takes none. */
    readonly files: 'everywhere' | 'direct' | 'none';
    /** One request to several people answers for each of them. */
    readonly perRecipient: boolean;
    readonly editHours: number;
  };
  /** May write to a person who has not written first. */
  readonly canInitiate: boolean;
  /** How long after a person's direct message we may answer it. */
  readonly replyWindowHours?: number;
  readonly text: { readonly max: number; readonly unit: TextUnit };
  readonly commentText: { readonly max: number; readonly unit: TextUnit };
  /** The same key twice is shown once. */
  readonly idempotentSend: boolean;
  /** The thread can be read back, so an unknown outcome can be found out. */
  readonly reconciles: boolean;
  readonly proof: 'accepted' | 'visible' | 'read';
  readonly threadsClose: boolean;
  readonly threadsMove: boolean;
  /** What people do with a message, and with the post above it, that the network counts. */
  readonly counters: {
    readonly ofMessages: readonly Metric[];
    readonly ofPosts: readonly Metric[];
    /**
     * `hints`: reports likes, whose counts are then requested. `counts`: pushes the counts of posts, which cannot be
     * requested.
     */
    readonly pushed: 'none' | 'hints' | 'counts';
  };
}

export type ThreadKind = 'DIRECT' | 'COMMENT';

/** A thread of an account, which is a post where it is commented, or one message in it. Ids are the network's own digits and letters, exact. */
export interface Ref {
  readonly account: string;
  readonly kind: ThreadKind;
  readonly thread: string;
  readonly id?: string;
}

export type MessageRef = Ref & { readonly id: string };

/** A delivery as it came: nothing of it was parsed. */
export interface RawDelivery {
  readonly body: Uint8Array;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly ip: string;
  readonly at: Iso;
}

export interface DeliveredEvent {
  /** The same for every delivery of the same event, within the account. */
  readonly key: string;
  /** Input of `decode`: the network's type, and its place in the body when there are several. */
  readonly type: string;
}

export type Refused = 'NO_SECRET' | 'FORGED' | 'TOO_LARGE' | 'MALFORMED';

export type Verdict =
  | { readonly kind: 'handshake'; readonly reply: string }
  | { readonly kind: 'refuse'; readonly status: 400 | 401 | 403 | 413; readonly why: Refused }
  | { readonly kind: 'accept'; readonly events: readonly DeliveredEvent[]; readonly reply: string };

export interface CapturedFile {
  /** What `openFile` takes. */
  readonly id: string;
  readonly type: 'IMAGE' | 'VIDEO' | 'AUDIO' | 'FILE' | 'UNKNOWN';
  readonly name?: string;
  readonly size?: number;
  /**
   * The network's description as JSON, in an unknown form: stored, to be read once the form is known; `openFile`
   * returns nothing.
   */
  readonly unread?: string;
}

export interface CapturedMessage {
  readonly kind: 'message';
  readonly ref: Ref & { readonly id: string };
  readonly replyTo?: string;
  readonly author: { readonly id: string; readonly name?: string; readonly self: boolean };
  readonly text: string;
  readonly files: readonly CapturedFile[];
  /** The source's time; absent where it says none that can be true. Terms count from our receipt, but those from the message. */
  readonly at?: Iso;
  readonly editedAt?: Iso;
  /** Written by a program: never answered by a program. */
  readonly machine: boolean;
  /** Messages with the same album are one message. */
  readonly album?: string;
}

export interface CapturedEdit {
  readonly kind: 'edited';
  readonly ref: Ref & { readonly id: string };
  readonly text: string;
  readonly at?: Iso;
}

export interface CapturedFate {
  readonly kind: 'removed' | 'restored';
  readonly ref: Ref & { readonly id: string };
  readonly at?: Iso;
}

/** The post above a thread of comments. */
export interface CapturedPost {
  readonly kind: 'post';
  /** The thread: no message in it. */
  readonly ref: Ref;
  readonly text: string;
  /** Where it was published, when this is its copy. */
  readonly origin?: MessageRef;
}

/** Counts that the network tells and that cannot be asked for; of a post by the message that it was published as. */
export interface CapturedCounts {
  readonly kind: 'counted';
  readonly ref: MessageRef;
  readonly samples: readonly Omit<Sample, 'target'>[];
  readonly at?: Iso;
}

export type Problem = 'SUBSCRIPTION' | 'TOKEN' | 'RIGHTS' | 'BANNED' | 'UNREACHABLE' | 'NO_SECRET';

export type Captured =
  | CapturedMessage
  | CapturedEdit
  | CapturedFate
  | CapturedPost
  /** The person read the message, and those above it. */
  | { readonly kind: 'read'; readonly ref: MessageRef; readonly at?: Iso }
  | { readonly kind: 'reachability'; readonly author: string; readonly allowed: boolean; readonly at?: Iso }
  /** People did something with the message, or with the post where there is no id; the persons are not passed on. */
  | { readonly kind: 'reacted'; readonly ref: Ref }
  | CapturedCounts
  | { readonly kind: 'moved'; readonly from: Ref; readonly to: Ref; readonly at?: Iso }
  | { readonly kind: 'health'; readonly problem: Problem; readonly repaired: boolean }
  | { readonly kind: 'unknown'; readonly type: string };

/** Attachments of an answer, after its text. */
export interface OutgoingFile {
  readonly name: string;
  readonly caption: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Whether a file may go there; where not, the answer says where it lies. */
export function takesFiles({ send }: Capabilities, kind: ThreadKind): boolean {
  return send.files === 'everywhere' || (send.files === 'direct' && kind === 'DIRECT');
}

/** One part of a reply: part `number` of `of`, with a key of its own. */
export interface Part {
  readonly key: string;
  readonly to: Ref;
  readonly text: string;
  /** `text` is its caption, by which it is found again. */
  readonly file?: OutgoingFile;
  readonly number: number;
  readonly of: number;
}

export type Rejection =
  'BLOCKED' | 'WINDOW_CLOSED' | 'THREAD_CLOSED' | 'TARGET_GONE' | 'TOO_LONG' | 'CONTENT' | 'NOT_SUPPORTED';

export interface Sent {
  readonly kind: 'sent';
  readonly id: string;
  readonly level: 'accepted' | 'visible';
  readonly url?: string;
  /** The new place of the thread, when it moved. */
  readonly movedTo?: string;
}

export type Outcome =
  | Sent
  | { readonly kind: 'retry'; readonly afterMs?: number; readonly scope: 'thread' | 'channel' }
  /** Bytes may have left, and nothing proves what became of them. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'rejected'; readonly why: Rejection }
  /** The account cannot send: the queue is kept, a person is called. */
  | { readonly kind: 'paused'; readonly why: 'TOKEN' | 'RIGHTS' | 'BANNED' };

/** `absent`: the network was asked and does not show it. */
export type Finding = Outcome | { readonly kind: 'absent' };

/** `REACTIONS`: signs of every kind, together. */
export type Metric = 'LIKES' | 'REACTIONS' | 'VIEWS' | 'COMMENTS' | 'SHARES';

export interface Sample {
  readonly target: Ref;
  readonly metric: Metric;
  /** null: the network did not tell. Missing is not nothing. */
  readonly value: number | null;
  readonly quality: 'exact' | 'rounded' | 'delayed' | 'missing';
}

/** Why a file cannot be had; the message is kept without it. */
export class FileUnavailable extends Error {
  constructor(readonly why: 'GONE' | 'FOREIGN_HOST' | 'TOO_LARGE' | 'SLOW' | 'NOT_A_FILE' | 'UNREACHABLE') {
    super(`the network's file is unavailable: ${why}`);
  }
}

export interface CaughtUp {
  readonly captured: readonly Captured[];
  /** Where the next `catchUp` begins. */
  readonly cursor: string;
}

/** A wall that everybody reads and that is not ours. */
export interface PublicPlace {
  /** Of its page: `https://vk.com/podslushano`. */
  readonly address: string;
  /** What is older is not read. */
  readonly since: Iso;
  /** Where the reading before ended; null before the first. */
  readonly position: string | null;
}

/**
 * Why a public place was not read, or not to its end. `CLOSED`: not everybody may read it; `GONE`: nothing is at the address; `NO_COMMUNITY`:
 * a person's own page is, which is never read; `LIMIT`: the network lets us read no more for now.
 */
export type PlaceProblem = 'CLOSED' | 'GONE' | 'NO_COMMUNITY' | 'LIMIT' | 'TOKEN' | 'UNREACHABLE';

export interface PlaceRead {
  readonly messages: readonly CapturedMessage[];
  readonly position: string | null;
  readonly problem?: PlaceProblem;
}

/** One account of a district in one network. */
export interface Channel {
  readonly account: string;
  readonly capabilities: Capabilities;
  /** Pure: judges by the raw bytes, without calls. Never throws. */
  receive(delivery: RawDelivery, secrets: readonly string[]): Verdict;
  /** Total: what it does not know is `unknown`. Never throws. */
  decode(type: string, body: Uint8Array): readonly Captured[];
  /** What was missed since the cursor; it may overlap with what came. */
  catchUp(cursor: string | null, signal: AbortSignal): AsyncIterable<CaughtUp>;
  /** Never throws: what went wrong is an outcome. */
  send(part: Part, signal: AbortSignal): Promise<Outcome>;
  /** Whether it is there: what was sent, or what a person posted where `send` lets no program. */
  reconcile(part: Part & { readonly since: Iso }, signal: AbortSignal): Promise<Finding>;
  /** Posts above threads of comments, where they are `asked`; one that it cannot tell now is left out. Never throws. */
  posts?(threads: readonly Ref[], signal: AbortSignal): Promise<readonly CapturedPost[]>;
  /** What people are called, where names are `asked`, by their ids; whom it does not tell is left out. Never throws. */
  names?(people: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, string>>;
  /**
   * The current state of a message, where edits are `push-unordered`: its text, and whether it exists; dated with now.
   * Nothing when the network does not return it. Never throws.
   */
  reread?(ref: MessageRef, signal: AbortSignal): Promise<readonly (CapturedEdit | CapturedFate)[]>;
  /**
   * What people wrote in a public place, by calls a second apart, where the network lets its public places be read. A message has no name of
   * its author and does not say what it replies to. Never throws.
   */
  readPlace?(place: PublicPlace, signal: AbortSignal): Promise<PlaceRead>;
  counters(targets: readonly Ref[], signal: AbortSignal): Promise<readonly Sample[]>;
  /** Throws FileUnavailable, at once or while it is read. */
  openFile(id: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
  /** Looks at subscription, rights and token, and repairs the subscription; never removes one. */
  ensure(signal: AbortSignal): Promise<readonly Captured[]>;
}
