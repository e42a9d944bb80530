import type { District } from '@otklik/tenancy';
import { addressToken, MAX_LOCAL_PART, signedAddress } from '@otklik/vault';

const TAG = 'r';

export interface ReplyAddress {
  /** Signed where its length allows it: a reply then names its appeal wherever it comes from. */
  readonly address: string;
  /** Part of the letter's Message-ID, which a reply names. */
  readonly token: string;
}

/** Where replies to a letter about an appeal go, in a district that takes letters; they join the appeal there. */
export class ReplyAddresses {
  /** `key`: intake reads what it signed. */
  constructor(private readonly key: Buffer) {}

  /** `account`: the mailbox that the applicant wrote to. Undefined in a district without a mailbox. */
  of({ id: district, accounts }: District, appeal: string, account: string | null): ReplyAddress | undefined {
    const open = accounts.filter(({ network, enabled }) => network === 'EMAIL' && enabled);
    const own = (open.find(({ id }) => id === account) ?? open[0])?.settings['address'];
    if (own === undefined) return undefined;
    const token = addressToken(this.key, { district, id: appeal });
    const address = own.indexOf('@') > MAX_LOCAL_PART ? own : signedAddress(own, TAG, token);
    return { address, token };
  }
}
