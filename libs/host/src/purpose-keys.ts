import { hkdfSync } from 'node:crypto';

/** A key of its own for each purpose (HKDF-SHA256), 32 bytes, of one secret of 32 bytes. Derived once. */
export function purposeKeys(secret: Buffer): (purpose: string) => Buffer {
  const derived = new Map<string, Buffer>();
  return (purpose) => {
    const key = derived.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, 'otklik', purpose, 32));
    derived.set(purpose, key);
    return key;
  };
}
