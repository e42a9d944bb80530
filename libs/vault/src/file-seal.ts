import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Bytes of a file's own key: when an appeal claims the file, only the key is sealed again. */
export const FILE_KEY_BYTES = 32;
const CHUNK = 256 * 1024;
const NONCE = 12;
const TAG = 16;
/** Of every sealed chunk but the last, which is shorter. */
const SEALED_CHUNK = NONCE + TAG + CHUNK;

/** `nonce | tag | ciphertext` per chunk of 256 KiB; position and last chunk are authenticated, so that none can be moved or dropped. */
export function sealFile(key: Buffer, place: string, bytes: Buffer): readonly Buffer[] {
  const count = Math.max(1, Math.ceil(bytes.length / CHUNK));
  return Array.from({ length: count }, (_, at) => {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad(place, at, count));
    const ciphertext = Buffer.concat([cipher.update(bytes.subarray(at * CHUNK, (at + 1) * CHUNK)), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
  });
}

/** Throws when a chunk was changed, moved or lost. */
export function openFile(key: Buffer, place: string, chunks: readonly Buffer[]): Buffer {
  return Buffer.concat(
    chunks.map((chunk, at) => {
      const decipher = createDecipheriv('aes-256-gcm', key, chunk.subarray(0, NONCE))
        .setAAD(aad(place, at, chunks.length))
        .setAuthTag(chunk.subarray(NONCE, NONCE + TAG));
      return Buffer.concat([decipher.update(chunk.subarray(NONCE + TAG)), decipher.final()]);
    }),
  );
}

function aad(place: string, at: number, count: number): Buffer {
  return Buffer.from(`${place}|${at}|${count}`);
}

/** The chunks of a sealed file whose bytes were joined. */
export function sealedChunks(bytes: Buffer): readonly Buffer[] {
  const count = Math.ceil(bytes.length / SEALED_CHUNK);
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * SEALED_CHUNK, (at + 1) * SEALED_CHUNK));
}
