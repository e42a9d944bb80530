import { readSignedIds, signedIds } from './signed-ids.js';

/** The covering letter to a body, and the question that it is about. */
export interface BodyLetterId {
  readonly question: string;
  readonly letter: string;
}

/**
 * The secret part of the link by which a body opens the question that was forwarded to it. It is derived from both ids,
 * so that no table and no event holds it; whether it still opens depends on the question. `key`:
 * `Secrets.of('body-link')`.
 */
export function bodyLink(key: Buffer, district: number, { question, letter }: BodyLetterId): string {
  return signedIds(key, district, [question, letter]);
}

/** What a link that this installation made for the district opens; else undefined. */
export function readBodyLink(key: Buffer, district: number, link: string): BodyLetterId | undefined {
  const ids = readSignedIds(key, district, link, 2);
  return ids && { question: ids[0]!, letter: ids[1]! };
}
