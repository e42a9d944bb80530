import { addressToken, readAddressToken, signedAddress, tokenOf } from '@otklik/vault';
import type { DueNotice } from '../../notice/application/deliveries.js';

const TAG = 'b';

/**
 * Each letter has a return address of its own (VERP), so that a report names its notice whatever the reporting server
 * writes. The token is signed, so a report of failure cannot be forged.
 */
export class ReturnPath {
  /** `sender`: the bare address that letters come from. */
  constructor(
    private readonly sender: string,
    private readonly key: Buffer,
  ) {}

  of({ district, notice }: DueNotice): string {
    return signedAddress(this.sender, TAG, addressToken(this.key, { district, id: notice }));
  }

  /** The notice that an address belongs to; undefined for every other address. */
  read(address: string): DueNotice | undefined {
    const token = tokenOf(address, this.sender, TAG);
    const named = token === undefined ? undefined : readAddressToken(this.key, token);
    return named && { district: named.district, notice: named.id };
  }
}
