import type { Readable } from 'node:stream';
import { Fault } from './fault.js';

/** How much of a body that is too large is still listened to, so that its sender hears the answer and no broken pipe. */
const HEARD_OUT = 32 * 1024 * 1024;

/** The whole body as text. Throws `Fault('TOO_LARGE')` above `limit` bytes, after the rest was let go by. */
export async function bodyText(body: Readable, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
    if (size > HEARD_OUT) break;
  }
  if (size > limit) throw new Fault('TOO_LARGE');
  return Buffer.concat(chunks).toString('utf8');
}
