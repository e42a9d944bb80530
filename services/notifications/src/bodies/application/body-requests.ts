import type { Transaction } from '@otklik/tenancy';
import type { DueNotice, UnsentLetter } from '../../notice/application/deliveries.js';

/** A covering letter that goes as a request, claimed for one attempt. */
export interface PendingRequest extends UnsentLetter {
  readonly person: string;
  readonly topic: string | null;
  readonly attempts: number;
  /** Since the first attempt, ms. */
  readonly triedFor: number;
}

/** By which a body's server knows a request: its id, or a token until it tells the id. */
export interface TakenAs {
  readonly request?: string | null;
  readonly token?: string | null;
}

/** A letter of which bytes left, or may have left. */
export interface BegunRequest extends TakenAs {
  /** ISO 8601 UTC, of the first attempt. */
  readonly begunAt: string;
  readonly isTaken: boolean;
}

/** Requests to bodies: the part of the to-do list that the dispatch of letters leaves alone, and what became of each. */
export abstract class BodyRequests {
  /** Due letters of every district. */
  abstract due(limit: number): Promise<readonly DueNotice[]>;
  /** As `Deliveries.claim`. */
  abstract claim(due: DueNotice, leaseMs: number): Promise<PendingRequest | undefined>;
  abstract of(due: DueNotice): Promise<BegunRequest | undefined>;
  /** Committed before a byte leaves. */
  abstract begin(pending: PendingRequest, organisation: string, at: string): Promise<void>;
  /** Nothing of it left. */
  abstract release(due: DueNotice): Promise<void>;
  /** Committed before the proof is recorded, so that it is not sent again when recording fails. */
  abstract take(due: DueNotice, taken: TakenAs): Promise<void>;
  /** Nothing more is asked of the requests of an erased person. */
  abstract forget(tx: Transaction, district: number, person: string): Promise<void>;
}
