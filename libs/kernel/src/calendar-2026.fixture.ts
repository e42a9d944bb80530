import type { DayKind, WorkingCalendar } from './calendar.js';

const off = (...days: string[]): Record<string, DayKind> => Object.fromEntries(days.map((day) => [day, 'OFF']));

/** 2026 as its decree has it, as far as these terms meet it; 2027 has none. */
export const calendar2026: WorkingCalendar = {
  version: '2026.1 own.1',
  years: [2026],
  days: {
    ...off('2026-01-01', '2026-01-02', '2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09'),
    ...off(
      '2026-02-23',
      '2026-03-09',
      '2026-05-01',
      '2026-05-09',
      '2026-05-11',
      '2026-06-12',
      '2026-11-04',
      '2026-12-31',
    ),
    '2026-05-08': 'SHORTENED',
    '2026-04-30': 'SHORTENED',
    '2026-08-15': 'WORKING',
  },
};
