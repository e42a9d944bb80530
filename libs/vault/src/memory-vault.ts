import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { APPLICANT_WORDS, KEY_BYTES, keyFor } from './sealing.js';
import type { KeyKeeper, NewPerson } from './vault.js';
import { blindIndex, newPerson, vaultOver } from './vault-over.js';

/** Vault for tests: real seals, keys in memory. `destroy` takes effect at once and ignores whether `tx` commits. */
export interface MemoryVault extends KeyKeeper {
  /** Stores the row of a `newPerson`; false when the person exists already. */
  keep(district: number, row: NewPerson['row']): boolean;
}

export function memoryVault(): MemoryVault {
  const districtKeys = new Map<number, Buffer>();
  const people = new Map<string, { key: KeyObject | undefined; contact: string | null }>();
  const name = (district: number, person: string): string => `${district}/${person}`;
  const districtKey = (district: number): Buffer => {
    const key = districtKeys.get(district) ?? randomBytes(KEY_BYTES);
    districtKeys.set(district, key);
    return key;
  };
  const blindKey = (district: number): KeyObject => keyFor('blind index', districtKey(district));
  const made = (district: number, person: string, contact?: string): NewPerson['row'] => ({
    person,
    wrapped: randomBytes(KEY_BYTES),
    blind: contact === undefined ? null : blindIndex(blindKey(district), contact),
  });
  const keep = (district: number, { person, wrapped, blind }: NewPerson['row']): boolean => {
    if (people.has(name(district, person))) return false;
    people.set(name(district, person), { key: createSecretKey(wrapped), contact: blind });
    return true;
  };
  const ofContact = (district: number, blind: string | null): readonly string[] =>
    [...people]
      .filter(([at, { contact }]) => blind !== null && contact === blind && at.startsWith(`${district}/`))
      .map(([at]) => at.slice(at.indexOf('/') + 1));
  return {
    ...vaultOver({
      personKey: (district, person) => people.get(name(district, person))?.key,
      blindKey: async (district) => blindKey(district),
      wordKey: async (district) => keyFor(APPLICANT_WORDS, districtKey(district)),
    }),
    createPerson: async (district, person, contact) => void keep(district, made(district, person, contact)),
    newPerson: async (district, person, contact) => {
      const row = made(district, person, contact);
      return newPerson(createSecretKey(row.wrapped), row);
    },
    keep,
    personsOf: async (district, contact) => ofContact(district, blindIndex(blindKey(district), contact)),
    personsLike: async (district, person) => ofContact(district, people.get(name(district, person))?.contact ?? null),
    destroy: async (_tx, district, person) => {
      people.set(name(district, person), { key: undefined, contact: null });
    },
  };
}
