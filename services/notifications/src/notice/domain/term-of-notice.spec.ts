import { expect, it } from '@jest/globals';
import { dueOfNotice, ruleOfNotice } from './term-of-notice.js';

it('knows which rule of the law sets the days of a notice', () => {
  expect(ruleOfNotice({ kind: 'REGISTERED', details: {} })).toBe('REG');
  expect(ruleOfNotice({ kind: 'FORWARDED', details: {} })).toBe('FWD');
  expect(ruleOfNotice({ kind: 'COVERING', details: {} })).toBe('FWD');
  expect(ruleOfNotice({ kind: 'LEFT_UNANSWERED', details: { ground: 'COURT' } })).toBe('COURT');
  expect(ruleOfNotice({ kind: 'LEFT_UNANSWERED', details: { ground: 'ABUSE' } })).toBeUndefined();
  expect(ruleOfNotice({ kind: 'EXTENDED', details: {} })).toBeUndefined();
});

it('is due by the earlier of its own days and the answer’s', () => {
  expect(dueOfNotice({ dueOn: '2026-12-24' }, '2026-12-01')).toBe('2026-12-01');
  expect(dueOfNotice({ dueOn: '2026-11-30' }, '2026-12-01')).toBe('2026-11-30');
  expect(dueOfNotice({ dueOn: '2026-12-24' }, undefined)).toBe('2026-12-24');
  expect(dueOfNotice({ dueOn: null }, '2026-12-01')).toBe('2026-12-01');
  expect(dueOfNotice({ dueOn: null }, undefined)).toBeUndefined();
});
