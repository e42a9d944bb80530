import { isVouchedFor, proofIs, type ProofIs } from '@otklik/case/notice-proof';
import type { EventActor } from '@otklik/contracts/envelope';
import type { LetterOutcome, NoticeKind, NoticeWay, PostalProof } from '@otklik/contracts/enumerations';
import type { Posting } from '@otklik/contracts/notifications.events';
import { compact } from '@otklik/kernel';

interface OfNotice {
  readonly stream: string;
  readonly type: string;
  readonly actor: EventActor;
  /** When it was recorded: ISO 8601 UTC. */
  readonly at: string;
}

/** An event that says a notice left; its texts are opened, those of erased persons are null, an address that may not be opened is sealed. */
export interface ProvingEvent extends OfNotice {
  readonly data: {
    readonly kind: NoticeKind;
    readonly way?: NoticeWay;
    readonly proof?: string;
    readonly link?: string;
    readonly said?: string | null;
    readonly outcome?: string;
    readonly posting?: Posting;
    readonly address?: string | null;
    readonly dispatchedAt: string;
  };
}

/** An event that says what became of a letter that the post carried. */
export interface PostalEvent extends OfNotice {
  readonly data: {
    readonly kind: NoticeKind;
    readonly posting: number;
    readonly proof: PostalProof;
    readonly deliveredOn?: string;
    readonly returnedOn?: string;
    readonly outcome?: LetterOutcome;
  };
}

export interface NoticeProof {
  readonly notice: string;
  readonly kind: NoticeKind;
  readonly way: NoticeWay | 'PAGE';
  readonly is: ProofIs;
  readonly at: string;
  /** The official who vouches for it. */
  readonly by?: string;
  /** The network's id of the comment or message, or what the mail server answered. */
  readonly given?: string;
  /** Its public address. */
  readonly link?: string;
  readonly posting?: Posting;
  /** Where a letter went, and what was said; null: erased; sealed: the taker of the file may not open it. */
  readonly address?: string | null;
  readonly said?: string | null;
  readonly outcome?: string;
}

/** What became of a letter after it had left, and by what it is known. */
export interface LetterFate {
  readonly notice: string;
  readonly kind: NoticeKind;
  readonly way: 'PAPER';
  readonly is: 'LETTER_DELIVERED' | 'LETTER_RETURNED';
  readonly at: string;
  readonly by?: string;
  /** Which of the notice's letters by post: 1, 2 … */
  readonly letter: number;
  /** The day on which it was handed over, or came back. */
  readonly on: string;
  readonly outcome: LetterOutcome;
  readonly shownBy: PostalProof;
}

const OF_POST: readonly string[] = ['LetterDelivered', 'LetterReturned'];

/** The line of an event in `proof/notices.ndjson`. */
export function provedLine(event: ProvingEvent | PostalEvent): NoticeProof | LetterFate {
  return isOfPost(event) ? letterFate(event) : noticeProof(event);
}

function isOfPost(event: ProvingEvent | PostalEvent): event is PostalEvent {
  return OF_POST.includes(event.type);
}

function letterFate({ stream, type, at, actor, data }: PostalEvent): LetterFate {
  const { kind, posting, proof, deliveredOn, returnedOn, outcome = 'DELIVERED' } = data;
  return {
    notice: stream,
    kind,
    way: 'PAPER',
    is: type === 'LetterDelivered' ? 'LETTER_DELIVERED' : 'LETTER_RETURNED',
    at,
    ...(actor.kind === 'official' && { by: actor.id }),
    letter: posting,
    on: deliveredOn ?? returnedOn ?? '',
    outcome,
    shownBy: proof,
  };
}

/** What proves that a notice left, with all that is on record of it: never a bare number. */
export function noticeProof({ stream, actor, data }: ProvingEvent): NoticeProof {
  const { kind, way = 'PAGE', proof, dispatchedAt, link, posting, address, said, outcome } = data;
  const isOthers = proof !== undefined && !posting && !isVouchedFor(proof);
  return {
    notice: stream,
    kind,
    way,
    is: proofIs(data),
    at: dispatchedAt,
    ...compact({
      by: actor.kind === 'official' ? actor.id : undefined,
      given: isOthers ? proof : undefined,
      link,
      posting,
      address,
      said,
      outcome,
    }),
  };
}
