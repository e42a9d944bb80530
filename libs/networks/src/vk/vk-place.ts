import { setTimeout as sleep } from 'node:timers/promises';
import type { CapturedMessage, PlaceProblem, PlaceRead, PublicPlace } from '../network.js';
import { countOf, field, idOf, instantOf, list, textOf } from '../receiving/fields.js';
import type { Json } from '../receiving/read-json.js';
import type { Exchanged } from '../sending/exchange.js';
import type { VkAccount, VkCall } from './vk-channel.js';
import { vkComment } from './vk-decode.js';
import { VK_POST } from './vk-send.js';
import { unhurried } from './vk-unhurried.js';

/** The newest posts of a wall, and of how many of them the comments are read at once; the others are next time. */
const POSTS = '20';
const MAX_THREADS = 10;
/** A third of what the strictest token allows (three calls a second): answers and counts go by the same tokens. */
const PACE_MS = 1_000;

/** How many comments each post had when they were read, by its number. */
type Position = Readonly<Record<string, number>>;

type Items = { readonly items: readonly Json[] } | { readonly problem: PlaceProblem };

/** Posts of another community's wall, and comments under them, by the service token: what anybody reads who is not signed in. */
export async function readVkPlace(
  of: VkAccount,
  calling: VkCall,
  { address, since, position }: PublicPlace,
  signal: AbortSignal,
): Promise<PlaceRead> {
  const wall = wallAt(address);
  if (!wall) return { messages: [], position, problem: 'NO_COMMUNITY' };
  const call = unhurried(calling);
  const posts = itemsOf(await call('service', 'wall.get', { ...wall, count: POSTS }));
  if ('problem' in posts) return { messages: [], position, ...posts };
  const owned = posts.items.filter((post) => !isAd(post));
  if (owned.some((post) => !ownerOf(post).startsWith('-'))) return { messages: [], position, problem: 'NO_COMMUNITY' };
  const read = (position === null ? {} : JSON.parse(position)) as Position;
  const comments = await commentsOf(of, call, owned, read, signal);
  const written = [...owned.flatMap((post) => postSaid(of, post)), ...comments.messages];
  return {
    messages: written.filter(({ text, at = '', author }) => text !== '' && at >= since && !author.self),
    position: JSON.stringify(comments.read),
    ...(comments.problem && { problem: comments.problem }),
  };
}

/** By its number or by its name; nothing for the page of a person. */
function wallAt(address: string): Readonly<Record<string, string>> | undefined {
  const [, name] = /^https:\/\/(?:m\.)?vk\.(?:com|ru)\/([\w.]{2,40})$/.exec(address) ?? [];
  if (name === undefined || /^id\d+$/.test(name)) return undefined;
  const [, number] = /^(?:club|public|event)(\d+)$/.exec(name) ?? [];
  return number === undefined ? { domain: name } : { owner_id: `-${number}` };
}

const ownerOf = (post: Json): string => idOf(field(post, 'owner_id')) ?? '';
const numberOf = (post: Json): string => idOf(field(post, 'id')) ?? '';
const isAd = (post: Json): boolean => idOf(field(post, 'marked_as_ads')) === '1';

function postSaid(of: VkAccount, post: Json): readonly CapturedMessage[] {
  const [owner, number] = [ownerOf(post), numberOf(post)];
  // Who signed it, where the community shows who wrote it.
  const author = idOf(field(post, 'signer_id')) ?? idOf(field(post, 'from_id'));
  const at = instantOf(field(post, 'date'), 's');
  if (author === undefined || number === '') return [];
  const ref = { account: of.account, kind: 'COMMENT', thread: `${owner}_${number}`, id: VK_POST } as const;
  const said = { text: textOf(field(post, 'text')) ?? '', files: [], machine: false, ...(at && { at }) };
  return [{ kind: 'message', ref, author: { id: author, self: author === `-${of.group}` }, ...said }];
}

interface Comments {
  readonly messages: readonly CapturedMessage[];
  readonly read: Position;
  readonly problem?: PlaceProblem;
}

/** Under posts that have another number of them than before. It ends where the network lets us read no more. */
async function commentsOf(
  of: VkAccount,
  call: VkCall,
  posts: readonly Json[],
  before: Position,
  signal: AbortSignal,
): Promise<Comments> {
  const counts = new Map(posts.map((post) => [numberOf(post), countOf(field(post, 'comments', 'count')) ?? 0]));
  const read = Object.fromEntries([...counts.keys()].map((number) => [number, before[number] ?? 0]));
  const messages: CapturedMessage[] = [];
  const changed = posts.filter((post) => counts.get(numberOf(post)) !== read[numberOf(post)]).slice(0, MAX_THREADS);
  for (const post of changed) {
    const [owner_id, post_id] = [ownerOf(post), numberOf(post)];
    if (!(await paced(signal))) return { messages, read };
    const newest = { owner_id, post_id, count: '100', sort: 'desc', thread_items_count: '10' };
    const found = itemsOf(await call('service', 'wall.getComments', newest));
    if ('problem' in found && found.problem !== 'CLOSED' && found.problem !== 'GONE')
      return { messages, read, problem: found.problem };
    read[post_id] = counts.get(post_id)!;
    const said = 'items' in found ? found.items.flatMap((one) => [one, ...list(field(one, 'thread', 'items'))]) : [];
    messages.push(...said.flatMap((one) => commentSaid(of, owner_id, post_id, one)));
  }
  return { messages, read };
}

function commentSaid(of: VkAccount, owner_id: string, post_id: string, one: Json): readonly CapturedMessage[] {
  const { replyTo: _, ...said } = vkComment(of, { owner_id, post_id, ...(one as object) }) ?? {};
  return 'ref' in said ? [said] : [];
}

/** False when it is to end. */
async function paced(signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(PACE_MS, undefined, { signal });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

function itemsOf(answer: Exchanged): Items {
  if (answer.kind !== 'answered') return { problem: 'UNREACHABLE' };
  const error = field(answer.body, 'error');
  if (error !== undefined) return { problem: PROBLEMS[idOf(field(error, 'error_code')) ?? ''] ?? 'UNREACHABLE' };
  const response = field(answer.body, 'response');
  return response === undefined ? { problem: 'UNREACHABLE' } : { items: list(field(response, 'items')) };
}

/** By VK's codes; of others it is tried again. */
const PROBLEMS: Readonly<Record<string, PlaceProblem>> = {
  5: 'TOKEN',
  27: 'TOKEN',
  28: 'TOKEN',
  6: 'LIMIT',
  9: 'LIMIT',
  29: 'LIMIT',
  7: 'CLOSED',
  15: 'CLOSED',
  18: 'CLOSED',
  19: 'CLOSED',
  30: 'CLOSED',
  203: 'CLOSED',
  212: 'CLOSED',
  100: 'GONE',
  113: 'GONE',
  125: 'GONE',
};
