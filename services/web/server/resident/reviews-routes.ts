import { Fault } from '@otklik/host/graphql';
import { DOCX_TYPE } from '@otklik/kernel/office-files';
import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kept } from './kept-pages.js';
import type { Pages } from './page-context.js';
import { reviewPage, reviewsPage, reviewTakenBackPage } from './reviews-pages.js';

const ADDRESS = /^(20\d\d(?:-Q[1-4])?)(?:\.(odt|docx|csv))?$/;

/** Reviews of appeals, for all to read: without a script, a number of a case or a name. */
export function reviewRoutes(scope: FastifyInstance, pages: Pages): void {
  scope.get('/:district/reviews', (request, reply) =>
    pages.sendKept(request, reply, async () => {
      const district = await pages.district(request);
      const reviews = await pages.operations.publishedReviews(await pages.ownContext(request), district.code);
      return pages.readable(request, reviewsPage({ district, speech: pages.speech(request), reviews }), district);
    }),
  );

  scope.get('/:district/reviews/:review', (request, reply) => {
    const { review: address } = request.params as { readonly review: string };
    const [, period, file] = ADDRESS.exec(address) ?? [];
    if (period === undefined) throw new Fault('NOT_FOUND');
    return pages.sendKept(request, reply, () =>
      file === undefined ? oneReview(request, pages, period) : fileOf(request, pages, { period, file }),
    );
  });
}

async function oneReview(request: FastifyRequest, pages: Pages, period: string): Promise<Kept> {
  const district = await pages.district(request);
  const found = await pages.operations.publishedReview(await pages.ownContext(request), district.code, period);
  if (!found) throw new Fault('NOT_FOUND');
  const { review } = found;
  if (!review) return takenBack(request, pages, district);
  return pages.readable(request, reviewPage({ district, speech: pages.speech(request), review }), district);
}

/** 410, of its files, too: it was here. */
function takenBack(request: FastifyRequest, pages: Pages, district: PublicDistrict): Kept {
  return pages.readable(request, reviewTakenBackPage(district, pages.speech(request)), district, 410);
}

async function fileOf(
  request: FastifyRequest,
  pages: Pages,
  { period, file }: { readonly period: string; readonly file: string },
): Promise<Kept> {
  const district = await pages.district(request);
  const found = await pages.operations.reviewFiles(await pages.ownContext(request), district.code, period);
  if (!found) throw new Fault('NOT_FOUND');
  const { review } = found;
  if (!review) return takenBack(request, pages, district);
  const headers = { 'content-disposition': `attachment; filename="obzor-${district.code}-${period}.${file}"` };
  if (file === 'csv') return { status: 200, type: 'text/csv; charset=utf-8', body: review.csv, headers };
  if (file === 'docx') return { status: 200, type: DOCX_TYPE, body: Buffer.from(review.docx, 'base64'), headers };
  const body = Buffer.from(review.odt, 'base64');
  return { status: 200, type: 'application/vnd.oasis.opendocument.text', body, headers };
}
