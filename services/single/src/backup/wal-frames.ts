import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

/**
 * The file of a segment that the server still writes: pieces in the order in which they were flushed, each with its length,
 * its offset in the segment and the hash of both and the bytes. A piece that is cut short or changed is no piece.
 */
const HEAD_BYTES = 8;
const HASH_BYTES = 32;

/** Appends a piece and makes it durable. */
export async function appendPiece(file: FileHandle, offset: number, bytes: Uint8Array): Promise<void> {
  const head = headOf(offset, bytes.length);
  await file.appendFile(Buffer.concat([head, hashOf(head, bytes), bytes]));
  await file.datasync();
}

/** The bytes that all whole pieces hold, from the segment's beginning; `whole`: nothing follows the last of them. */
export function joinPieces(content: Buffer): { readonly bytes: Buffer; readonly whole: boolean } {
  const pieces: Buffer[] = [];
  let at = 0;
  let joined = 0;
  while (at + HEAD_BYTES + HASH_BYTES <= content.length) {
    const head = content.subarray(at, at + HEAD_BYTES);
    const begins = at + HEAD_BYTES + HASH_BYTES;
    const piece = content.subarray(begins, begins + head.readUInt32BE(0));
    const hash = content.subarray(at + HEAD_BYTES, begins);
    if (head.readUInt32BE(4) !== joined || !hashOf(head, piece).equals(hash)) break;
    pieces.push(piece);
    joined += piece.length;
    at = begins + piece.length;
  }
  return { bytes: Buffer.concat(pieces), whole: at === content.length };
}

function headOf(offset: number, length: number): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32BE(length, 0);
  head.writeUInt32BE(offset, 4);
  return head;
}

function hashOf(head: Uint8Array, bytes: Uint8Array): Buffer {
  return createHash('sha256').update(head).update(bytes).digest();
}
