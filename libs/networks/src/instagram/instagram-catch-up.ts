import type { Captured, CapturedMessage, CaughtUp } from '../network.js';
import { field, idOf, list } from '../receiving/fields.js';
import type { Json } from '../receiving/read-json.js';
import type { InstagramCall } from './instagram-channel.js';
import { instagramComment, instagramMessage, timeOf, type InstagramIdentity } from './instagram-decode.js';

const OVERLAP = 600_000;
const COMMENT = 'id,text,timestamp,from';

/** Comments under the newest posts with the replies to them, and the newest messages of the conversations. */
export async function* caughtUpInstagram(
  of: InstagramIdentity & { readonly now: () => number },
  call: InstagramCall,
  cursor: string | null,
): AsyncIterable<CaughtUp> {
  const until = new Date(of.now() - OVERLAP).toISOString();
  let isWhole = true;
  for await (const page of pages(of, call)) {
    isWhole &&= page !== undefined;
    const captured: readonly Captured[] = (page ?? []).filter(({ at = '' }) => at >= (cursor ?? ''));
    if (captured.length > 0) yield { captured, cursor: cursor ?? '' };
  }
  if (isWhole) yield { captured: [], cursor: until };
}

type Page = readonly CapturedMessage[] | undefined;

async function* pages(of: InstagramIdentity, call: InstagramCall): AsyncIterable<Page> {
  const posts = await data(call, `/${of.user}/media?fields=id&limit=50`);
  if (posts === undefined) yield undefined;
  for (const post of posts ?? []) {
    const media = idOf(field(post, 'id')) ?? '';
    const comments = await data(
      call,
      `/${encodeURIComponent(media)}/comments?fields=${COMMENT},replies{${COMMENT}}&limit=100`,
    );
    yield comments?.flatMap((one) => withReplies(of, media, one));
  }
  const conversations = await data(
    call,
    `/${of.user}/conversations?fields=participants,messages{id,created_time,from,message}`,
  );
  yield conversations?.flatMap((one) => messagesOf(of, one));
}

function withReplies(of: InstagramIdentity, media: string, comment: Json): readonly CapturedMessage[] {
  const above = idOf(field(comment, 'id'));
  const read = (one: Json, under?: string) => instagramComment(of, media, one, timeOf(field(one, 'timestamp')), under);
  const replies = list(field(comment, 'replies', 'data')).map((one) => read(one, above));
  return [read(comment), ...replies].filter((one) => one !== undefined);
}

function messagesOf(of: InstagramIdentity, conversation: Json): readonly CapturedMessage[] {
  const participants = list(field(conversation, 'participants', 'data')).map((one) => idOf(field(one, 'id')));
  const thread = participants.find((id) => id !== undefined && id !== of.user);
  if (thread === undefined) return [];
  return list(field(conversation, 'messages', 'data'))
    .map((one) => instagramMessage(of, thread, one))
    .filter((one) => one !== undefined);
}

async function data(call: InstagramCall, path: string): Promise<readonly Json[] | undefined> {
  const answer = await call('GET', path);
  const found = answer.kind === 'answered' ? field(answer.body, 'data') : undefined;
  return found === undefined ? undefined : list(found);
}
