import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { OperationContext } from '@otklik/host/graphql';
import { createLogger } from '@otklik/observability';
import Fastify from 'fastify';
import { Pages, type ResidentPorts } from './page-context.js';
import { publicAnswerRoutes } from './public-answers-routes.js';
import { reviewRoutes } from './reviews-routes.js';
import { siteMapRoutes } from './site-map-routes.js';
import { startRoutes } from './start-routes.js';

const district = {
  code: 'aldan',
  name: 'Алданский район',
  zone: 'Asia/Yakutsk',
  address: 'г. Алдан, ул. Октябрьская, 1',
  hours: 'вторник',
  phones: [],
  color: { light: '#1a6b4c', dark: '#6fc3a0' },
  settlements: [],
  topics: [],
};
const answered: Record<string, unknown> = {
  district,
  districts: [{ code: 'aldan', name: 'Алданский район' }],
  knownIssues: [],
  publishedReviews: [],
  publishedAnswers: { total: 0, helped: 0, notHelped: 0, answers: [], topics: [], settlements: [] },
  sameDayAnswers: { from: '2026-10-25', to: '2026-11-23', answered: 0, sameDay: 0, months: [] },
};

let asked: string[];
/** Root fields that cannot be read now. */
let unread: readonly string[];
let fastify: ReturnType<typeof Fastify>;
beforeEach(() => {
  asked = [];
  unread = [];
  fastify = Fastify();
  const anyone = { actor: { kind: 'anyone' }, language: 'ru', requestId: '1' } as unknown as OperationContext;
  const ports = {
    contextOf: () => Promise.resolve(anyone),
    publicHost: 'otklik.example',
    logger: createLogger({ level: 'silent' }),
    execute: ({ query }: { readonly query: string }) => {
      const field = Object.keys(answered).find((name) => new RegExp(`\\b${name}\\s*[({]`, 'u').test(query))!;
      asked.push(field);
      const errors = unread.includes(field) ? [{ message: 'x', extensions: { code: 'UNAVAILABLE' } }] : [];
      return Promise.resolve({
        body: { data: { [field]: answered[field], reviewFiles: answered['publishedReview'] }, errors },
      });
    },
  } as unknown as ResidentPorts;
  const pages = new Pages(ports, undefined);
  startRoutes(fastify, pages);
  publicAnswerRoutes(fastify, pages);
  reviewRoutes(fastify, pages);
  siteMapRoutes(fastify, pages);
});

const cachedAs = async (url: string) => (await fastify.inject(url)).headers['cache-control'];
const lists = () => asked.filter((field) => field === 'publishedAnswers').length;

it.each(['knownIssues', 'publishedReviews', 'publishedAnswers', 'sameDayAnswers'])(
  'a start page without %s, which cannot be read now, is kept nowhere',
  async (field) => {
    unread = [field];
    expect(await cachedAs('/aldan')).toBe('no-store');
    unread = [];
    expect(await cachedAs('/aldan')).toBe('public, max-age=25');
    asked = [];
    expect(await cachedAs('/aldan')).toBe('public, max-age=25');
    expect(asked).toEqual([]);
  },
);

it('whatever is searched for, the pages that all read are kept', async () => {
  // However long this machine works at so many pages, none of them grows old.
  const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now());
  const common = ['/aldan', '/aldan/answers', '/aldan/published.atom'];
  for (const url of common) await fastify.inject(url);
  const searches = Array.from({ length: 400 }, (_, at) => [`answers?q=${at}`, `published.atom?topic=${at}`]).flat();
  await Promise.all(searches.map((search) => fastify.inject(`/aldan/${search}`)));
  const before = lists();
  for (const url of common) await fastify.inject(url);
  clock.mockRestore();
  expect([before > 800, lists()]).toEqual([true, before]);
});

describe('a review', () => {
  const review = {
    period: '2026-Q3',
    edition: 1,
    title: 'Обзор',
    releasedOn: '2026-10-14',
    before: '2025-Q3',
    text: ['Текст.'],
    tables: [],
  };
  const at = (url: string) => fastify.inject(`/aldan/reviews/${url}`);

  it('that was taken back is gone with its files, in words and within the stated minute; one that never was is not found', async () => {
    answered['publishedReview'] = { review };
    expect((await at('2026-Q3')).statusCode).toBe(200);
    answered['publishedReview'] = { review: null };
    const { statusCode, headers, body } = await at('2026-Q2');
    expect([statusCode, headers['cache-control']]).toEqual([410, 'public, max-age=25']);
    expect(body).toContain('Этот обзор больше не публикуется.');
    for (const file of ['csv', 'odt', 'docx']) expect((await at(`2026-Q2.${file}`)).statusCode).toBe(410);
    answered['publishedReview'] = null;
    expect((await at('2025-Q1')).json()).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('search engines', () => {
  const locations = async (url: string) => {
    const { statusCode, headers, body } = await fastify.inject({ url, headers: { host: 'otklik.example' } });
    expect([url, statusCode, headers['cache-control']]).toEqual([url, 200, 'public, max-age=25']);
    return [...body.matchAll(/<loc>([^<]*)<\/loc>/gu)].map(([, address]) => address);
  };

  it('are kept from the desk and from cases, and shown what is published', async () => {
    const { body } = await fastify.inject({ url: '/robots.txt', headers: { host: 'otklik.example' } });
    for (const path of ['/desk', '/graphql', '/aldan/follow', '/aldan/sent', '/aldan/body/', '/aldan/v'])
      expect(body).toContain(`\nDisallow: ${path}\n`);
    const closed = [...body.matchAll(/^Disallow: (.*)$/gmu)].map(([, path]) => path!);
    for (const open of [
      '/aldan',
      '/aldan/topics',
      '/aldan/reviews/2026',
      '/aldan/answers/topics/vodosnabzhenie',
      '/aldan/answers/1',
    ])
      expect(closed.filter((path) => path.includes('*') || open.startsWith(path))).toEqual([]);
    expect(body).toMatch(/\nSitemap: https?:\/\/otklik\.example\/sitemap\.xml\n/u);
    expect(await locations('/sitemap.xml')).toEqual([
      expect.stringMatching(/^https?:\/\/otklik\.example\/aldan\/sitemap\.xml$/u),
    ]);
  });

  it('find every published answer, topic, place and review, and no address of a case or of a code', async () => {
    const empty = answered['publishedAnswers'];
    const answers = Array.from({ length: 100 }, (_, at) => ({ id: `id-${at}` }));
    const counted = [{ code: 'roads & bridges', name: 'Дороги', count: 250 }];
    answered['publishedAnswers'] = { total: 250, answers, topics: counted, settlements: counted };
    answered['publishedReviews'] = [{ period: '2026-Q3' }];
    const found = await locations('/aldan/sitemap.xml');
    answered['publishedAnswers'] = empty;
    answered['publishedReviews'] = [];
    expect(lists()).toBe(3);
    const paths = found.map((one) => new URL(one!).pathname);
    expect(paths).toEqual(
      expect.arrayContaining(['/aldan', '/aldan/topics', '/aldan/places', '/aldan/reviews/2026-Q3']),
    );
    expect(paths).toEqual(
      expect.arrayContaining(['/aldan/answers/id-99', '/aldan/answers/topics/roads%20%26%20bridges']),
    );
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => /follow|sent|lost|mine|body|\/v|desk/u.test(path))).toEqual([]);
  });
});
