import type { Captured, CapturedFile, CapturedMessage, Ref } from '../network.js';
import { field, fields, idOf, instantOf, list, present, textOf } from '../receiving/fields.js';
import { readJson, type Json } from '../receiving/read-json.js';

export function decodeStub(account: string, type: string, body: Uint8Array): readonly Captured[] {
  const read = readJson(body);
  return [stubCaptured(account, type, 'value' in read ? read.value : null)];
}

export function stubCaptured(account: string, type: string, event: Json): Captured {
  return known(account, type, event) ?? { kind: 'unknown', type };
}

function known(account: string, type: string, event: Json): Captured | undefined {
  if (type === 'moved') return moved(account, event);
  if (type === 'liked') return reacted(account, field(event, 'liked'));
  if (type === 'blocked' || type === 'allowed') return reachability(type, event);
  const message = field(event, 'message');
  const ref = refOf(account, message);
  if (!ref) return undefined;
  return type === 'written' ? written(ref, message) : changed(type, ref, event);
}

function changed(type: string, ref: Ref & { readonly id: string }, event: Json): Captured | undefined {
  const at = present({ at: instantOf(field(event, 'at'), 'ms') });
  if (type === 'edited') return { kind: 'edited', ref, text: textOf(field(event, 'message', 'text')) ?? '', ...at };
  return type === 'removed' || type === 'restored' ? { kind: type, ref, ...at } : undefined;
}

function refOf(account: string, message: Json | undefined): (Ref & { readonly id: string }) | undefined {
  const thread = idOf(field(message, 'thread'));
  const id = idOf(field(message, 'id'));
  const kind = field(message, 'kind') === 'DIRECT' ? 'DIRECT' : 'COMMENT';
  return thread === undefined || id === undefined ? undefined : { account, kind, thread, id };
}

function written(ref: Ref & { readonly id: string }, message: Json | undefined): CapturedMessage | undefined {
  const author = field(message, 'author');
  const id = idOf(field(author, 'id'));
  if (id === undefined) return undefined;
  return present({
    kind: 'message' as const,
    ref,
    replyTo: idOf(field(message, 'replyTo')),
    author: present({ id, name: textOf(field(author, 'name')), self: field(author, 'self') === true }),
    text: textOf(field(message, 'text')) ?? '',
    files: list(field(message, 'files')).flatMap(fileOf),
    at: instantOf(field(message, 'at'), 'ms'),
    editedAt: instantOf(field(message, 'editedAt'), 'ms'),
    machine: field(author, 'bot') === true,
    album: idOf(field(message, 'album')),
  }) as CapturedMessage;
}

function fileOf(file: Json): readonly CapturedFile[] {
  const id = textOf(field(file, 'url')) ?? '';
  const { type } = fields(file);
  return [{ id, type: type === 'IMAGE' || type === 'FILE' ? type : 'UNKNOWN' }];
}

function moved(account: string, event: Json): Captured | undefined {
  const from = idOf(field(event, 'from'));
  const to = idOf(field(event, 'to'));
  if (from === undefined || to === undefined) return undefined;
  const ref = (thread: string): Ref => ({ account, kind: 'COMMENT', thread });
  return { kind: 'moved', from: ref(from), to: ref(to) };
}

function reachability(type: 'blocked' | 'allowed', event: Json): Captured | undefined {
  const author = idOf(field(event, 'person'));
  return author === undefined ? undefined : { kind: 'reachability', author, allowed: type === 'allowed' };
}

function reacted(account: string, liked: Json | undefined): Captured | undefined {
  const thread = idOf(field(liked, 'thread'));
  const id = idOf(field(liked, 'id'));
  return thread === undefined
    ? undefined
    : { kind: 'reacted', ref: { account, kind: 'COMMENT', thread, ...present({ id }) } };
}
