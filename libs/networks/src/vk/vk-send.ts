import { compact } from '@otklik/kernel';
import { createHash } from 'node:crypto';
import type { Finding, Outcome, Part, Rejection } from '../network.js';
import { countOf, field, idOf, list, textOf } from '../receiving/fields.js';
import type { Json } from '../receiving/read-json.js';
import { commonOutcome, waiting } from '../sending/common-outcome.js';
import type { Exchanged } from '../sending/exchange.js';

/** The id, in its thread, of the post above the comments. */
export const VK_POST = 'post';

export interface VkMethod {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The method that says it; nothing where the community's token may not. */
export function sayingOf({ key, to, text, file }: Part, group: string, attachment?: string): VkMethod | undefined {
  const digest = createHash('sha256').update(key).digest();
  if (to.kind === 'DIRECT') {
    const parameters = compact({
      peer_id: to.thread,
      // 31 bits, never 0, which would mean "any number of times".
      random_id: String(digest.readUInt32BE(0) >>> 1 || 1),
      message: text,
      reply_to: to.id,
      attachment,
    });
    return { name: 'messages.send', parameters };
  }
  if (file) return undefined;
  const [, owner, post] = /^(-?\d+)_(\d+)$/.exec(to.thread) ?? [];
  if (owner === undefined || post === undefined) return undefined;
  const parameters = compact({
    owner_id: owner,
    post_id: post,
    from_group: group,
    message: text,
    guid: digest.toString('hex').slice(0, 32),
    // Under the post itself, where that is what is answered.
    reply_to_comment: to.id === VK_POST ? undefined : to.id,
  });
  return { name: 'wall.createComment', parameters };
}

export function vkOutcome(exchanged: Exchanged, now: number): Outcome {
  const common = commonOutcome(exchanged, now);
  if (common) return common;
  const { body } = exchanged as { readonly body?: Json };
  const error = field(body, 'error');
  if (error !== undefined) return failure(error);
  const response = field(body, 'response');
  const id = idOf(response) ?? idOf(field(response, 'comment_id'));
  return id === undefined ? { kind: 'unknown' } : { kind: 'sent', id, level: 'visible' };
}

/** Of another community. */
export function isForeignWall({ kind, thread }: Part['to'], group: string): boolean {
  return kind === 'COMMENT' && !thread.startsWith(`-${group}_`);
}

/** A foreign wall that lets us not comment takes no right from our account: other answers go on. */
export function refusedThere(outcome: Outcome): Outcome {
  return outcome.kind === 'paused' && outcome.why === 'RIGHTS' ? { kind: 'rejected', why: 'THREAD_CLOSED' } : outcome;
}

const PAUSES: Readonly<Record<number, 'TOKEN' | 'RIGHTS'>> = {
  5: 'TOKEN',
  14: 'TOKEN',
  27: 'TOKEN',
  28: 'TOKEN',
  7: 'RIGHTS',
  15: 'RIGHTS',
  203: 'RIGHTS',
};

const REJECTIONS: Readonly<Record<number, Rejection>> = {
  900: 'BLOCKED',
  901: 'BLOCKED',
  902: 'BLOCKED',
  936: 'TARGET_GONE',
  950: 'WINDOW_CLOSED',
  910: 'TOO_LONG',
  914: 'TOO_LONG',
  212: 'THREAD_CLOSED',
  213: 'THREAD_CLOSED',
  222: 'CONTENT',
};

/** Errors come with status 200. */
function failure(error: Json): Outcome {
  const code = countOf(field(error, 'error_code')) ?? 0;
  if (code === 6) return waiting(1000);
  const pause = PAUSES[code];
  if (pause) return { kind: 'paused', why: pause };
  const rejection = REJECTIONS[code];
  if (rejection) return { kind: 'rejected', why: rejection };
  if (code !== 100) return { kind: 'retry', scope: 'channel' };
  const isTarget = /post|comment|peer/i.test(textOf(field(error, 'error_msg')) ?? '');
  return { kind: 'rejected', why: isTarget ? 'TARGET_GONE' : 'CONTENT' };
}

/** A clock of theirs may be behind ours. */
const SKEW = 120_000;

/** Ours, with the same text, not older than the attempt. */
export function vkFinding(exchanged: Exchanged, part: Part, since: string, group: string, now: number): Finding {
  const common = commonOutcome(exchanged, now);
  if (common) return common;
  const { body } = exchanged as { readonly body?: Json };
  const error = field(body, 'error');
  if (error !== undefined) return failure(error);
  const from = (Date.parse(since) - SKEW) / 1000;
  const ours = list(field(body, 'response', 'items')).find(
    (one) =>
      idOf(field(one, 'from_id')) === `-${group}` &&
      textOf(field(one, 'text')) === part.text &&
      (countOf(field(one, 'date')) ?? 0) >= from,
  );
  const id = idOf(field(ours, 'id'));
  return id === undefined ? { kind: 'absent' } : { kind: 'sent', id, level: 'visible' };
}
