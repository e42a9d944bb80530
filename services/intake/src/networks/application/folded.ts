import { conversationOf, type Captured, type CapturedFile, type InboundMessage } from '@otklik/networks';
import { compact, uuidv5 } from '@otklik/kernel';
import type { InboundBox } from './inbound-box.js';
import type { CapturedId, PendingMessage, Place } from '../store/inbound-rows.js';

/** A message with all that was captured of it put together. */
export interface Folded {
  readonly row: PendingMessage;
  readonly heard: InboundMessage;
  /** When its first part came to us: terms count from then. */
  readonly receivedAt: string;
  /** Of an album: the places of its messages, each with its files. */
  readonly pieces: readonly { readonly ref: string; readonly files: readonly CapturedFile[] }[];
  /** Edits, removals, restorations: by the network's clock where it dates them, and by the time of receipt. */
  readonly changes: readonly { readonly dated?: string; readonly heardAt: string }[];
  /** When it was removed or restored last, where the network tells. */
  readonly fateAt?: string;
  /** When the reading was reported. */
  readonly readAt?: string;
}

interface Part {
  readonly ref: string;
  readonly captured: Captured;
  readonly heardAt: string;
}

/** What was captured of a message, and what of it cannot be read. */
export function opened(row: PendingMessage, box: InboundBox) {
  const parts: Part[] = [];
  const unreadable: CapturedId[] = [];
  for (const { ref, id, sealed, at } of row.parts)
    try {
      parts.push({ ref, captured: JSON.parse(box.open(ref, sealed)) as Captured, heardAt: new Date(at).toISOString() });
    } catch {
      unreadable.push({ ref, id });
    }
  return { parts, unreadable };
}

/** Nothing as long as the message itself did not come. */
export function folded(row: PendingMessage, parts: readonly Part[]): Folded | undefined {
  const [heard] = conversationOf(parts.map(({ captured }) => captured)).messages;
  if (!heard) return undefined;
  const fateAt = parts
    .map(({ captured }) => fateTime(captured))
    .sort()
    .at(-1);
  const read = parts.find(({ captured }) => captured.kind === 'read');
  return {
    row,
    heard,
    receivedAt: parts[0]!.heardAt,
    changes: parts.flatMap(({ captured, heardAt }) => (isChange(captured) ? [{ ...datedOf(captured), heardAt }] : [])),
    pieces: parts.flatMap(({ ref, captured }) =>
      captured.kind === 'message' && captured.album !== undefined ? [{ ref, files: captured.files }] : [],
    ),
    ...(fateAt && { fateAt }),
    ...compact({ readAt: read?.heardAt }),
  };
}

type Change = Extract<Captured, { readonly kind: 'edited' | 'removed' | 'restored' }>;

function isChange(captured: Captured): captured is Change {
  return captured.kind === 'edited' || captured.kind === 'removed' || captured.kind === 'restored';
}

const datedOf = ({ at }: Change) => (at === undefined ? {} : { dated: at });

function fateTime(captured: Captured): string {
  return captured.kind === 'removed' || captured.kind === 'restored' ? (captured.at ?? '') : '';
}

/** In a dialogue each goes on from the one before. */
export function byTime({ heard: { message: one } }: Folded, { heard: { message: other } }: Folded): number {
  const [a, b] = [one.at ?? '', other.at ?? ''];
  if (a !== b) return a < b ? -1 : 1;
  return one.ref.id.length - other.ref.id.length || (one.ref.id < other.ref.id ? -1 : 1);
}

export interface Edition {
  readonly id: string;
  readonly text: string;
  readonly at?: string;
}

/** Later texts that were not applied yet, in their order; a change of something else than the text is none. */
export function untoldEditions({ row, heard }: Folded): readonly Edition[] {
  const all = heard.revisions.map((one) => ({ ...one, id: uuidv5(row.id, JSON.stringify([one.at ?? '', one.text])) }));
  const changed = all.filter(({ text }, at) => text !== (at === 0 ? heard.original : all[at - 1]!.text));
  return changed.filter(({ id }) => !row.told.includes(id));
}

/** The read receipt of a message of ours, until it is applied. */
export function untoldReading({ row, readAt }: Folded, place: Place | null): { readonly id: string } | undefined {
  const id = uuidv5(row.id, 'read');
  return readAt === undefined || place !== 'OWN' || row.told.includes(id) ? undefined : { id };
}

/** Files of an album that came after the rest. */
export function lateFiles({ row, pieces }: Folded): readonly CapturedFile[] {
  return pieces.filter(({ ref }) => !row.told.includes(ref)).flatMap(({ files }) => files);
}

/**
 * Two changes without an order, or an undated one that came after the network was asked: only the network knows the
 * current state. What its answer left open is not asked again.
 */
export function isInDoubt({ heard, changes }: Folded): boolean {
  const asked = changes.map(({ dated }) => dated ?? '').reduce((one, other) => (one > other ? one : other), '');
  if (asked === '') return heard.unsettled;
  return changes.some(({ dated, heardAt }) => dated === undefined && heardAt > asked);
}
