import { Agent, request } from 'undici';
import { ownAddress } from './addresses.js';
import { FileUnavailable } from './network.js';
import { InnerAddress, outsideAgent } from './outside.js';

export interface FileDoor {
  /** The network's own hosts, and what is below them. */
  readonly hosts: readonly string[];
  /** Where these hosts are served instead: a simulator on this machine. */
  readonly served?: string;
}

const MAX_FILE = 25 * 1024 * 1024;
const LONGEST = 10_000;

const outside = outsideAgent();
const onThisMachine = new Agent({ pipelining: 0, connect: { timeout: 5_000 } });

/** The bytes of a file of the network's own hosts: no other host, no redirect, 25 MB, 10 s. */
export async function fetchFile(
  address: string,
  { hosts, served }: FileDoor,
  signal: AbortSignal,
  longest = LONGEST,
): Promise<AsyncIterable<Uint8Array>> {
  const own = ownAddress(address, hosts);
  if (!own) throw new FileUnavailable('FOREIGN_HOST');
  const url = served ? new URL(own.pathname + own.search, served) : own;
  const until = AbortSignal.any([signal, AbortSignal.timeout(longest)]);
  const answer = await request(url, { dispatcher: served ? onThisMachine : outside, signal: until }).catch(
    (error: unknown) => {
      if (error instanceof InnerAddress) throw new FileUnavailable('FOREIGN_HOST');
      throw new FileUnavailable(until.aborted ? 'SLOW' : 'UNREACHABLE');
    },
  );
  if (answer.statusCode !== 200) {
    await answer.body.dump();
    throw new FileUnavailable('GONE');
  }
  return checked(answer.body, until);
}

async function* checked(body: AsyncIterable<Uint8Array>, until: AbortSignal): AsyncIterable<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of body) {
      // A page that says "expired" comes with status 200.
      if (size === 0 && isMarkup(chunk)) throw new FileUnavailable('NOT_A_FILE');
      size += chunk.length;
      if (size > MAX_FILE) throw new FileUnavailable('TOO_LARGE');
      yield chunk;
    }
  } catch (error) {
    throw error instanceof FileUnavailable ? error : new FileUnavailable(until.aborted ? 'SLOW' : 'UNREACHABLE');
  }
}

function isMarkup(chunk: Uint8Array): boolean {
  return /^\s*<(!doctype|html|head|body|\?xml)/i.test(Buffer.from(chunk.subarray(0, 64)).toString('latin1'));
}
