import type { Finding, Outcome, Part } from '../network.js';
import { countOf, field, idOf, list, textOf } from '../receiving/fields.js';
import type { Json } from '../receiving/read-json.js';
import { commonOutcome, waiting } from '../sending/common-outcome.js';
import type { Exchanged } from '../sending/exchange.js';
import { timeOf } from './instagram-decode.js';

export const isId = (id: string) => /^\d{1,30}$/.test(id);

/** The comment under which an answer may stand. */
export function answerable({ to }: Pick<Part, 'to'>): string | undefined {
  const above = to.thread.split(':')[1] ?? to.id;
  return above !== undefined && isId(above) ? above : undefined;
}

export function instagramOutcome(exchanged: Exchanged, now: number): Outcome {
  const failed = exchanged.kind === 'answered' ? failure(exchanged.body) : undefined;
  const common = failed ?? commonOutcome(exchanged, now);
  if (common) return common;
  const { body } = exchanged as { readonly body?: Json };
  const id = idOf(field(body, 'id')) ?? idOf(field(body, 'message_id'));
  return id === undefined ? { kind: 'unknown' } : { kind: 'sent', id, level: 'visible' };
}

const OUTSIDE_THE_WINDOW = 2_534_022;
const NO_SUCH_OBJECT = 33;

const OUTCOMES: Readonly<Record<number, Outcome>> = {
  190: { kind: 'paused', why: 'TOKEN' },
  10: { kind: 'paused', why: 'RIGHTS' },
  200: { kind: 'paused', why: 'RIGHTS' },
  368: { kind: 'paused', why: 'BANNED' },
  551: { kind: 'rejected', why: 'BLOCKED' },
  100: { kind: 'rejected', why: 'CONTENT' },
};

function failure(body: Json | undefined): Outcome | undefined {
  const error = field(body, 'error');
  const code = countOf(field(error, 'code'));
  if (code === undefined) return undefined;
  const subcode = countOf(field(error, 'error_subcode'));
  if (subcode === OUTSIDE_THE_WINDOW) return { kind: 'rejected', why: 'WINDOW_CLOSED' };
  if (code === 100 && subcode === NO_SUCH_OBJECT) return { kind: 'rejected', why: 'TARGET_GONE' };
  return OUTCOMES[code] ?? waiting(undefined);
}

const SKEW = 120_000;

/** `messages`: ours and theirs, of a dialogue or under a comment. */
export function instagramFinding(
  exchanged: Exchanged,
  messages: readonly Json[],
  part: Part & { since: string },
  user: string,
  now: number,
): Finding {
  const failed = exchanged.kind === 'answered' ? failure(exchanged.body) : undefined;
  const common = failed ?? commonOutcome(exchanged, now);
  if (common) return common;
  const from = new Date(Date.parse(part.since) - SKEW).toISOString();
  const ours = messages.find(
    (one) =>
      idOf(field(one, 'from', 'id')) === user &&
      (textOf(field(one, 'text')) ?? textOf(field(one, 'message'))) === part.text &&
      (timeOf(field(one, 'timestamp') ?? field(one, 'created_time')) ?? '') >= from,
  );
  const id = idOf(field(ours, 'id'));
  return id === undefined ? { kind: 'absent' } : { kind: 'sent', id, level: 'visible' };
}

export const dataOf = (exchanged: Exchanged, ...path: readonly string[]) =>
  exchanged.kind === 'answered' ? list(field(exchanged.body, ...path, 'data')) : [];
