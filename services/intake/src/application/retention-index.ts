import type { Regime } from '@otklik/contracts/enumerations';
import type { LocalDate } from '@otklik/kernel';
import type { Transaction } from '@otklik/tenancy';
import type { RetentionTerm } from '../domain/retention.js';

export type TermsByRegime = Readonly<Record<Regime, RetentionTerm>>;

export interface KeptCase {
  readonly regime: Regime;
  /** Undefined while the case is open. */
  readonly endedOn: LocalDate | undefined;
  readonly held: boolean;
}

export interface DueCase {
  readonly appeal: string;
  readonly endedOn: LocalDate;
}

/** The ended cases of one regime in a district. */
export interface KeptCount {
  readonly regime: Regime;
  readonly kept: number;
  /** Past their term, and not on hold. */
  readonly due: number;
  /** On hold, whatever their term. */
  readonly held: number;
  /** The end of the oldest of those that are kept. */
  readonly oldest: LocalDate | null;
}

/** Which cases have ended, and when: it proposes what is past its term, and the appeal's own facts decide. */
export abstract class RetentionIndex {
  abstract keep(tx: Transaction, district: number, appeal: string, kept: KeptCase): Promise<void>;
  abstract forget(tx: Transaction, district: number, appeal: string): Promise<void>;
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
