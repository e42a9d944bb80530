import type { AwsClient } from 'aws4fetch';
import { createHash } from 'node:crypto';
import type { BucketAddress } from './bucket-address.js';

/** All calls are idempotent. An idle connection that the store has closed fails the first attempt. */
const MAX_ATTEMPTS = 2;

export interface S3Request {
  readonly method: 'PUT' | 'GET' | 'DELETE' | 'POST' | 'HEAD';
  /** Below the bucket, with its `/` and what follows it; absent: the bucket itself. */
  readonly path?: string;
  readonly body?: Buffer;
  readonly signal: AbortSignal;
}

/** The store answered, and not with success. `code`: of its error, such as `NoSuchKey`. */
export class S3Failure extends Error {
  constructor(
    readonly status: number,
    readonly code: string | undefined,
  ) {
    super(`HTTP ${status}`);
  }

  get isPermanent(): boolean {
    return this.status < 500 && this.status !== 429;
  }
}

/**
 * Calls of an S3-compatible store, signed for one bucket. `read` takes the answer within the attempt, so that one which breaks
 * off is repeated. Loads the signer with the first call. Rejects with `S3Failure`, or with the error of the connection.
 */
export function s3Client({ endpoint, ...signer }: BucketAddress) {
  let client: Promise<AwsClient> | undefined;

  async function once<Answer>(
    { method, path = '', body, signal }: S3Request,
    read: (answer: Response) => Promise<Answer>,
  ): Promise<Answer> {
    client ??= import('aws4fetch').then(
      ({ AwsClient: Client }) => new Client({ ...signer, service: 's3', retries: 0 }),
    );
    // Part of the signature: the store refuses a damaged body.
    const headers = {
      'x-amz-content-sha256': createHash('sha256')
        .update(body ?? '')
        .digest('hex'),
    };
    const init = { method, headers, body: body ? new Uint8Array(body) : null, signal, redirect: 'manual' } as const;
    const answer = await (await client).fetch(`${endpoint}${path}`, init);
    if (answer.ok) return read(answer);
    const [, code] = /<Code>(\w+)<\/Code>/.exec(await answer.text()) ?? [];
    throw new S3Failure(answer.status, code);
  }

  return async <Answer>(request: S3Request, read: (answer: Response) => Promise<Answer>): Promise<Answer> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await once(request, read);
      } catch (error) {
        const isFinal = error instanceof S3Failure && error.isPermanent;
        if (tries === MAX_ATTEMPTS || request.signal.aborted || isFinal) throw error;
      }
    }
  };
}

export type S3Client = ReturnType<typeof s3Client>;

/** `HTTP 403`, `ECONNRESET`, `TimeoutError`: never text of the store or the client, which may repeat the request. */
export function s3FailureReason(error: unknown): string {
  if (error instanceof S3Failure) return error.message;
  const { code, name, cause } = error as FailedRequest;
  return [cause?.code, code].find((one) => typeof one === 'string') ?? name;
}

interface FailedRequest extends Error {
  /** A number in a DOMException. */
  readonly code?: string | number;
  readonly cause?: { readonly code?: string };
}
