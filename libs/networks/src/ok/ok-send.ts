import { compact } from '@otklik/kernel';
import type { CapturedMessage, Finding, Outcome, Part } from '../network.js';
import { countOf, field, idOf, list, textOf } from '../receiving/fields.js';
import type { Json } from '../receiving/read-json.js';
import { commonOutcome } from '../sending/common-outcome.js';
import type { Exchanged } from '../sending/exchange.js';
import { okComment } from './ok-decode.js';

export const isChat = (thread: string) => /^chat:[\w-]{1,100}$/.test(thread);

export const sayingOf = ({ to, text }: Part): object => ({
  recipient: { chat_id: to.thread },
  message: compact({ text, reply_to: to.id }),
});

interface Answer {
  readonly body?: Json | undefined;
  readonly failed?: Outcome | undefined;
}

/** Errors of the network come with status 200. */
function answerOf(exchanged: Exchanged, now: number): Answer {
  const failed = commonOutcome(exchanged, now);
  if (failed) return { failed };
  const { body } = exchanged as { readonly body?: Json };
  return { body, failed: failure(body) };
}

/** Success without an id says that it was taken, not which it is: it is looked for. */
export function okOutcome(exchanged: Exchanged, now: number): Outcome {
  const { body, failed } = answerOf(exchanged, now);
  if (failed) return failed;
  // For each recipient whether it reached him: one was named.
  if (list(field(body, 'success'))[0] === false) return { kind: 'rejected', why: 'BLOCKED' };
  const id = idOf(field(body, 'message_id'));
  return id === undefined ? { kind: 'unknown' } : { kind: 'sent', id, level: 'visible' };
}

const LIMITS = [7, 8, 9, 11];
const TOKEN = [102, 103, 104];

/** How long a limit lasts is not said. */
function failure(body: Json | undefined): Outcome | undefined {
  const code = countOf(field(body, 'error_code'));
  if (code === undefined) return undefined;
  if (code === 10) return { kind: 'paused', why: 'RIGHTS' };
  if (TOKEN.includes(code)) return { kind: 'paused', why: 'TOKEN' };
  if (code === 300) return { kind: 'rejected', why: 'TARGET_GONE' };
  if (code === 100) return { kind: 'rejected', why: 'CONTENT' };
  return { kind: 'retry', scope: LIMITS.includes(code) ? 'channel' : 'thread' };
}

const SKEW = 120_000;

const wordsOf = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/**
 * A person who copies the text may change its line breaks, and add some. The same text under another comment answers
 * that one.
 */
export function okPlaced(exchanged: Exchanged, part: Part, since: string, now: number): Finding {
  const { body, failed } = answerOf(exchanged, now);
  if (failed) return failed;
  const from = Date.parse(since) - SKEW;
  const { account, thread, id: asked } = part.to;
  const isPlaced = (one: CapturedMessage): boolean =>
    one.author.self &&
    (one.replyTo === undefined || one.replyTo === asked) &&
    wordsOf(one.text).includes(wordsOf(part.text)) &&
    isSince(one.at, from);
  const ours = list(field(body, 'comments'))
    .flatMap((one) => okComment(account, thread, one) ?? [])
    .find(isPlaced);
  return ours === undefined ? { kind: 'absent' } : { kind: 'sent', id: ours.ref.id, level: 'visible' };
}

const isSince = (at: string | undefined, from: number) => at === undefined || Date.parse(at) >= from;

export function okFinding(exchanged: Exchanged, part: Part, since: string, now: number): Finding {
  const { body, failed } = answerOf(exchanged, now);
  if (failed) return failed;
  const from = Date.parse(since) - SKEW;
  const ours = list(field(body, 'messages')).find(
    (one) =>
      (textOf(field(one, 'sender', 'user_id')) ?? '').startsWith('group:') &&
      textOf(field(one, 'message', 'text')) === part.text &&
      (countOf(field(one, 'timestamp')) ?? 0) >= from,
  );
  const id = idOf(field(ours, 'message', 'mid'));
  return id === undefined ? { kind: 'absent' } : { kind: 'sent', id, level: 'visible' };
}
