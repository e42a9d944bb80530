import { hkdfSync } from 'node:crypto';

/** Derives a 32-byte key per purpose from a 32-byte secret (HKDF-SHA256). Each is derived once. */
export function purposeKeys(secret: Buffer): (purpose: string) => Buffer {
  const derived = new Map<string, Buffer>();
  return (purpose) => {
    const key = derived.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, 'otklik', purpose, 32));
    derived.set(purpose, key);
    return key;
  };
}
