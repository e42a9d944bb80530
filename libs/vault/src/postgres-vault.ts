import { batched, isUuid } from '@otklik/kernel';
import type { Database, Transaction } from '@otklik/tenancy';
import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import {
  unwrapDistrictKey,
  wrapDistrictKey,
  type KeyEncryptionKeys,
  type WrappedDistrictKey,
} from './key-encryption.js';
import * as rows from './key-rows.js';
import { APPLICANT_WORDS, decrypt, encrypt, freshBytes, KEY_BYTES, keyFor } from './sealing.js';
import type { KeyKeeper } from './vault.js';
import { blindIndex, newPerson, vaultOver, type Keys } from './vault-over.js';

export interface VaultOptions {
  /** Of the service: intake's role may create and destroy keys, the other roles only read them. */
  readonly database: Database;
  readonly kek: KeyEncryptionKeys;
  /** How long a key, or its absence, is cached: ms, ≤ 5,000. */
  readonly cacheMs?: number;
}

interface Wanted extends rows.PersonAt {
  readonly contact: string | undefined;
}

interface DistrictKeys {
  readonly row: WrappedDistrictKey;
  readonly wrapping: KeyObject;
  readonly blind: KeyObject;
  readonly words: KeyObject;
}

const MAX_CACHE_MS = 5_000;
const MAX_BATCH = 500;

export function openVault({ database, kek, cacheMs = MAX_CACHE_MS }: VaultOptions): KeyKeeper {
  if (!(cacheMs >= 0 && cacheMs <= MAX_CACHE_MS)) throw new TypeError('Keys are cached for 0 to 5,000 ms.');
  const people = new Map<string, { readonly key: KeyObject | undefined; readonly until: number }>();
  const asked = new Map<string, Promise<KeyObject | undefined>>();
  const districts = new Map<number, DistrictKeys & { readonly until: number }>();

  // Expired keys are removed although nothing reads them, within twice their time.
  let sweeping: NodeJS.Timeout | undefined;
  const sweep = (): void => {
    const now = performance.now();
    for (const [name, { until }] of people) if (until <= now) people.delete(name);
    sweeping = people.size > 0 ? setTimeout(sweep, cacheMs).unref() : undefined;
  };
  const remember = (name: string, key: KeyObject | undefined, since: number): void => {
    people.set(name, { key, until: since + cacheMs });
    sweeping ??= setTimeout(sweep, cacheMs).unref();
  };

  /** The unwrapped keys of a row, cached by the wrapped bytes. */
  const districtKeys = (district: number, row: WrappedDistrictKey, since: number): DistrictKeys => {
    const known = districts.get(district);
    const key = known?.row.wrapped.equals(row.wrapped) ? undefined : unwrapDistrictKey(kek, district, row);
    const keys = key
      ? {
          row,
          wrapping: keyFor('person keys', key),
          blind: keyFor('blind index', key),
          words: keyFor(APPLICANT_WORDS, key),
        }
      : (known as DistrictKeys);
    districts.set(district, { ...keys, until: since + cacheMs });
    return keys;
  };

  const askedDistricts = new Map<number, Promise<DistrictKeys>>();

  const askDistrict = async (district: number): Promise<DistrictKeys> => {
    const since = performance.now();
    let row = await rows.findDistrictKey(database, district);
    if (!row) {
      await rows.insertDistrictKey(database, district, wrapDistrictKey(kek, district, randomBytes(KEY_BYTES)));
      row = await rows.findDistrictKey(database, district);
    }
    if (!row) throw new Error(`District ${district} has no key.`);
    return districtKeys(district, row, since);
  };

  /** Many at once ask once. */
  const districtKeysOf = async (district: number): Promise<DistrictKeys> => {
    const known = districts.get(district);
    if (known && known.until > performance.now()) return known;
    const under = askedDistricts.get(district);
    if (under) return under;
    const question = askDistrict(district).finally(() => askedDistricts.delete(district));
    askedDistricts.set(district, question);
    return question;
  };

  const read = async (wanted: readonly rows.PersonAt[], since: number, tx?: Transaction) => {
    const found = new Map<string, KeyObject>();
    for (const row of await rows.findPersonKeys(database, wanted, tx)) {
      const of = { kek: row.kek, wrapped: row.district_wrapped };
      const { wrapping } = districtKeys(row.district, of, since);
      found.set(nameOf(row), createSecretKey(decrypt(wrapping, wrappingPlace(row), row.wrapped)));
    }
    return found;
  };

  const lookUp = batched(async (wanted: readonly rows.PersonAt[]) => {
    const since = performance.now();
    const found = await read(wanted, since);
    return wanted.map((one) => {
      const key = found.get(nameOf(one));
      remember(nameOf(one), key, since);
      return key;
    });
  }, MAX_BATCH);

  const ask = (name: string, person: rows.PersonAt): Promise<KeyObject | undefined> => {
    const under = asked.get(name);
    if (under) return under;
    const question = checked(person)
      .then(lookUp)
      .finally(() => asked.delete(name));
    asked.set(name, question);
    return question;
  };

  /** That it is absent is not cached: the transaction that destroyed it may be rolled back. */
  const askIn = async (tx: Transaction, name: string, person: rows.PersonAt): Promise<KeyObject | undefined> => {
    const since = performance.now();
    const key = (await read([await checked(person)], since, tx)).get(name);
    if (key) remember(name, key, since);
    return key;
  };

  const personKey: Keys['personKey'] = (district, person, tx) => {
    const name = nameOf({ district, person });
    const known = people.get(name);
    const left = known ? known.until - performance.now() : 0;
    if (!known || left <= 0) return tx ? askIn(tx, name, { district, person }) : ask(name, { district, person });
    // Refresh a key in use in the background before it expires. A failure surfaces in the next call, which queries itself.
    if (left < cacheMs / 2) ask(name, { district, person }).catch(() => undefined);
    return known.key;
  };

  const make = ({ wrapping, blind }: DistrictKeys, { district, person, contact }: Wanted) => {
    const bytes = freshBytes(KEY_BYTES);
    const wrapped = encrypt(wrapping, wrappingPlace({ district, person }), bytes);
    const row = { person, wrapped, blind: contact === undefined ? null : blindIndex(blind, contact) };
    return { key: createSecretKey(bytes), row };
  };

  const create = batched(async (wanted: readonly Wanted[]) => {
    const since = performance.now();
    const made = new Map<string, ReturnType<typeof make> & { readonly district: number }>();
    for (const one of wanted.toReversed())
      made.set(nameOf(one), { ...make(await districtKeysOf(one.district), one), district: one.district });
    const given = [...made.values()].map(({ row, district }) => ({ ...row, district }));
    for (const one of await rows.insertPeople(database, given)) {
      const name = nameOf(one);
      remember(name, made.get(name)?.key, since);
    }
    return wanted.map(() => undefined);
  }, MAX_BATCH);

  return {
    ...vaultOver({
      personKey,
      blindKey: async (district) => (await districtKeysOf(district)).blind,
      wordKey: async (district) => (await districtKeysOf(district)).words,
    }),
    createPerson: async (district, person, contact) => {
      await create({ ...(await checked({ district, person })), contact });
    },
    newPerson: async (district, person, contact) => {
      const { key, row } = make(await districtKeysOf(district), { ...(await checked({ district, person })), contact });
      // Invalidate the negative cache entry.
      people.delete(nameOf({ district, person }));
      return newPerson(key, row);
    },
    personsOf: async (district, contact) =>
      rows.findPersonsOf(database, district, blindIndex((await districtKeysOf(district)).blind, contact)),
    personsLike: (district, person) => rows.findPersonsLike(database, { district, person }),
    destroy: async (tx, district, person, ground) => {
      await rows.erasePerson(tx, { ...(await checked({ district, person })), ground });
      people.delete(nameOf({ district, person }));
    },
  };
}

function nameOf({ district, person }: rows.PersonAt): string {
  return `${district}/${person}`;
}

function wrappingPlace({ district, person }: rows.PersonAt): string {
  return `person-key|${district}|${person}`;
}

/** Validated before batching, so that one bad id does not fail the other members of the batch. */
async function checked(person: rows.PersonAt): Promise<rows.PersonAt> {
  if (!isUuid(person.person) || !Number.isInteger(person.district) || person.district < 1) {
    throw new TypeError('A person is named by district number and UUID.');
  }
  return person;
}
