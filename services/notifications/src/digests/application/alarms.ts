import type { Danger } from '@otklik/contracts/enumerations';
import type { Transaction } from '@otklik/tenancy';

/** One official is told by e-mail that a message was declared urgent. */
export interface Alarm {
  readonly district: number;
  /** Of the fact that declared it. */
  readonly id: string;
  readonly official: string;
  readonly appeal: string;
  readonly danger: Danger;
}

/** Claimed for one attempt. */
export interface ClaimedAlarm extends Alarm {
  /** The registration's number, or that of the receipt. */
  readonly number: string;
  /** With this one. */
  readonly attempts: number;
}

type AlarmKey = Pick<Alarm, 'district' | 'id' | 'official'>;

/** Letters about danger to life that wait to be sent. */
export abstract class Alarms {
  abstract add(tx: Transaction, alarm: Alarm): Promise<void>;
  /** Claims due ones of every district by a lease of `leaseMs`. */
  abstract claim(limit: number, leaseMs: number): Promise<readonly ClaimedAlarm[]>;
  abstract postpone(alarm: AlarmKey, ms: number): Promise<void>;
  /** It is sent, or cannot be. */
  abstract finish(alarm: AlarmKey): Promise<void>;
}
