import { expect, it } from '@jest/globals';
import type { District } from '@otklik/tenancy';
import { importedLine } from './import-line.js';

const reading = {
  district: { id: 1, code: 'aldan', zone: 'Asia/Yakutsk' } as District,
  fingerprintKey: Buffer.alloc(32, 1),
  at: '2026-11-26T00:00:00.000Z',
};

it('truncates a label without splitting a surrogate pair', () => {
  const line = importedLine(JSON.stringify({ id: 1, text: 'Яма', theme: `${'а'.repeat(499)}🙂 и дальше` }), 1, reading);
  const { sourceTheme } = (line as { submitted: { sourceTheme: string } }).submitted;
  expect(sourceTheme).toHaveLength(500);
  expect(sourceTheme.isWellFormed()).toBe(true);
});
