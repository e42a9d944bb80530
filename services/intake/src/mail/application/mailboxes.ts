import type { NetworkProblem } from '@otklik/contracts/enumerations';
import type { District, NetworkAccount, Transaction } from '@otklik/tenancy';
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

/** How far a mailbox has been read. UIDs of another validity are other letters. */
export interface MailboxCursor {
  readonly uidValidity: string | null;
  readonly lastUid: number;
  /** When it was last read to its end, ISO 8601 UTC; null: never. */
  readonly lookedAt: string | null;
}

/** Why a mailbox cannot be read: as of the other accounts. */
export type MailboxProblem = Extract<NetworkProblem, 'TOKEN' | 'UNREACHABLE' | 'INNER_ADDRESS'>;

/** Where mailboxes are read from, and by which copy of the service. */
export abstract class MailboxCursors {
  /** The cursor, held until `until` by this reader; undefined while another holds it. */
  abstract hold(
    district: number,
    account: string,
    reader: string,
    at: string,
    until: string,
  ): Promise<MailboxCursor | undefined>;
  abstract move(tx: Transaction, district: number, account: string, cursor: MailboxCursor): Promise<void>;
  /** null: it works. */
  abstract note(district: number, account: string, problem: MailboxProblem | null): Promise<void>;
  abstract release(district: number, account: string, reader: string): Promise<void>;
}
