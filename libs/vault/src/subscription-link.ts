import { readSignedIds, signedIds } from './signed-ids.js';

/**
 * The secret part of a link that confirms a subscription, or ends it: derived from its id, so that no table holds it. `key`:
 * `Secrets.of('subscription-confirmation')` or `Secrets.of('subscription-end')`, so that neither link does what the other does.
 */
export function subscriptionLink(key: Buffer, district: number, id: string): string {
  return signedIds(key, district, [id]);
}

/** The id of the subscription of a link that this installation made for the district by this key; else undefined. */
export function readSubscriptionLink(key: Buffer, district: number, link: string): string | undefined {
  return readSignedIds(key, district, link, 1)?.[0];
}
