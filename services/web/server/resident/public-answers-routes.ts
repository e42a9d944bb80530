import { isUuid } from '@otklik/kernel';
import { Fault } from '@otklik/host/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pages } from './page-context.js';
import { isSecure } from './page-context.js';
import { answersPage, publishedAnswerPage, takenBackPage, type AnswersAsked } from './public-answers-pages.js';
import { entityTag, publishedFeed } from './published-feed.js';

/** Caches forget within half a minute what was taken back. */
const CACHED = 'public, max-age=30';
const MAX_SKIP = 10_000;

/** What was answered, for all to read: without a script, a number or a name. */
export function publicAnswerRoutes(scope: FastifyInstance, pages: Pages): void {
  scope.get('/:district/answers', async (request, reply) => {
    const district = await pages.district(request);
    const asked = askedIn(request);
    const found = await pages.operations.publishedAnswers(await ownContext(pages, request), district.code, asked);
    const page = answersPage({ district, speech: pages.speech(request), asked, found });
    return pages.send(request, reply.header('cache-control', CACHED), page, district);
  });

  scope.get('/:district/answers/:id', async (request, reply) => {
    const district = await pages.district(request);
    const speech = pages.speech(request);
    const { id } = request.params as { readonly id: string };
    const context = await ownContext(pages, request);
    const found = isUuid(id) ? await pages.operations.publishedAnswer(context, district.code, id) : null;
    if (!found) throw new Fault('NOT_FOUND');
    void reply.header('cache-control', CACHED);
    if (!found.answer) return pages.send(request, reply.code(410), takenBackPage(district, speech), district);
    return pages.send(request, reply, publishedAnswerPage({ district, speech, answer: found.answer }), district);
  });

  scope.get('/:district/published.atom', async (request, reply) => sendFeed(request, reply, pages));
}

async function sendFeed(request: FastifyRequest, reply: FastifyReply, pages: Pages): Promise<FastifyReply> {
  const district = await pages.district(request);
  const { topic, settlement } = askedIn(request);
  const asked = { words: '', topic, settlement, skip: 0 };
  const { answers } = await pages.operations.publishedAnswers(await ownContext(pages, request), district.code, asked);
  const host = pages.ports.publicHost ?? request.host;
  const origin = `${isSecure(request) ? 'https' : 'http'}://${host}`;
  const feed = publishedFeed({ district, speech: pages.speech(request), answers, origin, self: request.url });
  const tag = entityTag(feed);
  void reply.headers({ etag: tag, 'cache-control': CACHED });
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply.type('application/atom+xml; charset=utf-8').send(feed);
}

/** Many read the same pages: what they ask counts for no limit of an address. */
async function ownContext(pages: Pages, request: FastifyRequest) {
  const { address: _, ...context } = await pages.context(request);
  return context;
}

function askedIn({ query }: FastifyRequest): AnswersAsked {
  const given = query as Readonly<Record<string, unknown>>;
  const text = (name: string) => (typeof given[name] === 'string' ? given[name].trim().slice(0, 200) : '');
  const skip = Number.parseInt(text('skip'), 10);
  return {
    words: text('q'),
    topic: text('topic'),
    settlement: text('settlement'),
    skip: skip > 0 ? Math.min(skip, MAX_SKIP) : 0,
  };
}
