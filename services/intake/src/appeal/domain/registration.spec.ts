import { expect, it } from '@jest/globals';
import { Refusal } from '@otklik/kernel';
import { demandIdentified, journalOf, regimeOf, registrationNumber, seriesOf } from './registration.js';

it.each([
  ['SITE', false, 'SOCIAL_MESSAGE'],
  ['SITE', true, 'APPEAL_59FZ'],
  ['PAPER', false, 'APPEAL_59FZ'],
  ['RECEPTION', true, 'ORAL_RECEPTION'],
  ['PHONE', true, 'SOCIAL_MESSAGE'],
  ['IMPORT', false, 'SOCIAL_MESSAGE'],
  ['NETWORK', false, 'SOCIAL_MESSAGE'],
  ['EMAIL', false, 'SOCIAL_MESSAGE'],
  ['OPEN311', false, 'SOCIAL_MESSAGE'],
] as const)('%s, identified: %s, comes as %s', (channel, identified, regime) => {
  expect(regimeOf(channel, identified)).toBe(regime);
});

it('registers appeals and messages in separate journals', () => {
  expect(['APPEAL_59FZ', 'ORAL_RECEPTION', 'SOCIAL_MESSAGE', 'POS_MESSAGE'].map((r) => journalOf(r as never))).toEqual([
    'APPEALS',
    'APPEALS',
    'MESSAGES',
    'MESSAGES',
  ]);
});

it('numbers a series per local year and journal', () => {
  const series = seriesOf('APPEAL_59FZ', '2026-12-31');
  expect(series).toEqual({ journal: 'APPEALS', year: 2026 });
  expect(registrationNumber('АЛД', series, 17)).toBe('АЛД-О-2026-17');
  expect(registrationNumber('АЛД', seriesOf('SOCIAL_MESSAGE', '2027-01-01'), 1)).toBe('АЛД-С-2027-1');
});

it('refuses to turn a message into an appeal without a name or an identification', () => {
  expect(() => demandIdentified(true, 'паспорт предъявлен')).not.toThrow();
  expect(() => demandIdentified(false, 'паспорт предъявлен')).toThrow(Refusal);
  expect(() => demandIdentified(true, '  ')).toThrow(Refusal);
});
