import type { Captured, CapturedEdit, CapturedFate, CapturedFile, CapturedMessage, Iso, Ref } from '../network.js';

export interface Revision {
  readonly text: string;
  readonly at?: Iso;
}

/** A message with all that became of it at its source. */
export interface InboundMessage {
  readonly message: CapturedMessage;
  /** Of an album: of all its messages. */
  readonly files: readonly CapturedFile[];
  /** What it said first; never changed by an edit. */
  readonly original: string;
  readonly revisions: readonly Revision[];
  /** Two changes do not say which was later: the network is asked. */
  readonly unsettled: boolean;
  readonly removed: boolean;
}

export interface Conversation {
  readonly messages: readonly InboundMessage[];
  /** Edits and removals of messages that have not come yet. */
  readonly held: number;
}

interface Heard {
  readonly messages: CapturedMessage[];
  readonly edits: CapturedEdit[];
  readonly fates: CapturedFate[];
}

export const refKey = ({ account, kind, thread, id }: Ref) => [account, kind, thread, id ?? ''].join(' ');

/**
 * What was captured, put together: the same for every order and number of deliveries. Thread by thread, messages in the
 * order of the source's time.
 */
export function conversationOf(captured: readonly Captured[]): Conversation {
  const heard = new Map<string, Heard>();
  for (const one of captured) hear(heard, one);
  const whole = [...heard.values()].filter(({ messages }) => messages.length > 0);
  return { messages: joinAlbums(whole.map(settle).sort(byTime)), held: heard.size - whole.length };
}

function hear(heard: Map<string, Heard>, one: Captured): void {
  if (one.kind !== 'message' && one.kind !== 'edited' && one.kind !== 'removed' && one.kind !== 'restored') return;
  const key = refKey(one.ref);
  const entry = heard.get(key) ?? { messages: [], edits: [], fates: [] };
  heard.set(key, entry);
  if (one.kind === 'message') entry.messages.push(one);
  else if (one.kind === 'edited') entry.edits.push(one);
  else entry.fates.push(one);
}

function settle({ messages, edits, fates }: Heard): InboundMessage {
  // What was read back may be a later text than what was pushed first.
  const [message, ...reread] = [...messages].sort(byEdit) as [CapturedMessage, ...CapturedMessage[]];
  // A text that was read back and is known already says nothing new.
  const known = new Set([message.text, ...edits.map(({ text }) => text)]);
  const readBack = reread.filter(({ text }) => !known.has(text));
  const revisions = distinct([...edits, ...readBack.map(({ text, editedAt: at }) => ({ text, ...(at && { at }) }))]);
  const distinctFates = [...new Map(fates.map((fate) => [`${fate.at ?? ''} ${fate.kind}`, fate])).values()].sort(
    byFate,
  );
  return {
    message,
    files: message.files,
    original: message.text,
    revisions,
    unsettled: hasTie(revisions) || hasTie(distinctFates),
    removed: distinctFates.at(-1)?.kind === 'removed',
  };
}

/** The order of the last two changes, sorted by time, is unknown. */
const hasTie = (changes: readonly { readonly at?: Iso }[]) =>
  changes.length > 1 && changes.at(-1)!.at === changes.at(-2)!.at;

function distinct(revisions: readonly Revision[]): Revision[] {
  // The network was asked, and dated an undated change.
  const dated = new Set(revisions.filter(({ at }) => at).map(({ text }) => text));
  const told = revisions.filter(({ at, text }) => at !== undefined || !dated.has(text));
  const seen = new Map(told.map(({ text, at }) => [`${at ?? ''} ${text}`, { text, ...(at && { at }) }]));
  return [...seen.keys()].sort().map((key) => seen.get(key)!);
}

const order = (one: string, other: string) => (one < other ? -1 : Number(one > other));
/** Where the network dates no edit, what was captured first is the original. */
const byEdit = (one: CapturedMessage, other: CapturedMessage) => order(one.editedAt ?? '', other.editedAt ?? '');
/** Of a removal and a restoration at the same time the removal wins: the message is read again. */
const byFate = (one: CapturedFate, other: CapturedFate) =>
  order(one.at ?? '', other.at ?? '') || order(other.kind, one.kind);
const byTime = ({ message: one }: InboundMessage, { message: other }: InboundMessage) =>
  order(one.at ?? '', other.at ?? '') || byId(one.ref.id, other.ref.id);
/** Ids that count upwards are compared by length first: 9 comes before 10. */
const byId = (one: string, other: string) => one.length - other.length || order(one, other);

function joinAlbums(messages: readonly InboundMessage[]): InboundMessage[] {
  const albums = new Map<string, InboundMessage>();
  for (const one of messages) {
    const { album, ref } = one.message;
    const key = album === undefined ? refKey(ref) : refKey({ ...ref, id: `album ${album}` });
    const first = albums.get(key);
    albums.set(key, first ? joined(first, one) : one);
  }
  return [...albums.values()];
}

function joined(first: InboundMessage, next: InboundMessage): InboundMessage {
  const spoken = first.original === '' && next.original !== '' ? { original: next.original } : {};
  return { ...first, ...spoken, files: [...first.files, ...next.files] };
}
