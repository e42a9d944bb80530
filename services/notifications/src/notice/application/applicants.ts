import type { CancelGround } from '@otklik/contracts/enumerations';
import { Applicant } from '../store/applicants.js';

/** Why nothing that comes from now on is told: the ground on which what was open already was cancelled. */
export function owedNothing({
  erased,
  withdrawn,
}: Pick<Applicant, 'erased' | 'withdrawn'>): Extract<CancelGround, 'ERASED' | 'WITHDRAWN'> | undefined {
  if (erased) return 'ERASED';
  return withdrawn ? 'WITHDRAWN' : undefined;
}
