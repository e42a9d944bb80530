import { describe, expect, it } from '@jest/globals';
import { withoutSubstitution, withSubstitution, type Appointing, type Substitution } from './substitutions.js';

const acting: Substitution = {
  id: 's1',
  substitute: 'deputy',
  from: '2026-11-27',
  to: '2026-12-05',
  order: 'распоряжение № 15',
  post: 'и. о. главы',
};
const appointing: Appointing = {
  officials: ['head', 'deputy', 'clerk', 'admin'],
  absent: { id: 'head', isAdministrator: false },
  by: { id: 'admin', isAdministrator: true },
  today: '2026-11-27',
};
const appoint = (more: Partial<Substitution> = {}, of: Partial<Appointing> = {}, known: readonly Substitution[] = []) =>
  withSubstitution(known, { ...acting, ...more }, { ...appointing, ...of });

describe('a substitution', () => {
  it('is added from today on, and another one after it', () => {
    expect(appoint()).toEqual([acting]);
    const next = { id: 's2', from: '2026-12-06', to: '2026-12-07' };
    expect(appoint(next, {}, [acting])).toEqual([acting, { ...acting, ...next }]);
  });

  it('is refused on days on which another substitute does these duties already, unless that was ended', () => {
    const overlapping = { id: 's2', substitute: 'clerk', from: '2026-12-05', to: '2026-12-10' };
    expect(() => appoint(overlapping, {}, [acting])).toThrow('SUBSTITUTION_OVERLAPS');
    const ended = { ...acting, endedAt: '2026-11-27T03:00:00.000Z' };
    expect(appoint(overlapping, {}, [ended])).toHaveLength(2);
  });

  it.each([
    ['a day that is over', { from: '2026-11-26' }],
    ['an end before its beginning', { to: '2026-11-26' }],
    ['more than a year', { to: '2027-11-29' }],
  ])('is refused for %s', (_, days) => {
    expect(() => appoint(days)).toThrow('SUBSTITUTION_DAYS');
  });

  it('gives no one the rights of himself, of a stranger, or by his own word', () => {
    expect(() => appoint({ substitute: 'head' })).toThrow('SUBSTITUTE_UNKNOWN');
    expect(() => appoint({ substitute: 'neighbour' })).toThrow('SUBSTITUTE_UNKNOWN');
    expect(() => appoint({ substitute: 'admin' })).toThrow('SUBSTITUTE_APPOINTS_HIMSELF');
  });

  it('of an administrator is an administrator’s to record, not a head’s', () => {
    const absent = { id: 'admin', isAdministrator: true };
    expect(() => appoint({}, { absent, by: { id: 'head', isAdministrator: false } })).toThrow(
      'SUBSTITUTION_OF_ADMINISTRATOR',
    );
    expect(appoint({}, { absent, by: { id: 'other', isAdministrator: true } })).toHaveLength(1);
  });

  it('ends at once, is taken away before it began, and cannot end twice', () => {
    const now = { at: '2026-11-30T03:00:00.000Z', today: '2026-11-30' };
    const ended = withoutSubstitution([acting], 's1', now);
    expect(ended).toEqual([{ ...acting, endedAt: now.at }]);
    expect(withoutSubstitution([acting], 's1', { ...now, today: '2026-11-26' })).toEqual([]);
    for (const known of [ended, []])
      expect(() => withoutSubstitution(known, 's1', now)).toThrow('SUBSTITUTION_UNKNOWN');
    expect(() => withoutSubstitution([acting], 's1', { ...now, today: '2026-12-06' })).toThrow('SUBSTITUTION_UNKNOWN');
  });
});
