import { weaknessOfKey } from '@otklik/kernel';
import { decrypt, encrypt, KEY_BYTES } from './sealing.js';

/** Keys of the configuration that wrap the district keys. There may be several, so that they can be rotated. */
export interface KeyEncryptionKeys {
  /** Id of the key that wraps new district keys. */
  readonly current: string;
  /** 32 bytes each, by id. */
  readonly keys: Readonly<Record<string, Buffer>>;
}

/**
 * Reads `<id>:<32 bytes in base64>[,<id>:…]`; the first is the current one.
 * Throws a TypeError that names the id and never the key.
 */
export function keyEncryptionKeys(text: string): KeyEncryptionKeys {
  const entries = text.split(',').map((entry) => {
    const [, id, encoded] = /^\s*([A-Za-z0-9_-]+):([A-Za-z0-9+/_=-]+)\s*$/.exec(entry) ?? [];
    if (!id || !encoded) throw new TypeError('Key encryption keys are written <id>:<base64>[,<id>:<base64>].');
    const key = Buffer.from(encoded, 'base64');
    if (key.length !== KEY_BYTES) throw new TypeError(`Key encryption key ${id} is not ${KEY_BYTES} bytes long.`);
    const weakness = weaknessOfKey(key);
    if (weakness !== undefined) throw new TypeError(`Key encryption key ${id} ${weakness}.`);
    return [id, key] as const;
  });
  return { current: entries[0]![0], keys: Object.fromEntries(entries) };
}

export interface WrappedDistrictKey {
  readonly kek: string;
  readonly wrapped: Buffer;
}

export function wrapDistrictKey(kek: KeyEncryptionKeys, district: number, key: Buffer): WrappedDistrictKey {
  const id = kek.current;
  return { kek: id, wrapped: encrypt(keyOf(kek, id), `district-key|${district}|${id}`, key) };
}

export function unwrapDistrictKey(kek: KeyEncryptionKeys, district: number, row: WrappedDistrictKey): Buffer {
  return decrypt(keyOf(kek, row.kek), `district-key|${district}|${row.kek}`, row.wrapped);
}

function keyOf(kek: KeyEncryptionKeys, id: string): Buffer {
  const key = kek.keys[id];
  if (!key) throw new Error(`The configuration lacks the key encryption key ${id}, which wraps district keys.`);
  return key;
}
