import { compact } from '@otklik/kernel';
import type { ApiAnswer, ApiRequest, Stage, Subscription, UploadedFile } from '../simulator/protocol.js';
import type { Said, Thread } from '../simulator/world.js';
import { commentOf, messageOf } from './vk-simulator-objects.js';

export interface VkOptions {
  readonly group: string;
  readonly groupToken: string;
  readonly serviceToken: string;
  readonly confirmation: string;
}

type Parameters = Readonly<Record<string, string | undefined>>;
type Method = (stage: Stage, parameters: Parameters, shown: Map<string, string>, options: VkOptions) => ApiAnswer;

const done = (response: unknown): ApiAnswer => ({ status: 200, body: { response } });
const failed = (code: number, message: string): ApiAnswer => ({
  status: 200,
  body: { error: { error_code: code, error_msg: message, request_params: [] } },
});
const listed = (items: readonly unknown[]) => done({ count: items.length, items });

/** 6 passes in a second; 9 is flood control, and says not for how long. */
export const flooded = (wait: number | undefined) =>
  wait === undefined ? failed(9, 'Flood control') : failed(6, 'Too many requests per second');

const OF_THE_GROUP: Readonly<Record<string, Method>> = {
  'messages.send': sendMessage,
  'messages.getHistory': (stage, { peer_id = '' }) => {
    const thread = stage.world.at(peer_id);
    return thread
      ? listed(newest(stage, thread).map((one) => messageOf(stage, one)))
      : failed(100, 'peer_id is invalid');
  },
  'messages.getConversations': ({ world }) => {
    const dialogues = world.threads.filter(({ kind }) => kind === 'DIRECT');
    return listed(dialogues.map(({ id }) => ({ conversation: { peer: { id: BigInt(id), type: 'user' } } })));
  },
  'docs.getMessagesUploadServer': (_stage, { peer_id }) =>
    done({ upload_url: `https://pu.vk.com/upload_doc.php?peer=${peer_id}` }),
  'docs.save': (_stage, { file = '' }) => {
    const [, id] = /^raw\|(\d+)$/.exec(file) ?? [];
    return id === undefined
      ? failed(100, 'file is undefined')
      : done({ type: 'doc', doc: { id: Number(id), owner_id: -1 } });
  },
  'wall.createComment': createComment,
  'users.get': people,
  'groups.getCallbackServers': ({ subscription }) => listed(subscription ? [serverOf(subscription)] : []),
  'groups.getCallbackConfirmationCode': (_stage, _parameters, _shown, { confirmation }) => done({ code: confirmation }),
  'groups.addCallbackServer': (stage, { url = '', secret_key = '' }) => {
    stage.subscription = { url, secret: secret_key };
    return done({ server_id: 1 });
  },
  'groups.editCallbackServer': (stage, { url = '', secret_key = '' }) => {
    stage.subscription = { ...stage.subscription, url, secret: secret_key };
    return done(1);
  },
  'groups.getCallbackSettings': ({ subscription }) => {
    const events = Object.fromEntries((subscription?.types ?? []).map((type) => [type, 1]));
    return done({ api_version: '5.199', events });
  },
  'groups.setCallbackSettings': (stage, parameters) => {
    const types = Object.keys(parameters).filter((name) => parameters[name] === '1' && name.includes('_'));
    if (stage.subscription) stage.subscription = { ...stage.subscription, types };
    return done(1);
  },
  'groups.getTokenPermissions': ({ world }) => {
    const names = world.rightsLost ? ['manage'] : ['manage', 'messages', 'wall', 'photos'];
    return done({ mask: 0, permissions: names.map((name) => ({ name, setting: 1 })) });
  },
};

const serverOf = ({ url, secret }: Subscription) => ({
  id: 1,
  title: 'otklik',
  status: 'ok',
  creator_id: 1,
  url,
  secret_key: secret,
});

const OF_THE_SERVICE: Readonly<Record<string, Method>> = {
  'wall.get': wall,
  'wall.getComments': comments,
  'wall.getById': (stage, { posts = '' }) => {
    const threads = posts.split(',').flatMap((id) => stage.world.at(id) ?? []);
    return listed(threads.filter(({ gone }) => !gone).map((thread) => postOf(stage, thread)));
  },
  'likes.getList': ({ world }, { item_id }) => {
    const said = world.said.find(({ id }) => id === item_id);
    return said ? done({ count: said.likes, items: [] }) : failed(100, 'item_id is invalid');
  },
};

function postOf(stage: Stage, thread: Thread) {
  const { id, likes, views, title = '', at } = thread;
  const [owner, number] = id.split('_') as [string, string];
  return {
    id: Number(number),
    owner_id: BigInt(owner),
    from_id: BigInt(owner),
    ...(at !== undefined && { date: Math.floor(at / 1000) }),
    text: title,
    comments: { can_post: 1, count: stage.world.in(thread).length },
    likes: { count: likes },
    views: { count: views },
  };
}

/** By the owner's number or by the short address, the newest first. */
function wall(
  stage: Stage,
  { owner_id, domain, count = '20' }: Parameters,
  _: unknown,
  { group }: VkOptions,
): ApiAnswer {
  const { communities, threads } = stage.world;
  const community = communities.find(({ name, number }) => name === domain || `-${number}` === owner_id);
  if (!community && owner_id !== `-${group}`)
    return failed(100, 'One of the parameters specified was missing or invalid: owner_id is invalid');
  if (community?.closed) return failed(15, 'Access denied: this community is closed');
  const prefix = `-${community?.number ?? group}_`;
  const posts = threads.filter(({ kind, gone, id }) => kind === 'COMMENT' && !gone && id.startsWith(prefix));
  return listed(
    posts
      .map((thread) => postOf(stage, thread))
      .reverse()
      .slice(0, Number(count)),
  );
}

const communityOf = ({ world }: Stage, thread: Thread | undefined) =>
  world.communities.find(({ number }) => thread?.id.startsWith(`-${number}_`));

/** With `start_comment_id` oldest first, from that one on. */
function comments(stage: Stage, { owner_id, post_id, start_comment_id, count = '100' }: Parameters): ApiAnswer {
  const thread = stage.world.at(`${owner_id}_${post_id}`);
  if (!thread) return failed(100, 'post_id is invalid');
  if (communityOf(stage, thread)?.closed) return failed(15, 'Access denied: this community is closed');
  if (start_comment_id === undefined) return listed(newest(stage, thread).map((one) => commentOf(stage, one)));
  const later = stage.world.in(thread).filter(({ id }) => Number(id) >= Number(start_comment_id));
  return listed(later.slice(0, Number(count)).map((one) => commentOf(stage, one)));
}

/** For a deleted user the network returns a placeholder as the name. */
function people({ world }: Stage, { user_ids = '' }: Parameters): ApiAnswer {
  const known = user_ids.split(',').flatMap((id) => world.people.find((one) => one.id === id) ?? []);
  return done(
    known.map(({ id, name, bot }) => {
      const [first_name = '', ...rest] = name.split(' ');
      if (bot) return { id: BigInt(id), first_name: 'DELETED', last_name: '', deactivated: 'deleted' };
      return { id: BigInt(id), first_name, last_name: rest.join(' '), can_access_closed: true, is_closed: false };
    }),
  );
}

const newest = (stage: Stage, thread: Thread): readonly Said[] => [...stage.world.in(thread)].reverse().slice(0, 100);

export function handleVk(
  stage: Stage,
  options: VkOptions,
  shown: Map<string, string>,
  { path, query, headers, body }: ApiRequest,
): ApiAnswer {
  // On another host, which asks for no token.
  if (path === '/upload_doc.php') return uploaded(stage, query['peer'] ?? '', body['file'] as UploadedFile | undefined);
  const parameters = { ...query, ...body } as Parameters;
  const token = headers['authorization']?.replace('Bearer ', '') ?? parameters['access_token'];
  const methods = stage.world.tokenRevoked ? undefined : methodsOf(token, options);
  if (!methods) return failed(5, 'User authorization failed: invalid access_token');
  const name = path.replace('/method/', '');
  const method = readingFault(stage, name) ?? methods[name];
  return method?.(stage, parameters, shown, options) ?? unavailable(name);
}

function readingFault({ world: { readFault } }: Stage, name: string): Method | undefined {
  if (readFault === undefined || !Object.hasOwn(OF_THE_SERVICE, name)) return undefined;
  return () => failed(readFault, 'Rate limit reached');
}

const documents = ({ world }: Stage) => [...world.files.values()].filter(({ id }) => id.startsWith('doc'));

/** A document belongs to the dialogue for which its place was asked. */
function uploaded(stage: Stage, peer: string, file: UploadedFile | undefined): ApiAnswer {
  if (!file) return { status: 200, body: { error: 'no_file' } };
  const number = documents(stage).length + 1;
  stage.world.file({ id: `doc${number}for${peer}`, type: 'FILE', name: file.name, bytes: file.bytes });
  return { status: 200, body: { file: `raw|${number}` } };
}

function methodsOf(token: string | undefined, { groupToken, serviceToken }: VkOptions) {
  if (token === groupToken) return OF_THE_GROUP;
  return token === serviceToken ? OF_THE_SERVICE : undefined;
}

const unavailable = (name: string) =>
  Object.hasOwn(OF_THE_GROUP, name) || Object.hasOwn(OF_THE_SERVICE, name)
    ? failed(27, 'Group authorization failed: method is unavailable with this kind of token')
    : failed(3, 'Unknown method passed');

/** To one peer the answer is the message; to a list of peers it is an outcome for each. */
function sendMessage(stage: Stage, parameters: Parameters, shown: Map<string, string>): ApiAnswer {
  const { peer_id, peer_ids } = parameters;
  if (peer_ids === undefined) return sendTo(stage, peer_id ?? '', parameters, shown);
  const sent = peer_ids.split(',').map((peer) => ({ peer, answer: sendTo(stage, peer, parameters, shown) }));
  return done(
    sent.map(({ peer, answer }) => {
      const { response, error } = answer.body as { readonly response?: number; readonly error?: object };
      return compact({ peer_id: Number(peer), message_id: response ?? 0, error });
    }),
  );
}

function sendTo(stage: Stage, peer: string, parameters: Parameters, shown: Map<string, string>): ApiAnswer {
  const { random_id = '0', message = '', reply_to, attachment } = parameters;
  const key = `${peer} ${random_id}`;
  const known = random_id === '0' ? undefined : shown.get(key);
  if (known) return done(Number(known));
  const thread = stage.world.at(peer);
  const refusal = refusalTo(thread, message);
  if (!thread || refusal) return refusal ?? failed(936, 'Contact not found');
  const files = documents(stage).filter(({ id }) => isAttached(id, attachment, peer));
  if (attachment !== undefined && files.length === 0) return failed(100, 'attachment is invalid');
  const { id } = stage.world.show(thread, message, reply_to, files);
  shown.set(key, id);
  return done(Number(id));
}

function refusalTo(thread: Thread | undefined, message: string): ApiAnswer | undefined {
  if (!thread || thread.gone) return failed(936, 'Contact not found');
  if (thread.person?.blocked) return failed(901, "Can't send messages for users without permission");
  return [...message].length > 9000 ? failed(914, 'Message is too long') : undefined;
}

const isAttached = (id: string, attachment: string | undefined, peer: string) =>
  id === `${attachment?.replace('-1_', '')}for${peer}`;

function createComment(stage: Stage, parameters: Parameters, shown: Map<string, string>): ApiAnswer {
  const { owner_id, post_id, message = '', reply_to_comment, guid } = parameters;
  const known = guid === undefined ? undefined : shown.get(guid);
  if (known) return done({ comment_id: Number(known), parents_stack: [] });
  const thread = stage.world.at(`${owner_id}_${post_id}`);
  const refusal = refusalIn(stage, thread, message);
  if (!thread || refusal) return refusal ?? failed(100, 'post_id is invalid');
  const { id } = stage.world.show(thread, message, reply_to_comment);
  if (guid !== undefined) shown.set(guid, id);
  return done({ comment_id: Number(id), parents_stack: [] });
}

function refusalIn(stage: Stage, thread: Thread | undefined, message: string): ApiAnswer | undefined {
  const { world } = stage;
  if (!thread || thread.gone)
    return failed(100, 'One of the parameters specified was missing or invalid: post_id is invalid');
  if (world.rightsLost) return failed(7, 'Permission to perform this action is denied');
  const community = communityOf(stage, thread);
  if (community?.closed || community?.membersWrite) return failed(15, 'Access denied: no access to this community');
  if (thread.closed) return failed(213, 'Access to status replies denied');
  return [...message].length > 4000 ? failed(100, 'message is too long') : undefined;
}
