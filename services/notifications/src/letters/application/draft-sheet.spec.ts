import { expect, it } from '@jest/globals';
import { aldan } from '../../test-district.fixture.js';
import type { Correspondence } from './correspondence.js';
import { draftPaper } from './draft-sheet.js';

const known = {
  question: { question: 'q', appeal: 'a', department: 'works' },
  applicant: { number: 'АЛД-О-2026-190', registeredOn: '2026-11-10', regime: 'APPEAL_59FZ', channel: 'PAPER' },
  source: undefined,
  again: 0,
  name: 'Ефремов Степан Ильич',
  contact: 'stepan@aldan.example',
  place: undefined,
  appealText: 'Прошу почистить дорогу.',
  executor: 'Винокурова С. А.',
} as unknown as Correspondence;
const unsent = { question: 'q', text: 'Почистим {{дата}}.', attachments: ['График.pdf'] };
const of = {
  district: aldan,
  style: { language: 'ru' },
  signatory: undefined,
  madeAt: '2026-11-27T04:58:00.000Z',
} as const;
const to = { kind: 'APPLICANT', name: known.name, address: 'ул. Нагорная, 4' } as const;

it('is a draft: without number, day and signature, which it gets when it is signed', () => {
  const signatory = { name: 'Елена Викторовна Громова', position: 'Заместитель главы района' };
  const paper = draftPaper(known, unsent, { ...of, to: undefined, signatory });
  expect([paper.number, paper.date, paper.code]).toEqual([undefined, undefined, undefined]);
  expect(paper.signature).toEqual({ post: 'Заместитель главы района', name: 'Е. В. Громова', kind: 'UNSIGNED' });
  expect(paper.inReplyTo).toEqual({ number: 'АЛД-О-2026-190', date: '2026-11-10' });
});

it('says where the name, the address and what is not filled in will stand, and nothing of the person', () => {
  const paper = draftPaper(known, unsent, { ...of, to: undefined });
  expect(paper.addressee.lines).toEqual(['[Имя и адрес подставятся при отправке]']);
  expect(paper.salutation).toBe('[Обращение по имени подставится при отправке]');
  expect(paper.paragraphs).toEqual([{ text: 'Почистим [дата].' }]);
  expect(paper.signature.post).toBe('[Подпись и дата подставятся при подписании]');
  expect(JSON.stringify(paper)).not.toMatch(/Ефремов|Степан|Нагорная|stepan/u);
});

it('is addressed as the sheet that is kept, once that is opened', () => {
  const paper = draftPaper(known, unsent, { ...of, to });
  expect(paper.addressee.lines).toEqual(['Ефремову С. И.', 'ул. Нагорная, 4']);
  expect(paper.salutation).toBe('Уважаемый Степан Ильич!');
});
