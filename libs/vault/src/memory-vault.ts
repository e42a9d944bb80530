import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { KEY_BYTES, keyFor } from './sealing.js';
import type { KeyKeeper } from './vault.js';
import { blindIndex, vaultOver } from './vault-over.js';

/** The twin for specs: real seals, keys in memory. `destroy` takes effect at once, whatever becomes of `tx`. */
export function memoryVault(): KeyKeeper {
  const districtKeys = new Map<number, Buffer>();
  const people = new Map<string, { key: KeyObject | undefined; contact: string | undefined }>();
  const name = (district: number, person: string): string => `${district}/${person}`;
  const blindKey = (district: number): KeyObject => {
    const key = districtKeys.get(district) ?? randomBytes(KEY_BYTES);
    districtKeys.set(district, key);
    return keyFor('blind index', key);
  };
  return {
    ...vaultOver({
      personKey: (district, person) => people.get(name(district, person))?.key,
      blindKey: async (district) => blindKey(district),
    }),
    createPerson: async (district, person, contact) => {
      if (people.has(name(district, person))) return;
      people.set(name(district, person), {
        key: createSecretKey(randomBytes(KEY_BYTES)),
        contact: contact === undefined ? undefined : blindIndex(blindKey(district), contact),
      });
    },
    personsOf: async (district, contact) => {
      const wanted = blindIndex(blindKey(district), contact);
      return [...people]
        .filter(([at, known]) => at.startsWith(`${district}/`) && known.contact === wanted)
        .map(([at]) => at.slice(at.indexOf('/') + 1));
    },
    destroy: async (_tx, district, person) => {
      people.set(name(district, person), { key: undefined, contact: undefined });
    },
  };
}
