import type { Official } from '@otklik/tenancy';

/** He chose it, has an address, and still works in the district. */
export function wantsAssignmentLetter(
  official: Official | undefined,
  district: number,
): official is Official & { readonly email: string } {
  if (official?.isAssignmentLetterOn !== true || official.email === undefined) return false;
  return official.assignments.some((one) => one.district === district);
}
