import type { SeenCase, SeenQuestion } from './acts.fixture.js';

export const ROLES: readonly string[] = [
  ...['moderator', 'registrar', 'coordinator', 'executor', 'executor.housing', 'executor.roads', 'approver'],
  ...['signatory', 'controller', 'head', 'head.housing'],
];

const OF_APPEAL: Readonly<Record<string, readonly string[]>> = {
  RECEIVED: ['moderator', 'registrar'],
  TAKEN_UP: ['registrar'],
  REOPEN_REQUESTED: ['controller', 'head', 'coordinator'],
};
const OF_QUESTION: Readonly<Record<string, readonly string[]>> = {
  OPEN: ['coordinator'],
  RETURNED: ['coordinator'],
  ROUTED: ['coordinator', 'head', 'registrar'],
};
const OF_RESPONSE: Readonly<Record<string, readonly string[]>> = {
  DRAFTED: ['approver'],
  APPROVED: ['signatory'],
  SIGNED: ['signatory'],
};
const EXECUTORS: Readonly<Record<string, string>> = { zhilye: 'executor.housing', dorogi: 'executor.roads' };

/** Who has something to do with the case: at random hardly any would be answered. Empty: no one. */
export function likelyRoles({ row, notices }: SeenCase): readonly string[] {
  const isWaiting = notices.some(({ state }) => state === 'PENDING');
  return [...(OF_APPEAL[row.state] ?? []), ...row.questions.flatMap(ofQuestion), ...(isWaiting ? ['registrar'] : [])];
}

function ofQuestion({ state, response, department, promise }: SeenQuestion): readonly string[] {
  if (state === 'ANSWERED') return promise?.state === 'WAITING' ? ['controller', 'executor', 'head'] : [];
  return state === 'IN_WORK' ? inWork(response?.state, department?.code) : (OF_QUESTION[state] ?? []);
}

function inWork(response = '', department = ''): readonly string[] {
  return OF_RESPONSE[response] ?? ['executor', EXECUTORS[department] ?? 'executor', 'head'];
}
