import type { Absence, HeldRole, Official, OfficialAccount } from '@otklik/contracts/generated/graphql';
import type { Directory, District } from '@otklik/tenancy';
import type { OfficialOfDistrict } from '../../application/officials-of-district.js';

export function officialAccount(
  directory: Directory,
  district: District,
  official: OfficialOfDistrict,
): OfficialAccount {
  const { id, login, name, position, state, version, dismissedAt, account } = official;
  return {
    id,
    login,
    name,
    position,
    state,
    roles: official.roles.map((held) => heldRole(district, held)),
    absence: absenceView(directory, district, official),
    lastSignInAt: account?.lastSignInAt,
    hasSecondFactor: account?.hasSecondFactor ?? false,
    invitedAt: account?.invitation?.at,
    invitationExpiresAt: account?.invitation?.expiresAt,
    dismissedAt,
    version,
  };
}

/** Undefined for one whom the directory does not know any more. */
export function officialView(directory: Directory, district: District, id: string | undefined): Official | undefined {
  const official = id === undefined ? undefined : directory.officialById(id);
  if (!official) return undefined;
  const held = official.assignments.filter((one) => one.district === district.id);
  return { id: official.id, name: official.name, roles: [...new Set(held.map(({ role }) => role))] };
}

function heldRole(district: District, { role, department: id, since }: OfficialOfDistrict['roles'][number]): HeldRole {
  const department = district.departments.find((one) => one.id === id);
  return { role, since, department: department ? { code: department.code, name: department.name } : null };
}

function absenceView(directory: Directory, district: District, { absence }: OfficialOfDistrict): Absence | null {
  if (!absence) return null;
  const { standIn, ...days } = absence;
  return { ...days, standIn: officialView(directory, district, standIn) };
}
