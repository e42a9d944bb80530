import { describe, expect, it } from '@jest/globals';
import { quietPause } from './quiet-hours.js';

const HOUR = 3_600_000;
const zone = 'Asia/Yakutsk';
const night = { from: '21:00', to: '08:00' };
const pause = (local: string, dueOn: string | null = null, quiet = night) =>
  quietPause({ at: `${local}:00.000+09:00`, zone, quiet, dueOn }) / HOUR;

describe('a letter in the quiet hours', () => {
  it('waits for the morning, before midnight and after it', () => {
    expect(pause('2026-11-24T21:00')).toBe(11);
    expect(pause('2026-11-25T02:30')).toBe(5.5);
    expect(pause('2026-11-24T13:00', null, { from: '12:00', to: '14:00' })).toBe(1);
  });
  it('goes at once outside them', () => {
    expect([pause('2026-11-24T20:59'), pause('2026-11-25T08:00')]).toEqual([0, 0]);
  });
  it('59-FZ art. 12(1): goes at once when its term ends before the morning, or has ended', () => {
    expect(pause('2026-11-24T22:00', '2026-11-24')).toBe(0);
    expect(pause('2026-11-25T02:00', '2026-11-24')).toBe(0);
    expect(pause('2026-11-25T02:00', '2026-11-25')).toBe(6);
  });
});
