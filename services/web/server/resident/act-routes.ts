import { randomUUID } from 'node:crypto';
import type { OperationContext } from '@otklik/host/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actPage, hasText, type Act } from './act-pages.js';
import { appealToken, setAppealCookies } from './appeal-cookies.js';
import { askAgain, isOver, residentOf } from './follow-routes.js';
import type { FormError } from './form-values.js';
import { Refused } from './operations.js';
import { idempotencyKey, statusOf, type Pages } from './page-context.js';
import type { FormReader, ReceivedForm } from './received-form.js';
import { fileMessage, refusedErrors } from './submission.js';
import { statusOfFaults } from './write-routes.js';
import type { Speech } from './words/index.js';

const acts: readonly Act[] = ['supplement', 'withdraw', 'consent', 'reopen'];

/** Addition, withdrawal, reopening: each a form on a page of its own. */
export function actRoutes(scope: FastifyInstance, pages: Pages, forms: FormReader): void {
  for (const act of acts) {
    scope.get(`/:district/follow/${act}`, async (request, reply) => {
      const district = await pages.district(request);
      if (appealToken(request) === undefined) return reply.redirect(`/${district.code}/follow`, 303);
      const page = actPage({ act, district, speech: pages.speech(request), actKey: randomUUID() });
      return pages.send(request, reply, page, district);
    });
    scope.post(`/:district/follow/${act}`, (request, reply) => receive(act, request, reply, pages, forms));
  }
}

async function receive(
  act: Act,
  request: FastifyRequest,
  reply: FastifyReply,
  pages: Pages,
  forms: FormReader,
): Promise<FastifyReply> {
  const district = await pages.district(request);
  const speech = pages.speech(request);
  const home = `/${district.code}/follow`;
  const token = appealToken(request);
  if (token === undefined) return reply.redirect(home, 303);
  const form = await forms.read(request, district.code);
  const actKey = idempotencyKey(form.fields);
  const text = (form.fields.get('text') ?? '').replaceAll('\r\n', '\n');
  const again = (status: number, errors: readonly FormError[]): FastifyReply => {
    const hadFiles = form.files.length + form.faults.length > 0;
    const page = actPage({ act, district, speech, actKey, text, errors, hadFiles });
    return pages.send(request, reply.code(status), page, district);
  };
  const errors = errorsOf(act, text, form, speech);
  if (errors.length > 0) return again(statusOfFaults(form.faults), errors);
  try {
    const context = await residentOf(pages, request, token);
    const changed = await run(act, context, pages, { key: actKey, text, files: form.files });
    setAppealCookies(request, reply, district.code, { token, ...changed });
    return await reply.redirect(`${home}?done=${act}`, 303);
  } catch (error) {
    if (isOver(error)) return askAgain(pages, request, reply, district);
    if (!(error instanceof Refused)) throw error;
    return again(statusOf(error), refusedErrors(error, speech));
  }
}

function errorsOf(act: Act, text: string, { faults }: ReceivedForm, speech: Speech): readonly FormError[] {
  const missing = act === 'reopen' ? speech.say('errors.reason') : speech.say('errors.supplement');
  return [
    ...(hasText(act) && text.trim() === '' ? [{ field: 'text', message: missing }] : []),
    ...faults.map((fault) => ({ field: 'files', message: fileMessage(fault, speech) })),
  ];
}

function run(
  act: Act,
  context: OperationContext,
  { operations }: Pages,
  { key, text, files }: { readonly key: string; readonly text: string; readonly files: readonly string[] },
): Promise<{ readonly consistencyToken: string }> {
  switch (act) {
    case 'supplement':
      return operations.supplement(context, { key, text, files });
    case 'withdraw':
      return operations.withdraw(context, { key });
    case 'consent':
      return operations.withdrawConsent(context, { key });
    case 'reopen':
      return operations.reopen(context, { key, reason: text });
  }
}
