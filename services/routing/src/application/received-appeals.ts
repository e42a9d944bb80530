import type { Transaction } from '@otklik/tenancy';
import type { Sealed } from '@otklik/vault';

/** What routing keeps of a submission until the appeal is registered. The text stays sealed; null once it is forgotten. */
export interface ReceivedAppeal {
  readonly text: Sealed | null;
  readonly settlement: string | null;
  readonly channel: string;
}

export interface NewlyReceived extends ReceivedAppeal {
  readonly district: number;
  readonly appeal: string;
  readonly person: string;
}

export abstract class ReceivedAppeals {
  /** The first word stands: a late repetition must not bring back a text that was forgotten. */
  abstract keep(tx: Transaction, received: readonly NewlyReceived[]): Promise<void>;
  abstract of(tx: Transaction, district: number, appeal: string): Promise<ReceivedAppeal | undefined>;
  /** The row stays, so that nothing waits for it for ever; what is personal in it goes. */
  abstract forgetText(tx: Transaction, district: number, appeal: string): Promise<void>;
  abstract forgetTextsOf(tx: Transaction, district: number, person: string): Promise<void>;
}
