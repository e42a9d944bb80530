import type { Transaction } from '@otklik/tenancy';
import type { NewPersonRow } from './key-rows.js';

/**
 * A sealed text on its way through events, topics and read models:
 * `sealed:1:<person>:<event id>:<field>:<base64url(nonce 12 | tag 16 | ciphertext)>`. It carries its context, and
 * AES-256-GCM's additional data (`<district>|<person>|<event id>|<field>`) binds it to that context, so it cannot be moved.
 */
export type Sealed = string;

/** Where a sealed text is stored. A field that is given must match the one in the text. */
export interface SealContext {
  readonly eventId?: string;
  readonly field?: string;
}

/** Seals and opens with existing keys; every service has it. Keys are cached ≤ 5 s, so an erasure takes effect within that. */
export interface Vault {
  /**
   * Throws `KeyDestroyed` when the person has no key any more. Within a transaction of the district, `tx` reads the key: as many that wait
   * for a second connection as the pool has places would wait for each other.
   */
  seal(
    district: number,
    person: string,
    eventId: string,
    field: string,
    text: string,
    tx?: Transaction,
  ): Promise<Sealed>;
  /** The clear text; undefined when the person's key was destroyed. Throws `SealBroken` when it was changed or moved. */
  open(district: number, sealed: Sealed, place?: SealContext): Promise<string | undefined>;
  /** As `open` for many texts with one query for their keys; `places` in the order of the texts. */
  openAll(
    district: number,
    sealed: readonly Sealed[],
    places?: readonly SealContext[],
  ): Promise<readonly (string | undefined)[]>;
  /** HMAC-SHA256 of a normalised e-mail or phone under the district's key: equal contacts match without being revealed. */
  blindIndex(district: number, contact: string): Promise<string>;
  /**
   * HMAC-SHA256 of each word under a key of the district that serves nothing else, cut to 64 bits and written as a signed
   * decimal (PostgreSQL's bigint). Equal words match within the district, and nowhere else.
   */
  blindWords(district: number, words: readonly string[]): Promise<readonly string[]>;
}

/** Its injection token. */
export abstract class Vault {}

/** A person whose key exists but is not stored yet. Seals for this person only. */
export interface NewPerson extends Pick<Vault, 'seal'> {
  /** With the columns of `personColumns`. It must be written in the transaction that writes the sealed texts. */
  readonly row: Omit<NewPersonRow, 'district'>;
}

/** Creates and destroys keys; only intake has it. */
export interface KeyKeeper extends Vault {
  /**
   * Creates the data key of a person; concurrent calls share a commit. Idempotent: the first contact stays, and a destroyed
   * key stays destroyed. Durable when it resolves.
   */
  createPerson(district: number, person: string, contact?: string): Promise<void>;
  /** As `createPerson` for a caller that stores the row. What it sealed must be discarded when the row is not stored. */
  newPerson(district: number, person: string, contact?: string): Promise<NewPerson>;
  /** Persons of the district with this contact. */
  personsOf(district: number, contact: string): Promise<readonly string[]>;
  /** Persons of the district with the contact of this one, who is among them; none where he gave none. */
  personsLike(district: number, person: string): Promise<readonly string[]>;
  /** Destroys the key and writes the erasure ledger, in the caller's transaction. */
  destroy(tx: Transaction, district: number, person: string, ground: string): Promise<void>;
}

/** Its injection token. */
export abstract class KeyKeeper {}

/** The person of a sealed text, undefined for any other text. Needs no key and proves nothing. */
export function sealedPerson(text: string): string | undefined {
  return /^sealed:1:([0-9a-f-]{36}):/.exec(text)?.[1];
}
