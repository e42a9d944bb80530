import { afterAll, beforeAll, it } from '@jest/globals';
import { s3Store, type S3Store } from '../../../../../deploy/stack/s3.js';
import { whatIsMissing } from '../../../../../deploy/stack/stack.js';

/**
 * Specs that need a store behind the S3 protocol: each file starts one. Where this machine cannot, they are skipped, and
 * with `CI=true` they fail: nobody shall take it for tested.
 */
export function onStore(specs: (store: () => S3Store) => void): void {
  const missing = whatIsMissing();
  if (missing) {
    const name = `needs a store behind the S3 protocol: ${missing}`;
    if (process.env['CI'] === 'true') it(name, () => Promise.reject(new Error(name)));
    else it.skip(name, () => undefined);
    return;
  }
  let store: S3Store | undefined;
  beforeAll(async () => void (store = await s3Store(console.warn)), 180_000);
  afterAll(() => store?.stop());
  specs(() => store!);
}
