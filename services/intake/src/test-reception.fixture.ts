import type { ReceptionHours } from '@otklik/tenancy';

export const RECEPTIONS = [
  'bookReception',
  'enterReception',
  'cancelOwnReception',
  'moveReception',
  'cancelReception',
  'recordReceptionReminder',
  'recordVisitorCame',
  'takeBackVisitorCame',
  'recordVisitorMissed',
  'endReception',
] as const;

/** Tuesdays by time, and a live queue on one day. The clock of a world begins on Tuesday, 24 November 2026, at noon. */
export const testReception: ReceptionHours[] = [
  {
    code: 'deputy',
    official: 'Громова Елена Викторовна',
    post: 'заместитель главы',
    place: 'каб. 4',
    weekdays: ['TUE'],
    from: '14:00',
    to: '15:00',
    minutes: 20,
    video: true,
  },
  {
    code: 'day',
    official: 'Егоров Сергей Петрович',
    post: 'глава района',
    place: 'каб. 1',
    dates: ['2026-11-24'],
    from: '12:00',
    to: '20:00',
    minutes: 20,
    queue: true,
  },
];

const term = { version: 1, start: 'RECEIVED', endOnDayOff: 'NEXT' } as const;
export const receptionTerms = {
  APPEAL_59FZ: { ...term, id: 'REG', term: 3, unit: 'CALENDAR_DAYS', duty: 'REGISTER', source: '59-FZ art. 8(2)' },
  SOCIAL_MESSAGE: { ...term, id: 'MOD', term: 4, unit: 'HOURS', duty: 'MODERATE', source: 'the order' },
} as const;
