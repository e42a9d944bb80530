import { createHash } from 'node:crypto';
import { fetchFile } from '../file-door.js';
import {
  FileUnavailable,
  type Capabilities,
  type Captured,
  type CapturedPost,
  type Channel,
  type Problem,
  type RawDelivery,
  type Ref,
  type Sample,
  type Verdict,
} from '../network.js';
import { countOf, field, fields, idOf, list, textOf } from '../receiving/fields.js';
import { readJson } from '../receiving/read-json.js';
import { isOneOf, refusalOf } from '../receiving/secret.js';
import { exchange, type Call, type Exchanged } from '../sending/exchange.js';
import { caughtUpMax } from './max-catch-up.js';
import { decodeMax, rights } from './max-decode.js';
import { sendFile } from './max-files.js';
import { isId, isOfPerson, maxFinding, maxOutcome, placeOf, sayingOf } from './max-send.js';

export interface MaxAccount {
  readonly account: string;
  readonly token: string;
  /** 5 to 256 of A-Z a-z 0-9 _ - */
  readonly secret: string;
  readonly listener: string;
  /** Our bot's number. */
  readonly bot?: string;
  /** Channels of which the bot is an administrator: their posts are commented. */
  readonly channels: readonly string[];
  /** Known dialogues: the network lists none. */
  readonly dialogues?: () => readonly string[];
  /** Elsewhere than platform-api2.max.ru: a simulator. */
  readonly api?: string;
  readonly timeoutMs?: number;
  readonly now: () => number;
}

export const maxCapabilities: Capabilities = {
  receive: {
    directMessages: true,
    comments: 'push',
    edits: 'push',
    removals: 'push',
    restores: false,
    echoes: false,
    marksMachines: true,
    reachability: true,
    files: 'everywhere',
    albums: 'one-message',
    posts: 'asked',
    names: 'told',
  },
  authenticity: 'secret-header',
  handshake: false,
  ordering: 'none',
  catchUpHours: 720,
  send: { directMessages: true, comments: true, files: 'direct', perRecipient: false, editHours: 26 },
  canInitiate: false,
  text: { max: 4000, unit: 'codepoint' },
  commentText: { max: 4000, unit: 'codepoint' },
  idempotentSend: false,
  reconciles: true,
  proof: 'visible',
  threadsClose: true,
  threadsMove: false,
  counters: { ofMessages: [], ofPosts: ['VIEWS'], pushed: 'none' },
};

const API = 'https://platform-api2.max.ru';
const HOSTS = ['oneme.ru', 'okcdn.ru', 'max.ru'];

export const MAX_UPDATES = [
  'message_created',
  'message_edited',
  'message_removed',
  'comment_created',
  'comment_edited',
  'comment_removed',
  'bot_started',
  'bot_stopped',
  'bot_removed',
  'bot_admin_permissions_changed',
];

export type MaxCall = (method: Call['method'], path: string, body?: object) => Promise<Exchanged>;

export function maxChannel(of: MaxAccount): Channel {
  const calling =
    (signal: AbortSignal): MaxCall =>
    (method, path, body) =>
      exchange(
        {
          method,
          url: new URL(path, of.api ?? API),
          headers: { authorization: of.token, 'content-type': 'application/json' },
          ...(body && { body: JSON.stringify(body) }),
          ...(of.timeoutMs && { timeoutMs: of.timeoutMs }),
        },
        signal,
      );
  return {
    account: of.account,
    capabilities: maxCapabilities,
    receive,
    decode: (type, body) => decodeMax(of, type, body),
    catchUp: (cursor, signal) => caughtUpMax(of, calling(signal), cursor),
    send: async (part, signal) => {
      if (!isId(part.to.thread)) return { kind: 'rejected', why: 'TARGET_GONE' };
      if (part.file) {
        const door = { hosts: HOSTS, ...(of.api && { served: of.api }) };
        return sendFile(calling(signal), part, part.file, { door, timeoutMs: of.timeoutMs, now: of.now(), signal });
      }
      return maxOutcome(await calling(signal)('POST', placeOf(part), sayingOf(part)), part.to.kind, of.now());
    },
    reconcile: async (part, signal) => {
      if (isOfPerson(part)) return { kind: 'unknown' };
      const place = placeOf(part);
      const answer = await calling(signal)('GET', `${place}${place.includes('?') ? '&' : '?'}count=100`);
      return maxFinding(answer, part, part.since, of.now());
    },
    posts: async (threads, signal) =>
      (await Promise.all(threads.map((thread) => post(calling(signal), thread)))).flat(),
    counters: (targets, signal) => Promise.all(targets.map((target) => views(calling(signal), target))),
    openFile: async (id, signal) => {
      const address = await addressOf(calling(signal), id);
      return fetchFile(address, { hosts: HOSTS, ...(of.api && { served: of.api }) }, signal, of.timeoutMs);
    },
    ensure: (signal) => ensure(of, calling(signal)),
  };
}

function receive({ body, headers }: RawDelivery, secrets: readonly string[]): Verdict {
  const refusal = refusalOf(isOneOf(headers['x-max-bot-api-secret'], secrets), secrets);
  if (refusal) return refusal;
  const read = readJson(body);
  if ('fault' in read) return { kind: 'refuse', status: read.fault === 'TOO_LARGE' ? 413 : 400, why: read.fault };
  const type = textOf(field(read.value, 'update_type'));
  if (type === undefined) return { kind: 'refuse', status: 400, why: 'MALFORMED' };
  // There is no number of an event, and an edit has the message's: the whole body is the key.
  const mid = idOf(field(read.value, 'message', 'body', 'mid')) ?? '';
  const digest = createHash('sha256').update(body).digest('hex');
  return { kind: 'accept', events: [{ key: `${type} ${mid} ${digest}`, type }], reply: '' };
}

async function post(call: MaxCall, { account, kind, thread }: Ref): Promise<readonly CapturedPost[]> {
  const answer = isId(thread) ? await call('GET', `/messages/${encodeURIComponent(thread)}`) : undefined;
  const text = answer?.kind === 'answered' ? textOf(field(answer.body, 'body', 'text')) : undefined;
  return text === undefined ? [] : [{ kind: 'post', ref: { account, kind, thread }, text }];
}

/** Of a post: counts of a comment are not returned. */
async function views(call: MaxCall, target: Ref): Promise<Sample> {
  const isPost = target.kind === 'COMMENT' && target.id === undefined && isId(target.thread);
  const answer = isPost ? await call('GET', `/messages/${encodeURIComponent(target.thread)}`) : undefined;
  const value = answer?.kind === 'answered' ? countOf(field(answer.body, 'stat', 'views')) : undefined;
  return { target, metric: 'VIEWS', value: value ?? null, quality: value === undefined ? 'missing' : 'exact' };
}

const QUALITIES = ['mp4_720', 'mp4_1080', 'mp4_480', 'mp4_360', 'mp4_240', 'mp4_144'];

async function addressOf(call: MaxCall, id: string): Promise<string> {
  if (!id.startsWith('video:')) return id;
  const answer = await call('GET', `/videos/${encodeURIComponent(id.slice('video:'.length))}`);
  const urls = fields(answer.kind === 'answered' ? field(answer.body, 'urls') : undefined);
  const url = QUALITIES.map((name) => textOf(urls[name])).find((one) => one !== undefined);
  if (url === undefined) throw new FileUnavailable('GONE');
  return url;
}

const problem = (problem: Problem, repaired = false): Captured => ({ kind: 'health', problem, repaired });

async function ensure(of: MaxAccount, call: MaxCall): Promise<readonly Captured[]> {
  const answer = await call('GET', '/subscriptions');
  if (answer.kind !== 'answered') return [problem('UNREACHABLE')];
  if (answer.status === 401) return [problem('TOKEN')];
  const lacking = await lacksRights(of, call);
  const isThere = list(field(answer.body, 'subscriptions')).some((one) => field(one, 'url') === of.listener);
  // The secret is not shown by the network, so it is set each time.
  const wanted = { url: of.listener, secret: of.secret, update_types: MAX_UPDATES };
  const made = await call('POST', '/subscriptions', wanted);
  const repaired = made.kind === 'answered' && field(made.body, 'success') === true;
  return isThere && repaired ? lacking : [...lacking, problem('SUBSCRIPTION', repaired)];
}

async function lacksRights({ channels }: MaxAccount, call: MaxCall): Promise<readonly Captured[]> {
  for (const channel of channels) {
    const me = await call('GET', `/chats/${encodeURIComponent(channel)}/members/me`);
    const found = rights(me.kind === 'answered' ? field(me.body, 'permissions') : undefined);
    if (found.kind === 'health' && !found.repaired) return [found];
  }
  return [];
}
