import type { Readable } from 'node:stream';
import { Fault } from './fault.js';

/** How much of a body that is too large is still listened to, so that its sender hears the answer and no broken pipe. */
const HEARD_OUT = 32 * 1024 * 1024;

/** The whole body as text. Rejects with `Fault('TOO_LARGE')` above `limit` bytes, after the rest was let go by. */
export function bodyText(body: Readable, limit: number): Promise<string> {
  // Listeners, not an async iterator: each request passes here, and an iterator costs it ten times as much.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const tooLarge = (): void => reject(new Fault('TOO_LARGE'));
    body.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
      if (size > HEARD_OUT) tooLarge();
    });
    body.on('end', () => (size > limit ? tooLarge() : resolve(Buffer.concat(chunks).toString('utf8'))));
    body.on('error', reject);
  });
}
