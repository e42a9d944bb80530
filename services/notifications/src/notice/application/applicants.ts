import type { CancelGround } from '@otklik/contracts/enumerations';
import { Applicant } from '../store/applicants.js';

/** The reason why no further notice is sent: the ground on which the open ones were cancelled. */
export function owedNothing({
  erased,
  withdrawn,
}: Pick<Applicant, 'erased' | 'withdrawn'>): Extract<CancelGround, 'ERASED' | 'WITHDRAWN'> | undefined {
  if (erased) return 'ERASED';
  return withdrawn ? 'WITHDRAWN' : undefined;
}
