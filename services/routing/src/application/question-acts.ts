import { departmentsOf, type Departments, type Directory, type District } from '@otklik/tenancy';
import type { AssignExecutor, RouteQuestion } from '../domain/question.decide.js';
import { isOf } from './district-routes.js';

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
  executor: string,
  mayActIn: Departments,
  directory: Pick<Directory, 'officialById'>,
): AssignExecutor {
  const assignments = directory.officialById(executor)?.assignments ?? [];
  return {
    type: 'AssignExecutor',
    executor,
    executorIn: departmentsOf(assignments, district, ['EXECUTOR']),
    mayActIn,
  };
}
