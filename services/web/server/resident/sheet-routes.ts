import type { FastifyInstance } from 'fastify';
import { Refused } from './operations.js';
import { statusOf, type Pages } from './page-context.js';
import { failurePage } from './plain-pages.js';
import { inlineScript } from './script-files.js';
import { sheetFormPage, sheetPage, type CheckedSheet } from './sheet-page.js';
import { unopenedFile } from './unopened-file.js';

/** The QR code of a sheet leads to `/<district>/v/<code>`: is it ours, of which day, unchanged. It says nothing of the person. */
export function sheetRoutes(scope: FastifyInstance, pages: Pages): void {
  const script = inlineScript('check-sheet');

  scope.get('/:district/v', async (request, reply) => {
    const district = await pages.district(request);
    const { code } = request.query as { readonly code?: unknown };
    const typed = typeof code === 'string' ? code.replace(/\s/g, '').slice(0, 40) : '';
    if (typed !== '') return reply.redirect(`/${district.code}/v/${encodeURIComponent(typed)}`, 303);
    return pages.send(request, reply, sheetFormPage({ district, speech: pages.speech(request) }), district);
  });

  scope.get('/:district/v/:code', async (request, reply) => {
    const district = await pages.district(request);
    const speech = pages.speech(request);
    const { code } = request.params as { readonly code: string };
    const answer = await pages.ports.call(request, {
      method: 'GET',
      url: `/letters/${district.code}/code/${encodeURIComponent(code.slice(0, 40))}`,
      headers: { 'accept-language': speech.api },
    });
    if (answer.statusCode === 404)
      return pages.send(request, reply.code(404), sheetFormPage({ district, speech }, code.slice(0, 40)), district);
    if (answer.statusCode !== 200) {
      const error = unopenedFile(answer.body, speech);
      if (!(error instanceof Refused)) throw error;
      return pages.send(request, reply.code(statusOf(error)), failurePage(speech, error.message), district);
    }
    const sheet = JSON.parse(answer.body.toString('utf8')) as CheckedSheet;
    return pages.send(request, reply, sheetPage({ district, speech }, sheet, script), district);
  });
}
