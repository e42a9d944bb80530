import { describe, expect, it } from '@jest/globals';
import type { Captured, CapturedMessage } from '../network.js';
import { conversationOf } from './conversation.js';

const ref = { account: 'aldan', kind: 'COMMENT', thread: '-1_2', id: '3' } as const;
const message = (over: Partial<CapturedMessage> = {}): CapturedMessage => ({
  kind: 'message',
  ref,
  author: { id: '7', self: false },
  text: 'Яма',
  files: [],
  at: '2026-11-27T03:00:00.000Z',
  machine: false,
  ...over,
});
const edit = (text: string, at?: string): Captured => ({ kind: 'edited', ref, text, ...(at && { at }) });

describe('a conversation', () => {
  it('takes a text that was read back for the edit that came already', () => {
    const captured = [message(), edit('Яма у школы', '2026-11-27T03:01:00.000Z'), message({ text: 'Яма у школы' })];
    expect(conversationOf(captured).messages[0]).toMatchObject({
      original: 'Яма',
      revisions: [{ text: 'Яма у школы' }],
      unsettled: false,
    });
  });

  it('knows an edit that was not pushed by what was read back', () => {
    expect(conversationOf([message(), message({ text: 'Яма у школы' })]).messages[0]).toMatchObject({
      original: 'Яма',
      revisions: [{ text: 'Яма у школы' }],
    });
  });

  it('does not guess which of two undated changes was later', () => {
    expect(conversationOf([edit('б'), message(), edit('а')]).messages[0]!.unsettled).toBe(true);
    const fates: Captured[] = [
      { kind: 'restored', ref },
      { kind: 'removed', ref },
    ];
    expect(conversationOf([message(), ...fates]).messages[0]).toMatchObject({ unsettled: true, removed: true });
    expect(conversationOf([...fates.reverse(), message()]).messages[0]).toMatchObject({
      unsettled: true,
      removed: true,
    });
  });

  it('takes what the network answers for the last change, and does not count it twice', () => {
    const at = '2026-11-27T04:00:00.000Z';
    const answers: Captured[] = [{ ...edit('а'), at } as Captured, { kind: 'restored', ref, at }];
    const told = [edit('б'), message(), edit('а'), ...answers];
    for (const order of [told, [...told].reverse()])
      expect(conversationOf(order).messages[0]).toMatchObject({
        unsettled: false,
        removed: false,
        revisions: [{ text: 'б' }, { text: 'а', at }],
      });
  });

  it('counts a change that comes several times once', () => {
    const captured = [message(), edit('б'), edit('б'), message(), { kind: 'removed', ref } as const];
    expect(conversationOf([...captured, ...captured])).toEqual(conversationOf(captured));
    expect(conversationOf(captured).messages[0]).toMatchObject({ unsettled: false, removed: true });
  });

  it('keeps accounts, kinds and threads apart', () => {
    const others = [{ account: 'neryungri' }, { kind: 'DIRECT' as const }, { thread: '-1_3' }, { id: '4' }];
    const all = [message(), ...others.map((over) => message({ ref: { ...ref, ...over } }))];
    expect(conversationOf(all).messages).toHaveLength(5);
  });
});
