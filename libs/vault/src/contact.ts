/**
 * The canonical form of a contact: an e-mail in lower case; a phone as digits with the country code first, so that `8 4112 …`,
 * `+7 4112 …` and `4112 …` are equal (ten digits without `+` are a national number). The kind is a prefix, so that an e-mail
 * never equals a phone.
 */
export function normaliseContact(contact: string): string {
  const text = contact.normalize('NFKC').trim();
  if (text.includes('@')) return `email:${text.toLowerCase()}`;
  const digits = text.replace(/\D/g, '');
  if (digits.length < 5) return `text:${text.toLowerCase()}`;
  if (digits.length === 11 && digits.startsWith('8') && !text.startsWith('+')) return `phone:7${digits.slice(1)}`;
  if (digits.length === 10 && !text.startsWith('+')) return `phone:7${digits}`;
  return `phone:${digits}`;
}
