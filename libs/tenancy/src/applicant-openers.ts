import type { Role } from './actor.js';
import { permissionMatrix } from './permissions.js';

/**
 * The roles, among these, that open name and contact of an applicant at all: those of `applicant`. What shows them otherwise, in a list,
 * a print, an evidence file or on the sheet of a draft, asks this, too.
 */
export function applicantOpeners(among?: readonly Role[]): readonly Role[] {
  const openers = permissionMatrix().get('Query.applicant') ?? [];
  return among ? among.filter((role) => openers.includes(role)) : openers;
}
