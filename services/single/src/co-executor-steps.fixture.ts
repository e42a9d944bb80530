import type { Command } from './case-story.fixture.js';

export function helping([officials, departments, hasParts]: readonly [
  readonly string[],
  readonly string[],
  boolean?,
]): Command {
  const known = { officialsKnown: true, departmentsKnown: true };
  const whose = [...officials.map((one) => ({ official: one })), ...departments.map((code) => ({ department: code }))];
  const each = whose.map((one) => ({ ...one, text: 't' }));
  const parts = hasParts ? { parts: { commandId: 'g', each, mayBeDone: true, today: '2026-11-25' } } : {};
  return { type: 'AssignCoExecutors', officials, departments, ...known, ...parts, mayActIn: 'ALL' };
}

export function passingOn([by, executor]: readonly [string, string]): Command {
  const where = { executorIn: 'ALL', mayActIn: 'ALL', today: '2027-05-01', zone: 'Asia/Yakutsk' };
  return { type: 'PassOnAssignment', by, executor, assignment: 'p', ...where };
}
