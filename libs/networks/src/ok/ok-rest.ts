import { createHash } from 'node:crypto';
import type { CapturedPost, Ref } from '../network.js';
import { field, idOf, list, textOf } from '../receiving/fields.js';
import type { Json } from '../receiving/read-json.js';
import type { Exchanged } from '../sending/exchange.js';
import type { OkAccount, OkCall } from './ok-channel.js';

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** A method of the old API, which is signed. */
export function okRest(
  { token, applicationKey, applicationSecret }: OkAccount,
  call: OkCall,
  method: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Exchanged> {
  const asked: Readonly<Record<string, string>> = {
    application_key: applicationKey,
    method,
    format: 'json',
    ...parameters,
  };
  // Of everything but the token, in the order of the names.
  const sorted = Object.entries(asked).sort(([one], [other]) => (one < other ? -1 : 1));
  const sig = md5(sorted.map(([name, value]) => `${name}=${value}`).join('') + md5(token + applicationSecret));
  return call('GET', '/fb.do', { ...asked, sig });
}

/** The last hundred. */
export function okComments(of: OkAccount, call: OkCall, topic: string): Promise<Exchanged> {
  const asked = { discussionId: topic, discussionType: 'GROUP_TOPIC', direction: 'BACKWARD', count: '100' };
  return okRest(of, call, 'discussions.getComments', asked);
}

/** As many as one call takes. */
const TOPICS = 50;

export async function okPosts(of: OkAccount, call: OkCall, threads: readonly Ref[]): Promise<readonly CapturedPost[]> {
  const byTopic = new Map(threads.filter(({ thread }) => /^\d+$/.test(thread)).map((ref) => [ref.thread, ref]));
  const ids = [...byTopic.keys()].slice(0, TOPICS);
  if (ids.length === 0) return [];
  const answer = await okRest(of, call, 'mediatopic.getByIds', { topic_ids: ids.join(), fields: 'media_topic.*' });
  const topics = answer.kind === 'answered' ? list(field(answer.body, 'media_topics')) : [];
  return topics.flatMap((topic) => {
    const ref = byTopic.get(idOf(field(topic, 'id')) ?? '');
    if (!ref) return [];
    return [{ kind: 'post', ref: { account: ref.account, kind: ref.kind, thread: ref.thread }, text: wordsOf(topic) }];
  });
}

/** Of its pieces those that are text. */
function wordsOf(topic: Json): string {
  const texts = list(field(topic, 'media')).map((piece) => textOf(field(piece, 'text')));
  return texts.filter((text) => text !== undefined).join('\n');
}
