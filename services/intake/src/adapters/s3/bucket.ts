import { circuit, Unavailable } from '@otklik/host';
import type { AwsClient } from 'aws4fetch';
import { BrokenCircuitError } from 'cockatiel';
import { createHash } from 'node:crypto';
import type { BucketAddress } from './bucket-address.js';

/** Objects behind the S3 protocol. Each call rejects with `Unavailable` when the store does not answer or refuses it. */
export interface Bucket {
  put(key: string, bytes: Buffer): Promise<void>;
  /** Undefined when the object does not exist. */
  get(key: string): Promise<Buffer | undefined>;
  /** Succeeds when the object does not exist. */
  remove(key: string): Promise<void>;
}

/** Of one call with its retry: 10 MB at 10 Mbit/s. */
const CALL_TIMEOUT_MS = 10_000;
/** All calls are idempotent. An idle connection that the store has closed fails the first attempt. */
const MAX_ATTEMPTS = 2;
/** Then the circuit opens. */
const MAX_CONSECUTIVE_FAILURES = 3;
const HALF_OPEN_AFTER_MS = 5_000;

type Method = 'PUT' | 'GET' | 'DELETE';

/** Loads the S3 client with the first call. */
export function openBucket({ endpoint, ...signer }: BucketAddress, deadlineMs = CALL_TIMEOUT_MS): Bucket {
  const breaker = circuit({ failures: MAX_CONSECUTIVE_FAILURES, openMs: HALF_OPEN_AFTER_MS, isFault: () => true });
  let client: Promise<AwsClient> | undefined;

  /** The object's bytes; undefined when it does not exist. */
  async function ask(method: Method, key: string, body?: Buffer): Promise<Buffer | undefined> {
    client ??= import('aws4fetch').then(
      ({ AwsClient: Client }) => new Client({ ...signer, service: 's3', retries: 0 }),
    );
    const signing = await client;
    // Part of the signature: the store refuses a damaged body.
    const headers = { 'x-amz-content-sha256': sha256(body) };
    const signal = AbortSignal.timeout(deadlineMs);
    const init = { method, headers, body: body ? new Uint8Array(body) : null, signal, redirect: 'manual' } as const;
    return retried(signal, async () => bodyOf(method, await signing.fetch(`${endpoint}/${key}`, init)));
  }

  const guarded = async (method: Method, key: string, body?: Buffer): Promise<Buffer | undefined> => {
    try {
      return await breaker.execute(() => ask(method, key, body));
    } catch (error) {
      throw new Unavailable(`file store: ${reasonOf(error)}`);
    }
  };
  return {
    put: async (key, bytes) => void (await guarded('PUT', key, bytes)),
    get: (key) => guarded('GET', key),
    remove: async (key) => void (await guarded('DELETE', key)),
  };
}

async function retried<Answer>(signal: AbortSignal, once: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once();
    } catch (error) {
      if (tries === MAX_ATTEMPTS || signal.aborted || (error instanceof HttpFailure && error.isPermanent)) throw error;
    }
  }
}

function sha256(body: Buffer | string = ''): string {
  return createHash('sha256').update(body).digest('hex');
}

class HttpFailure extends Error {
  constructor(readonly status: number) {
    super(`HTTP ${status}`);
  }

  get isPermanent(): boolean {
    return this.status < 500 && this.status !== 429;
  }
}

/** A missing bucket answers 404, too, and must not count as a missing object. */
async function bodyOf(method: Method, answer: Response): Promise<Buffer | undefined> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (answer.ok) return bytes;
  if (method !== 'PUT' && answer.status === 404 && bytes.includes('<Code>NoSuchKey</Code>')) return undefined;
  throw new HttpFailure(answer.status);
}

/** `HTTP 403`, `ECONNRESET`, `TimeoutError`: never text of the store or the client, which may repeat the request. */
function reasonOf(error: unknown): string {
  if (error instanceof BrokenCircuitError) return 'circuit open';
  if (error instanceof HttpFailure) return error.message;
  const { code, name, cause } = error as FailedRequest;
  return [cause?.code, code].find((one) => typeof one === 'string') ?? name;
}

interface FailedRequest extends Error {
  /** A number in a DOMException. */
  readonly code?: string | number;
  readonly cause?: { readonly code?: string };
}
