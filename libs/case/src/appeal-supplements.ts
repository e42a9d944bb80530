import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import type { PublishedAppeal } from './appeal.js';
import type { SaidOfAppeal as Fact } from './events.js';
import type { DataOfFact, Who } from './states-after.js';

export interface SupplementPart {
  /** Of the event that reported it. */
  readonly id: string;
  /** Sealed. */
  readonly text: string;
  readonly files: AppealReceivedData['files'];
  /** Sealed. */
  readonly fileNames?: string | undefined;
  readonly at: string;
  /** False: another person wrote it, in the thread. */
  readonly byApplicant?: boolean;
  /** Sealed. */
  readonly authorName?: string;
  readonly sourceUrl?: string;
  readonly source?: AppealReceivedData['source'];
  readonly mail?: AppealReceivedData['mail'];
  /** Short replies of officials, sealed. */
  readonly replies?: readonly { readonly text: string; readonly at: string }[];
}

export function supplementPart(
  { state: _state, ...supplement }: DataOfFact<Fact, 'AppealSupplemented'>,
  { event = '', at }: Who,
): SupplementPart {
  return { ...supplement, id: event, at };
}

export function withSupplementsRead(part: PublishedAppeal): PublishedAppeal {
  return part.supplements.length === 0 ? part : { ...part, supplementsRead: part.supplements.length };
}

export function repliedTo(
  part: PublishedAppeal,
  { supplement, text }: DataOfFact<Fact, 'SupplementAnswered'>,
  { at }: Who,
): PublishedAppeal {
  const replied = (one: SupplementPart): SupplementPart =>
    one.id === supplement ? { ...one, replies: [...(one.replies ?? []), { text, at }] } : one;
  return withSupplementsRead({ ...part, supplements: part.supplements.map(replied) });
}

/** Supplements later than the current answer. */
export function writtenAfterAnswer(part: PublishedAppeal): readonly SupplementPart[] {
  const { isConsidered, supplements, supplementsAnswered } = part;
  return isConsidered === false ? supplements.slice(supplementsAnswered ?? supplements.length) : [];
}

/** The applicant's additions that are not acknowledged yet. */
export function unreadSupplements({ supplements, supplementsRead = 0 }: PublishedAppeal): readonly SupplementPart[] {
  return supplements.slice(supplementsRead);
}
