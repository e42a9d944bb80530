import { departmentsOf, type Actor, type Directory, type District, type OfficialRole } from '@otklik/tenancy';
import type { AssignExecutor, ReturnQuestion, RouteQuestion } from '../domain/question.decide.js';
import type { Departments } from '../domain/question.decide.js';
import { isOf } from './open-question.js';

/** The facts of the directory that the rules ask for, put into the commands of officials. */

export function routeQuestion(
  district: District,
  wanted: { readonly topic: string; readonly department: string; readonly reason: string | undefined },
): RouteQuestion {
  const { topic, department, reason } = wanted;
  return {
    type: 'RouteQuestion',
    topic,
    department,
    topicKnown: isOf(district.topics, topic),
    departmentKnown: isOf(district.departments, department),
    ...(reason === undefined ? {} : { reason }),
  };
}

export function assignExecutor(
  district: District,
  actor: Actor,
  executor: string,
  directory: Pick<Directory, 'officialById'>,
): AssignExecutor {
  const assignments = directory.officialById(executor)?.assignments ?? [];
  return {
    type: 'AssignExecutor',
    executor,
    executorIn: departmentsOf(assignments, district, ['EXECUTOR']),
    mayActIn: rightsOf(actor, district, ['COORDINATOR', 'HEAD']),
  };
}

export function returnQuestion(district: District, actor: Actor, reason: string): ReturnQuestion {
  return { type: 'ReturnQuestion', reason, mayActIn: rightsOf(actor, district, ['HEAD', 'EXECUTOR']) };
}

/** `roles`: those that the schema's access rule of the act names. */
function rightsOf(actor: Actor, district: District, roles: readonly OfficialRole[]): Departments {
  return actor.kind === 'official' ? departmentsOf(actor.assignments, district, roles) : [];
}
