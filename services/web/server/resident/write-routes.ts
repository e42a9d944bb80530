import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setAppealCookies } from './appeal-cookies.js';
import { emptyForm, formValues, type FormError, type FormValues } from './form-values.js';
import { Refused, type SubmittedReceipt } from './operations.js';
import { idempotencyKey, isSecure, statusOf, type Pages } from './page-context.js';
import { digestOf, receiptCookie, sentReceipt, speaksOfDanger, type SentReceipt } from './receipt-cookie.js';
import type { FileFault, FormReader, ReceivedForm } from './received-form.js';
import { sentPage } from './sent-page.js';
import { contactKind, formErrors, refusedErrors, submissionInput } from './submission.js';
import { writePage } from './write-page.js';

interface Again {
  readonly status: number;
  readonly key: string;
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  readonly hadFiles: boolean;
}

/** The form, its receipt, and what happens between them. */
export function writeRoutes(scope: FastifyInstance, pages: Pages, forms: FormReader): void {
  const showAgain = async (request: FastifyRequest, reply: FastifyReply, again: Again): Promise<FastifyReply> => {
    const district = await pages.district(request);
    const { status, key, ...form } = again;
    const signIn = await pages.signIn(request);
    const issues = await pages.knownIssues(request, district);
    const page = writePage({ district, speech: pages.speech(request), draftKey: key, ...form, issues, signIn });
    return pages.send(request, reply.code(status), page, district);
  };

  scope.get('/:district', async (request, reply) => {
    const district = await pages.district(request);
    const signIn = await pages.signIn(request);
    const [[review], issues] = await Promise.all([
      lastReviews(pages, request, district.code),
      pages.knownIssues(request, district),
    ]);
    const fresh = { draftKey: randomUUID(), values: emptyForm, errors: [], signIn, review, issues };
    const form = { district, speech: pages.speech(request), ...fresh };
    // Not `no-store`: after «back» the browser shows this very form, with its key, so sending it again is a repetition.
    // With a name in it, it is kept nowhere.
    if (!signIn?.signedIn) void reply.header('cache-control', 'private, no-cache');
    return pages.send(request, reply, writePage(form), district);
  });

  scope.post('/:district', async (request, reply) => {
    const district = await pages.district(request);
    const speech = pages.speech(request);
    const form = await forms.read(request, district.code);
    const key = idempotencyKey(form.fields);
    const values = formValues(form.fields);
    const digest = digestOf([values, form.digests]);
    const again = { key, values, hadFiles: form.files.length + form.faults.length > 0 };
    if (sentReceipt(request.headers.cookie)?.digest === digest) return reply.redirect(`/${district.code}/sent`, 303);
    const isAppeal = values.kind === 'appeal';
    // A message bears no name of an issuer, also of one who has signed in.
    const context = await (isAppeal
      ? pages.identifiedContext(request, form.fields)
      : pages.context(request, form.fields));
    const errors = formErrors(values, form.faults, speech, { mustSignIn: !context });
    if (!context || errors.length > 0)
      return showAgain(request, reply, { ...again, errors, status: statusOfFaults(form.faults) });
    try {
      const input = submissionInput(district, key, values, form.files);
      const receipt = await pages.operations.submit(context, input);
      const { number, followUpCode: code, receivedAt } = receipt;
      const isUrgent = speaksOfDanger(values.text);
      const contact = contactKind(values.contact);
      const sent = { number, code, receivedAt, ...daysOf(receipt), digest, isUrgent, isAppeal, contact };
      setAppealCookies(request, reply, district.code, receipt);
      void reply.header('set-cookie', receiptCookie(district.code, sent, isSecure(request)));
      return await reply.redirect(`/${district.code}/sent`, 303);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      // An earlier version of the form was received under its key and the answer was lost: show the form with a new key.
      const isSentBefore = error.code === 'IDEMPOTENCY_KEY_REUSED';
      const wrong = isSentBefore ? [{ message: speech.say('form.sentBefore') }] : refusedErrors(error, speech);
      const nextKey = isSentBefore ? randomUUID() : key;
      return showAgain(request, reply, { ...again, key: nextKey, errors: wrong, status: statusOf(error) });
    }
  });

  scope.get('/:district/sent', async (request, reply) => {
    const district = await pages.district(request);
    const receipt = sentReceipt(request.headers.cookie);
    if (!receipt) return reply.redirect(`/${district.code}/follow`, 303);
    return pages.send(request, reply, sentPage({ district, speech: pages.speech(request), receipt }), district);
  });
}

export type { ReceivedForm };

function daysOf({ registerBy, answerBy }: SubmittedReceipt): Pick<SentReceipt, 'registerBy' | 'answerBy'> {
  return { registerBy: registerBy ?? undefined, answerBy: answerBy ?? undefined };
}

/** The status of the first file that was not taken; 400 when nothing but a field is wrong. */
export function statusOfFaults([fault]: readonly FileFault[]): number {
  if (fault?.why === 'TOO_LARGE') return 413;
  return fault?.why === 'FAILED' ? statusOf(fault.refused) : 400;
}

/** The form is there without the figures, too. */
async function lastReviews(pages: Pages, request: FastifyRequest, district: string) {
  const { address: _, ...context } = await pages.context(request);
  return pages.operations.publishedReviews(context, district).catch(() => []);
}
