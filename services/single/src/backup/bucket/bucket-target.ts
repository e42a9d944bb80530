import { readConfig, text, type Environment } from '@otklik/host';
import type { BucketAddress } from '@otklik/host/s3';
import { needed } from '@otklik/host/process';
import { PlainError } from '../../../../../deploy/bootstrap/plain-error.mjs';

/** Where sets lie in a store that speaks the S3 protocol. */
export interface BucketTarget extends BucketAddress {
  /** Without a `/` at its ends; empty for the whole bucket. */
  readonly prefix: string;
  /** `s3://bucket/prefix`, for people. */
  readonly name: string;
}

const URL_FORM = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])((?:\/[\w.-]+)*)\/?$/i;

/** The variables that every tool for S3 knows. */
const settings = {
  endpoint: text('AWS_ENDPOINT_URL', 'the store, where it is not that of AWS', undefined),
  region: text('AWS_REGION', 'region of the bucket', 'us-east-1'),
  accessKeyId: needed(text('AWS_ACCESS_KEY_ID', 'key of the store', undefined)),
  secretAccessKey: needed(text('AWS_SECRET_ACCESS_KEY', 'its secret', undefined)),
} as const;

/** Path-style. Throws a PlainError, or `WrongConfiguration` where a variable is missing. */
export function bucketTarget(url: string, environment: Environment): BucketTarget {
  const [, bucket, path = ''] = URL_FORM.exec(url) ?? [];
  if (bucket === undefined) throw new PlainError('a bucket is named as s3://bucket/prefix.');
  const { endpoint, region, ...key } = readConfig(settings, environment);
  const origin = endpoint ?? `https://s3.${region}.amazonaws.com`;
  if (!URL.canParse(origin) || !/^https?:$/.test(new URL(origin).protocol))
    throw new PlainError('AWS_ENDPOINT_URL must be an address like https://storage.example.');
  const prefix = path.slice(1);
  if (prefix.split('/').some((part) => /^\.+$/.test(part)))
    throw new PlainError('a prefix in a bucket has no parts of dots.');
  return { endpoint: `${origin.replace(/\/+$/, '')}/${bucket}`, region, ...key, prefix, name: `s3://${bucket}${path}` };
}
