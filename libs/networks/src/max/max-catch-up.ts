import type { Captured, CapturedMessage, CaughtUp } from '../network.js';
import { field, idOf, list } from '../receiving/fields.js';
import type { Json } from '../receiving/read-json.js';
import type { MaxAccount, MaxCall } from './max-channel.js';
import { maxMessage } from './max-decode.js';

const OVERLAP = 600_000;

/** Comments under the newest posts of the channels, and the newest messages of the dialogues that are known. */
export async function* caughtUpMax(of: MaxAccount, call: MaxCall, cursor: string | null): AsyncIterable<CaughtUp> {
  const until = new Date(of.now() - OVERLAP).toISOString();
  const places = await placesOf(of, call);
  let isWhole = places !== undefined;
  for (const place of places ?? []) {
    const messages = await read(call, place);
    isWhole &&= messages !== undefined;
    const whole = (messages ?? []).map((one) => maxMessage(of, one)).filter((one) => one !== undefined);
    const captured: readonly Captured[] = whole.filter((one) => isSince(one, cursor));
    if (captured.length > 0) yield { captured, cursor: cursor ?? '' };
  }
  // What could not be read is read again from the same place.
  if (isWhole) yield { captured: [], cursor: until };
}

/** A post is looked at whenever it was written: a comment on an old one is new. */
const isSince = ({ author, at = '' }: CapturedMessage, cursor: string | null) => !author.self && at >= (cursor ?? '');

async function placesOf({ channels, dialogues }: MaxAccount, call: MaxCall): Promise<readonly string[] | undefined> {
  const places = (dialogues?.() ?? []).map((dialogue) => `/messages?chat_id=${encodeURIComponent(dialogue)}&count=100`);
  for (const channel of channels) {
    const posts = await read(call, `/messages?chat_id=${encodeURIComponent(channel)}&count=100`);
    if (posts === undefined) return undefined;
    const ids = posts.map((post) => idOf(field(post, 'body', 'mid'))).filter((id) => id !== undefined);
    places.push(...ids.map((id) => `/messages/${encodeURIComponent(id)}/comments?count=100`));
  }
  return places;
}

async function read(call: MaxCall, path: string): Promise<readonly Json[] | undefined> {
  const answer = await call('GET', path);
  const messages = answer.kind === 'answered' ? field(answer.body, 'messages') : undefined;
  return messages === undefined ? undefined : list(messages);
}
