import { describe, expect, it } from '@jest/globals';
import { noticeProof, provedLine, type PostalEvent, type ProvingEvent } from './application/notice-proof.js';

const at = '2026-11-28T15:30:00.000Z';
const proofOf = (data: Partial<ProvingEvent['data']>, actor: ProvingEvent['actor'] = { kind: 'system' }) =>
  noticeProof({
    stream: 'n',
    type: 'NoticeDispatched',
    actor,
    at,
    data: { kind: 'ANSWERED', dispatchedAt: at, ...data },
  });

describe('what proves that a notice left', () => {
  it.each([
    [
      { way: 'THREAD', proof: '8', link: 'https://vk.example/wall-1_2?reply=8' },
      { is: 'COMMENT_OF_NETWORK', given: '8', link: 'https://vk.example/wall-1_2?reply=8' },
    ],
    [
      { way: 'EMAIL', proof: '250 2.0.0 Ok: queued as 4F' },
      { is: 'ANSWER_OF_MAIL_SERVER', given: '250 2.0.0 Ok: queued as 4F' },
    ],
    [
      {
        way: 'PAPER',
        proof: 'RR1',
        posting: { means: 'REGISTERED_LETTER', number: '12', sentOn: '2026-11-28', track: '80091234567890' },
        address: 'ул. Лесная, 4',
      },
      { is: 'REGISTERED_LETTER', posting: { number: '12', track: '80091234567890' }, address: 'ул. Лесная, 4' },
    ],
    [
      { way: 'ORAL', proof: 'RECORDED_CALL', said: 'Согласен', outcome: 'AGREED' },
      { is: 'RECORD_OF_CALL', said: 'Согласен' },
    ],
    [{}, { is: 'ON_FOLLOW_UP_PAGE', way: 'PAGE' }],
  ] as const)('%j', (data, expected) => {
    expect(proofOf(data as Partial<ProvingEvent['data']>)).toMatchObject({ notice: 'n', at, ...expected });
  });

  it('is an official’s word where no other side answered, and names the official', () => {
    const actor = { kind: 'official', id: 'o1', role: 'REGISTRAR' } as const;
    const posting = { means: 'HANDED_OVER', number: '12', sentOn: '2026-11-28' } as const;
    expect(proofOf({ way: 'PAPER', proof: '12', posting }, actor)).toMatchObject({ is: 'HANDED_OVER', by: 'o1' });
    expect(proofOf({ way: 'THREAD', proof: 'SEEN_THERE' }, actor)).toMatchObject({ is: 'SEEN_BY_OFFICIAL', by: 'o1' });
    expect(proofOf({ way: 'THREAD', proof: 'SEEN_THERE' }, actor)).not.toHaveProperty('given');
    expect(proofOf({ way: 'THREAD', proof: 'BY_HAND', link: 'https://a' }, actor)).toMatchObject({
      is: 'PLACED_BY_OFFICIAL',
      link: 'https://a',
    });
  });
});

describe('what became of a letter after it had left', () => {
  const actor = { kind: 'official', id: 'o1', role: 'REGISTRAR' } as const;
  const told = { kind: 'ANSWERED', posting: 2 } as const;
  const lineOf = (type: string, data: Partial<PostalEvent['data']>) =>
    provedLine({ stream: 'n', type, actor, at, data: { ...told, proof: 'TRACKING', ...data } });

  it('is said with its day, which letter it was, and what shows it', () => {
    const common = { notice: 'n', kind: 'ANSWERED', way: 'PAPER', at, by: 'o1', letter: 2 };
    expect(lineOf('LetterDelivered', { deliveredOn: '2026-12-05' })).toEqual({
      ...common,
      is: 'LETTER_DELIVERED',
      on: '2026-12-05',
      outcome: 'DELIVERED',
      shownBy: 'TRACKING',
    });
    expect(lineOf('LetterReturned', { returnedOn: '2026-12-20', outcome: 'MOVED', proof: 'ENVELOPE' })).toEqual({
      ...common,
      is: 'LETTER_RETURNED',
      on: '2026-12-20',
      outcome: 'MOVED',
      shownBy: 'ENVELOPE',
    });
  });
});
