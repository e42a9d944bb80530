import { expect, it } from '@jest/globals';
import { noticeWays, waysOf, type Reachable } from './notice-ways.js';

const nothing = { account: false, email: false, phone: false, address: false, wish: null };
const letter: Reachable = { ...nothing, regime: 'APPEAL_59FZ', channel: 'PAPER' };
const electronic: Reachable = { ...nothing, regime: 'APPEAL_59FZ', channel: 'SITE' };
const reception: Reachable = { ...nothing, regime: 'ORAL_RECEPTION', channel: 'RECEPTION' };
const message: Reachable = { ...nothing, regime: 'SOCIAL_MESSAGE', channel: 'SITE' };

const rows: readonly (readonly [string, Reachable, readonly string[]])[] = [
  ['59-FZ art. 10(4): a letter on paper goes to its postal address', { ...letter, address: true }, ['PAPER']],
  [
    '59-FZ art. 10(4): the postal address goes before the e-mail of a letter',
    { ...letter, address: true, email: true },
    ['PAPER', 'EMAIL'],
  ],
  [
    'a letter whose writer asks for an e-mail',
    { ...letter, address: true, email: true, wish: 'EMAIL' },
    ['EMAIL', 'PAPER'],
  ],
  ['a letter that names an e-mail alone', { ...letter, email: true }, ['EMAIL', 'PAPER']],
  ['a letter without any address is a person’s task', letter, ['PAPER']],
  ['59-FZ art. 13(3): a letter is not answered by a call', { ...letter, phone: true, wish: 'PHONE' }, ['PAPER']],
  [
    '59-FZ art. 7(3): an electronic appeal is answered at its e-mail',
    { ...electronic, email: true, account: true },
    ['EMAIL', 'PAGE'],
  ],
  ['59-FZ art. 10(4): in the account of one who signed in', { ...electronic, account: true, phone: true }, ['PAGE']],
  [
    'a message that became an appeal has no account: an e-mail, then a letter',
    { ...electronic, email: true },
    ['EMAIL', 'PAPER'],
  ],
  ['a message that became an appeal, with a telephone', { ...electronic, phone: true }, ['PAPER']],
  [
    '59-FZ art. 13(3): what is signed after a reception is written',
    { ...reception, phone: true, email: true, wish: 'PHONE' },
    ['EMAIL', 'PAPER'],
  ],
  [
    '59-FZ art. 13(3): who came to the reception may ask for a letter',
    { ...reception, phone: true, address: true, wish: 'POST' },
    ['PAPER'],
  ],
  ['a reception without an address', { ...reception, phone: true }, ['PAPER']],
  [
    'a message of the feedback platform there alone, whatever else is known of its sender',
    { ...message, regime: 'POS_MESSAGE', channel: 'IMPORT', email: true, phone: true, wish: 'EMAIL' },
    ['POS'],
  ],
  ['a message by its e-mail, then the page', { ...message, email: true }, ['EMAIL', 'PAGE']],
  ['a message by telephone, then the page', { ...message, phone: true }, ['ORAL', 'PAGE']],
  ['a message without a contact', message, ['PAGE']],
  ['a message whose sender asks for a letter', { ...message, address: true, wish: 'POST' }, ['PAPER', 'PAGE']],
  ['a message asks for a letter without an address', { ...message, phone: true, wish: 'POST' }, ['ORAL', 'PAGE']],
  ['a message with an address that nobody asked to use', { ...message, address: true }, ['PAGE']],
  [
    'a comment in its thread, then to its author, then the page',
    { ...message, source: { thread: true, direct: true } },
    ['THREAD', 'DIRECT', 'PAGE'],
  ],
  [
    'a comment whose author cannot be written to',
    { ...message, source: { thread: true, direct: false } },
    ['THREAD', 'PAGE'],
  ],
  ['a direct message by a direct message', { ...message, source: { thread: false, direct: true } }, ['DIRECT', 'PAGE']],
  [
    'a comment whose author asks for a call',
    { ...message, phone: true, wish: 'PHONE', source: { thread: true, direct: false } },
    ['ORAL', 'THREAD', 'PAGE'],
  ],
  [
    '59-FZ art. 10(4): a comment that became an appeal is answered as an appeal',
    { ...electronic, email: true, source: { thread: true, direct: true } },
    ['EMAIL', 'PAPER'],
  ],
  ['a message to be handed over', { ...message, phone: true, wish: 'IN_PERSON' }, ['PAPER', 'ORAL', 'PAGE']],
];

it.each(rows)('%s', (_, to, ways) => expect(noticeWays(to)).toEqual(ways));

it('59-FZ art. 8(2): the number is sent by e-mail, and never by a call or a letter', () => {
  expect(waysOf('REGISTERED', { ...letter, email: true, address: true })).toEqual(['EMAIL', 'PAGE']);
  expect(waysOf('REGISTERED', { ...letter, address: true })).toBeUndefined();
  expect(waysOf('REGISTERED', { ...message, email: true, channel: 'IMPORT' })).toBeUndefined();
  const comment = { ...message, source: { thread: true, direct: false } };
  expect(waysOf('REGISTERED', comment)).toEqual(['THREAD', 'PAGE']);
  expect(waysOf('TAKEN_UP', comment)).toEqual(['THREAD', 'PAGE']);
  expect(waysOf('TAKEN_UP', { ...message, phone: true })).toBeUndefined();
  expect(waysOf('EXTENDED', { ...letter, address: true })).toEqual(['PAPER']);
});

it('59-FZ art. 10(4), 13(3): no answer to an appeal is a call to a letter, or a page without an account', () => {
  const flags = [false, true];
  const wishes = [null, 'POST', 'EMAIL', 'PHONE', 'IN_PERSON'] as const;
  for (const channel of ['PAPER', 'SITE', 'IMPORT', 'RECEPTION'])
    for (const account of flags)
      for (const [email, phone, address] of flags.flatMap((a) => flags.flatMap((b) => flags.map((c) => [a, b, c]))))
        for (const wish of wishes) {
          const regime = channel === 'RECEPTION' ? 'ORAL_RECEPTION' : 'APPEAL_59FZ';
          const to = { regime, channel, account, email, phone, address, wish } as Reachable;
          const ways = noticeWays(to);
          expect(ways).not.toContain('ORAL');
          if (!account) expect(ways).not.toContain('PAGE');
          expect(['PAPER', 'PAGE', 'EMAIL']).toContain(ways.at(-1));
          expect(ways.some((way) => way === 'PAPER' || way === 'PAGE')).toBe(true);
        }
});
