import { isWithin, localDate } from '@otklik/kernel';
import type { Directory, Official } from '@otklik/tenancy';

/** These roles act at once, at any hour. */
const TOLD: ReadonlySet<string> = new Set(['CONTROLLER', 'HEAD']);

/**
 * Officials of the district who act at once, are not away at `at` (ISO 8601 UTC), and have an e-mail address; also those who do it in
 * the stead of one who is away.
 */
export function onDuty(
  directory: Directory,
  id: number,
  at: string,
): readonly (Official & { readonly email: string })[] {
  const district = directory.districtById(id);
  if (!district) return [];
  const today = localDate(at, district.zone);
  return district.officials.filter(
    (official): official is Official & { readonly email: string } =>
      official.email !== undefined && !isWithin(official.absence, today) && oversees(official, id, directory),
  );
}

function oversees({ login }: Official, district: number, directory: Directory): boolean {
  const held = directory.official(login)?.assignments ?? [];
  return held.some((one) => one.district === district && TOLD.has(one.role));
}
