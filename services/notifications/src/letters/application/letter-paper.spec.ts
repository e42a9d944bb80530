import { describe, expect, it } from '@jest/globals';
import { NoticeKind } from '@otklik/contracts/enumerations';
import { isToBody } from '@otklik/contracts/notices-to-bodies';
import { aldan } from '../../test-district.fixture.js';
import type { LetterFacts } from './letter.js';
import { addresseeBlock, letterheadOf, paperOf, type AddressedTo } from './letter-paper.js';

const SURNAME = /Черёмушкин/u;
const style = { language: 'ru' } as const;
const applicant: AddressedTo = {
  kind: 'APPLICANT',
  name: 'Черёмушкин Иван Петрович',
  address: 'ул. Школьная, д. 5, с. Хатыстыр',
};
const body: AddressedTo = { kind: 'BODY', name: 'Управление автомобильных дорог', address: 'г. Якутск, 677000' };
const to = (kind: NoticeKind) => (isToBody(kind) ? body : applicant);

const facts = (kind: NoticeKind, more: Partial<LetterFacts> = {}): LetterFacts => ({
  kind,
  regime: 'APPEAL_59FZ',
  number: 'АЛД-О-2026-174',
  registeredOn: '2026-10-28',
  outgoing: { number: '02-11/118', on: '2026-11-27' },
  name: 'Черёмушкин Иван Петрович',
  text: 'Дорогу починили.',
  details: { body: body.name!, until: '2026-12-10' },
  signatory: { name: 'Елена Викторовна Громова', position: 'Заместитель главы района' },
  signedAt: '2026-11-27T04:58:00.000Z',
  ...more,
});
const made = (of: LetterFacts, way: 'EMAIL' | 'PAPER' = 'EMAIL', addressee = to(of.kind)) =>
  paperOf(of, aldan, style, { to: addressee, way, madeAt: '2026-11-27T04:58:00.000Z' });

describe.each(Object.keys(NoticeKind.titles) as NoticeKind[])('the sheet of %s', (kind) => {
  it('is addressed by its kind, and to nobody else', () => {
    const { addressee } = made(facts(kind));
    expect(addressee.kind).toBe(isToBody(kind) ? 'BODY' : 'APPLICANT');
    expect(SURNAME.test(addressee.lines.join())).toBe(!isToBody(kind));
    expect(() => addresseeBlock(kind, isToBody(kind) ? applicant : body)).toThrow(TypeError);
  });

  it('has number, day, heading, post and signatory', () => {
    const paper = made(facts(kind));
    expect(paper).toMatchObject({ number: '02-11/118', date: '2026-11-27' });
    expect(paper.signature).toEqual({ post: 'Заместитель главы района', name: 'Е. В. Громова', kind: 'SYSTEM' });
    expect(paper.heading).toMatch(/^\p{Lu}[^{}]+$/u);
    expect(paper.salutation === undefined).toBe(isToBody(kind));
  });
});

it('says nothing of the applicant to a body that is asked for something', () => {
  const paper = made(facts('REQUEST', { reachedAt: 'cheremushkin@aldan.example, Черёмушкину' }));
  expect(JSON.stringify(paper)).not.toMatch(/Черёмушк|cheremushkin|Школьная/u);
});

it('answers the letter of a body that is informed, and no other letter to a body answers one', () => {
  const details = { body: body.name!, number: '7-12', letterOn: '2026-11-03', endedOn: '2026-11-27' };
  expect(made(facts('INFORMING', { text: undefined, details })).inReplyTo).toEqual({
    number: '7-12',
    date: '2026-11-03',
  });
  expect(made(facts('COVERING')).inReplyTo).toBeUndefined();
});

it('names the applicant in the text of a covering letter alone, so that the body can answer', () => {
  const { addressee, paragraphs } = made(facts('COVERING'));
  expect(addressee.lines).toEqual(['Управление автомобильных дорог', 'г. Якутск, 677000']);
  expect(JSON.stringify(paragraphs)).toMatch(SURNAME);
});

it('is a draft without number and day until it is signed, and leaves the signature on paper to a hand', () => {
  const draft = made(facts('ANSWERED', { outgoing: undefined, signedAt: undefined }));
  expect([draft.number, draft.date, draft.signature.kind]).toEqual([undefined, undefined, 'UNSIGNED']);
  expect(made(facts('ANSWERED'), 'PAPER').signature.kind).toBe('BY_HAND');
});

it('takes the dative that a clerk confirmed', () => {
  const confirmed = { ...applicant, name: 'Ким Ай', confirmed: 'Ким А.' };
  expect(made(facts('ANSWERED'), 'PAPER', confirmed).addressee.lines[0]).toBe('Ким А.');
});

it('names the enclosures once', () => {
  const attachments = ['График.pdf'];
  expect(made(facts('ANSWERED', { attachments })).enclosures).toEqual([{ name: 'График.pdf' }]);
  const text = 'Дом расселят.\n\nПриложение: график расселения на 1 л.';
  expect(made(facts('ANSWERED', { attachments, text })).enclosures).toEqual([]);
});

it('has the letterhead of the district’s file, and what residents see where that says nothing', () => {
  expect(letterheadOf(aldan)).toMatchObject({ name: [aldan.name] });
  const letterhead = {
    name: ['АДМИНИСТРАЦИЯ', '«Алданский район»'],
    inn: '0000000000',
    kpp: '000000000',
    okpo: '00000000',
  };
  const { name, lines } = letterheadOf({ ...aldan, letters: { letterhead } });
  expect(name).toEqual(letterhead.name);
  expect(lines.at(-1)).toBe('ОКПО 00000000 · ИНН/КПП 0000000000/000000000');
});
