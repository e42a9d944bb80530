import { createHash } from 'node:crypto';
import { fetchFile } from '../file-door.js';
import type { Capabilities, Channel, RawDelivery, Ref, Verdict } from '../network.js';
import { field, idOf, textOf } from '../receiving/fields.js';
import { readJson } from '../receiving/read-json.js';
import { isOneOf, outermostString, refusalOf } from '../receiving/secret.js';
import { exchange, type Exchanged } from '../sending/exchange.js';
import { caughtUpVk } from './vk-catch-up.js';
import { vkNames, vkPosts, vkReread } from './vk-ask.js';
import { decodeVk } from './vk-decode.js';
import { ensureVk } from './vk-ensure.js';
import { vkSamples } from './vk-counters.js';
import { readVkPlace } from './vk-place.js';
import { attachmentOf } from './vk-files.js';
import { isForeignWall, refusedThere, sayingOf, vkFinding, vkOutcome } from './vk-send.js';

export interface VkAccount {
  readonly account: string;
  /** The community's number, without a sign. */
  readonly group: string;
  /** The community's token: messages, comments of its own. */
  readonly groupToken: string;
  /** Reads posts and comments; the community's token may not. */
  readonly serviceToken: string;
  readonly secret: string;
  /** What proves to VK that the address is ours. */
  readonly confirmation: string;
  readonly listener: string;
  /** Elsewhere than api.vk.com: a simulator. */
  readonly api?: string;
  readonly timeoutMs?: number;
  readonly now: () => number;
}

/** API 5.199. Comments under photos, videos and boards are received; only a user may answer there. */
export const vkCapabilities: Capabilities = {
  receive: {
    directMessages: true,
    comments: 'push',
    edits: 'push-unordered',
    removals: 'push',
    // VK sends no time for restores, so their order relative to a removal is unknown.
    restores: false,
    echoes: true,
    marksMachines: true,
    reachability: true,
    files: 'everywhere',
    albums: 'one-message',
    posts: 'asked',
    names: 'asked',
  },
  authenticity: 'secret-body',
  handshake: true,
  ordering: 'none',
  catchUpHours: 720,
  send: { directMessages: true, comments: true, files: 'direct', perRecipient: false, editHours: 24 },
  canInitiate: false,
  text: { max: 9000, unit: 'codepoint' },
  // No source says how long a comment may be.
  commentText: { max: 4000, unit: 'codepoint' },
  idempotentSend: true,
  reconciles: true,
  proof: 'read',
  threadsClose: true,
  threadsMove: false,
  counters: { ofMessages: ['LIKES'], ofPosts: ['LIKES', 'VIEWS'], pushed: 'hints' },
};

const HOSTS = ['userapi.com', 'vkuserphoto.ru', 'vkuser.net', 'vk.com', 'vk.ru'];

export type VkCall = (
  token: 'group' | 'service',
  name: string,
  parameters: Readonly<Record<string, string>>,
) => Promise<Exchanged>;

export function vkChannel(of: VkAccount): Channel {
  const calling =
    (signal: AbortSignal): VkCall =>
    (token, name, parameters) =>
      exchange(
        {
          method: 'POST',
          url: new URL(`/method/${name}`, of.api ?? 'https://api.vk.com'),
          headers: {
            authorization: `Bearer ${token === 'group' ? of.groupToken : of.serviceToken}`,
            'content-type': 'application/x-www-form-urlencoded',
          },
          body: new URLSearchParams({ ...parameters, v: '5.199' }).toString(),
          ...(of.timeoutMs && { timeoutMs: of.timeoutMs }),
        },
        signal,
      );
  return {
    account: of.account,
    capabilities: vkCapabilities,
    receive: (delivery, secrets) => receive(of, delivery, secrets),
    decode: (type, body) => decodeVk(of, type, body),
    catchUp: (cursor, signal) => caughtUpVk(of, calling(signal), cursor),
    send: async (part, signal) => {
      const door = { hosts: HOSTS, ...(of.api && { served: of.api }) };
      const attached =
        part.file && part.to.kind === 'DIRECT'
          ? await attachmentOf(calling(signal), part, part.file, {
              door,
              timeoutMs: of.timeoutMs,
              now: of.now(),
              signal,
            })
          : undefined;
      if (typeof attached === 'object') return attached;
      const saying = sayingOf(part, of.group, attached);
      if (!saying) return { kind: 'rejected', why: 'NOT_SUPPORTED' };
      const outcome = vkOutcome(await calling(signal)('group', saying.name, saying.parameters), of.now());
      return isForeignWall(part.to, of.group) ? refusedThere(outcome) : outcome;
    },
    reconcile: async (part, signal) => {
      // Comments under photos, videos and boards were posted by hand; they are read by methods that are not called
      // here.
      if (!sayingOf(part, of.group)) return { kind: 'rejected', why: 'NOT_SUPPORTED' };
      const answer = await readThread(calling(signal), part.to);
      return vkFinding(answer, part, part.since, of.group, of.now());
    },
    posts: (threads, signal) => vkPosts(calling(signal), threads),
    names: (people, signal) => vkNames(calling(signal), people),
    reread: (ref, signal) => vkReread(of, calling(signal), ref),
    readPlace: (place, signal) => readVkPlace(of, calling(signal), place, signal),
    counters: async (targets, signal) =>
      (await Promise.all(targets.map((one) => vkSamples(calling(signal), one)))).flat(),
    openFile: (id, signal) => fetchFile(id, { hosts: HOSTS, ...(of.api && { served: of.api }) }, signal, of.timeoutMs),
    ensure: (signal) => ensureVk(of, calling(signal)),
  };
}

function receive(of: VkAccount, { body }: RawDelivery, secrets: readonly string[]): Verdict {
  const refusal = refusalOf(isOneOf(outermostString(body, 'secret'), secrets), secrets);
  if (refusal) return refusal;
  const read = readJson(body);
  if ('fault' in read) return { kind: 'refuse', status: read.fault === 'TOO_LARGE' ? 413 : 400, why: read.fault };
  const group = idOf(field(read.value, 'group_id'));
  const type = textOf(field(read.value, 'type'));
  if (group === undefined || type === undefined) return { kind: 'refuse', status: 400, why: 'MALFORMED' };
  if (group !== of.group) return { kind: 'refuse', status: 403, why: 'FORGED' };
  if (type === 'confirmation') return { kind: 'handshake', reply: of.confirmation };
  const event = idOf(field(read.value, 'event_id')) ?? createHash('sha256').update(body).digest('hex');
  return { kind: 'accept', events: [{ key: `${group} ${event}`, type }], reply: 'ok' };
}

const NEWEST = { count: '100', sort: 'desc' };

function readThread(call: VkCall, { kind, thread }: Ref): Promise<Exchanged> {
  if (kind === 'DIRECT') return call('group', 'messages.getHistory', { peer_id: thread, count: '100' });
  const [owner = '', post = ''] = thread.split('_');
  return call('service', 'wall.getComments', { owner_id: owner, post_id: post, ...NEWEST });
}
