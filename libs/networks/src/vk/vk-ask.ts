import type { CapturedEdit, CapturedFate, CapturedPost, MessageRef, Ref } from '../network.js';
import { field, idOf, list, textOf } from '../receiving/fields.js';
import type { Json } from '../receiving/read-json.js';
import type { VkCall } from './vk-channel.js';
import { vkComment, type VkIdentity } from './vk-decode.js';
import { VK_POST } from './vk-send.js';

/** As many as one call takes. */
const POSTS = 100;
const PEOPLE = 1000;
const WALL = /^-?\d+_\d+$/;

function chunks<T>(of: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(of.length / size) }, (_, at) => of.slice(at * size, (at + 1) * size));
}

async function items(asked: ReturnType<VkCall>, ...path: readonly string[]): Promise<readonly Json[] | undefined> {
  const answer = await asked;
  const found = answer.kind === 'answered' ? field(answer.body, 'response', ...path) : undefined;
  return found === undefined ? undefined : list(found);
}

/** Posts of walls; what is above comments of photos, videos and boards is not requested. */
export async function vkPosts(call: VkCall, threads: readonly Ref[]): Promise<readonly CapturedPost[]> {
  const byPost = new Map(threads.filter(({ thread }) => WALL.test(thread)).map((ref) => [ref.thread, ref]));
  const found = await Promise.all(
    chunks([...byPost.keys()], POSTS).map((ids) =>
      items(call('service', 'wall.getById', { posts: ids.join() }), 'items'),
    ),
  );
  return found.flat().flatMap((post) => {
    const ref = byPost.get(`${idOf(field(post, 'owner_id')) ?? ''}_${idOf(field(post, 'id')) ?? ''}`);
    const text = textOf(field(post, 'text'));
    return ref === undefined || text === undefined ? [] : [{ kind: 'post' as const, ref: bare(ref), text }];
  });
}

const bare = ({ account, kind, thread }: Ref): Ref => ({ account, kind, thread });

/** A community has no name of a person. */
export async function vkNames(call: VkCall, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const persons = people.filter((id) => /^[1-9]\d*$/.test(id));
  const found = await Promise.all(
    chunks(persons, PEOPLE).map((ids) => items(call('group', 'users.get', { user_ids: ids.join() }))),
  );
  const named = found.flat().map((user) => [idOf(field(user, 'id')) ?? '', nameOf(user)] as const);
  return new Map(named.filter(([id, name]) => id !== '' && name !== ''));
}

function nameOf(user: Json | undefined): string {
  // Of an account that was closed or deleted the network says so in the place of a name.
  if (textOf(field(user, 'deactivated')) !== undefined) return '';
  const parts = [field(user, 'first_name'), field(user, 'last_name')].map((part) => textOf(part)?.trim());
  return parts.filter((part) => part).join(' ');
}

/** Only the comments of a post can be read: of a dialogue edits are dated, and the others are for a user alone. */
export async function vkReread(
  of: VkIdentity & { readonly now: () => number },
  call: VkCall,
  ref: MessageRef,
): Promise<readonly (CapturedEdit | CapturedFate)[]> {
  if (ref.kind !== 'COMMENT' || ref.id === VK_POST || !WALL.test(ref.thread)) return [];
  const [owner_id = '', post_id = ''] = ref.thread.split('_');
  const from = { owner_id, post_id, start_comment_id: ref.id, count: '1' };
  // A change during the request is delivered later than this time.
  const at = new Date(of.now()).toISOString();
  const found = await items(call('service', 'wall.getComments', from), 'items');
  if (found === undefined) return [];
  const comment = vkComment(of, { owner_id, post_id, ...(found[0] as object | undefined) });
  // The list begins with the one after it, if it is gone.
  if (comment?.ref.id !== ref.id) return [{ kind: 'removed', ref, at }];
  return [
    { kind: 'edited', ref, text: comment.text, at },
    { kind: 'restored', ref, at },
  ];
}
