import { cameBack, mayRecordOutcome } from '@otklik/case/notice-conditions';
import type { CancelGround, LetterOutcome, PostalProof } from '@otklik/contracts/enumerations';
import { postalTrack, refuse, type LocalDate } from '@otklik/kernel';
import { afterReturn, isRecorded } from './notice-proof.js';
import type { Known, NoticeEvent, NoticeState } from './notice.js';

/** What became of a letter that left by post, by what shows it. */
export interface RecordLetterOutcome {
  readonly type: 'RecordLetterOutcome';
  readonly record: string;
  readonly outcome: LetterOutcome;
  readonly proof: PostalProof;
  readonly on: LocalDate;
  /** On what came back: which letter of several it is. Absent: the last one. */
  readonly track?: string;
  /** The applicant withdrew the appeal or was erased since: what came back goes nowhere else. */
  readonly owedNothing: boolean;
  /** What it tells is no more, or not of its addressee: it is cancelled with the record. */
  readonly over?: CancelGround;
  readonly at: string;
}

/**
 * A word alone shows nothing. The posting has kept the term, and ended what it ended; what came back has not reached its addressee, who
 * still has to be notified, where it is owed: by the next lawful way, else by post once more.
 */
export function recordOutcome(command: RecordLetterOutcome, state: NoticeState): readonly NoticeEvent[] {
  const { record, outcome, proof, on, owedNothing, over, at } = command;
  if (isRecorded(state, record)) return [];
  if (state.status === 'NONE') refuse('NOT_FOUND');
  const posting = postingOf(state, command);
  // The same again, of another clerk or of the post: the first record holds.
  if (posting.after && (cameBack(posting) || outcome === 'DELIVERED')) return [];
  demandShown(posting, { outcome, proof });
  if (on < posting.sentOn) refuse('OUTCOME_BEFORE_SENT');
  const told = { ...state.matter, posting: posting.ordinal, proof, record };
  if (outcome === 'DELIVERED') return [{ type: 'LetterDelivered', ...told, deliveredOn: on }];
  const returned = { type: 'LetterReturned', ...told, outcome, returnedOn: on } as const;
  return isOwed(state) && !owedNothing ? [returned, ...afterReturn(state, outcome, at, over)] : [returned];
}

/** Of a notice that was cancelled, or went by another way since, nothing is owed by that letter. */
function isOwed({ status, way }: Known): boolean {
  return status === 'DISPATCHED' && way === 'PAPER';
}

type Posted = NonNullable<Known['published']['postings']>[number] & { readonly ordinal: number };

function postingOf({ published: { postings = [] } }: Known, { track }: RecordLetterOutcome): Posted {
  const at = track === undefined ? postings.length - 1 : postings.findLastIndex((one) => one.track === track);
  const posting = postings[at];
  const isTold = track !== undefined && posting?.after !== undefined;
  if (!posting || !(isTold || mayRecordOutcome({ posting }))) refuse('LETTER_NOT_ON_ITS_WAY');
  return { ...posting, ordinal: at + 1 };
}

/** The post tells of registered letters by their number; a receipt is of one that was delivered, an envelope of what came back. */
function demandShown(
  { means, track }: Posted,
  { outcome, proof }: Pick<RecordLetterOutcome, 'outcome' | 'proof'>,
): void {
  const isDelivered = outcome === 'DELIVERED';
  const isRegistered = means === 'REGISTERED_LETTER';
  const shows: Readonly<Record<PostalProof, boolean>> = {
    TRACKING: isRegistered && track !== undefined && postalTrack(track).fault === undefined,
    RECEIPT: isDelivered && isRegistered,
    ENVELOPE: !isDelivered,
  };
  if (!shows[proof]) refuse('OUTCOME_NOT_SHOWN');
}
