import type { NoticeKind } from './notice-enumerations.js';

/** Letters that go to a body, not to the applicant, who is told otherwise. */
export const noticesToBodies: readonly NoticeKind[] = ['COVERING', 'REQUEST'];

export function isToBody(kind: NoticeKind): boolean {
  return noticesToBodies.includes(kind);
}
