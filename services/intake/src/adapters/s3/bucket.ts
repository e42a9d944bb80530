import { circuit, Unavailable } from '@otklik/host';
import type { AwsClient } from 'aws4fetch';
import { BrokenCircuitError } from 'cockatiel';
import { createHash } from 'node:crypto';
import type { BucketAddress } from './bucket-address.js';

/** Objects behind the S3 protocol. Each call rejects with `Unavailable` when the store is away or refuses us. */
export interface Bucket {
  put(key: string, bytes: Buffer): Promise<void>;
  /** Undefined when there is none. */
  get(key: string): Promise<Buffer | undefined>;
  /** Silent when there is none. */
  remove(key: string): Promise<void>;
}

/** Of one call with all its tries: 10 MB over a line of 10 Mbit/s. */
const DEADLINE_MS = 10_000;
/** Whatever is asked may be asked twice. A connection that was closed while nobody looked costs the first try. */
const TRIES = 2;
/** Failures in a row; then nobody waits for the store for a while. */
const FAILURES = 3;
const ALONE_MS = 5_000;

type Method = 'PUT' | 'GET' | 'DELETE';

/** The client is loaded with the first call. */
export function openBucket({ endpoint, ...signer }: BucketAddress, deadlineMs = DEADLINE_MS): Bucket {
  const breaker = circuit({ failures: FAILURES, aloneMs: ALONE_MS, isFault: () => true });
  let client: Promise<AwsClient> | undefined;

  /** The object's bytes, or none where it is known that there is none. */
  async function ask(method: Method, key: string, body?: Buffer): Promise<Buffer | undefined> {
    client ??= import('aws4fetch').then(
      ({ AwsClient: Client }) => new Client({ ...signer, service: 's3', retries: 0 }),
    );
    const signing = await client;
    // In the signature: what arrives damaged is refused.
    const headers = { 'x-amz-content-sha256': sha256(body) };
    const signal = AbortSignal.timeout(deadlineMs);
    const init = { method, headers, body: body ? new Uint8Array(body) : null, signal, redirect: 'manual' } as const;
    return tried(signal, async () => answered(method, await signing.fetch(`${endpoint}/${key}`, init)));
  }

  const told = async (method: Method, key: string, body?: Buffer): Promise<Buffer | undefined> => {
    try {
      return await breaker.execute(() => ask(method, key, body));
    } catch (error) {
      throw new Unavailable(`the store of files: ${reasonOf(error)}`);
    }
  };
  return {
    put: async (key, bytes) => void (await told('PUT', key, bytes)),
    get: (key) => told('GET', key),
    remove: async (key) => void (await told('DELETE', key)),
  };
}

async function tried<Answer>(signal: AbortSignal, once: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once();
    } catch (error) {
      if (tries === TRIES || signal.aborted || (error instanceof Refused && error.forGood)) throw error;
    }
  }
}

function sha256(body: Buffer | string = ''): string {
  return createHash('sha256').update(body).digest('hex');
}

class Refused extends Error {
  constructor(readonly status: number) {
    super(`HTTP ${status}`);
  }

  get forGood(): boolean {
    return this.status < 500 && this.status !== 429;
  }
}

/** A bucket that is not there answers 404 too, and is no reason to believe that its objects are gone. */
async function answered(method: Method, answer: Response): Promise<Buffer | undefined> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (answer.ok) return bytes;
  if (method !== 'PUT' && answer.status === 404 && bytes.includes('<Code>NoSuchKey</Code>')) return undefined;
  throw new Refused(answer.status);
}

/** `HTTP 403`, `ECONNRESET`, `TimeoutError`: never words of the store or the client, which may repeat what was asked. */
function reasonOf(error: unknown): string {
  if (error instanceof BrokenCircuitError) return 'left alone for a moment';
  if (error instanceof Refused) return error.message;
  const { code, name, cause } = error as FailedRequest;
  return [cause?.code, code].find((one) => typeof one === 'string') ?? name;
}

interface FailedRequest extends Error {
  /** A number where it is the DOM's. */
  readonly code?: string | number;
  readonly cause?: { readonly code?: string };
}
