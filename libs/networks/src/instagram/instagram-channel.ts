import { createHash } from 'node:crypto';
import { fetchFile } from '../file-door.js';
import type { Capabilities, Captured, Channel, Problem, RawDelivery, Ref, Sample, Verdict } from '../network.js';
import { countOf, field, idOf, list, textOf } from '../receiving/fields.js';
import { readJson, type Json } from '../receiving/read-json.js';
import { isOneOf, isSignedByOneOf, refusalOf } from '../receiving/secret.js';
import { exchange, type Call, type Exchanged } from '../sending/exchange.js';
import { caughtUpInstagram } from './instagram-catch-up.js';
import { decodeInstagram } from './instagram-decode.js';
import { eventsOf, typeOf, type InstagramEvent } from './instagram-events.js';
import { answerable, dataOf, instagramFinding, instagramOutcome, isId } from './instagram-send.js';

export interface InstagramAccount {
  readonly account: string;
  readonly user: string;
  readonly token: string;
  /** What a stranger must know to have his address confirmed. */
  readonly verifyToken: string;
  /** Elsewhere than graph.instagram.com: a simulator. */
  readonly api?: string;
  readonly timeoutMs?: number;
  readonly now: () => number;
}

/** Off by default: the network is forbidden in Russia. Lengths, the window and most codes are general knowledge. */
export const instagramCapabilities: Capabilities = {
  receive: {
    directMessages: true,
    comments: 'push',
    edits: 'reread',
    removals: 'none',
    restores: false,
    echoes: true,
    marksMachines: false,
    reachability: false,
    files: 'direct',
    albums: 'one-message',
    posts: 'none',
    names: 'told',
  },
  authenticity: 'signature',
  handshake: true,
  ordering: 'none',
  catchUpHours: 720,
  send: { directMessages: true, comments: true, files: 'none', perRecipient: false, editHours: 0 },
  canInitiate: false,
  replyWindowHours: 24,
  text: { max: 1000, unit: 'byte' },
  commentText: { max: 300, unit: 'codepoint' },
  idempotentSend: false,
  reconciles: true,
  proof: 'visible',
  threadsClose: false,
  threadsMove: false,
  counters: { ofMessages: ['LIKES'], ofPosts: ['LIKES', 'VIEWS'], pushed: 'none' },
};

const HOSTS = ['cdninstagram.com', 'fbsbx.com', 'fbcdn.net'];

export type InstagramCall = (method: Call['method'], path: string, body?: object) => Promise<Exchanged>;

export function instagramChannel(of: InstagramAccount): Channel {
  const calling =
    (signal: AbortSignal): InstagramCall =>
    (method, path, body) => {
      const headers = { authorization: `Bearer ${of.token}`, 'content-type': 'application/json' };
      const sent = { ...(body && { body: JSON.stringify(body) }), ...(of.timeoutMs && { timeoutMs: of.timeoutMs }) };
      return exchange(
        { method, url: new URL(path, of.api ?? 'https://graph.instagram.com'), headers, ...sent },
        signal,
      );
    };
  return {
    account: of.account,
    capabilities: instagramCapabilities,
    receive: (delivery, secrets) => receive(of, delivery, secrets),
    decode: (type, body) => decodeInstagram(of, type, body),
    catchUp: (cursor, signal) => caughtUpInstagram(of, calling(signal), cursor),
    send: async (part, signal) => {
      const call = calling(signal);
      if (part.to.kind === 'DIRECT') {
        const message = { recipient: { id: part.to.thread }, message: { text: part.text } };
        return instagramOutcome(await call('POST', `/${of.user}/messages`, message), of.now());
      }
      const above = answerable(part);
      if (above === undefined) return { kind: 'rejected', why: 'TARGET_GONE' };
      return instagramOutcome(await call('POST', `/${above}/replies`, { message: part.text }), of.now());
    },
    reconcile: async (part, signal) => {
      const { answer, messages } = await thread(of, calling(signal), part.to);
      return instagramFinding(answer, messages, part, of.user, of.now());
    },
    counters: async (targets, signal) =>
      (await Promise.all(targets.map((one) => samples(calling(signal), one)))).flat(),
    openFile: (id, signal) => fetchFile(id, { hosts: HOSTS, ...(of.api && { served: of.api }) }, signal, of.timeoutMs),
    ensure: (signal) => ensure(of, calling(signal)),
  };
}

function receive(of: InstagramAccount, { body, headers, query }: RawDelivery, secrets: readonly string[]): Verdict {
  const challenge = query['hub.challenge'];
  const isAuthentic =
    challenge === undefined
      ? isSignedByOneOf(headers['x-hub-signature-256'], body, secrets)
      : isOneOf(query['hub.verify_token'], [of.verifyToken]);
  const refusal = refusalOf(isAuthentic, secrets);
  if (refusal) return refusal;
  if (challenge !== undefined) return { kind: 'handshake', reply: challenge };
  const read = readJson(body);
  if ('fault' in read) return { kind: 'refuse', status: read.fault === 'TOO_LARGE' ? 413 : 400, why: read.fault };
  const events = eventsOf(read.value);
  if (events.length === 0) return { kind: 'refuse', status: 400, why: 'MALFORMED' };
  const digest = createHash('sha256').update(body).digest('hex');
  const told = events.map((event, at) => ({ key: keyOf(event) ?? `${digest} ${at}`, type: typeOf(event, at) }));
  return { kind: 'accept', events: told, reply: '' };
}

function keyOf({ field: name, value }: InstagramEvent): string | undefined {
  const id = name === 'messages' ? idOf(field(value, 'message', 'mid')) : idOf(field(value, 'id'));
  const fate = field(value, 'message', 'is_deleted') === true ? ' deleted' : '';
  return id === undefined ? undefined : `${name} ${id}${fate}`;
}

const MESSAGES = 'messages{id,created_time,from,message}';

async function thread(
  of: InstagramAccount,
  call: InstagramCall,
  to: Ref,
): Promise<{ answer: Exchanged; messages: readonly Json[] }> {
  if (to.kind === 'DIRECT') {
    const user = encodeURIComponent(to.thread);
    const answer = await call('GET', `/${of.user}/conversations?user_id=${user}&fields=${MESSAGES}`);
    return { answer, messages: dataOf(answer).flatMap((one) => list(field(one, 'messages', 'data'))) };
  }
  const answer = await call('GET', `/${answerable({ to }) ?? '0'}/replies?fields=id,text,timestamp,from&limit=100`);
  return { answer, messages: dataOf(answer) };
}

async function samples(call: InstagramCall, target: Ref): Promise<readonly Sample[]> {
  const ask = async (path: string) => {
    const answer = await call('GET', path);
    return answer.kind === 'answered' ? answer.body : undefined;
  };
  const sample = (metric: 'LIKES' | 'VIEWS', count: Json | undefined): Sample => {
    const value = countOf(count);
    return { target, metric, value: value ?? null, quality: value === undefined ? 'missing' : 'exact' };
  };
  const id = target.id ?? target.thread;
  if (target.kind === 'DIRECT' || !isId(id)) return [sample('LIKES', undefined)];
  const likes = sample('LIKES', field(await ask(`/${id}?fields=like_count`), 'like_count'));
  if (target.id !== undefined) return [likes];
  // An empty set is returned where others return 0: the two cannot be distinguished.
  const [views] = list(field(await ask(`/${id}/insights?metric=views`), 'data'));
  return [likes, sample('VIEWS', field(list(field(views, 'values'))[0], 'value'))];
}

const FIELDS = ['comments', 'messages'];
const NEEDED = ['instagram_business_manage_comments', 'instagram_business_manage_messages'];

const problem = (problem: Problem, repaired = false): Captured => ({ kind: 'health', problem, repaired });

async function ensure({ user }: InstagramAccount, call: InstagramCall): Promise<readonly Captured[]> {
  const apps = await call('GET', `/${user}/subscribed_apps`);
  if (apps.kind !== 'answered') return [problem('UNREACHABLE')];
  if (field(apps.body, 'error') !== undefined) return [problem('TOKEN')];
  const granted = dataOf(await call('GET', '/me/permissions')).filter((one) => field(one, 'status') === 'granted');
  const names = granted.map((one) => textOf(field(one, 'permission')));
  const lacking = NEEDED.every((name) => names.includes(name)) ? [] : [problem('RIGHTS')];
  const isThere = dataOf(apps).some((one) =>
    FIELDS.every((name) => list(field(one, 'subscribed_fields')).includes(name)),
  );
  if (isThere) return lacking;
  const made = await call('POST', `/${user}/subscribed_apps?subscribed_fields=${FIELDS.join(',')}`);
  return [...lacking, problem('SUBSCRIPTION', made.kind === 'answered' && field(made.body, 'success') === true)];
}
