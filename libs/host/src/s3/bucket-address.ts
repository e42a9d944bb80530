import type { Setting } from '../config.js';

/** Address and credentials of a bucket. */
export interface BucketAddress {
  /** With the bucket in its path: `https://host/bucket`. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const EXPECTED = 'must be an address like https://key:secret@host/bucket?region=name';

/** `https://key:secret@host/bucket?region=name`, key and secret URL-encoded; undefined when absent. */
export function bucketAddress(variable: string, about: string): Setting<BucketAddress | undefined> {
  const parse = (raw: string | undefined): BucketAddress | undefined => {
    if (raw === undefined) return undefined;
    const found = ADDRESS.test(raw) && URL.canParse(raw) ? parts(new URL(raw)) : undefined;
    if (!found) throw new Error(EXPECTED);
    return found;
  };
  return { variable, about, parse };
}

/** Path-style. Unknown parameters are refused: a mistyped region would fail much later, as a wrong signature. */
const ADDRESS = /^https?:\/\/[^/:@]+:[^/:@]+@[^/@]+\/[a-z0-9][a-z0-9.-]+\/?(\?region=[a-z0-9-]+)?$/;

function parts({ origin, pathname, searchParams, username, password }: URL): BucketAddress | undefined {
  try {
    return {
      endpoint: `${origin}/${pathname.split('/')[1]}`,
      region: searchParams.get('region') ?? 'us-east-1',
      accessKeyId: decodeURIComponent(username),
      secretAccessKey: decodeURIComponent(password),
    };
  } catch {
    // Not URL-encoded, most likely a "%" in the secret.
    return undefined;
  }
}
