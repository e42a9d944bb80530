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

/** Characters that look alike in Latin, Cyrillic and digits, and the one that stands for them. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ А: 'A', В: 'B', Е: 'E', Ё: 'E', К: 'K', М: 'M', Н: 'H', Р: 'P', С: 'C', Т: 'T', У: 'Y', Ү: 'Y', Х: 'X' },
  ...{ І: '1', I: '1', L: '1', О: '0', O: '0', З: '3' },
};

/**
 * A typed number or code without letter case, blanks, dashes and alphabet: a letter that looks like one of the other alphabet or
 * like a digit is the same character, since a resident copies shapes from paper with whichever keyboard is on.
 */
export function sameShape(typed: string): string {
  return typed
    .replace(/[\s\u002D‐-―−]/gu, '')
    .toUpperCase()
    .replace(/[\p{Lu}]/gu, (letter) => LOOK_ALIKES[letter] ?? letter);
}

/** `7K3M9-2QXPA`: fifty bits of the appeal's id; not secret, and the same for a retry. */
export function receiptNumber(id: string): string {
  const characters = base32(Buffer.from(id.slice(19).replace('-', ''), 'hex'), 10);
  return `${characters.slice(0, 5)}-${characters.slice(5)}`;
}
