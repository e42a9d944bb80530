import { describe, expect, it } from '@jest/globals';
import { answerDay } from './answer-day.js';

const clock = {
  calendar: {
    version: '2026-1',
    years: [2026],
    days: {},
    workingDay: { from: '09:00', to: '18:00', breaks: [], shortenedBy: 60 },
  },
  zone: 'Asia/Yakutsk',
};
const at = (local: string) => answerDay(new Date(`${local}+09:00`).toISOString(), clock);
const local = (instant: string) => new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(0, 16);
const told = (moment: string) => {
  const { on, since } = at(moment);
  return [on, local(since)];
};

describe('the day to answer on', () => {
  it('is today while its working hours run, and before them', () => {
    expect(told('2026-11-27T10:00:00')).toEqual(['2026-11-27', '2026-11-26T18:00']);
    expect(told('2026-11-27T03:00:00')).toEqual(['2026-11-27', '2026-11-26T18:00']);
  });

  it('is the next working day once they are over', () => {
    expect(told('2026-11-26T18:00:00')).toEqual(['2026-11-27', '2026-11-26T18:00']);
    expect(told('2026-11-27T23:00:00')).toEqual(['2026-11-30', '2026-11-27T18:00']);
  });

  it('is Monday through the weekend, and on Monday counts all of it', () => {
    expect(told('2026-11-28T04:15:00')).toEqual(['2026-11-30', '2026-11-27T18:00']);
    expect(told('2026-11-29T20:00:00')).toEqual(['2026-11-30', '2026-11-27T18:00']);
    expect(told('2026-11-30T09:30:00')).toEqual(['2026-11-30', '2026-11-27T18:00']);
  });
});
