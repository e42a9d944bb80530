import type { District, NetworkAccount } from '@otklik/tenancy';
import { readAddressToken, tokenOf } from '@otklik/vault';

/** The tag of the signed addresses to which replies go: `<local>+r.<token>@<domain>`. */
export const REPLY_TAG = 'r';

export interface Mailbox {
  readonly district: number;
  readonly account: NetworkAccount;
  /** The appeal whose reply address it is. */
  readonly appeal?: string;
}

/** The mailbox of an address, in whatever case it is written; undefined when no district has it. */
export function mailboxOf(address: string, districts: readonly District[], replyKey: Buffer): Mailbox | undefined {
  const wanted = address.toLowerCase();
  for (const { id: district, accounts } of districts) {
    for (const account of accounts.filter(isOpen)) {
      const own = account.settings['address']!.toLowerCase();
      if (wanted === own) return { district, account };
      const token = tokenOf(wanted, own, REPLY_TAG);
      const named = token === undefined ? undefined : readAddressToken(replyKey, token);
      if (named?.district === district) return { district, account, appeal: named.id };
    }
  }
  return undefined;
}

/** Mailboxes that are switched on. */
export function isOpen({ network, enabled, settings }: NetworkAccount): boolean {
  return network === 'EMAIL' && enabled && settings['address'] !== undefined;
}
