import { describe, expect, it } from '@jest/globals';
import { placeOf, type InboundMessage, type Standing } from './inbound-place.js';

const AUTHOR = 'author';
const standing = (place: Standing['place']): Standing => ({ place, appeal: 'a', caseAuthor: AUTHOR });
const by = (author: string, over: Partial<InboundMessage> = {}): InboundMessage => ({ isOwn: false, author, ...over });
const addition = (byApplicant: boolean) => ({ is: 'ADDITION', appeal: 'a', byApplicant });

describe('what a message of a network is', () => {
  it.each<[string, InboundMessage, object]>([
    ['a comment begins a case', by('x'), { is: 'CASE' }],
    ['its author adds to it', by(AUTHOR, { parent: standing('CASE') }), addition(true)],
    ['a stranger’s reply to it is a case of its own', by('x', { parent: standing('CASE') }), { is: 'CASE' }],
    ['its author adds to an addition', by(AUTHOR, { parent: standing('ADDITION') }), addition(true)],
    ['anybody replies to our answer', by('x', { parent: standing('OWN') }), addition(false)],
    ['so does its author', by(AUTHOR, { parent: standing('OWN') }), addition(true)],
    ['in a dialogue the open case goes on', by(AUTHOR, { open: 'a', latest: 'a' }), addition(true)],
    ['after its end another begins', by(AUTHOR, { latest: 'a' }), { is: 'CASE' }],
    ['a reply to what was never heard begins a case', by('x', { parent: 'UNKNOWN' }), { is: 'CASE' }],
    [
      'a reply to what is nobody’s begins a case',
      by('x', { parent: { ...standing('NONE'), appeal: null } }),
      { is: 'CASE' },
    ],
  ])('%s', (_, message, expected) => expect(placeOf(message, false)).toEqual(expected));

  it('our own is no case: it belongs to what it answers, or to nothing', () => {
    const own = (over: Partial<InboundMessage>) => placeOf({ isOwn: true, author: 'us', ...over }, false);
    expect(own({ parent: standing('CASE') })).toEqual({ is: 'OWN', appeal: 'a', byApplicant: false });
    expect(own({ latest: 'a' })).toEqual({ is: 'OWN', appeal: 'a', byApplicant: false });
    expect(own({})).toEqual({ is: 'NONE' });
  });

  it('waits for what it replies to, as long as that may come', () => {
    for (const parent of ['UNKNOWN', standing(null)] as const) {
      expect(placeOf(by('x', { parent }), true)).toEqual({ is: 'WAIT' });
      expect(placeOf(by('x', { parent }), false)).not.toEqual({ is: 'WAIT' });
    }
    expect(placeOf(by('x'), true)).toEqual({ is: 'CASE' });
  });
});
