import { FormData } from 'undici';
import { fetchFile } from '../file-door.js';
import {
  FileUnavailable,
  type Capabilities,
  type Captured,
  type CaughtUp,
  type Channel,
  type Part,
  type RawDelivery,
  type Verdict,
} from '../network.js';
import { field, fields, idOf, list, textOf } from '../receiving/fields.js';
import { readJson } from '../receiving/read-json.js';
import { isOneOf, refusalOf } from '../receiving/secret.js';
import { exchange, type Exchanged } from '../sending/exchange.js';
import { toJson } from '../to-json.js';
import { decodeTelegram, telegramCaptured, updateType } from './telegram-decode.js';
import { isChat, migratedTo, sendDocument, sendMessage, telegramOutcome } from './telegram-send.js';

export interface TelegramAccount {
  readonly account: string;
  readonly token: string;
  /** What the network shows with each delivery: 1 to 256 of A-Z a-z 0-9 _ - */
  readonly secret: string;
  /** Our address that it delivers to. */
  readonly listener: string;
  /** The group in which the posts are commented; its rights are looked at. */
  readonly group?: string;
  /** Elsewhere than api.telegram.org: a simulator, or a server of one's own. */
  readonly api?: string;
  readonly timeoutMs?: number;
  readonly now: () => number;
}

/** Bot API 10: a bot sees no deletion, no history and no echo, so a doubled message cannot be detected. */
export const telegramCapabilities: Capabilities = {
  receive: {
    directMessages: true,
    comments: 'push',
    edits: 'push',
    removals: 'none',
    restores: false,
    echoes: false,
    marksMachines: true,
    reachability: true,
    files: 'everywhere',
    albums: 'message-a-file',
    posts: 'told',
    names: 'told',
  },
  authenticity: 'secret-header',
  handshake: false,
  ordering: 'per-thread',
  catchUpHours: 24,
  send: { directMessages: true, comments: true, files: 'everywhere', perRecipient: false, editHours: 48 },
  canInitiate: false,
  text: { max: 4096, unit: 'utf16' },
  commentText: { max: 4096, unit: 'utf16' },
  idempotentSend: false,
  reconciles: false,
  proof: 'accepted',
  threadsClose: true,
  threadsMove: true,
  counters: { ofMessages: [], ofPosts: ['REACTIONS'], pushed: 'counts' },
};

const API = 'https://api.telegram.org';
/** What a channel publishes comes with its copy in the group; its reactions do not. */
const UPDATES = ['message', 'edited_message', 'message_reaction_count', 'my_chat_member'];

export function telegramChannel(of: TelegramAccount): Channel {
  const call = (method: string, body: object, signal: AbortSignal) =>
    exchange(
      {
        method: 'POST',
        url: new URL(`/bot${of.token}/${method}`, of.api ?? API),
        ...(body instanceof FormData
          ? { body }
          : { headers: { 'content-type': 'application/json' }, body: toJson(body) }),
        ...(of.timeoutMs && { timeoutMs: of.timeoutMs }),
      },
      signal,
    );
  type Method = (method: string, body: object) => Promise<Exchanged>;
  const calling =
    (signal: AbortSignal): Method =>
    (method, body) =>
      call(method, body, signal);
  return {
    account: of.account,
    capabilities: telegramCapabilities,
    receive,
    decode: (type, body) => decodeTelegram(of.account, type, body),
    catchUp: (cursor, signal) => catchUp(of, calling(signal), cursor),
    send: async (part, signal) => {
      if (!isChat(part.to.thread)) return { kind: 'rejected', why: 'TARGET_GONE' };
      const say = (one: Part) =>
        one.file
          ? call('sendDocument', sendDocument(one, one.file), signal)
          : call('sendMessage', sendMessage(one), signal);
      const first = await say(part);
      const movedTo = migratedTo(first);
      if (movedTo === undefined || !isChat(movedTo)) return telegramOutcome(first, of.now());
      const { account, kind } = part.to;
      const again = await say({ ...part, to: { account, kind, thread: movedTo } });
      const outcome = telegramOutcome(again, of.now());
      return outcome.kind === 'sent' ? { ...outcome, movedTo } : outcome;
    },
    reconcile: () => Promise.resolve({ kind: 'unknown' }),
    counters: (targets) =>
      Promise.resolve(targets.map((target) => ({ target, metric: 'REACTIONS', value: null, quality: 'missing' }))),
    openFile: async (id, signal) =>
      fetchFile(await fileAddress(of, calling(signal), id), doorOf(of), signal, of.timeoutMs),
    ensure: (signal) => ensure(of, calling(signal)),
  };
}

function receive({ body, headers }: RawDelivery, secrets: readonly string[]): Verdict {
  const refusal = refusalOf(isOneOf(headers['x-telegram-bot-api-secret-token'], secrets), secrets);
  if (refusal) return refusal;
  const read = readJson(body);
  if ('fault' in read) return { kind: 'refuse', status: read.fault === 'TOO_LARGE' ? 413 : 400, why: read.fault };
  const key = idOf(field(read.value, 'update_id'));
  const type = updateType(read.value);
  if (key === undefined || type === undefined) return { kind: 'refuse', status: 400, why: 'MALFORMED' };
  // Nothing is answered: a method in an answer would be executed.
  return { kind: 'accept', events: [{ key, type }], reply: '' };
}

type Ask = (method: string, body: object) => Promise<Exchanged>;

const resultOf = (answer: Exchanged) => (answer.kind === 'answered' ? field(answer.body, 'result') : undefined);

/** Only without a webhook; with one the network itself delivers what waits, for 24 hours. */
async function* catchUp(of: TelegramAccount, ask: Ask, from: string | null): AsyncIterable<CaughtUp> {
  if (textOf(field(resultOf(await ask('getWebhookInfo', {})), 'url')) !== '') return;
  let cursor = from ?? '0';
  for (;;) {
    const answer = await ask('getUpdates', { offset: BigInt(cursor), limit: 100, allowed_updates: UPDATES });
    const updates = list(resultOf(answer));
    if (updates.length === 0) return;
    const captured = updates.flatMap((one) => telegramCaptured(of.account, updateType(one) ?? '', one));
    cursor = String(BigInt(idOf(field(updates.at(-1), 'update_id')) ?? cursor) + 1n);
    yield { captured, cursor };
  }
}

const doorOf = ({ api }: TelegramAccount) => ({ hosts: [new URL(API).hostname], ...(api && { served: api }) });

async function fileAddress({ token }: TelegramAccount, ask: Ask, id: string): Promise<string> {
  const path = textOf(field(resultOf(await ask('getFile', { file_id: id })), 'file_path'));
  if (path === undefined || !/^[\w./-]+$/.test(path) || path.includes('..')) throw new FileUnavailable('GONE');
  return `${API}/file/bot${token}/${path}`;
}

async function ensure(of: TelegramAccount, ask: Ask): Promise<readonly Captured[]> {
  const info = await ask('getWebhookInfo', {});
  if (info.kind !== 'answered') return [{ kind: 'health', problem: 'UNREACHABLE', repaired: false }];
  if (field(info.body, 'ok') !== true) return [{ kind: 'health', problem: 'TOKEN', repaired: false }];
  const rights = await lacksRights(of, ask);
  const isSubscribed = textOf(field(resultOf(info), 'url')) === of.listener;
  const wanted = { url: of.listener, secret_token: of.secret, allowed_updates: UPDATES };
  // The secret is not shown by the network, so it is set each time.
  const set = await ask('setWebhook', wanted);
  const repaired = set.kind === 'answered' && field(set.body, 'ok') === true;
  return [
    ...rights,
    ...(isSubscribed && repaired ? [] : [{ kind: 'health', problem: 'SUBSCRIPTION', repaired } as const]),
  ];
}

async function lacksRights({ group, token }: TelegramAccount, ask: Ask): Promise<readonly Captured[]> {
  if (group === undefined) return [];
  const bot = Number(token.split(':')[0]);
  const memberOf = (chat: string) => ask('getChatMember', { chat_id: BigInt(chat), user_id: bot });
  const answer = await memberOf(group);
  const movedTo = migratedTo(answer);
  const member = fields(resultOf(movedTo !== undefined && isChat(movedTo) ? await memberOf(movedTo) : answer));
  const isMember = ['administrator', 'creator', 'member'].includes(textOf(member['status']) ?? '');
  return isMember ? [] : [{ kind: 'health', problem: 'RIGHTS', repaired: false }];
}
