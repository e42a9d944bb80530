import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kept } from './kept-pages.js';
import type { Pages } from './page-context.js';
import { startPage } from './start-page.js';

const NOTHING_ASKED = { words: '', topic: '', settlement: '', skip: 0 };

/** The page with which a district begins; what cannot be found out now is left out of it. */
export function startRoutes(scope: FastifyInstance, pages: Pages): void {
  scope.get('/:district', (request, reply) => pages.sendKept(request, reply, () => made(request, pages)));
}

async function made(request: FastifyRequest, pages: Pages): Promise<Kept> {
  const district = await pages.district(request);
  const context = await pages.ownContext(request);
  const { operations } = pages;
  const read = <Value>(asked: Promise<Value>): Promise<Value | undefined> =>
    asked.catch((error: unknown) => {
      pages.unread(request, 'a part of the start page is not shown; it cannot be read', error);
      return undefined;
    });
  const [issues, found, sameDay, [review]] = await Promise.all([
    pages.knownIssues(request, district),
    read(operations.publishedAnswers(context, district.code, NOTHING_ASKED)),
    read(operations.sameDayAnswers(context, district.code)),
    pages.publishedReviews(request, district),
  ]);
  const page = startPage({ district, speech: pages.speech(request), issues, found, sameDay, review });
  return pages.readable(request, page, district);
}
