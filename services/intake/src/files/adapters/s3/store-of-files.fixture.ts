import { afterAll, beforeAll } from '@jest/globals';
import { needing } from '@otklik/testing';
import { s3Store, type S3Store } from '../../../../../../deploy/stack/s3.js';
import { missingRequirement } from '../../../../../../deploy/stack/stack.js';

/** Specs that need an S3 server: each file starts one. */
export function withS3Store(specs: (store: () => S3Store) => void): void {
  const missing = missingRequirement();
  needing(missing && `needs an S3 server: ${missing}`, () => {
    let store: S3Store | undefined;
    beforeAll(async () => void (store = await s3Store(console.warn)), 180_000);
    afterAll(() => store?.stop());
    specs(() => store!);
  });
}
