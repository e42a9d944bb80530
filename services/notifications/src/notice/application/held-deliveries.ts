import type { NoticeKind } from '@otklik/contracts/enumerations';
import type { Transaction } from '@otklik/tenancy';
import type { SentWay } from '../domain/notice.decide.js';

/** A notice that had not left at the moment to which the database was restored; it may have left afterwards. */
export interface HeldDelivery {
  readonly district: number;
  readonly notice: string;
  readonly appeal: string;
  readonly cause: string;
  /** Of the registration; of the receipt until then. */
  readonly number: string;
  readonly kind: NoticeKind;
  readonly way: SentWay;
  /** Of the notice's stream. */
  readonly version: number;
  /** When it would have gone next, ISO 8601 UTC. */
  readonly since: string;
}

/** Notices that the service would send by itself, and must not after a restore. */
export abstract class HeldDeliveries {
  /** Answers how many are held now. Links in place of lost codes are over: they are asked for again. */
  abstract hold(tx: Transaction, district: number): Promise<number>;
  /** The oldest first; all of them where no limit is given. */
  abstract held(tx: Transaction, district: number, limit?: number): Promise<readonly HeldDelivery[]>;
  abstract isHeld(tx: Transaction, district: number, notice: string): Promise<boolean>;
  /** It goes as if nothing had been. */
  abstract release(tx: Transaction, district: number, notice: string): Promise<void>;
}
