import { compact } from '@otklik/kernel';
import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, request } from 'undici';
import { isPublicAddress } from './addresses.js';
import { retryAfter } from './sending/exchange.js';

/** A name, or an address, that leads to no host of the public internet. */
export class InnerAddress extends Error {
  override readonly name = 'InnerAddress';
}

export type Lookup = (
  hostname: string,
  options: { readonly all: true },
  found: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const CONNECT_MS = 5_000;
const LARGEST_ANSWER = 64 * 1024;

/** Every address of the name is looked at, and the ones looked at are the ones connected to. */
function publicLookup(lookup: Lookup): LookupFunction {
  return (hostname, options, found) =>
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return found(error, '', 0);
      const [first] = addresses;
      if (!first || addresses.some(({ address }) => !isPublicAddress(address))) {
        return found(new InnerAddress(), '', 0);
      }
      return options.all ? found(null, addresses) : found(null, first.address, first.family);
    });
}

/** Connections that lead to the public internet alone: `InnerAddress` else. One for each call. `maxResponseSize`: bytes; absent: any. */
export function outsideAgent(lookup: Lookup = systemLookup, maxResponseSize = -1): Agent {
  const connect = buildConnector({ timeout: CONNECT_MS, lookup: publicLookup(lookup) });
  return new Agent({
    pipelining: 0,
    maxResponseSize,
    connect: (options, connected) => {
      // A literal address is never resolved.
      const host = options.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) !== 0 && !isPublicAddress(host)) return connected(new InnerAddress(), null);
      return connect(options, connected);
    },
  });
}

/** The address of a host of the public internet, the one to connect to; throws `InnerAddress` for another. */
export async function publicAddressOf(host: string, lookup: Lookup = systemLookup): Promise<string> {
  if (isIP(host) !== 0) {
    if (!isPublicAddress(host)) throw new InnerAddress();
    return host;
  }
  return new Promise((resolve, reject) =>
    publicLookup(lookup)(host, {}, (error, address) => {
      if (error) reject(error);
      else resolve(address as string);
    }),
  );
}

const outside = outsideAgent();
const inside = new Agent({ pipelining: 0, connect: { timeout: CONNECT_MS } });

export interface OutsideCall {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
  /** The operator allows this address although it may be an inner one. */
  readonly isAllowed?: boolean;
}

export type CallFailure = 'TIMED_OUT' | 'UNREACHABLE' | 'NO_SUCH_HOST' | 'INNER_ADDRESS' | 'INSECURE';

/** `status`: the server's word, whatever it says after it. No address and no word of the server is in it. */
export type CallOutcome =
  { readonly status: number; readonly retryAfterMs?: number } | { readonly failure: CallFailure };

/** A POST to an address that a person gave. Follows no redirect. Never throws. */
export async function callOutside(
  { url, headers, body, timeoutMs, isAllowed = false }: OutsideCall,
  signal: AbortSignal,
  agents: { readonly outside: Agent } = { outside },
): Promise<CallOutcome> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const dispatcher = isAllowed ? inside : agents.outside;
    const asWritten = { method: 'POST', headers: { ...headers }, body } as const;
    const answer = await request(url, { ...asWritten, dispatcher, signal: until, bodyTimeout: CONNECT_MS });
    // What follows the status is not for us: a little of it is let through, so that the connection ends in peace.
    await answer.body.dump({ limit: LARGEST_ANSWER });
    const header = answer.headers['retry-after'];
    const asked = retryAfter(typeof header === 'string' ? header : undefined, Date.now());
    return compact({ status: answer.statusCode, retryAfterMs: asked });
  } catch (error) {
    return { failure: until.aborted ? 'TIMED_OUT' : failureOf(error) };
  }
}

const INSECURE = /^(CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO)/;

function failureOf(error: unknown): CallFailure {
  if (error instanceof InnerAddress) return 'INNER_ADDRESS';
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'NO_SUCH_HOST';
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'UND_ERR_HEADERS_TIMEOUT') return 'TIMED_OUT';
  return INSECURE.test(code) ? 'INSECURE' : 'UNREACHABLE';
}
