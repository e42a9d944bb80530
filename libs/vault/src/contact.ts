import { Network } from '@otklik/contracts/enumerations';

/** Before `<issuer> <subject>` of one who signed in at the residents' OIDC provider. */
export const IDENTITY = 'identity ';

const exact = [IDENTITY, ...Network.values.map((network) => `${network} `)];

/**
 * The canonical form of a contact: an e-mail in lower case; a phone as digits with the country code first, so that `8 4112 …`,
 * `+7 4112 …` and `4112 …` are equal (ten digits without `+` are a national number); an account in a network (`VK 123`) as it is, for the
 * network's ids are exact, and so is an identity. The kind is a prefix, so that an e-mail never equals a phone.
 */
export function normaliseContact(contact: string): string {
  const text = contact.normalize('NFKC').trim();
  if (exact.some((one) => contact.startsWith(one))) return `network:${contact}`;
  if (text.includes('@')) return `email:${text.toLowerCase()}`;
  const digits = text.replace(/\D/g, '');
  if (digits.length < 5) return `text:${text.toLowerCase()}`;
  if (digits.length === 11 && digits.startsWith('8') && !text.startsWith('+')) return `phone:7${digits.slice(1)}`;
  if (digits.length === 10 && !text.startsWith('+')) return `phone:7${digits}`;
  return `phone:${digits}`;
}
