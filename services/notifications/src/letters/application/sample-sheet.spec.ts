import { expect, it } from '@jest/globals';
import { aldan } from '../../test-district.fixture.js';
import { samplePaper } from './sample-sheet.js';

const madeAt = '2026-11-27T04:58:00.000Z';
const style = { language: 'ru' } as const;

it('has the letterhead and the look of numbers of the district, and words for all that a letter is about', () => {
  const letters = {
    index: '02-11',
    number: '{n}-{year}',
    letterhead: { name: ['АДМИНИСТРАЦИЯ', 'района'], okpo: '12345678' },
  };
  const paper = samplePaper({ ...aldan, letters }, style, madeAt);
  expect(paper.number).toBe('1-2026');
  expect(paper.letterhead.name).toEqual(['АДМИНИСТРАЦИЯ', 'района']);
  expect(paper.letterhead.lines.join(' ')).toContain('ОКПО 12345678');
  expect(paper.addressee.lines).toEqual(['[Имя и адрес подставятся при отправке]']);
  expect(paper.paragraphs).toEqual([{ text: expect.stringMatching(/^Здесь будет текст письма/) }]);
});

it('has the signer of notices where the file names one who may sign, else says that the signature comes later', () => {
  const head = { id: 'h', login: 'aldan.head', name: 'Семён Петрович Егоров', position: 'Глава района' };
  const officials = [{ ...head, assignments: [{ district: aldan.id, role: 'HEAD' }] } as const];
  const signatureOf = (noticesSignedBy: string) =>
    samplePaper({ ...aldan, officials, letters: { noticesSignedBy } }, style, madeAt).signature;
  expect(signatureOf('aldan.head')).toEqual({ kind: 'UNSIGNED', post: 'Глава района', name: 'С. П. Егоров' });
  expect(signatureOf('left').post).toBe('[Подпись и дата подставятся при подписании]');
});
