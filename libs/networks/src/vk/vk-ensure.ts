import type { Captured, Problem } from '../network.js';
import { field, idOf, list, textOf } from '../receiving/fields.js';
import type { Json } from '../receiving/read-json.js';
import type { Exchanged } from '../sending/exchange.js';
import type { VkAccount, VkCall } from './vk-channel.js';
import { unhurried } from './vk-unhurried.js';

const EVENTS = [
  'message_new',
  'message_edit',
  'message_reply',
  'message_allow',
  'message_deny',
  'message_read',
  'wall_reply_new',
  'wall_reply_edit',
  'wall_reply_delete',
  'wall_reply_restore',
  'photo_comment_new',
  'video_comment_new',
  'board_post_new',
  'like_add',
  'like_remove',
];

const NEEDED = ['manage', 'messages', 'wall'];

const problem = (problem: Problem, repaired = false): Captured => ({ kind: 'health', problem, repaired });

/** The server stays where it is; one is added when ours is not among the community's. */
export async function ensureVk(of: VkAccount, calling: VkCall): Promise<readonly Captured[]> {
  const call = unhurried(calling);
  const group_id = of.group;
  const servers = await call('group', 'groups.getCallbackServers', { group_id });
  if (servers.kind !== 'answered') return [problem('UNREACHABLE')];
  if (field(servers.body, 'error') !== undefined) return [problem('TOKEN')];
  const rights = await lacksRights(call);
  const ours = list(field(responseOf(servers), 'items')).find((one) => isOurs(of, one));
  if (ours === undefined) return [...rights, await added(of, call)];
  if (textOf(field(ours, 'secret_key')) !== of.secret) return [...rights, await renewed(of, ours, call)];
  return [...rights, ...(await told(of, idOf(field(ours, 'id')) ?? '', call))];
}

/** The server may be subscribed to fewer types than we know: by an earlier version of ours, or changed by hand. */
async function told({ group: group_id }: VkAccount, server_id: string, call: VkCall): Promise<readonly Captured[]> {
  const settings = responseOf(await call('group', 'groups.getCallbackSettings', { group_id, server_id }));
  if (EVENTS.every((event) => idOf(field(field(settings, 'events'), event)) === '1')) return [];
  return [problem('SUBSCRIPTION', await tellAll({ group_id, server_id }, call))];
}

async function tellAll(
  server: { readonly group_id: string; readonly server_id: string },
  call: VkCall,
): Promise<boolean> {
  const events = Object.fromEntries(EVENTS.map((event) => [event, '1']));
  const set = await call('group', 'groups.setCallbackSettings', { ...server, api_version: '5.199', ...events });
  return responseOf(set) !== undefined;
}

/** The server shows another secret than ours: it was renewed here. */
async function renewed({ group, listener, secret }: VkAccount, ours: Json, call: VkCall): Promise<Captured> {
  const server = { group_id: group, server_id: idOf(field(ours, 'id')) ?? '', url: listener, title: 'otklik' };
  const edited = await call('group', 'groups.editCallbackServer', { ...server, secret_key: secret });
  return problem('SUBSCRIPTION', responseOf(edited) !== undefined);
}

const isOurs = ({ listener }: VkAccount, server: Json) =>
  textOf(field(server, 'url')) === listener && textOf(field(server, 'status')) === 'ok';

async function added({ group, listener, secret, confirmation }: VkAccount, call: VkCall): Promise<Captured> {
  const code = await call('group', 'groups.getCallbackConfirmationCode', { group_id: group });
  // VK asks for the code before it trusts the address: with another one it would never.
  if (textOf(field(responseOf(code), 'code')) !== confirmation) return problem('SUBSCRIPTION');
  const server = { group_id: group, url: listener, title: 'otklik', secret_key: secret };
  const id = idOf(field(responseOf(await call('group', 'groups.addCallbackServer', server)), 'server_id'));
  if (id === undefined) return problem('SUBSCRIPTION');
  return problem('SUBSCRIPTION', await tellAll({ group_id: group, server_id: id }, call));
}

async function lacksRights(call: VkCall): Promise<readonly Captured[]> {
  const answer = await call('group', 'groups.getTokenPermissions', {});
  const names = list(field(responseOf(answer), 'permissions')).map((one) => textOf(field(one, 'name')));
  return NEEDED.every((name) => names.includes(name)) ? [] : [problem('RIGHTS')];
}

const responseOf = (answer: Exchanged) => (answer.kind === 'answered' ? field(answer.body, 'response') : undefined);
