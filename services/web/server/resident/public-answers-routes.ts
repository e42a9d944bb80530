import { isUuid } from '@otklik/kernel';
import { Fault } from '@otklik/host/graphql';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kept } from './kept-pages.js';
import type { Pages } from './page-context.js';
import { isSecure } from './page-context.js';
import { answersPage, publishedAnswerPage, takenBackPage, type AnswersAsked } from './public-answers-pages.js';
import { publishedFeed, type Feed } from './published-feed.js';
import { issuesOf } from './subject-pages.js';

const MAX_SKIP = 10_000;

/** What was answered, for all to read: without a script, a number or a name. */
export function publicAnswerRoutes(scope: FastifyInstance, pages: Pages): void {
  scope.get('/:district/answers', (request, reply) => {
    const asked = askedIn(request);
    const share = isWhole(asked) ? 'pages' : 'searches';
    return pages.sendKept(request, reply, () => listOf(request, pages, asked), { asked, share });
  });
  scope.get('/:district/answers/:id', (request, reply) =>
    pages.sendKept(request, reply, () => oneAnswer(request, pages)),
  );
  scope.get('/:district/published.atom', (request, reply) => {
    const origin = originOf(request, pages);
    const asked = { ...askedIn(request), words: '', skip: 0 };
    return pages.sendKept(request, reply, () => feedOf(request, pages, { origin, asked }), {
      asked: { origin, asked },
      share: isWhole(asked) ? 'feeds' : 'searches',
    });
  });
}

async function listOf(request: FastifyRequest, pages: Pages, asked: AnswersAsked): Promise<Kept> {
  const district = await pages.district(request);
  // Words are each one's own: a search counts for the limit of its address.
  const context = await (asked.words === '' ? pages.ownContext(request) : pages.context(request));
  const found = await pages.operations.publishedAnswers(context, district.code, asked);
  const issues = issuesOf(await pages.knownIssues(request, district), asked);
  const page = answersPage({ district, speech: pages.speech(request), asked, found, issues });
  return pages.readable(request, page, district);
}

/** 410 once it was published and is no more. */
async function oneAnswer(request: FastifyRequest, pages: Pages): Promise<Kept> {
  const district = await pages.district(request);
  const speech = pages.speech(request);
  const { id } = request.params as { readonly id: string };
  const context = await pages.ownContext(request);
  const found = isUuid(id) ? await pages.operations.publishedAnswer(context, district.code, id) : null;
  if (!found) throw new Fault('NOT_FOUND');
  if (!found.answer) return pages.readable(request, takenBackPage(district, speech), district, 410);
  const { answer } = found;
  const about = { topic: answer.topicCode ?? '', settlement: answer.settlementCode ?? '' };
  const issues = issuesOf(await pages.knownIssues(request, district), about);
  return pages.readable(request, publishedAnswerPage({ district, speech, answer, issues }), district);
}

async function feedOf(
  request: FastifyRequest,
  pages: Pages,
  { origin, asked }: { readonly origin: string; readonly asked: AnswersAsked },
): Promise<Kept> {
  const district = await pages.district(request);
  const { answers } = await pages.operations.publishedAnswers(await pages.ownContext(request), district.code, asked);
  const { topic, settlement } = asked;
  const query = new URLSearchParams({ ...(topic && { topic }), ...(settlement && { settlement }) }).toString();
  const self = `/${district.code}/published.atom${query && `?${query}`}`;
  return feed({ district, speech: pages.speech(request), answers, origin, self });
}

export function feed(of: Feed): Kept {
  return { status: 200, type: 'application/atom+xml; charset=utf-8', body: publishedFeed(of) };
}

/** Of the addresses of pages: `https://host`. */
export function originOf(request: FastifyRequest, { ports }: Pages): string {
  return `${isSecure(request) ? 'https' : 'http'}://${ports.publicHost ?? request.host}`;
}

function isWhole({ words, topic, settlement, skip }: AnswersAsked): boolean {
  return `${words}${topic}${settlement}` === '' && skip === 0;
}

function askedIn({ query }: FastifyRequest): AnswersAsked {
  const given = query as Readonly<Record<string, unknown>>;
  const text = (name: string) => (typeof given[name] === 'string' ? given[name].trim().slice(0, 200) : '');
  return { words: text('q'), topic: text('topic'), settlement: text('settlement'), skip: skipIn({ query }) };
}

export function skipIn({ query }: Pick<FastifyRequest, 'query'>): number {
  const skip = Number.parseInt(String((query as Readonly<Record<string, unknown>>)['skip']), 10);
  return skip > 0 ? Math.min(skip, MAX_SKIP) : 0;
}
