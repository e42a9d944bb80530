import type { Addressee, NoticeKind } from './notice-enumerations.js';

/** Letters to a body, not to the applicant, who is notified otherwise. */
export const noticesToBodies: readonly NoticeKind[] = ['COVERING', 'REQUEST', 'INFORMING'];

export function isToBody(kind: NoticeKind): boolean {
  return noticesToBodies.includes(kind);
}

/** No notice goes to an official: letters to them are no notices. */
export function addresseeOf(kind: NoticeKind): Exclude<Addressee, 'OFFICIAL'> {
  return isToBody(kind) ? 'BODY' : 'APPLICANT';
}
