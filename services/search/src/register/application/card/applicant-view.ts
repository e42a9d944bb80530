import type { Applicant } from '@otklik/contracts/generated/graphql';
import type { Vault } from '@otklik/vault';
import type { RegisterRow } from '../list/register-row.js';
import { decryptMany } from './clear-texts.js';

/** Null where nothing was given, and for an erased person. Record the opening before it is shown. */
export async function applicantView(
  vault: Pick<Vault, 'openAll'>,
  { district, erased, fold }: RegisterRow,
): Promise<Applicant> {
  const received = fold.appeal.received!;
  const { identified } = received;
  if (erased) return { identified };
  const placed = (['name', 'contact', 'address', 'phone', 'subject'] as const).map((field) => ({
    sealed: received[field],
    field,
  }));
  const [name, contact, address, phone, subject] = await decryptMany(vault, district, placed);
  const contactKind = contact === undefined ? null : received.contactKind;
  return { identified, name, contact, address, phone, contactKind, identity: identityOf(subject) };
}

/** `<issuer> <subject>`: an issuer is an address, so it has no space. */
function identityOf(kept: string | undefined): Applicant['identity'] {
  if (kept === undefined) return undefined;
  const at = kept.indexOf(' ');
  return { issuer: kept.slice(0, at), subject: kept.slice(at + 1) };
}
