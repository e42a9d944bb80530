import { expect, it } from '@jest/globals';
import type { AppealReceivedData } from '@otklik/contracts/intake.events';
import { type AppealPart, noAppeal } from '@otklik/case/appeal';
import { entryView, fileNames } from './entry-view.js';

const opened = (sealed: string | undefined) => sealed?.replace('sealed:', '');
const files = (count: number) => Array.from({ length: count }, () => ({})) as unknown as AppealReceivedData['files'];
const appeal = (received: Partial<AppealReceivedData>, more: Partial<AppealPart> = {}): AppealPart => ({
  ...noAppeal,
  received: received as AppealReceivedData,
  ...more,
});

it('shows the fields of the paper form, and nothing where no official entered any', () => {
  expect(entryView(appeal({ files: [] }), opened)).toBeNull();
  expect(entryView(noAppeal, opened)).toBeNull();
  const original = { number: 'б/н', date: '2026-11-20', sheets: 2 };
  expect(entryView(appeal({ answerWay: 'POST', original, forwardedBy: 'sealed:Депутат' }), opened)).toMatchObject({
    answerWay: 'POST',
    originalNumber: 'б/н',
    originalDate: '2026-11-20',
    sheets: 2,
    forwardedBy: 'Депутат',
  });
});

it('names each file in its order, those of supplements last', () => {
  const supplement = { id: 'e', text: '', at: '', files: files(1), fileNames: 'sealed:["лист 2.pdf"]' };
  const unnamed = { id: 'e', text: '', at: '', files: files(1) };
  const part = appeal(
    { files: files(2), fileNames: 'sealed:["лист 1.jpg",""]' },
    { supplements: [unnamed, supplement] },
  );
  expect(fileNames(part, opened)).toEqual(['лист 1.jpg', '', '', 'лист 2.pdf']);
  expect(fileNames(part, () => undefined)).toEqual(['', '', '', '']);
});
