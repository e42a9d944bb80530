import type { NoticePart } from '@otklik/case/notice';
import { isToBody } from '@otklik/contracts/notices-to-bodies';

/** The body that a letter is written to; a notice to the applicant names another, and goes to none. */
export function addressedBody({ kind, details }: Pick<NoticePart, 'kind' | 'details'>): string | null {
  return (isToBody(kind) && details?.body) || null;
}
