import { readSignedIds, signedIds } from './signed-ids.js';

/**
 * The secret part of a link that opens a follow-up in place of a lost code. It is derived from the link's id, so that no table
 * and no event holds it. `key`: `Secrets.of('follow-up-link')`.
 */
export function followUpLink(key: Buffer, district: number, id: string): string {
  return signedIds(key, district, [id]);
}

/** The id of a link that this installation made for the district; else undefined. */
export function readFollowUpLink(key: Buffer, district: number, link: string): string | undefined {
  return readSignedIds(key, district, link, 1)?.[0];
}
