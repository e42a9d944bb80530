import { createHash } from 'node:crypto';
import { fetchFile } from '../file-door.js';
import type { Capabilities, Captured, Channel, Problem, RawDelivery, Verdict } from '../network.js';
import { field, idOf, isFields, list, textOf } from '../receiving/fields.js';
import { readJson } from '../receiving/read-json.js';
import { isOneOf, refusalOf } from '../receiving/secret.js';
import { exchange, type Call, type Exchanged } from '../sending/exchange.js';
import { caughtUpOk } from './ok-catch-up.js';
import { decodeOk, MESSAGE_CREATED } from './ok-decode.js';
import { okComments, okPosts } from './ok-rest.js';
import { isChat, okFinding, okOutcome, okPlaced, sayingOf } from './ok-send.js';

export interface OkAccount {
  readonly account: string;
  /** The group's token for messages. */
  readonly token: string;
  /** The application's, for comments. */
  readonly applicationKey: string;
  readonly applicationSecret: string;
  /** OK signs nothing: the secret is a part of the address. */
  readonly secret: string;
  readonly listener: string;
  /** Topics whose comments are read. */
  readonly topics: () => readonly string[];
  /** Elsewhere than api.ok.ru: a simulator. */
  readonly api?: string;
  readonly timeoutMs?: number;
  readonly now: () => number;
}

/** No call is documented any more that answers under a comment: a person does, and the comment is read again. */
export const okCapabilities: Capabilities = {
  receive: {
    directMessages: true,
    comments: 'poll',
    edits: 'reread',
    removals: 'none',
    restores: false,
    echoes: false,
    marksMachines: false,
    reachability: false,
    files: 'everywhere',
    albums: 'one-message',
    posts: 'asked',
    names: 'told',
  },
  authenticity: 'secret-address',
  handshake: false,
  ordering: 'none',
  catchUpHours: 720,
  send: { directMessages: true, comments: false, files: 'none', perRecipient: true, editHours: 0 },
  canInitiate: false,
  // No source says how long a message may be.
  text: { max: 2000, unit: 'codepoint' },
  commentText: { max: 2000, unit: 'codepoint' },
  idempotentSend: false,
  reconciles: true,
  proof: 'visible',
  threadsClose: false,
  threadsMove: false,
  counters: { ofMessages: [], ofPosts: [], pushed: 'none' },
};

const HOSTS = ['mycdn.me', 'okcdn.ru', 'ok.ru'];

export type OkCall = (
  method: Call['method'],
  path: string,
  query?: Readonly<Record<string, string>>,
  body?: object,
) => Promise<Exchanged>;

export function okChannel(of: OkAccount): Channel {
  const calling =
    (signal: AbortSignal): OkCall =>
    (method, path, query = {}, body) => {
      const url = new URL(path, of.api ?? 'https://api.ok.ru');
      for (const [name, value] of Object.entries({ access_token: of.token, ...query }))
        url.searchParams.set(name, value);
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      const sent = { ...(body && { body: JSON.stringify(body) }), ...(of.timeoutMs && { timeoutMs: of.timeoutMs }) };
      return exchange({ method, url, headers, ...sent }, signal);
    };
  return {
    account: of.account,
    capabilities: okCapabilities,
    receive,
    decode: (type, body) => decodeOk(of.account, type, body),
    catchUp: (cursor, signal) => caughtUpOk(of, calling(signal), cursor),
    send: async (part, signal) => {
      if (part.to.kind === 'COMMENT') return { kind: 'rejected', why: 'NOT_SUPPORTED' };
      if (!isChat(part.to.thread)) return { kind: 'rejected', why: 'TARGET_GONE' };
      const path = `/graph/me/messages/${part.to.thread}`;
      return okOutcome(await calling(signal)('POST', path, {}, sayingOf(part)), of.now());
    },
    reconcile: async (part, signal) => {
      if (part.to.kind === 'COMMENT')
        return okPlaced(await okComments(of, calling(signal), part.to.thread), part, part.since, of.now());
      if (!isChat(part.to.thread)) return { kind: 'absent' };
      const range = { from: String(of.now() + 60_000), to: String(Date.parse(part.since) - 120_000), count: '100' };
      const answer = await calling(signal)('GET', `/graph/me/messages/${part.to.thread}`, range);
      return okFinding(answer, part, part.since, of.now());
    },
    posts: (threads, signal) => okPosts(of, calling(signal), threads),
    counters: (targets) =>
      Promise.resolve(targets.map((target) => ({ target, metric: 'VIEWS', value: null, quality: 'missing' }))),
    openFile: (id, signal) => fetchFile(id, { hosts: HOSTS, ...(of.api && { served: of.api }) }, signal, of.timeoutMs),
    ensure: (signal) => ensure(of, calling(signal)),
  };
}

function receive({ body, query }: RawDelivery, secrets: readonly string[]): Verdict {
  const refusal = refusalOf(isOneOf(query['key'], secrets), secrets);
  if (refusal) return refusal;
  const read = readJson(body);
  if ('fault' in read) return { kind: 'refuse', status: read.fault === 'TOO_LARGE' ? 413 : 400, why: read.fault };
  const named = textOf(field(read.value, 'webhookType'));
  if (named === undefined && !isFields(field(read.value, 'message')))
    return { kind: 'refuse', status: 400, why: 'MALFORMED' };
  const type = named ?? MESSAGE_CREATED;
  const key = idOf(field(read.value, 'message', 'mid')) ?? createHash('sha256').update(body).digest('hex');
  return { kind: 'accept', events: [{ key: `${type} ${key}`, type }], reply: '' };
}

const problem = (problem: Problem, repaired = false): Captured => ({ kind: 'health', problem, repaired });

const PROBLEMS: Readonly<Record<number, Problem>> = { 10: 'RIGHTS', 102: 'TOKEN', 103: 'TOKEN', 104: 'TOKEN' };

/** Asking who we are also prolongs the token, which lives for 30 days. */
async function ensure(of: OkAccount, call: OkCall): Promise<readonly Captured[]> {
  const info = await call('GET', '/graph/me/info');
  if (info.kind !== 'answered') return [problem('UNREACHABLE')];
  const lacking = PROBLEMS[Number(field(info.body, 'error_code') ?? 0)];
  if (lacking === 'TOKEN') return [problem('TOKEN')];
  const found = lacking ? [problem(lacking)] : [];
  const url = `${of.listener}?key=${encodeURIComponent(of.secret)}`;
  const answer = await call('GET', '/graph/me/subscriptions');
  const subscriptions = answer.kind === 'answered' ? list(field(answer.body, 'subscriptions')) : [];
  if (subscriptions.some((one) => field(one, 'url') === url)) return found;
  const made = await call('POST', '/graph/me/subscribe', {}, { url });
  return [...found, problem('SUBSCRIPTION', made.kind === 'answered' && field(made.body, 'success') === true)];
}
