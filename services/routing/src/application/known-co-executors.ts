import type { CoExecutorPartInput, CoExecutorsInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { compact, localDate } from '@otklik/kernel';
import type { Directory, Role } from '@otklik/tenancy';
import type { CoExecutors, PartToGive } from '../domain/question-co-executors.decide.js';
import { isOf } from './district-routes.js';

/** The roles of `finishPart` (`@access`). */
const FINISHING: readonly Role[] = ['EXECUTOR', 'APPROVER', 'SIGNATORY', 'HEAD'];

/** Whether all of them are of this district, and the parts that are given to them. */
export function knownCoExecutors(
  { officials: ids, departments, parts }: CoExecutorsInput,
  { inDistrict: district, commandId, at }: ClientCommandContext,
  directory: Directory,
): CoExecutors {
  const officials = ids.map((one) => one.toLowerCase());
  const rolesHere = (official: string): readonly Role[] =>
    (directory.officialById(official)?.assignments ?? []).flatMap((one) =>
      one.district === district.id ? one.role : [],
    );
  const worksHere = (official: string): boolean => rolesHere(official).length > 0;
  const mayFinish = ({ official, text }: PartToGive): boolean =>
    official === undefined || text === undefined || rolesHere(official).some((role) => FINISHING.includes(role));
  const each = parts?.map(partOf);
  return {
    officials,
    departments,
    officialsKnown: officials.every(worksHere),
    departmentsKnown: departments.every((code) => isOf(district.departments, code)),
    ...(each && { parts: { commandId, each, mayBeDone: each.every(mayFinish), today: localDate(at, district.zone) } }),
  };
}

function partOf({ official, department, text, until }: CoExecutorPartInput): PartToGive {
  return compact({
    official: official?.toLowerCase(),
    department: department ?? undefined,
    text: text ?? undefined,
    until: until ?? undefined,
  });
}
