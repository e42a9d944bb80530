import type { StartedRule } from '@otklik/kernel';
import { randomUUID } from 'node:crypto';

export const zone = 'Asia/Yakutsk';
export const law: StartedRule = {
  id: 'ANS',
  version: 1,
  term: 30,
  unit: 'CALENDAR_DAYS',
  endOnDayOff: 'NEXT',
  duty: 'ANSWER',
  start: 'REGISTERED',
  source: '59-FZ art. 12(1)',
};
export const longer = { start: 'TERM_END', endOnDayOff: 'PREVIOUS' } as const;
export const works = { id: randomUUID(), code: 'works', name: 'Works' };
export const housing = { id: randomUUID(), code: 'housing', name: 'Housing' };
