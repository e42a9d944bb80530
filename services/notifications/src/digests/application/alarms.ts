import type { Danger } from '@otklik/contracts/enumerations';
import type { Transaction } from '@otklik/tenancy';
import type { Attempted, DueLetter } from './official-post.js';

/** One official is notified by e-mail that a message was declared urgent. */
export interface Alarm {
  /** Of the fact that declared it. */
  readonly id: string;
  readonly official: string;
  readonly appeal: string;
  readonly danger: Danger;
}

/** Claimed for one attempt. */
export interface DueAlarm extends Alarm, DueLetter {
  /** The registration's number, or that of the receipt. */
  readonly number: string;
}

/** Letters about danger to life that wait to be sent. */
export abstract class Alarms {
  /** One that waits already is not added again. */
  abstract add(tx: Transaction, district: number, alarms: readonly Alarm[]): Promise<void>;
  /** Tries those of every district that are due; answers how many. Throws when the database is down. */
  abstract sendDue(send: (alarm: DueAlarm) => Promise<Attempted>): Promise<number>;
}
