import { describe, expect, it } from '@jest/globals';
import { unpacked } from '@otklik/signatures/merge';
import type { CountedList } from '../../register/application/list/register-reader.js';
import { quarterOf, yearOf } from '../domain/report-period.js';
import { countReview, lineOf, type Review } from './review.js';
import { reviewCsv, reviewDocx, reviewOdt } from './review-files.js';
import { reviewTables } from './review-tables.js';
import { periodWords, reviewText } from './review-text.js';

const settlements = [
  { code: 'aldan', name: 'Алдан' },
  { code: 'tommot', name: 'Томмот <п.>' },
  { code: 'khatystyr', name: 'Хатыстыр' },
];
const district = { id: 1, settlements };

type Counted = Readonly<Record<string, readonly [now: number, was: number]>>;

/** Counts by the code of the line, and zero of all others. */
async function review(counts: Counted, period = quarterOf('2026-3')!): Promise<Review> {
  const codes = reviewTables(period, district).flatMap((table) =>
    table.lines.map(({ code }) => `${table.code}.${code}`),
  );
  let asked = 0;
  const reader = {
    counts: (_: number, lists: readonly CountedList[]) =>
      Promise.resolve(
        lists.map(() => {
          const at = asked++;
          const count = counts[codes[at % codes.length]!]?.[at < codes.length ? 0 : 1] ?? 0;
          return { count, isExact: true };
        }),
      ),
  };
  return countReview(reader, district, period);
}

/** With usual spaces before «%». */
const sentencesOf = (made: Review) => reviewText(made).map((one) => one.replaceAll('\u00A0', ' '));

const quarter: Counted = {
  'VOLUME.APPEALS': [212, 187],
  'VOLUME.QUESTIONS': [221, 190],
  'VOLUME.OPEN': [6, 0],
  'SECTIONS.0005': [94, 81],
  'SECTIONS.0003': [61, 52],
  'CHANNELS.SITE': [97, 71],
  'SOURCES.APPLICANT': [203, 187],
  'SOURCES.PRESIDENT': [2, 0],
  'SOURCES.OTHER_BODY': [7, 0],
  'RESULTS.MEASURES_TAKEN': [88, 70],
  'TERMS.ANSWERED': [201, 180],
  'TERMS.KEPT': [196, 170],
  'TERMS.LATE': [5, 10],
  'TERMS.EXTENDED': [6, 1],
  'KINDS.REPEATED': [3, 4],
  'KINDS.REPEATED_LATE': [1, 0],
  'KINDS.REPEATED_NOT_SATISFIED': [2, 4],
  'PLACES.aldan': [104, 96],
  'PLACES.tommot': [3, 1],
  'PLACES.khatystyr': [1, 0],
  'MESSAGES.RECEIVED': [604, 10],
};

describe('a review', () => {
  it('says in sentences what its tables have, against the year before', async () => {
    expect(sentencesOf(await review(quarter))).toEqual([
      'За III квартал 2026 года зарегистрировано 212 обращений граждан, в них 221 вопрос, на 25 больше, чем за те же дни год назад (187, 13,4 %).',
      'По тематике больше всего «Жилищно-коммунальная сфера»: 94 (42,5 %); год назад 81.',
      'Чаще всего обращения поступали так: «Форма на сайте»: 97 (45,8 %); год назад 71.',
      'Из этих вопросов меры приняты по 88; ещё рассматривается 6.',
      'За это время дан 201 ответ: в срок 196 (97,5 %), позже срока 5; срок был продлён по 6 вопросам.',
      'Из других органов обращений 9, коллективных нет, повторных 3 (из-за нарушенного срока: 1), вопросов на контроле нет.',
      'Кроме того, в социальных сетях получено 604 сообщения, в тот же день не ответили ни на одно.',
    ]);
  });

  it('says no share of few, and that there was nothing', async () => {
    const [first, second] = sentencesOf(await review({ 'VOLUME.APPEALS': [3, 9] }));
    expect(first).toBe(
      'За III квартал 2026 года зарегистрировано 3 обращения граждан, в них 0 вопросов, на 6 меньше, чем за те же дни год назад (9).',
    );
    expect(second).toBe('По тематике больше всего — сведений за период нет.');
  });

  it('says of nothing that there was none of it, and prints no zero', async () => {
    const made = sentencesOf(await review({}));
    expect(made.join(' ')).not.toMatch(/\b0\b/u);
    expect(made).toEqual([
      'За III квартал 2026 года обращений граждан не зарегистрировано.',
      'Ответов за это время не было, срок не продлевали.',
      'Сообщений в социальных сетях не было.',
    ]);
    const few = sentencesOf(await review({ 'VOLUME.APPEALS': [2, 0], 'VOLUME.QUESTIONS': [2, 0] }));
    expect(few.slice(3)).toEqual([
      'Из этих вопросов в работе не осталось ни одного.',
      'Ответов за это время не было, срок не продлевали.',
      'Из других органов обращений нет, коллективных нет, повторных нет, вопросов на контроле нет.',
      'Сообщений в социальных сетях не было.',
    ]);
  });

  it('prints zeros, and what is left beside its lines', async () => {
    const { tables } = await review(quarter);
    expect(lineOf(tables, 'SECTIONS', '0001')).toMatchObject({ now: 0, was: 0 });
    expect(lineOf(tables, 'SECTIONS', 'NONE')).toMatchObject({ title: 'Без кода классификатора', now: 66, was: 57 });
    for (const { code, lines } of tables) expect([code, lines.length > 0]).toEqual([code, true]);
  });

  it('folds places of which too few wrote, and the next one where these are too few together', async () => {
    const places = (await review(quarter)).tables.find(({ code }) => code === 'PLACES')!.lines;
    expect(places.map(({ title, now, was, of }) => [title, now, was, of])).toEqual([
      ['Остальные, 3', 108, 97, undefined],
      ['Место не указано', 104, 90, undefined],
    ]);
  });

  it('counts appeals under the law, and messages apart', () => {
    for (const { code, lines } of reviewTables(yearOf('2026')!, district))
      for (const { filter } of lines)
        expect(filter.regimes).toEqual(code === 'MESSAGES' ? ['SOCIAL_MESSAGE'] : ['APPEAL_59FZ', 'ORAL_RECEPTION']);
  });
});

describe('its files', () => {
  it('are a text document whose type is first and is not packed', async () => {
    const odt = reviewOdt(await review(quarter), 'Алданский район & Томмот');
    const text = new TextDecoder('latin1').decode(odt.subarray(0, 100));
    expect([text.slice(0, 2), text.slice(30, 38), text.slice(38, 77)]).toEqual([
      'PK',
      'mimetype',
      'application/vnd.oasis.opendocument.text',
    ]);
    const files = unpacked(odt);
    expect([...files.keys()]).toEqual(['mimetype', 'META-INF/manifest.xml', 'styles.xml', 'content.xml']);
    const content = new TextDecoder().decode(files.get('content.xml'));
    expect(content).toContain('Обзор обращений граждан, Алданский район &amp; Томмот, III квартал 2026 года');
    expect(content).toContain('<text:p text:style-name="Right">+25</text:p>');
    expect(content.match(/<table:table /g)).toHaveLength(9);
  });

  it('are the same tables for Word', async () => {
    const files = unpacked(reviewDocx(await review(quarter), 'Алданский район & Томмот'));
    expect([...files.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/styles.xml',
      'word/document.xml',
    ]);
    const document = new TextDecoder().decode(files.get('word/document.xml'));
    const texts = [...document.matchAll(/<w:t [^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(texts[0]).toBe('Обзор обращений граждан, Алданский район &amp; Томмот, III квартал 2026 года');
    const at = texts.indexOf('Зарегистрировано обращений');
    expect(texts.slice(at, at + 4)).toEqual(['Зарегистрировано обращений', '212', '187', '+25']);
    expect(document.match(/<w:tbl>/g)).toHaveLength(9);
  });

  it('are a table of all numbers', async () => {
    const lines = reviewCsv(await review(quarter)).split('\r\n');
    expect(lines[0]).toBe('\uFEFFТаблица;Показатель;III квартал 2026;III квартал 2025;±');
    expect(lines).toContain('Сколько поступило;Зарегистрировано обращений;212;187;25');
    expect(lines).toContain('Особые;Из них: заявитель не удовлетворён ответом;2;4;-2');
    expect(lines).toContain('Сроки ответов, данных за период;Позже срока;5;10;-5');
  });
});

it('names periods', () => {
  expect(['2026', '2026-Q1', '2026-11'].map(periodWords)).toEqual([
    '2026 год',
    'I квартал 2026 года',
    'ноябрь 2026 года',
  ]);
});
