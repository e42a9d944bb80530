import type { NoticeKind } from './enumerations.js';

/** Kinds of notices whose proof ends the question that they are about, or puts its new term in force: one that never leaves would leave it open. */
export const followedNotices: ReadonlySet<NoticeKind> = new Set([
  ...(['ANSWERED', 'FORWARDED', 'COVERING', 'LEFT_UNANSWERED', 'CORRESPONDENCE_ENDED'] as const),
  ...(['EXTENDED', 'INTERIM_ANSWER'] as const),
]);
