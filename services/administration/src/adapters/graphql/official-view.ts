import type {
  Absence,
  HeldRole,
  Official,
  OfficialAccount,
  OfficialOnDuty,
  Substitution,
} from '@otklik/contracts/generated/graphql';
import type { Directory, District, Substitution as HeldSubstitution } from '@otklik/tenancy';
import type { OfficialOfDistrict } from '../../application/officials-of-district.js';
import type { OfficialOnDuty as FoundOnDuty } from '../../application/officials-on-duty.js';

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
    substitutions: official.substitutions.map((one) => substitutionView(directory, district, one)),
    hasEmail: official.hasEmail,
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

function absenceView(
  directory: Directory,
  district: District,
  { absence }: Pick<OfficialOfDistrict, 'absence'>,
): Absence | null {
  if (!absence) return null;
  const { standIn, ...days } = absence;
  return { ...days, standIn: officialView(directory, district, standIn) };
}

function substitutionView(directory: Directory, district: District, held: HeldSubstitution): Substitution {
  const { id, from, to, order, post } = held;
  return { id, from, to, order, post, substitute: officialView(directory, district, held.substitute) };
}

export function onDutyView(
  directory: Directory,
  district: District,
  found: readonly FoundOnDuty[],
): readonly OfficialOnDuty[] {
  const rolesOf = ({ roles }: FoundOnDuty) => [...new Set(roles.map(({ role }) => role))];
  const view = (one: FoundOnDuty): Official => ({ id: one.id, name: one.name, roles: rolesOf(one) });
  const byId = new Map(found.map((one) => [one.id, view(one)]));
  return found.map((one) => ({
    official: view(one),
    position: one.position,
    roles: rolesOf(one),
    absence: absenceView(directory, district, one),
    substitutedBy: one.substitutedBy.map((held) => substitutionView(directory, district, held)),
    substituteOf: one.substituteOf.flatMap((id) => byId.get(id) ?? []),
  }));
}
