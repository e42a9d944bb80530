import type { Transaction } from '@otklik/tenancy';
import { createHmac, type KeyObject } from 'node:crypto';
import { normaliseContact } from './contact.js';
import { partsInContext } from './seal-context.js';
import { KeyDestroyed, openText, sealText, type SealedParts } from './sealing.js';
import type { NewPerson, Vault } from './vault.js';

/**
 * Source of data keys, as key objects, which OpenSSL sets up four times faster than bytes. A cached key is returned
 * synchronously.
 */
export interface Keys {
  /** undefined when it was destroyed or never created. What is not cached is read by `tx` where there is one. */
  personKey(district: number, person: string, tx?: Transaction): KeyObject | undefined | Promise<KeyObject | undefined>;
  /** Key of the HMACs over contacts. */
  blindKey(district: number): Promise<KeyObject>;
  /** Key of the HMACs over words by which applicants are found. */
  wordKey(district: number): Promise<KeyObject>;
}

export function vaultOver(keys: Keys): Vault {
  const openParts = async (district: number, parts: SealedParts): Promise<string | undefined> => {
    const found = keys.personKey(district, parts.person);
    const key = found instanceof Promise ? await found : found;
    return key && openText(key, district, parts);
  };
  return {
    seal: async (district, person, eventId, field, text, tx) => {
      const found = keys.personKey(district, person, tx);
      const key = found instanceof Promise ? await found : found;
      if (!key) throw new KeyDestroyed('the person has no key');
      return sealText(key, district, person, eventId, field, text);
    },
    open: async (district, sealed, place) => openParts(district, partsInContext(sealed, place)),
    // All keys are requested before any is awaited, so that they share one query.
    openAll: (district, sealed, places) =>
      Promise.all(sealed.map(async (one, index) => openParts(district, partsInContext(one, places?.[index])))),
    blindIndex: async (district, contact) => blindIndex(await keys.blindKey(district), contact),
    blindWords: async (district, words) => {
      const key = await keys.wordKey(district);
      return words.map((word) => blindWord(key, word));
    },
  };
}

export function blindIndex(blindKey: KeyObject, contact: string): string {
  return createHmac('sha256', blindKey).update(normaliseContact(contact), 'utf8').digest('base64url');
}

/** Collisions of 64 bits are improbable among the millions of words of a district, and would only find one person too many. */
function blindWord(key: KeyObject, word: string): string {
  return createHmac('sha256', key).update(word, 'utf8').digest().readBigInt64BE().toString();
}

export function newPerson(key: KeyObject, row: NewPerson['row']): NewPerson {
  return {
    row,
    seal: async (district, person, eventId, field, text) => {
      if (person !== row.person) throw new TypeError('A new person seals only for itself.');
      return sealText(key, district, person, eventId, field, text);
    },
  };
}
