import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Encrypts and decrypts by node:crypto alone: a new nonce, AES-256-GCM, the tag. */
export function cipherYardstick(): (text: string) => string {
  const key = randomBytes(32);
  return (text) => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAuthTag(cipher.getAuthTag());
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  };
}
