import type { BodyRequestStatus } from '@otklik/contracts/enumerations';

/** mySociety's words, with and without its longer endings (`fixed - council`). */
const OPEN = /^(open|confirmed|investigating|in[ _]progress|action[ _]scheduled|planned|reopened)\b/;
const CLOSED =
  /^(closed|fixed|no[ _]further[ _]action|not[ _](councils[ _])?responsib\w+|duplicate|unable[ _]to[ _]fix|internal[ _]referral)\b/;

/** Undefined for another word: it is taken to change nothing. */
export function statusAfter(word: string | undefined): BodyRequestStatus | undefined {
  if (word === undefined) return undefined;
  if (OPEN.test(word)) return 'OPEN';
  return CLOSED.test(word) ? 'CLOSED' : undefined;
}
