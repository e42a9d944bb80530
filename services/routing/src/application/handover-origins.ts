import type { Transaction } from '@otklik/tenancy';

/** Where a case of this district came from. */
export interface HandoverOrigin {
  /** The district that handed it over. */
  readonly from: number;
  readonly question: string;
  readonly times: number;
}

/** The cases of a district that other districts of the platform handed over. */
export abstract class HandoverOrigins {
  abstract keep(
    tx: Transaction,
    received: HandoverOrigin & { readonly district: number; readonly appeal: string },
  ): Promise<void>;
  abstract of(tx: Transaction, district: number, appeal: string): Promise<HandoverOrigin | undefined>;
}
