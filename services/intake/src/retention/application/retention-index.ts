import type { Regime } from '@otklik/contracts/enumerations';
import type { LocalDate } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import type { RetentionTerm } from '../../appeal/domain/retention.js';

export type TermsByRegime = Readonly<Record<Regime, RetentionTerm>>;

export interface KeptCase {
  readonly regime: Regime;
  /** Undefined while the case is open. */
  readonly endedOn: LocalDate | undefined;
  readonly held: boolean;
}

/** Measures that the answer to a question promised. */
export interface PromiseStanding {
  readonly district: number;
  readonly appeal: string;
  readonly question: string;
  /** The question's, as of which this is known. */
  readonly version: number;
  readonly isAwaited: boolean;
}

export interface DueCase {
  readonly appeal: string;
  readonly endedOn: LocalDate;
}

/** The ended cases of one regime in a district. */
export interface KeptCount {
  readonly regime: Regime;
  readonly kept: number;
  /** Past their term, not on hold, and nothing promised is awaited. */
  readonly due: number;
  /** On hold, whatever their term. */
  readonly held: number;
  /** Kept until what the answer promised is done, whatever their term. */
  readonly promised: number;
  /** The end of the oldest of those that are kept. */
  readonly oldest: LocalDate | null;
}

/** Which cases have ended, and when: it proposes what is past its term, and the appeal's own facts decide. */
export abstract class RetentionIndex {
  /** How many seconds the clock of this machine is ahead of the database's. */
  abstract clockOffset(district: number): Promise<number>;
  abstract keep(tx: Transaction, district: number, appeal: string, kept: KeptCase): Promise<void>;
  /** With the promises of its questions. */
  abstract forget(tx: Transaction, district: number, appeal: string): Promise<void>;
  /** The newest counts. */
  abstract keepPromise(tx: Transaction, standing: PromiseStanding): Promise<void>;
  /** Whether any of the appeals has a promise that is awaited. */
  abstract isPromised(district: number, appeals: readonly string[]): Promise<boolean>;
  /** The oldest first, after the one that was seen last. */
  abstract due(
    district: number,
    terms: TermsByRegime,
    today: LocalDate,
    after: DueCase | undefined,
    limit: number,
  ): Promise<readonly DueCase[]>;
  abstract counts(district: number, terms: TermsByRegime, today: LocalDate): Promise<readonly KeptCount[]>;
}
