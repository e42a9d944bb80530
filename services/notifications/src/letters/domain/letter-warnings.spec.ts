import { describe, expect, it } from '@jest/globals';
import { warningsOf, type WarningFacts } from './letter-warnings.js';

const facts = (text: string, more: Partial<WarningFacts> = {}): WarningFacts => ({
  text,
  appeal: '',
  names: ['Ефремов Степан Ильич', 'Е. В. Громова'],
  phones: ['8 924 000-00-12', '8 (41145) 0-00-12'],
  attachments: [],
  ...more,
});
const kinds = (text: string, more: Partial<WarningFacts> = {}) =>
  warningsOf(facts(text, more)).map(({ kind, excerpt }) => [kind, excerpt]);

describe('warnings about an answer', () => {
  it.each(['', ' \n '])('says that there is no text: %j', (text) => {
    expect(kinds(text)).toEqual([['EMPTY', '']]);
  });

  it('names each open field and its place', () => {
    const text = 'Дом расселят до {{дата по программе}}, очередь {{ номер очереди }}.';
    const [first, second] = warningsOf(facts(text));
    expect(first).toMatchObject({ kind: 'OPEN_FIELD', excerpt: 'дата по программе' });
    expect(text.slice(first!.place!.start, first!.place!.end)).toBe('{{дата по программе}}');
    expect(second).toMatchObject({ excerpt: 'номер очереди' });
  });

  it.each([
    ['Соседу, Петрову И. С., ответим отдельно.', 'Петрову И. С.'],
    ['Обратитесь к И. С. Петрову.', 'И. С. Петрову'],
    ['Ваша соседка Мария Ивановна жаловалась.', 'Мария Ивановна'],
  ])('finds a name that is neither the applicant’s nor an official’s: %s', (text, name) => {
    expect(kinds(text)).toEqual([['FOREIGN_NAME', name]]);
  });

  it.each([
    'Степану Ильичу Ефремову назначен приём.',
    'Приём ведёт Громова Е. В., кабинет 7.',
    'Улица Нагорная и Дворец Культуры открыты.',
  ])('finds none in %j', (text) => expect(kinds(text)).toEqual([]));

  it.each([
    ['Звоните +7 (914) 111-22-33.', [['FOREIGN_PHONE', '+7 (914) 111-22-33']]],
    ['Звоните 89141112233.', [['FOREIGN_PHONE', '89141112233']]],
    ['Мы звонили вам по +7 924 000 00 12.', []],
    ['Диспетчер: 8 (41145) 0-00-05.', []],
  ])('looks at mobile telephones: %s', (text, found) => expect(kinds(text)).toEqual(found));

  it.each(['Прошу принять меры и ответить письменно.', 'Прошу помочь.', 'Просим рассмотреть обращение и разобраться.'])(
    'ask for no word of a request that every letter holds: %s',
    (appeal) => expect(kinds('Снег убрали 26 ноября.', { appeal })).toEqual([]),
  );

  it('finds what the applicant asks for and the answer has no word of', () => {
    const appeal = 'Наш барак аварийный. Когда дом расселят? Прошу почистить дорогу к дому, скорая не проехала.';
    expect(kinds('Расселим до 1 сентября 2027 г.', { appeal })).toEqual([
      ['QUESTION_NOT_ANSWERED', 'Прошу почистить дорогу к дому, скорая не проехала.'],
    ]);
    expect(kinds('Расселим до 1 сентября. Дорогу почистили.', { appeal })).toEqual([]);
  });

  it('compares attachments with what the text says of them', () => {
    expect(kinds('График готов.', { attachments: ['График.pdf'] })).toEqual([
      ['ATTACHMENT_NOT_MENTIONED', 'График.pdf'],
    ]);
    expect(kinds('График прилагаем.', { attachments: ['График.pdf'] })).toEqual([]);
    expect(kinds('График в приложении.')).toEqual([['ATTACHMENT_MISSING', 'приложении']]);
  });
});
