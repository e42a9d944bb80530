import { expect, it } from '@jest/globals';
import type { Composition } from '../composition.js';
import type { Arguments } from './command.js';
import { eraseCommand } from './erase.js';

const districts = [{ id: 1 }, { id: 2 }];

/** Says what the command says before it erases, with these appeals of the person; the erasure itself fails. */
async function said(concerned: object, args: Arguments): Promise<readonly string[]> {
  const intake = {
    concerned: (district: number) =>
      Promise.resolve({ named: [], joined: [], parted: [], ...(district === 1 && concerned) }),
    demandErasable: () => Promise.reject(new Error('it would be erased')),
  };
  const composition = { directory: { districts: () => districts }, get: () => intake } as unknown as Composition;
  const lines: string[] = [];
  const report = { print: (line: string) => void lines.push(line), warn: () => undefined, progress: () => undefined };
  const ended = eraseCommand.execute(composition, args, report, new AbortController().signal);
  await ended.catch((error: Error) => lines.push(error.message));
  return lines;
}
const person = 'a@example.org';

it('erases nothing while it is not decided what becomes of joined appeals', async () => {
  const [joined, asked] = await said({ named: ['A'], joined: ['B'] }, { person });
  expect(joined).toBe('B: an official joined it with these: undecided.');
  expect(asked).toMatch(/nothing was erased.*--joined erase.*--joined leave --why/);
});

it.each([
  [{ joined: 'erase' }, 'B: an official joined it with these: erased, too.'],
  [{ joined: 'leave', why: 'по его просьбе' }, 'B: an official joined it with these: по его просьбе.'],
])('goes on by a decision: %j', async (decision, line) => {
  const lines = await said({ named: ['A'], joined: ['B'] }, { person, ...decision });
  expect(lines).toEqual([line, 'it would be erased']);
});

it.each([[{ joined: 'leave' }], [{ joined: 'leave', why: '  ' }], [{ joined: 'keep', why: 'so' }]])(
  'takes no half of a decision: %j',
  async (decision) => {
    expect(await said({ named: ['A'], joined: ['B'] }, { person, ...decision })).toEqual([
      'Write --joined erase, or --joined leave --why "…".',
    ]);
  },
);

it('says which appeals of a shared contact stay, also where none is left to erase', async () => {
  const stays = 'P: of the same contact, but an official parted it: it stays. To erase it, name its id.';
  expect(await said({ named: ['A'], parted: ['P'] }, { person })).toEqual([stays, 'it would be erased']);
  const [first, error] = await said({ parted: ['P'] }, { person });
  expect([first, error]).toEqual([stays, expect.stringContaining('Officials parted every appeal of this contact')]);
});

it('takes an id for one appeal, and says that what was joined stays', async () => {
  const lines = await said({ named: ['A'], joined: ['B'] }, { person: '018f3b1e-0000-7000-8000-000000000001' });
  expect(lines).toEqual([expect.stringContaining('because an id names one appeal'), 'it would be erased']);
});
