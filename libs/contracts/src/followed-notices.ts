import type { NoticeKind } from './enumerations.js';

/**
 * Kinds of notices whose proof ends the question that they are about, puts its new term in force, or informs the body that waits: one that
 * never leaves would leave it open.
 */
export const followedNotices: ReadonlySet<NoticeKind> = new Set([
  ...(['ANSWERED', 'FORWARDED', 'COVERING', 'LEFT_UNANSWERED', 'CORRESPONDENCE_ENDED'] as const),
  ...(['EXTENDED', 'INTERIM_ANSWER', 'INFORMING'] as const),
]);
