import { holds, officialRoles, type Actor } from '@otklik/tenancy';

/** Analysts read texts and answers; drafts, notes and officials' reasons are the work of these. */
const workRoles = officialRoles.filter((role) => !['ANALYST', 'REPUBLIC_ANALYST', 'DISTRICT_ADMIN'].includes(role));

/** Whether drafts, notes and resolutions are shown: not by the role that permitted the card, as an official may have several. */
export function seesWork(actor: Actor, district: number): boolean {
  return workRoles.some((role) => holds(actor, district, role));
}
