import { describe, expect, it } from '@jest/globals';
import type { PublicDistrict, PublishedAnswer } from '@otklik/contracts/generated/graphql';
import { gzipSync } from 'node:zlib';
import { renderDocument } from './document.js';
import { answersPage, publishedAnswerPage, takenBackPage } from './public-answers-pages.js';
import { entityTag } from './kept-pages.js';
import { publishedFeed } from './published-feed.js';
import { speechOf } from './words/index.js';

const MAX_BYTES = 15_000;

const district: PublicDistrict = {
  code: 'aldan',
  name: 'Алданский район',
  zone: 'Asia/Yakutsk',
  population: 1,
  address: 'г. Алдан, ул. Октябрьская, 1',
  hours: 'вторник',
  phones: [{ name: 'Приёмная', phone: '8 (41145) 0-00-01' }],
  color: { light: '#1a6b4c', dark: '#6fc3a0' },
  settlements: [],
  topics: [],
  consent: { version: '2026-01-01', text: 'Согласие' },
} as unknown as PublicDistrict;
const answer: PublishedAnswer = {
  id: '00000000-0000-4000-8000-000000000001',
  title: 'Мусор <script>alert(1)</script> & во дворе',
  matter: 'Вторую неделю не вывозят мусор.',
  text: 'Контейнеры вывезены. '.repeat(20),
  topic: 'Вывоз мусора',
  topicCode: 'waste',
  settlement: 'Алдан',
  settlementCode: 'aldan',
  month: '2026-11',
  result: 'MEASURES_TAKEN',
  helped: 18,
  notHelped: 3,
  photos: [],
};
const answers = Array.from({ length: 20 }, () => answer);
const counts = Array.from({ length: 24 }, (_, at) => ({ code: `t${at}`, name: `Тема ${at}`, count: at }));
const found = { total: 214, helped: 57, notHelped: 4, answers, topics: counts, settlements: counts };
const asked = { words: 'мусор', topic: '', settlement: '', skip: 0 };
const speech = speechOf('ru');
const appearance = { theme: 'auto', size: '1', spacing: 'normal', language: 'ru' } as const;
const pages = {
  list: answersPage({ district, speech, asked, found, issues: [] }),
  answer: publishedAnswerPage({ district, speech, answer, issues: [] }),
  takenBack: takenBackPage(district, speech),
};

describe.each(Object.entries(pages))('the public page of %s', (_, page) => {
  const { html } = renderDocument({ appearance, district }, page);

  it('has no script, and at most 15 kB on the wire', () => {
    expect(html).not.toContain('<script');
    expect(gzipSync(html).byteLength).toBeLessThan(MAX_BYTES);
  });

  it('tells month and no day', () => {
    expect(html).not.toMatch(/\d{1,2} ноября|\d{4}-\d{2}-\d{2}T/);
  });
});

describe('photos of an answer', () => {
  const photos = (['BEFORE', 'AFTER'] as const).map((side, at) => ({
    url: `/files/aldan/published/${answer.id}/${at + 1}`,
    side,
    alt: 'Контейнеры "у дома"',
  }));
  const { html } = renderDocument(
    { appearance, district },
    publishedAnswerPage({ district, speech, answer: { ...answer, photos }, issues: [] }),
  );

  it('say what they show, keep their place, and come as one gets to them', () => {
    const [first = '', ...others] = html.match(/<img [^>]*published[^>]*>/gu) ?? [];
    expect(others).toHaveLength(1);
    for (const one of ['width="1200"', 'height="900"', 'loading="lazy"', 'alt="Контейнеры &quot;у дома&quot;"'])
      expect(first).toContain(one);
    expect(html.match(/<figcaption[^>]*>(До|После)</gu)).toHaveLength(2);
    expect(gzipSync(html).byteLength).toBeLessThan(MAX_BYTES);
  });

  it('are not on a page that has none', () => {
    expect(renderDocument({ appearance, district }, pages.answer).html).not.toContain('<figure');
  });
});

describe('the feed', () => {
  const made = publishedFeed({
    district,
    speech,
    answers: [answer],
    origin: 'https://x.example',
    self: '/aldan/published.atom?topic=a&b',
  });

  it('is Atom with permanent ids, whatever the texts hold', () => {
    expect(made).toContain('<id>https://x.example/aldan/answers/00000000-0000-4000-8000-000000000001</id>');
    expect(made).toContain('Мусор &lt;script&gt;alert(1)&lt;/script&gt; &amp; во дворе');
    expect(made).toContain('href="https://x.example/aldan/published.atom?topic=a&amp;b"');
  });

  it('changes its tag with what is taken back', () => {
    const without = publishedFeed({
      district,
      speech,
      answers: [],
      origin: 'https://x.example',
      self: '/aldan/published.atom',
    });
    expect(entityTag(without)).not.toBe(entityTag(made));
  });
});
