import type { Channel, Network } from '@otklik/networks';
import type { District, NetworkAccount } from '@otklik/tenancy';

/** An account of a district, ready to be read. */
export interface InboundAccount {
  readonly district: District;
  readonly account: NetworkAccount & { readonly network: Network };
  readonly channel: Channel;
  /** By any of which its deliveries are known. */
  readonly secrets: readonly string[];
}

/** The accounts of all districts in networks. */
export abstract class InboundAccounts {
  /** Nothing for one that there is not, and for a mailbox. One that is switched off is found: what came before is read. */
  abstract find(id: string): InboundAccount | undefined;
  /** Those that are listened to. */
  abstract all(): readonly InboundAccount[];
  /** Which dialogues a network that lists none is asked for. */
  abstract knows(account: string, dialogues: readonly string[]): void;
}
