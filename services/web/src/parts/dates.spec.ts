import { describe, expect, it } from '@jest/globals';
import { instantOf, localMoment } from './dates.js';

describe('date and time of a field', () => {
  it.each([
    ['Asia/Yakutsk', '2026-11-27T17:00', '2026-11-27T08:00:00.000Z'],
    ['Asia/Vladivostok', '2026-11-27T00:30', '2026-11-26T14:30:00.000Z'],
    ['Europe/Berlin', '2026-10-25T12:00', '2026-10-25T11:00:00.000Z'],
    ['Europe/Berlin', '2026-10-24T12:00', '2026-10-24T10:00:00.000Z'],
  ])('are those of the zone %s: %s', (zone, local, instant) => {
    expect(instantOf(zone, local)).toBe(instant);
    expect(localMoment(zone, Date.parse(instant))).toBe(local);
  });
});
