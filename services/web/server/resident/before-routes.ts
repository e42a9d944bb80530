import { isUuid } from '@otklik/kernel';
import type { FastifyInstance } from 'fastify';
import { beforeFragment, enoughPage } from './before-pages.js';
import { beforeSending } from './before-sending.js';
import { formValues } from './form-values.js';
import { idempotencyKey, type Pages } from './page-context.js';
import { sentFields } from './sent-fields.js';

/** What is near of what one writes, and that a published answer was enough. */
export function beforeRoutes(scope: FastifyInstance, pages: Pages): void {
  scope.post('/:district/before', async (request, reply) => {
    const district = await pages.district(request);
    const written = formValues(sentFields(request));
    const found = await beforeSending(pages, request, district, written);
    const mayJoin = written.kind !== 'appeal';
    const html = beforeFragment({ district, speech: pages.speech(request), found, mayJoin });
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
  });

  scope.post('/:district/enough', async (request, reply) => {
    const district = await pages.district(request);
    const fields = sentFields(request);
    const answer = fields.get('answer') ?? '';
    if (isUuid(answer)) {
      const input = { district: district.code, key: idempotencyKey(fields), answer };
      await pages.operations.answerWasEnough(await pages.context(request), input);
    }
    return reply.redirect(`/${district.code}/enough`, 303);
  });

  scope.get('/:district/enough', async (request, reply) => {
    const district = await pages.district(request);
    return pages.send(request, reply, enoughPage(district, pages.speech(request)), district);
  });
}
