/** Crockford's base32: without letters that look like digits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first `characters` × 5 bits of `bytes`. */
export function base32(bytes: Uint8Array, characters: number): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    bits = ((bits & 0xff) << 8) | byte;
    held += 8;
    while (held >= 5 && text.length < characters) {
      held -= 5;
      text += ALPHABET[(bits >> held) & 31];
    }
  }
  return text;
}

/** `7K3M9-2QXPA`: fifty bits of the appeal's id; not secret, and the same for a retry. */
export function receiptNumber(id: string): string {
  const characters = base32(Buffer.from(id.slice(19).replace('-', ''), 'hex'), 10);
  return `${characters.slice(0, 5)}-${characters.slice(5)}`;
}
