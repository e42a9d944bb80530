import type {
  Capabilities,
  Captured,
  CapturedPost,
  CaughtUp,
  Channel,
  Finding,
  Outcome,
  Part,
  Ref,
  Rejection,
  Sample,
  Verdict,
} from '../network.js';
import { fetchFile, type FileDoor } from '../file-door.js';
import { countOf, field, idOf, list, textOf } from '../receiving/fields.js';
import { readJson, type Json } from '../receiving/read-json.js';
import { isSignedByOneOf, refusalOf } from '../receiving/secret.js';
import { commonOutcome, waiting } from '../sending/common-outcome.js';
import { exchange, type Call, type Exchanged } from '../sending/exchange.js';
import { decodeStub, stubCaptured } from './stub-decode.js';

export interface StubAccount {
  readonly account: string;
  readonly api: string;
  readonly token: string;
  readonly secret: string;
  readonly listener: string;
  readonly files: FileDoor;
  readonly timeoutMs?: number;
  readonly now: () => number;
}

/** Can everything that any network can: only a case that needs disorder is left out for it. */
export const stubCapabilities: Capabilities = {
  receive: {
    directMessages: true,
    comments: 'push',
    edits: 'push',
    removals: 'push',
    restores: true,
    echoes: true,
    marksMachines: true,
    reachability: true,
    files: 'everywhere',
    albums: 'message-a-file',
    posts: 'asked',
    names: 'asked',
  },
  authenticity: 'signature',
  handshake: true,
  ordering: 'none',
  catchUpHours: 720,
  send: { directMessages: true, comments: true, files: 'none', perRecipient: true, editHours: 0 },
  canInitiate: false,
  replyWindowHours: 24,
  text: { max: 4000, unit: 'codepoint' },
  commentText: { max: 2000, unit: 'byte' },
  idempotentSend: true,
  reconciles: true,
  proof: 'visible',
  threadsClose: true,
  threadsMove: true,
  counters: { ofMessages: ['LIKES'], ofPosts: ['VIEWS'], pushed: 'hints' },
};

/** The network that the product itself makes up: for tests and for a first look at a district without accounts. */
export function stubChannel(of: StubAccount): Channel {
  const ask = (method: Call['method'], path: string, signal: AbortSignal, body?: object) =>
    exchange(
      {
        method,
        url: new URL(path, of.api),
        headers: { authorization: of.token, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
        ...(of.timeoutMs && { timeoutMs: of.timeoutMs }),
      },
      signal,
    );
  return {
    account: of.account,
    capabilities: stubCapabilities,
    receive: ({ body, headers, query }, secrets) => receive(body, headers['x-signature'], query, secrets),
    decode: (type, body) => decodeStub(of.account, type, body),
    catchUp: (cursor, signal) => catchUp(of.account, (path) => ask('GET', path, signal), cursor),
    send: async (part, signal) => {
      const say = (to: Ref) => ask('POST', '/say', signal, sayingOf({ ...part, to }));
      const first = await say(part.to);
      const movedTo = first.kind === 'answered' ? idOf(field(first.body, 'movedTo')) : undefined;
      if (movedTo === undefined) return sent(first, of.now());
      const outcome = sent(await say({ ...part.to, thread: movedTo }), of.now());
      return outcome.kind === 'sent' ? { ...outcome, movedTo } : outcome;
    },
    reconcile: async (part, signal) => found(await ask('GET', `/thread?id=${part.to.thread}`, signal), part, of.now()),
    posts: async (threads, signal) =>
      (
        await Promise.all(threads.map(async (ref) => postOf(ref, await ask('GET', `/post?id=${ref.thread}`, signal))))
      ).flat(),
    names: async (people, signal) => namesIn(await ask('GET', `/people?ids=${people.join()}`, signal)),
    counters: (targets, signal) =>
      Promise.all(
        targets.map(async (target) =>
          sample(target, await ask('GET', `/counters?id=${target.id ?? target.thread}`, signal)),
        ),
      ),
    openFile: (id, signal) => fetchFile(id, of.files, signal, of.timeoutMs),
    ensure: async (signal) => {
      const wanted = { url: of.listener, secret: of.secret };
      return health(await ask('POST', '/subscription', signal, wanted));
    },
  };
}

function receive(
  body: Uint8Array,
  signature: string | undefined,
  query: Readonly<Record<string, string>>,
  secrets: readonly string[],
): Verdict {
  const refusal = refusalOf(isSignedByOneOf(signature, body, secrets), secrets);
  if (refusal) return refusal;
  const read = readJson(body);
  if ('fault' in read) return { kind: 'refuse', status: read.fault === 'TOO_LARGE' ? 413 : 400, why: read.fault };
  if (query['challenge']) return { kind: 'handshake', reply: query['challenge'] };
  const key = idOf(field(read.value, 'event'));
  const type = textOf(field(read.value, 'type'));
  if (key === undefined || type === undefined) return { kind: 'refuse', status: 400, why: 'MALFORMED' };
  return { kind: 'accept', events: [{ key, type }], reply: '' };
}

const sayingOf = ({ key, to, text }: Part) => ({
  key,
  thread: to.thread,
  recipients: [to.thread],
  text,
  ...(to.id && { replyTo: to.id }),
});

function postOf({ account, kind, thread }: Ref, answer: Exchanged): readonly CapturedPost[] {
  const text = answer.kind === 'answered' ? textOf(field(answer.body, 'text')) : undefined;
  return text === undefined ? [] : [{ kind: 'post', ref: { account, kind, thread }, text }];
}

function namesIn(answer: Exchanged): ReadonlyMap<string, string> {
  const people = answer.kind === 'answered' ? list(field(answer.body, 'people')) : [];
  return new Map(people.map((one) => [idOf(field(one, 'id')) ?? '', textOf(field(one, 'name')) ?? '']));
}

const REJECTIONS: Readonly<Record<string, Rejection>> = {
  blocked: 'BLOCKED',
  closed: 'THREAD_CLOSED',
  gone: 'TARGET_GONE',
  long: 'TOO_LONG',
};

function failure(body: Json | undefined): Outcome | undefined {
  const error = textOf(field(body, 'error'));
  if (error === undefined) return undefined;
  if (error === 'token') return { kind: 'paused', why: 'TOKEN' };
  if (error === 'rights') return { kind: 'paused', why: 'RIGHTS' };
  if (error === 'flood') return waiting(countOf(field(body, 'wait')), 'thread');
  const why = REJECTIONS[error];
  return why ? { kind: 'rejected', why } : { kind: 'retry', scope: 'thread' };
}

function sent(exchanged: Exchanged, now: number): Outcome {
  const common = commonOutcome(exchanged, now);
  if (common) return common;
  const { body } = exchanged as { readonly body?: Json };
  const failed = failure(body);
  if (failed) return failed;
  // One recipient is asked for, so one answer counts.
  const [reached] = list(field(body, 'reached'));
  if (reached === false) return { kind: 'rejected', why: 'BLOCKED' };
  const id = idOf(field(body, 'id'));
  return id === undefined ? { kind: 'unknown' } : { kind: 'sent', id, level: 'visible' };
}

function found(exchanged: Exchanged, part: Part, now: number): Finding {
  const common = commonOutcome(exchanged, now);
  if (common) return common;
  const { body } = exchanged as { readonly body?: Json };
  const failed = failure(body);
  if (failed) return failed;
  const there = list(field(body, 'messages')).find((one) => textOf(field(one, 'key')) === part.key);
  const id = idOf(field(there, 'id'));
  return id === undefined ? { kind: 'absent' } : { kind: 'sent', id, level: 'visible' };
}

async function* catchUp(
  account: string,
  get: (path: string) => Promise<Exchanged>,
  from: string | null,
): AsyncIterable<CaughtUp> {
  let cursor = from ?? '0';
  for (;;) {
    const answer = await get(`/messages?after=${cursor}`);
    const messages = answer.kind === 'answered' ? list(field(answer.body, 'messages')) : [];
    if (messages.length === 0) return;
    const captured = messages.map((message) => stubCaptured(account, 'written', { message }));
    cursor = idOf(field(messages.at(-1), 'number')) ?? cursor;
    yield { captured, cursor };
  }
}

function sample(target: Ref, answer: Exchanged): Sample {
  const metric = target.id === undefined ? 'VIEWS' : 'LIKES';
  const value = answer.kind === 'answered' ? countOf(field(answer.body, metric.toLowerCase())) : undefined;
  return { target, metric, value: value ?? null, quality: value === undefined ? 'missing' : 'exact' };
}

function health(answer: Exchanged): readonly Captured[] {
  if (answer.kind !== 'answered') return [{ kind: 'health', problem: 'UNREACHABLE', repaired: false }];
  const error = textOf(field(answer.body, 'error'));
  if (error === 'token') return [{ kind: 'health', problem: 'TOKEN', repaired: false }];
  if (error === 'rights') return [{ kind: 'health', problem: 'RIGHTS', repaired: false }];
  return field(answer.body, 'renewed') === true ? [{ kind: 'health', problem: 'SUBSCRIPTION', repaired: true }] : [];
}
