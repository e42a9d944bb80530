import type { Captured, CapturedMessage, CaughtUp } from '../network.js';
import { field, idOf, list } from '../receiving/fields.js';
import type { Json } from '../receiving/read-json.js';
import type { OkAccount, OkCall } from './ok-channel.js';
import { okComment, okMessage } from './ok-decode.js';
import { okComments } from './ok-rest.js';
import { isChat } from './ok-send.js';

const OVERLAP = 600_000;
/** Chats come with the latest activity first. */
const CHATS = '100';

/** Messages of the chats with something new, and comments of the topics that are followed. */
export async function* caughtUpOk(of: OkAccount, call: OkCall, cursor: string | null): AsyncIterable<CaughtUp> {
  const until = new Date(of.now() - OVERLAP).toISOString();
  const from = cursor ?? new Date(0).toISOString();
  let isWhole = true;
  for await (const messages of pages(of, call, from)) {
    isWhole &&= messages !== undefined;
    const captured: readonly Captured[] = (messages ?? []).filter((one) => isNews(one, from));
    if (captured.length > 0) yield { captured, cursor: from };
  }
  if (isWhole) yield { captured: [], cursor: until };
}

/** Ours in a chat were sent from here; ours under a topic a person wrote. What bears no time is known again by what it says. */
const isNews = ({ author, ref, at }: CapturedMessage, from: string) =>
  (at === undefined || at >= from) && (!author.self || ref.kind === 'COMMENT');

type Page = readonly CapturedMessage[] | undefined;

async function* pages(of: OkAccount, call: OkCall, from: string): AsyncIterable<Page> {
  const chats = await listed(call('GET', '/graph/me/chats', { count: CHATS }), 'chats');
  if (chats === undefined) yield undefined;
  for (const chat of chats ?? []) {
    const id = idOf(field(chat, 'chat_id')) ?? '';
    if (isChat(id)) yield await messagesOf(of, call, id, from);
  }
  for (const topic of of.topics()) yield await commentsOf(of, call, topic);
}

/** The later end comes first. */
async function messagesOf(of: OkAccount, call: OkCall, chat: string, from: string): Promise<Page> {
  const range = { from: String(of.now() + 60_000), to: String(Date.parse(from)), count: '100' };
  const messages = await listed(call('GET', `/graph/me/messages/${chat}`, range), 'messages');
  return messages?.map((one) => okMessage(of.account, one)).filter((one) => one !== undefined);
}

async function commentsOf(of: OkAccount, call: OkCall, topic: string): Promise<Page> {
  const comments = await listed(okComments(of, call, topic), 'comments');
  return comments?.map((one) => okComment(of.account, topic, one)).filter((one) => one !== undefined);
}

async function listed(asked: Promise<Awaited<ReturnType<OkCall>>>, name: string): Promise<readonly Json[] | undefined> {
  const answer = await asked;
  const found = answer.kind === 'answered' ? field(answer.body, name) : undefined;
  return found === undefined ? undefined : list(found);
}
