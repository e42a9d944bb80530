import { expect, it } from '@jest/globals';
import { dayOf, nameParts, type Announced, type Visit } from './day-rows.js';

const on = '2026-11-24';
const sitting = { hours: 'deputy', official: 'Громова', post: 'зам', place: 'каб. 4', on, from: '14:00', to: '15:00' };
const announced = {
  ...sitting,
  video: true,
  queue: false,
  slots: [
    { begins: '14:00', free: false },
    { begins: '14:20', free: true },
  ],
} as Announced;
const visit = (id: string, hours: string, begins: string | null) =>
  ({ id, hours, begins, official: 'Громова', post: 'зам', place: 'каб. 4' }) as Visit;

it('lists visitors and free times by time, the queue after them', () => {
  const [day] = dayOf(on, [announced], [visit('queue', 'deputy', null), visit('first', 'deputy', '14:00')]);
  expect(day!.rows.map((row) => (row.is === 'VISIT' ? row.visit.id : row.begins))).toEqual(['first', '14:20', 'queue']);
});

it('lists what was booked and is announced no more, and nothing of other days', () => {
  const days = dayOf(on, [{ ...announced, on: '2026-11-25' }], [visit('gone', 'old', '10:00')]);
  expect(days).toMatchObject([{ hours: 'old', rows: [{ is: 'VISIT' }] }]);
  expect(days[0]!.announced).toBeUndefined();
});

it('reads the parts of a name', () => {
  expect(nameParts(' Карпова  Зоя Михайловна ')).toEqual({
    surname: 'Карпова',
    givenName: 'Зоя',
    patronymic: 'Михайловна',
  });
  expect(nameParts('Карпова')).toEqual({ surname: 'Карпова' });
});
