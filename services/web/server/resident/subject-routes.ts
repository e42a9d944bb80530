import { Fault } from '@otklik/host/graphql';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kept } from './kept-pages.js';
import type { Pages } from './page-context.js';
import { feed, originOf, skipIn } from './public-answers-routes.js';
import { subjectAddress, type SubjectKind } from './subject-address.js';
import { issuesOf, subjectOf, subjectPage, subjectsPage } from './subject-pages.js';

const FEED = '.atom';
const MAX_CODE = 100;

interface Asked {
  readonly of: SubjectKind;
  readonly code: string;
  readonly isFeed: boolean;
  /** Of a feed, which has whole addresses. */
  readonly origin: string;
  readonly skip: number;
}

/** The topics and the settlements of which there are answers; a page and a feed of each topic and each settlement, at an address that stays. */
export function subjectRoutes(scope: FastifyInstance, pages: Pages): void {
  for (const kind of ['topics', 'places'] as const) {
    scope.get(`/:district/${kind}`, (request, reply) =>
      pages.sendKept(request, reply, () => listOf(request, pages, kind)),
    );
    scope.get(`/:district/answers/${kind}/:code`, (request, reply) => {
      const { code: given } = request.params as { readonly code: string };
      const isFeed = given.endsWith(FEED);
      const code = isFeed ? given.slice(0, -FEED.length) : given;
      const skip = isFeed ? 0 : skipIn(request);
      const asked: Asked = { of: kind, code, isFeed, origin: isFeed ? originOf(request, pages) : '', skip };
      const share = isFeed ? 'feeds' : skip > 0 ? 'searches' : 'pages';
      return pages.sendKept(request, reply, () => made(request, pages, asked), { asked, share });
    });
  }
}

async function listOf(request: FastifyRequest, pages: Pages, of: SubjectKind): Promise<Kept> {
  const district = await pages.district(request);
  const all = { words: '', topic: '', settlement: '', skip: 0 };
  const found = await pages.operations.publishedAnswers(await pages.ownContext(request), district.code, all);
  return pages.readable(request, subjectsPage({ district, speech: pages.speech(request), of, found }), district);
}

async function made(request: FastifyRequest, pages: Pages, { of, code, isFeed, origin, skip }: Asked): Promise<Kept> {
  const district = await pages.district(request);
  if (code === '' || code.length > MAX_CODE) throw new Fault('NOT_FOUND');
  const [topic, settlement] = of === 'topics' ? [code, ''] : ['', code];
  const filter = { words: '', topic, settlement, skip };
  const found = await pages.operations.publishedAnswers(await pages.ownContext(request), district.code, filter);
  const speech = pages.speech(request);
  const subject = subjectOf(district, { of, code }, found, speech);
  if (!subject) throw new Fault('NOT_FOUND');
  const self = `${subjectAddress(district.code, subject)}${FEED}`;
  if (isFeed) return feed({ district, speech, answers: found.answers, of: subject.name, origin, self });
  const issues = issuesOf(await pages.knownIssues(request, district), { topic, settlement });
  return pages.readable(request, subjectPage({ district, speech, subject, found, issues, skip }), district);
}
