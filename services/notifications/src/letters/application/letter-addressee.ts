import type { Addressee, NoticeKind } from '@otklik/contracts/enumerations';
import { addresseeOf } from '@otklik/contracts/notices-to-bodies';
import type { NoticeDetails } from '@otklik/contracts/notifications.events';

/** Whom a letter is addressed to. */
export interface LetterAddressee {
  readonly addresseeKind: Exclude<Addressee, 'OFFICIAL'>;
  /** Of a letter to a body: the body, and where it is. */
  readonly addressee: string | undefined;
  readonly addresseeAddress: string | undefined;
}

/** The applicant's name and address are no part of a letter: they are opened, on record, for its envelope. */
export function addresseeIn(letter: { readonly kind: NoticeKind; readonly details?: NoticeDetails }): LetterAddressee {
  const { kind, details = {} } = letter;
  const addresseeKind = addresseeOf(kind);
  if (addresseeKind === 'APPLICANT') return { addresseeKind, addressee: undefined, addresseeAddress: undefined };
  return { addresseeKind, addressee: details.body, addresseeAddress: details.address };
}
