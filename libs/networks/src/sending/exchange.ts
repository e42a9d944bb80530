import { compact } from '@otklik/kernel';
import { Agent, FormData, request, type Dispatcher } from 'undici';
import type { Json } from '../receiving/read-json.js';
import { MAX_BODY, readJson } from '../receiving/read-json.js';

export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
  readonly timeoutMs?: number;
  /** Where it may lead; absent: anywhere. */
  readonly dispatcher?: Dispatcher;
}

/**
 * `unsent`: nothing left this machine. `uncertain`: bytes left and no answer came. No address and no header is in it: a
 * token may stand in either.
 */
export type Exchanged =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      /** Absent where the answer is no JSON, as that of a proxy. */
      readonly body?: Json;
    }
  | { readonly kind: 'unsent' }
  | { readonly kind: 'uncertain' };

const BEFORE_A_BYTE_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** A connection for each call: the reset of an idle one would look as if the request had left. */
const agent = new Agent({ pipelining: 0, connect: { timeout: 5_000 }, maxResponseSize: MAX_BODY });
const TIMEOUT = 15_000;

/** Never throws. */
export async function exchange(call: Call, signal: AbortSignal): Promise<Exchanged> {
  if (signal.aborted) return { kind: 'unsent' };
  const until = AbortSignal.any([signal, AbortSignal.timeout(call.timeoutMs ?? TIMEOUT)]);
  try {
    const answer = await request(
      call.url,
      compact({
        method: call.method,
        dispatcher: call.dispatcher ?? agent,
        signal: until,
        headers: call.headers,
        body: call.body,
      }),
    );
    const read = readJson(await answer.body.bytes());
    return {
      kind: 'answered',
      status: answer.statusCode,
      headers: plain(answer.headers),
      ...('value' in read && { body: read.value }),
    };
  } catch (error) {
    return { kind: isBeforeAByteLeft(error) ? 'unsent' : 'uncertain' };
  }
}

/** An inner address is refused before anything is connected. */
function isBeforeAByteLeft(error: unknown): boolean {
  return BEFORE_A_BYTE_LEFT.has(codeOf(error)) || (error instanceof Error && error.name === 'InnerAddress');
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function plain(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value ?? '')]));
}

const MAX_WAIT = 24 * 3600 * 1000;

/** Seconds or an HTTP date, as milliseconds from now; nothing when it says neither. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header === '') return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), MAX_WAIT) : undefined;
}
