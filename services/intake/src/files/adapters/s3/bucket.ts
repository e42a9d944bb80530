import { circuit, Unavailable } from '@otklik/host';
import { S3Failure, s3Client, s3FailureReason, type BucketAddress } from '@otklik/host/s3';
import { BrokenCircuitError } from 'cockatiel';

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
/** Then the circuit opens. */
const MAX_CONSECUTIVE_FAILURES = 3;
const HALF_OPEN_AFTER_MS = 5_000;

type Method = 'PUT' | 'GET' | 'DELETE';

/** Loads the S3 client with the first call. */
export function openBucket(address: BucketAddress, deadlineMs = CALL_TIMEOUT_MS): Bucket {
  const breaker = circuit({ failures: MAX_CONSECUTIVE_FAILURES, openMs: HALF_OPEN_AFTER_MS, isFault: () => true });
  const ask = s3Client(address);

  /** The object's bytes; undefined when it does not exist: a missing bucket must not count as a missing object. */
  async function bytesOf(method: Method, key: string, body?: Buffer): Promise<Buffer | undefined> {
    const request = { method, path: `/${key}`, signal: AbortSignal.timeout(deadlineMs) };
    try {
      return await ask(body ? { ...request, body } : request, async (answer) =>
        Buffer.from(await answer.arrayBuffer()),
      );
    } catch (error) {
      if (method !== 'PUT' && error instanceof S3Failure && error.code === 'NoSuchKey') return undefined;
      throw error;
    }
  }

  const guarded = async (method: Method, key: string, body?: Buffer): Promise<Buffer | undefined> => {
    try {
      return await breaker.execute(() => bytesOf(method, key, body));
    } catch (error) {
      const reason = error instanceof BrokenCircuitError ? 'circuit open' : s3FailureReason(error);
      throw new Unavailable(`file store: ${reason}`);
    }
  };
  return {
    put: async (key, bytes) => void (await guarded('PUT', key, bytes)),
    get: (key) => guarded('GET', key),
    remove: async (key) => void (await guarded('DELETE', key)),
  };
}
