import type { CoExecutorsInput } from '@otklik/contracts/generated/graphql';
import type { Directory, District } from '@otklik/tenancy';
import type { CoExecutors } from '../domain/question-control.decide.js';
import { isOf } from './district-routes.js';

/** Whether all of them are of this district. */
export function knownCoExecutors(
  { officials: ids, departments }: CoExecutorsInput,
  district: District,
  directory: Directory,
): CoExecutors {
  const officials = ids.map((one) => one.toLowerCase());
  const worksHere = (official: string): boolean =>
    directory.officialById(official)?.assignments.some((one) => one.district === district.id) ?? false;
  return {
    officials,
    departments,
    officialsKnown: officials.every(worksHere),
    departmentsKnown: departments.every((code) => isOf(district.departments, code)),
  };
}
