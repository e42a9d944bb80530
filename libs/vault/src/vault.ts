import type { Transaction } from '@otklik/tenancy';
import type { NewPersonRow } from './key-rows.js';

/**
 * A sealed text on its way through events, topics and read models:
 * `sealed:1:<person>:<event id>:<field>:<base64url(nonce 12 | tag 16 | ciphertext)>`. It names its own context, and
 * AES-256-GCM's additional data (`<district>|<person>|<event id>|<field>`) proves it, so it cannot be moved elsewhere.
 */
export type Sealed = string;

/** Where a sealed text stands; what is given must match the text's own word. */
export interface SealContext {
  readonly eventId?: string;
  readonly field?: string;
}

/** Reads keys and seals with them: every service has it. Keys are cached ≤ 5 s, so an erasure is felt everywhere by then. */
export interface Vault {
  /** Throws `KeyDestroyed` when the person has no key any more. */
  seal(district: number, person: string, eventId: string, field: string, text: string): Promise<Sealed>;
  /** The text; undefined when the person's key was destroyed. Throws `SealBroken` when it was tampered with or moved. */
  open(district: number, sealed: Sealed, place?: SealContext): Promise<string | undefined>;
  /** As `open`, many at once with one look-up of keys; `places` in the order of the texts. */
  openAll(
    district: number,
    sealed: readonly Sealed[],
    places?: readonly SealContext[],
  ): Promise<readonly (string | undefined)[]>;
  /** HMAC-SHA256 of a normalised e-mail or phone under the district's key: the same contact is recognised, not told. */
  blindIndex(district: number, contact: string): Promise<string>;
}

/** Its injection token. */
export abstract class Vault {}

/** A person whose key is made and not kept yet. Seals as `Vault` does, for him alone. */
export interface NewPerson extends Pick<Vault, 'seal'> {
  /** Of the columns of `personColumns`: whoever writes what was sealed writes this row in the same transaction. */
  readonly row: Omit<NewPersonRow, 'district'>;
}

/** Makes and destroys keys: intake alone. */
export interface KeyKeeper extends Vault {
  /**
   * A data key for a new person; concurrent calls share a commit. Repeating it is harmless and changes nothing: the
   * contact is that of the first time, and a destroyed person stays destroyed. Durable when it resolves.
   */
  createPerson(district: number, person: string, contact?: string): Promise<void>;
  /** As `createPerson`, for a caller that keeps the row himself. Nothing may stay of what was sealed when he does not. */
  newPerson(district: number, person: string, contact?: string): Promise<NewPerson>;
  /** Persons of the district known by this contact. */
  personsOf(district: number, contact: string): Promise<readonly string[]>;
  /** Destroys the key and writes the erasure ledger, in the caller's transaction. */
  destroy(tx: Transaction, district: number, person: string, ground: string): Promise<void>;
}

/** Its injection token. */
export abstract class KeyKeeper {}

/** Opens nothing and needs no key: is this a sealed text, and whose? */
export function sealedPerson(text: string): string | undefined {
  return /^sealed:1:([0-9a-f-]{36}):/.exec(text)?.[1];
}
