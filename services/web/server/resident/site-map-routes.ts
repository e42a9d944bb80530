import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kept } from './kept-pages.js';
import type { Pages } from './page-context.js';
import { originOf } from './public-answers-routes.js';
import { robotsText, siteMap, siteMapIndex } from './site-map.js';
import { subjectAddress } from './subject-address.js';

/** Of answers the newest; each other one is linked from the page of its topic. */
const MAX_ANSWERS = 1_000;
const PAGE = 100;

/** Pages that every district has. */
const ALWAYS = ['', '/answers', '/topics', '/places', '/reviews', '/map', '/reception', '/law', '/write'];

/** What search engines ask for: what they may read, and the addresses of what is published. */
export function siteMapRoutes(scope: FastifyInstance, pages: Pages): void {
  const kept = (path: string, make: (request: FastifyRequest, origin: string) => Promise<Kept>): void => {
    scope.get(path, (request, reply) => {
      const origin = originOf(request, pages);
      return pages.sendKept(request, reply, () => make(request, origin), { asked: { origin }, share: 'feeds' });
    });
  };
  const codes = async (request: FastifyRequest): Promise<readonly string[]> =>
    (await pages.operations.districts(await pages.ownContext(request))).map(({ code }) => code);
  kept('/robots.txt', async (request, origin) => ({
    status: 200,
    type: 'text/plain; charset=utf-8',
    body: robotsText(origin, await codes(request)),
  }));
  kept('/sitemap.xml', async (request, origin) => xml(siteMapIndex(origin, await codes(request))));
  kept('/:district/sitemap.xml', async (request, origin) => xml(siteMap(origin, await pathsOf(request, pages))));
}

function xml(body: string): Kept {
  return { status: 200, type: 'application/xml; charset=utf-8', body };
}

async function pathsOf(request: FastifyRequest, pages: Pages): Promise<readonly string[]> {
  const { code } = await pages.district(request);
  const context = await pages.ownContext(request);
  const asked = { words: '', topic: '', settlement: '', first: PAGE };
  const first = await pages.operations.publishedAnswers(context, code, { ...asked, skip: 0 });
  const answers = [...first.answers];
  // Where the server has no name of its own, a map is made for each that is asked for: one page of answers is enough.
  const most = pages.ports.publicHost === undefined ? PAGE : MAX_ANSWERS;
  while (answers.length < Math.min(first.total, most)) {
    const next = await pages.operations.publishedAnswers(context, code, { ...asked, skip: answers.length });
    if (next.answers.length === 0) break;
    answers.push(...next.answers);
  }
  const reviews = await pages.operations.publishedReviews(context, code);
  return [
    ...ALWAYS.map((path) => `/${code}${path}`),
    ...first.topics.map((one) => subjectAddress(code, { of: 'topics', code: one.code })),
    ...first.settlements.map((one) => subjectAddress(code, { of: 'places', code: one.code })),
    ...reviews.map(({ period }) => `/${code}/reviews/${period}`),
    ...[...new Set(answers.map(({ id }) => `/${code}/answers/${id}`))],
  ];
}
