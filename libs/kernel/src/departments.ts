/** Codes of departments of one district; ALL includes departments that are added later. */
export type Departments = 'ALL' | readonly string[];

/** False for a question that has no department, except for the whole district. */
export function covers(departments: Departments, department: string | undefined): boolean {
  return departments === 'ALL' || (department !== undefined && departments.includes(department));
}
