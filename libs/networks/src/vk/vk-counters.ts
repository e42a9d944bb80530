import type { Metric, Ref, Sample } from '../network.js';
import { countOf, field, list } from '../receiving/fields.js';
import type { Json } from '../receiving/read-json.js';
import type { VkCall } from './vk-channel.js';
import { VK_POST } from './vk-send.js';

/** Likes of a comment; likes and views of a post. For a message to the community nothing is returned. */
export async function vkSamples(call: VkCall, target: Ref): Promise<readonly Sample[]> {
  const [owner_id = '', post_id = ''] = target.thread.split('_');
  if (target.kind === 'DIRECT') return [sample(target, 'LIKES', undefined)];
  if (target.id === undefined || target.id === VK_POST) {
    const [post] = list(await ask(call, 'wall.getById', { posts: `${owner_id}_${post_id}` }, 'items'));
    return [
      sample(target, 'LIKES', field(post, 'likes', 'count')),
      sample(target, 'VIEWS', field(post, 'views', 'count')),
    ];
  }
  const item = { type: 'comment', owner_id, item_id: target.id, count: '1' };
  return [sample(target, 'LIKES', await ask(call, 'likes.getList', item, 'count'))];
}

async function ask(call: VkCall, name: string, parameters: Readonly<Record<string, string>>, of: string) {
  const answer = await call('service', name, parameters);
  return answer.kind === 'answered' ? field(answer.body, 'response', of) : undefined;
}

function sample(target: Ref, metric: Metric, count: Json | undefined): Sample {
  const value = countOf(count);
  return { target, metric, value: value ?? null, quality: value === undefined ? 'missing' : 'exact' };
}
