import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import type { AppealEntry, ReceivedFrom } from '@otklik/contracts/generated/graphql';
import type { AppealPart } from '@otklik/case/appeal';
import type { Opened } from './clear-texts.js';

const fields = ['kind', 'answerWay', 'signatories', 'original', 'forwardedBy'] as const;

/** Fields of the paper form; null for what no official entered. */
export function entryView({ received }: AppealPart, opened: Opened): AppealEntry | null {
  if (!received || fields.every((field) => received[field] === undefined)) return null;
  const { kind, answerWay, signatories, original, forwardedBy } = received;
  return { kind, answerWay, signatories, ...originalView(original), forwardedBy: opened(forwardedBy) };
}

/** The body that sent it on with a letter of its own; null: it came of the applicant. */
export function receivedFromView({ received }: AppealPart, opened: Opened): ReceivedFrom | null {
  if (!received?.receivedFrom) return null;
  const { wantsAnswer = false, ...letter } = received.receivedFrom;
  return { ...letter, wantsAnswer, body: opened(received.receivedFromBody) ?? null };
}

function originalView({ number, date, sheets, enclosures }: NonNullable<AppealReceivedData['original']> = {}) {
  return { originalNumber: number, originalDate: date, sheets, enclosures };
}

/** Names of the appeal's files in their order, supplements last; empty for one without a name. */
export function fileNames({ received, supplements }: AppealPart, opened: Opened): readonly string[] {
  return [received, ...supplements].flatMap((part) => (part ? namesOf(part.files.length, opened(part.fileNames)) : []));
}

/** One for each of `count` files. `opened`: a JSON array of texts. */
export function namesOf(count: number, opened: string | undefined): readonly string[] {
  const names = opened === undefined ? [] : (JSON.parse(opened) as readonly string[]);
  return Array.from({ length: count }, (_, at) => names[at] ?? '');
}
