import { describe, expect, it } from '@jest/globals';
import { officialState, type AccountFacts } from './account-state.js';

const at = { now: '2026-11-27T03:00:00.000Z', today: '2026-11-27' };
const invited = (expiresAt: string, over: Partial<AccountFacts> = {}): AccountFacts => ({
  hasPassword: false,
  hasSecondFactor: false,
  invitation: { at: '2026-11-20T03:00:00.000Z', expiresAt, isUsed: false },
  ...over,
});
const here = { isDismissed: false };

describe('the state of an official', () => {
  it('is WORKING without an account of ours', () => {
    expect(officialState(here, undefined, at)).toBe('WORKING');
  });

  it('is INVITED until the link expires or a password is set', () => {
    expect(officialState(here, invited('2026-11-28T00:00:00.000Z'), at)).toBe('INVITED');
    expect(officialState(here, invited('2026-11-26T00:00:00.000Z'), at)).toBe('INVITATION_EXPIRED');
    expect(officialState(here, invited('2026-11-26T00:00:00.000Z', { hasPassword: true }), at)).toBe('WORKING');
  });

  it('is ABSENT on the first and the last day of an absence, and WORKING on the days around', () => {
    const away = (from: string, to: string) => ({ ...here, absence: { from, to, reason: 'VACATION' as const } });
    expect(officialState(away('2026-11-27', '2026-12-05'), undefined, at)).toBe('ABSENT');
    expect(officialState(away('2026-11-20', '2026-11-27'), undefined, at)).toBe('ABSENT');
    expect(officialState(away('2026-11-28', '2026-12-05'), undefined, at)).toBe('WORKING');
    expect(officialState(away('2026-11-20', '2026-11-26'), undefined, at)).toBe('WORKING');
  });

  it('is DISMISSED whatever else holds', () => {
    expect(officialState({ isDismissed: true }, invited('2026-11-28T00:00:00.000Z'), at)).toBe('DISMISSED');
  });
});
