import type { Finding, Outcome, Part, Rejection, ThreadKind } from '../network.js';
import { countOf, field, idOf, list, textOf } from '../receiving/fields.js';
import type { Json } from '../receiving/read-json.js';
import { commonOutcome, type Answered } from '../sending/common-outcome.js';
import type { Exchanged } from '../sending/exchange.js';

/** What may stand in a path: ids come from outside. */
export const isId = (id: string) => /^-?[\w.:-]{1,200}$/.test(id) && !id.includes('..');

/** The dialogue with a person of whom the person's number alone is known. */
const PERSON = 'user:';

export const dialogueWith = (author: string) => (/^[1-9]\d*$/.test(author) ? `${PERSON}${author}` : undefined);

/** Such a dialogue can be written to, and not read. */
export const isOfPerson = ({ to }: Pick<Part, 'to'>) => to.kind === 'DIRECT' && to.thread.startsWith(PERSON);

/** The collection that holds a thread: comments of a post, messages of a dialogue. */
export function placeOf({ to }: Pick<Part, 'to'>): string {
  if (to.kind === 'COMMENT') return `/messages/${encodeURIComponent(to.thread)}/comments`;
  return isOfPerson({ to }) ? `/messages?user_id=${to.thread.slice(PERSON.length)}` : `/messages?chat_id=${to.thread}`;
}

/** No format: the text is plain. A file is the only attachment. */
export function sayingOf({ to, text }: Part, file?: string): object {
  return {
    text,
    ...(to.id !== undefined && { link: { type: 'reply', mid: to.id } }),
    ...(file !== undefined && { attachments: [{ type: 'file', payload: { token: file } }] }),
  };
}

export function maxOutcome(exchanged: Exchanged, kind: ThreadKind, now: number): Outcome {
  const failed = exchanged.kind === 'answered' ? failure(exchanged, kind) : undefined;
  if (failed) return failed;
  const common = commonOutcome(exchanged, now);
  if (common) return common;
  const id = exchanged.kind === 'answered' ? idOf(field(exchanged.body, 'message', 'body', 'mid')) : undefined;
  return id === undefined ? { kind: 'unknown' } : { kind: 'sent', id, level: 'visible' };
}

const REJECTIONS: readonly (readonly [RegExp, Rejection])[] = [
  [/closed|disabled/i, 'THREAD_CLOSED'],
  [/too\.?long|length/i, 'TOO_LONG'],
  [/not\.found|timeout_exceeded/i, 'TARGET_GONE'],
];

/** A refusal comes with its status, or with 200 and `success: false`. */
function failure({ status, body }: Answered, kind: ThreadKind): Outcome | undefined {
  const code = wordOf(body, 'code');
  if (status === 401 || code === 'verify.token') return { kind: 'paused', why: 'TOKEN' };
  if (status === 403) return forbidden(kind);
  if (status === 404) return { kind: 'rejected', why: 'TARGET_GONE' };
  if (code === 'attachment.not.ready') return { kind: 'retry', scope: 'thread', afterMs: 1000 };
  if (status !== 400 && status !== 422 && field(body, 'success') !== false) return undefined;
  return { kind: 'rejected', why: rejectionOf(`${code} ${wordOf(body, 'message')}`) };
}

const wordOf = (body: Json | undefined, name: string) => textOf(field(body, name)) ?? '';

/** In a dialogue no right is missing: the person does not let us. */
const forbidden = (kind: ThreadKind): Outcome =>
  kind === 'DIRECT' ? { kind: 'rejected', why: 'BLOCKED' } : { kind: 'paused', why: 'RIGHTS' };

const rejectionOf = (words: string) => REJECTIONS.find(([known]) => known.test(words))?.[1] ?? 'CONTENT';

const SKEW = 120_000;

/** A bot's message with the same text, not older than the attempt: in our own channel and dialogue that is ours. */
export function maxFinding(exchanged: Exchanged, part: Part, since: string, now: number): Finding {
  const failed = exchanged.kind === 'answered' ? failure(exchanged, part.to.kind) : undefined;
  const common = failed ?? commonOutcome(exchanged, now);
  if (common) return common;
  const from = Date.parse(since) - SKEW;
  const isOurs = (one: Json) =>
    field(one, 'sender', 'is_bot') === true &&
    textOf(field(one, 'body', 'text')) === part.text &&
    (countOf(field(one, 'timestamp')) ?? 0) >= from;
  const messages = exchanged.kind === 'answered' ? list(field(exchanged.body, 'messages')) : [];
  const id = idOf(field(messages.find(isOurs), 'body', 'mid'));
  return id === undefined ? { kind: 'absent' } : { kind: 'sent', id, level: 'visible' };
}
