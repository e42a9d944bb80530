import { Fault } from '@otklik/host/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pages } from './page-context.js';
import { reviewPage, reviewsPage } from './reviews-pages.js';

/** Caches forget within half a minute what was taken back. */
const CACHED = 'public, max-age=30';
const ADDRESS = /^(20\d\d(?:-Q[1-4])?)(?:\.(odt|csv))?$/;

/** Reviews of appeals, for all to read: without a script, a number of a case or a name. */
export function reviewRoutes(scope: FastifyInstance, pages: Pages): void {
  scope.get('/:district/reviews', async (request, reply) => {
    const district = await pages.district(request);
    const reviews = await pages.operations.publishedReviews(await ownContext(pages, request), district.code);
    const page = reviewsPage({ district, speech: pages.speech(request), reviews });
    return pages.send(request, reply.header('cache-control', CACHED), page, district);
  });

  scope.get('/:district/reviews/:review', async (request, reply) => {
    const { review: address } = request.params as { readonly review: string };
    const [, period, file] = ADDRESS.exec(address) ?? [];
    if (period === undefined) throw new Fault('NOT_FOUND');
    if (file !== undefined) return sendFile(pages, request, reply, { period, file });
    const district = await pages.district(request);
    const review = await pages.operations.publishedReview(await ownContext(pages, request), district.code, period);
    if (!review) throw new Fault('NOT_FOUND');
    const page = reviewPage({ district, speech: pages.speech(request), review });
    return pages.send(request, reply.header('cache-control', CACHED), page, district);
  });
}

async function sendFile(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  { period, file }: { readonly period: string; readonly file: string },
): Promise<FastifyReply> {
  const district = await pages.district(request);
  const found = await pages.operations.reviewFiles(await ownContext(pages, request), district.code, period);
  if (!found) throw new Fault('NOT_FOUND');
  void reply.headers({
    'cache-control': CACHED,
    'content-disposition': `attachment; filename="obzor-${district.code}-${period}.${file}"`,
  });
  if (file === 'csv') return reply.type('text/csv; charset=utf-8').send(found.csv);
  return reply.type('application/vnd.oasis.opendocument.text').send(Buffer.from(found.odt, 'base64'));
}

/** Many read the same pages: what they ask counts for no limit of an address. */
async function ownContext(pages: Pages, request: FastifyRequest) {
  const { address: _, ...context } = await pages.context(request);
  return context;
}
