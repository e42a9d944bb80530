import type { FormData } from 'undici';
import type { Outcome, OutgoingFile, Part, Rejection } from '../network.js';
import { countOf, field, idOf, textOf } from '../receiving/fields.js';
import type { Json } from '../receiving/read-json.js';
import { commonOutcome, waiting } from '../sending/common-outcome.js';
import type { Exchanged } from '../sending/exchange.js';
import { formOf } from '../sending/upload.js';
import { toJson } from '../to-json.js';

/** A text as it is: no markup, no preview of a link. An answer to a deleted comment is sent without a reply. */
export function sendMessage({ to, text }: Part): object {
  const [chat, topic] = to.thread.split(':');
  return {
    chat_id: BigInt(chat!),
    text,
    link_preview_options: { is_disabled: true },
    ...(topic !== undefined && { message_thread_id: Number(topic) }),
    ...(to.id !== undefined && {
      reply_parameters: { message_id: Number(to.id), allow_sending_without_reply: true },
    }),
  };
}

/** The same with a file: a form, whose other fields are JSON. */
export function sendDocument(part: Part, file: OutgoingFile): FormData {
  const { text: caption, ...said } = sendMessage(part) as Readonly<Record<string, unknown>>;
  const fields = Object.entries({ ...said, caption }).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : toJson(value),
  ]);
  return formOf('document', file, Object.fromEntries(fields) as Readonly<Record<string, string>>);
}

export function isChat(thread: string): boolean {
  return /^-?\d{1,20}(:\d{1,15})?$/.test(thread);
}

/** Where the chat has become another one, which has neither the thread nor the message that is answered. */
export function migratedTo(exchanged: Exchanged): string | undefined {
  return exchanged.kind === 'answered' ? idOf(field(exchanged.body, 'parameters', 'migrate_to_chat_id')) : undefined;
}

export function telegramOutcome(exchanged: Exchanged, now: number): Outcome {
  if (exchanged.kind === 'answered' && field(exchanged.body, 'ok') === false) return failure(exchanged.body);
  const common = commonOutcome(exchanged, now);
  if (common) return common;
  const id = exchanged.kind === 'answered' ? idOf(field(exchanged.body, 'result', 'message_id')) : undefined;
  return id === undefined ? { kind: 'unknown' } : { kind: 'sent', id, level: 'accepted' };
}

/** Read from the server's source; the words are not promised, so what none fits is refused for its content. */
const REJECTIONS: readonly (readonly [RegExp, Rejection])[] = [
  [/bot was blocked|user is deactivated|initiate conversation/i, 'BLOCKED'],
  [/topic_closed|topic is closed/i, 'THREAD_CLOSED'],
  [/chat not found|thread not found|bot was kicked|group chat was deleted|not a member/i, 'TARGET_GONE'],
  [/too long/i, 'TOO_LONG'],
];

function failure(body: Json | undefined): Outcome {
  const code = countOf(field(body, 'error_code')) ?? 0;
  const wait = countOf(field(body, 'parameters', 'retry_after'));
  if (code === 429 || code >= 500)
    return waiting(wait === undefined ? undefined : wait * 1000, code === 429 ? 'thread' : 'channel');
  if (code === 401 || code === 404) return { kind: 'paused', why: 'TOKEN' };
  return refusal(textOf(field(body, 'description')) ?? '');
}

function refusal(description: string): Outcome {
  if (/rights|CHAT_WRITE_FORBIDDEN|CHAT_ADMIN_REQUIRED/i.test(description)) return { kind: 'paused', why: 'RIGHTS' };
  const known = REJECTIONS.find(([words]) => words.test(description));
  return { kind: 'rejected', why: known?.[1] ?? 'CONTENT' };
}
