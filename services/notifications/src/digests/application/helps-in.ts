import { departmentsOf, permissionMatrix, type District, type RoleAssignment } from '@otklik/tenancy';

/** Departments for which the official may say that a part is done; none for who acts in the whole district (`isOwnPart` of libs/case). */
export function helpsIn(
  assignments: readonly RoleAssignment[],
  district: Pick<District, 'id' | 'departments'>,
): readonly string[] {
  const helping = permissionMatrix().get('Mutation.finishPart') ?? [];
  const departments = departmentsOf(assignments, district, helping);
  return departments === 'ALL' ? [] : departments;
}
