import { randomUUID } from 'node:crypto';
import { BodyReaction } from '@otklik/contracts/enumerations';
import { localDate } from '@otklik/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodyAbsentPage, bodyDonePage, bodyPage, type BodyForm } from './body-pages.js';
import { challengeError } from './challenge-part.js';
import type { FormError } from './form-values.js';
import { Refused, type BodyLink, type ShownLetter } from './operations.js';
import { idempotencyKey, statusOf, type Pages } from './page-context.js';
import { sentFields } from './sent-fields.js';
import type { Speech } from './words/index.js';

const LINK = /^[\w-]{64}$/;
const ENDS = ['ANSWERED', 'REFUSED', 'INFORMED'] as const;
type Done = (typeof ENDS)[number] | 'ACCEPTED';

/**
 * The page of a body that has a letter of the district: its link is all that it shows. What the letter says is behind a
 * button, since programs that read mail follow links: personal data is opened by a person, and the access is recorded.
 */
export function bodyRoutes(scope: FastifyInstance, pages: Pages): void {
  scope.get('/:district/body/told', async (request, reply) => {
    const district = await pages.district(request);
    const { done } = request.query as { readonly done?: unknown };
    const end = ENDS.find((one) => one === done) ?? 'INFORMED';
    return pages.send(request, reply, bodyDonePage(district, pages.speech(request), end), district);
  });

  scope.get('/:district/body/:link', async (request, reply) => {
    const { done, after } = request.query as { readonly done?: unknown; readonly after?: unknown };
    const consistentWith = typeof after === 'string' ? { consistentWith: after } : {};
    return shown(pages, request, reply, async () => {
      const letter = await pages.operations.bodyLetter(await pages.context(request), {
        ...(await linkOf(pages, request)),
        ...consistentWith,
      });
      return { letter, ...(done === 'ACCEPTED' && { done: pages.speech(request).say('body.done.ACCEPTED') }) };
    });
  });

  scope.post('/:district/body/:link', async (request, reply) => {
    const fields = sentFields(request);
    const open = async () => ({
      letter: await pages.operations.openBodyLetter(await pages.context(request), await linkOf(pages, request)),
    });
    const act = fields.get('act');
    if (act !== 'react' && act !== 'inform') return shown(pages, request, reply, open);
    return tell(pages, request, reply, { fields, ...formOf(fields, act) });
  });
}

interface Shown {
  readonly letter: ShownLetter;
  readonly done?: string;
  readonly form?: BodyForm;
  readonly errors?: readonly FormError[];
}

/** Whatever the reason, a link that opens nothing is answered alike. */
async function shown(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  read: () => Promise<Shown>,
): Promise<FastifyReply> {
  const district = await pages.district(request);
  const speech = pages.speech(request);
  try {
    const link = await linkOf(pages, request);
    const page = { district, speech, link: link.link, actKey: randomUUID(), ...(await read()) };
    return await pages.send(request, reply, bodyPage(page), district);
  } catch (error) {
    if (!isAbsent(error)) throw error;
    return pages.send(request, reply.code(404), bodyAbsentPage(district, speech), district);
  }
}

/** A form as it came: its answer to the challenge of a limit is not typed in again. */
interface SentForm extends BodyForm {
  readonly fields: ReadonlyMap<string, string>;
}

async function tell(pages: Pages, request: FastifyRequest, reply: FastifyReply, form: SentForm): Promise<FastifyReply> {
  const district = await pages.district(request);
  const speech = pages.speech(request);
  const again = (status: number, errors: readonly FormError[]): Promise<FastifyReply> =>
    shown(pages, request, reply.code(status), async () => {
      const link = await linkOf(pages, request);
      return { letter: await pages.operations.openBodyLetter(await pages.context(request), link), form, errors };
    });
  const errors = errorsOf(form, localDate(new Date().toISOString(), district.zone), speech);
  if (errors.length > 0) return again(400, errors);
  try {
    const { done, after } = await send(pages, request, form);
    const { link } = await linkOf(pages, request);
    const query = new URLSearchParams({ done, ...(done === 'ACCEPTED' && { after }) });
    return await reply.redirect(`/${district.code}/body/${done === 'ACCEPTED' ? link : 'told'}?${query}`, 303);
  } catch (error) {
    if (!(error instanceof Refused) || isAbsent(error))
      return shown(pages, request, reply, () => Promise.reject(error));
    return again(statusOf(error), [fault(error, speech)]);
  }
}

async function send(
  pages: Pages,
  request: FastifyRequest,
  { act, key, reaction, reactedOn, number, text, fields }: SentForm,
): Promise<{ readonly done: Done; readonly after: string }> {
  const context = await pages.context(request, fields);
  const link = await linkOf(pages, request);
  const numbered = number === '' ? {} : { number };
  if (act === 'inform') {
    const { consistencyToken } = await pages.operations.informAsBody(context, { ...link, key, text, ...numbered });
    return { done: 'INFORMED', after: consistencyToken };
  }
  const said = { ...numbered, ...(text !== '' && { text }) };
  const input = { ...link, key, reaction: reaction!, reactedOn, ...said };
  const { consistencyToken } = await pages.operations.reactAsBody(context, input);
  return { done: reaction!, after: consistencyToken };
}

/** Throws `Refused` for what cannot be a link. */
async function linkOf(pages: Pages, request: FastifyRequest): Promise<BodyLink> {
  const { link } = request.params as { readonly link: string };
  if (!LINK.test(link)) throw new Refused('', 'NOT_FOUND');
  return { district: (await pages.district(request)).code, link };
}

function formOf(fields: ReadonlyMap<string, string>, act: BodyForm['act']): BodyForm {
  const field = (name: string): string => (fields.get(name) ?? '').replaceAll('\r\n', '\n').trim();
  const reaction = BodyReaction.values.find((one) => one === field('reaction'));
  return {
    act,
    key: idempotencyKey(fields),
    number: field('number'),
    text: field('text'),
    reaction,
    reactedOn: field('reactedOn'),
  };
}

function errorsOf({ act, ...form }: BodyForm, today: string, { say }: Speech): readonly FormError[] {
  const wrong = (field: string, isWrong: boolean, message: string) => (isWrong ? [{ field, message }] : []);
  if (act === 'inform') return wrong('text', form.text === '', say('errors.bodyAnswer'));
  const { reaction, reactedOn, number, text } = form;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(reactedOn) && !Number.isNaN(Date.parse(reactedOn));
  return [
    ...wrong('reaction-ACCEPTED', reaction === undefined, say('errors.bodyReaction')),
    ...wrong('reactedOn', !isDay || reactedOn > today, say('errors.bodyDate')),
    ...wrong('number', reaction === 'ACCEPTED' && number === '', say('errors.bodyNumber')),
    ...wrong('text', reaction === 'REFUSED' && text === '', say('errors.bodyWhy')),
  ];
}

function fault(refused: Refused, speech: Speech): FormError {
  const { message, path } = refused;
  const field = ['number', 'text', 'reactedOn'].find((name) => path === `input.${name}`);
  return challengeError(refused, speech) ?? (field === undefined ? { message } : { field, message });
}

function isAbsent(error: unknown): boolean {
  return error instanceof Refused && error.code === 'NOT_FOUND';
}
