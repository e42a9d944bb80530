import type { Captured, CapturedMessage, CaughtUp } from '../network.js';
import { field, idOf, list } from '../receiving/fields.js';
import type { Json } from '../receiving/read-json.js';
import type { VkCall } from './vk-channel.js';
import { vkComment, vkMessage, type VkIdentity } from './vk-decode.js';

/** What may still have been on its way when the cursor was set. */
const OVERLAP = 600_000;
/** Posts and dialogues that are looked at: the newest. */
const POSTS = '50';
const DIALOGUES = '100';

type Page = { readonly captured: readonly CapturedMessage[]; readonly failed: boolean };

/** Comments of the newest posts, then messages of the newest dialogues. The cursor moves when all of it was read. */
export async function* caughtUpVk(
  of: VkIdentity & { readonly now: () => number },
  call: VkCall,
  cursor: string | null,
): AsyncIterable<CaughtUp> {
  const until = new Date(of.now() - OVERLAP).toISOString();
  let failed = false;
  for await (const page of pages(of, call)) {
    failed ||= page.failed;
    const captured: readonly Captured[] = page.captured.filter(({ at = '' }) => at >= (cursor ?? ''));
    if (captured.length > 0) yield { captured, cursor: cursor ?? '' };
  }
  if (!failed) yield { captured: [], cursor: until };
}

async function* pages(of: VkIdentity, call: VkCall): AsyncIterable<Page> {
  const owner = `-${of.group}`;
  yield* each(call('service', 'wall.get', { owner_id: owner, count: POSTS }), async (post) => {
    const post_id = idOf(field(post, 'id')) ?? '';
    const newest = { owner_id: owner, post_id, count: '100', sort: 'desc' };
    const comments = await items(call('service', 'wall.getComments', newest));
    return page(comments, (one) => vkComment(of, { owner_id: owner, post_id, ...(one as object) }));
  });
  yield* each(call('group', 'messages.getConversations', { count: DIALOGUES }), async (dialogue) => {
    const peer_id = idOf(field(dialogue, 'conversation', 'peer', 'id')) ?? '';
    const messages = await items(call('group', 'messages.getHistory', { peer_id, count: '100' }));
    return page(messages, (one) => vkMessage(of, one));
  });
}

async function* each(asked: ReturnType<VkCall>, read: (item: Json) => Promise<Page>): AsyncIterable<Page> {
  const found = await items(asked);
  if (found === undefined) yield { captured: [], failed: true };
  for (const item of found ?? []) yield await read(item);
}

function page(read: readonly Json[] | undefined, decode: (one: Json) => CapturedMessage | undefined): Page {
  const captured = (read ?? []).map(decode).filter((one) => one !== undefined);
  return { captured, failed: read === undefined };
}

async function items(asked: ReturnType<VkCall>): Promise<readonly Json[] | undefined> {
  const answer = await asked;
  const response = answer.kind === 'answered' ? field(answer.body, 'response') : undefined;
  return response === undefined ? undefined : list(field(response, 'items'));
}
