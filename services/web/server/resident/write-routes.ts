import { randomUUID } from 'node:crypto';
import type { PublicDistrict } from '@otklik/contracts/generated/graphql';
import type { OperationContext } from '@otklik/host/graphql';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isUuid, uuidv5 } from '@otklik/kernel';
import { setAppealCookies } from './appeal-cookies.js';
import { beforePage } from './before-pages.js';
import { beforeSending, isNothing } from './before-sending.js';
import { emptyForm, formValues, type FormError, type FormValues } from './form-values.js';
import { Refused, type SubmittedReceipt } from './operations.js';
import { idempotencyKey, isSecure, statusOf, type Pages } from './page-context.js';
import { digestOf, receiptCookie, sentReceipt, speaksOfDanger, type SentReceipt } from './receipt-cookie.js';
import { MAX_FILES, type FileFault, type FormReader, type ReceivedForm } from './received-form.js';
import { sentPage } from './sent-page.js';
import { contactKind, formErrors, refusedErrors, submissionInput } from './submission.js';
import { writePage } from './write-page.js';

interface Again {
  readonly status: number;
  readonly key: string;
  readonly values: FormValues;
  readonly errors: readonly FormError[];
  readonly hadFiles: boolean;
  readonly seen: boolean;
  readonly stored: readonly string[];
}

/** A form as it was sent. */
interface Sending {
  readonly values: FormValues;
  readonly fields: ReceivedForm['fields'];
  /** Ids of the files that came with it, now or a step before. */
  readonly files: readonly string[];
  readonly digest: string;
  readonly isAppeal: boolean;
  readonly again: Omit<Again, 'status' | 'errors'>;
}

interface Sent {
  readonly district: PublicDistrict;
  readonly context: OperationContext;
  readonly sending: Sending;
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

  scope.get('/:district/write', async (request, reply) => {
    const district = await pages.district(request);
    const signIn = await pages.signIn(request);
    const [[review], issues] = await Promise.all([
      pages.publishedReviews(request, district),
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
    const form = await forms.read(request, district.code);
    const sending = sendingOf(form);
    const { values, isAppeal, again, files } = sending;
    if (isAnswered(sentReceipt(request.headers.cookie), sending)) return reply.redirect(`/${district.code}/sent`, 303);
    // A message bears no name of an issuer, also of one who has signed in.
    const context = await (isAppeal
      ? pages.identifiedContext(request, form.fields)
      : pages.context(request, form.fields));
    const errors = formErrors(values, form.faults, pages.speech(request), { mustSignIn: !context });
    if (!context || errors.length > 0)
      return showAgain(request, reply, { ...again, errors, status: statusOfFaults(form.faults) });
    if (form.fields.has('back'))
      return showAgain(request, reply, { ...again, errors: [], status: 200, seen: false, stored: files });
    const near = again.seen ? undefined : await nearPage(request, district, sending);
    return near ? pages.send(request, reply, near, district) : send(request, reply, { district, context, sending });
  });

  /** What is known or was answered already; undefined where nothing is near. */
  async function nearPage(request: FastifyRequest, district: PublicDistrict, sending: Sending) {
    const { values, isAppeal, fields, files } = sending;
    const found = await beforeSending(pages, request, district, values);
    if (isNothing(found)) return undefined;
    const speech = pages.speech(request);
    return beforePage({ district, speech, found, mayJoin: !isAppeal, fields, files, enoughKey: randomUUID() });
  }

  async function send(request: FastifyRequest, reply: FastifyReply, { district, context, sending }: Sent) {
    const { values, files, isAppeal, digest, again } = sending;
    try {
      const receipt = await pages.operations.submit(context, submissionInput(district, again.key, values, files));
      const issue = issueIn(sending);
      const isJoined = issue !== undefined && (await joined(pages, request, receipt.token, { key: again.key, issue }));
      const { number, followUpCode: code, receivedAt } = receipt;
      const isUrgent = speaksOfDanger(values.text);
      const contact = contactKind(values.contact);
      const { key } = again;
      const joining = { isJoined, isUnjoined: issue !== undefined && !isJoined };
      const sent = {
        number,
        code,
        receivedAt,
        ...daysOf(receipt),
        digest,
        key,
        isUrgent,
        isAppeal,
        ...joining,
        contact,
      };
      setAppealCookies(request, reply, district.code, receipt);
      void reply.header('set-cookie', receiptCookie(district.code, sent, isSecure(request)));
      return await reply.redirect(`/${district.code}/sent`, 303);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const speech = pages.speech(request);
      // An earlier version of the form was received under its key and the answer was lost: show the form with a new key.
      const isSentBefore = error.code === 'IDEMPOTENCY_KEY_REUSED';
      const wrong = isSentBefore ? [{ message: speech.say('form.sentBefore') }] : refusedErrors(error, speech);
      const key = isSentBefore ? randomUUID() : again.key;
      return showAgain(request, reply, { ...again, key, errors: wrong, status: statusOf(error) });
    }
  }

  scope.get('/:district/sent', async (request, reply) => {
    const district = await pages.district(request);
    const receipt = sentReceipt(request.headers.cookie);
    if (!receipt) return reply.redirect(`/${district.code}/follow`, 303);
    return pages.send(request, reply, sentPage({ district, speech: pages.speech(request), receipt }), district);
  });
}

export type { ReceivedForm };

function sendingOf({ fields, files, faults, digests }: ReceivedForm): Sending {
  const values = formValues(fields);
  const stored = storedFiles(fields);
  const hadFiles = files.length + faults.length > 0;
  const again = { key: idempotencyKey(fields), values, hadFiles, seen: fields.get('seen') === '1', stored };
  const digest = digestOf([values, digests, stored]);
  return { values, fields, files: [...stored, ...files], digest, isAppeal: values.kind === 'appeal', again };
}

/** Files that came with the form before the step that shows what is near. */
function storedFiles(fields: ReceivedForm['fields']): readonly string[] {
  return (fields.get('stored') ?? '').split(',').filter(isUuid).slice(0, MAX_FILES);
}

/** The known issue of «У меня так же»; an appeal under 59-FZ is joined to none. */
function issueIn({ fields, isAppeal }: Pick<Sending, 'fields' | 'isAppeal'>): string | undefined {
  const issue = fields.get('same') ?? '';
  return !isAppeal && isUuid(issue) ? issue : undefined;
}

/** The same content was received a moment ago, and joined if it is to be: where that answer was lost it is asked for again by the same key. */
function isAnswered(receipt: SentReceipt | undefined, sending: Sending): boolean {
  if (receipt?.digest !== sending.digest) return false;
  const isWhole = receipt.isJoined === true || issueIn(sending) === undefined;
  return isWhole || receipt.key !== sending.again.key;
}

const JOIN_TRIES = 2;
/** Whether it was joined is not known then. */
const UNANSWERED: readonly string[] = ['UNAVAILABLE', 'TIMED_OUT', 'INTERNAL', 'OVERLOADED'];

/** A message that cannot be joined, as that is over, is one like any other: an official reads it. */
async function joined(
  pages: Pages,
  request: FastifyRequest,
  token: string,
  { key, issue }: Readonly<Record<'key' | 'issue', string>>,
): Promise<boolean> {
  for (let left = JOIN_TRIES; left > 0; left -= 1)
    try {
      const context = await pages.residentContext(request, token);
      await pages.operations.joinOwnMessage(context, { key: uuidv5(key, 'same'), issue });
      return true;
    } catch (error) {
      const code = error instanceof Refused ? error.code : 'INTERNAL';
      // Joined before, to another one that was near, and that answer was lost.
      if (code === 'IDEMPOTENCY_KEY_REUSED') return true;
      if (!UNANSWERED.includes(code)) return false;
      pages.ports.logger.warn('a message was not joined to a known issue', { error });
    }
  return false;
}

function daysOf({ registerBy, answerBy }: SubmittedReceipt): Pick<SentReceipt, 'registerBy' | 'answerBy'> {
  return { registerBy: registerBy ?? undefined, answerBy: answerBy ?? undefined };
}

/** The status of the first file that was not taken; 400 when nothing but a field is wrong. */
export function statusOfFaults([fault]: readonly FileFault[]): number {
  if (fault?.why === 'TOO_LARGE') return 413;
  return fault?.why === 'FAILED' ? statusOf(fault.refused) : 400;
}
