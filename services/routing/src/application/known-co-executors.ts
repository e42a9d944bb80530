import type { CoExecutorPartInput, CoExecutorsInput } from '@otklik/contracts/generated/graphql';
import type { ClientCommandContext } from '@otklik/event-store';
import { compact, localDate } from '@otklik/kernel';
import type { Directory } from '@otklik/tenancy';
import type { CoExecutors, PartToGive } from '../domain/question-co-executors.decide.js';
import { isOf } from './district-routes.js';

/** Whether all of them are of this district, and the parts that are given to them. */
export function knownCoExecutors(
  { officials: ids, departments, parts }: CoExecutorsInput,
  { inDistrict: district, commandId: given, at }: ClientCommandContext,
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
    ...(parts && { parts: { given, each: parts.map(partOf), today: localDate(at, district.zone) } }),
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
