import { circuit, Unavailable } from '@otklik/host';
import { BrokenCircuitError } from 'cockatiel';
import type { S3mini } from 's3mini';
import type { BucketAddress } from './bucket-address.js';

/** Objects behind the S3 protocol. Each call rejects with `Unavailable` when the store is away or refuses us. */
export interface Bucket {
  put(key: string, bytes: Buffer): Promise<void>;
  /** Undefined when there is none. */
  get(key: string): Promise<Buffer | undefined>;
  /** Silent when there is none. */
  remove(key: string): Promise<void>;
}

/** Enough for 10 MB over a poor line. */
const TIMEOUT_MS = 20_000;
/** Failures in a row; then nobody waits for the store for a while. */
const FAILURES = 3;
const ALONE_MS = 5_000;

/** The client is loaded with the first call. What it says of a failure names neither keys nor addresses. */
export function openBucket(address: BucketAddress, timeoutMs = TIMEOUT_MS): Bucket {
  const breaker = circuit({ failures: FAILURES, aloneMs: ALONE_MS, isFault: () => true });
  let client: Promise<S3mini> | undefined;
  const ask = async <Answer>(of: (client: S3mini) => Promise<Answer>): Promise<Answer> => {
    client ??= import('s3mini').then(
      ({ S3mini: Client }) => new Client({ ...address, requestAbortTimeout: timeoutMs }),
    );
    try {
      return await breaker.execute(async () => of(await client!));
    } catch (error) {
      throw new Unavailable(`the store of files: ${reasonOf(error)}`);
    }
  };
  return {
    put: (key, bytes) => ask(async (s3) => void (await s3.putObject(key, bytes))),
    get: (key) => ask(async (s3) => asBuffer(await s3.getObjectArrayBuffer(key))),
    remove: (key) => ask(async (s3) => void (await s3.deleteObject(key))),
  };
}

function asBuffer(bytes: ArrayBuffer | null): Buffer | undefined {
  return bytes === null ? undefined : Buffer.from(bytes);
}

/** `HTTP 403`, `ECONNRESET`, `TimeoutError`: never the answer's own text, which may repeat what was asked. */
function reasonOf(error: unknown): string {
  if (error instanceof BrokenCircuitError) return 'left alone for a moment';
  const { status, code, name, cause } = error as FailedRequest;
  if (status !== undefined) return `HTTP ${status}`;
  return [cause?.code, code].find((one) => typeof one === 'string') ?? name;
}

interface FailedRequest extends Error {
  readonly status?: number;
  /** A number where it is the DOM's. */
  readonly code?: string | number;
  readonly cause?: { readonly code?: string };
}
