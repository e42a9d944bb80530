import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { composedOnce, type Composed } from './composed.fixture.js';
import { eraseCommand } from './erase.js';
import { intakeOf } from './operations.js';

const contact = 'canary@example.org';
const actor = { kind: 'system', id: 'operator' } as const;
let composed: Composed;
beforeAll(async () => void (composed = await composedOnce()), 120_000);
afterAll(() => composed.end());

/** Ends as a kill would when that many lines were said. */
async function erase(lines = Infinity): Promise<readonly string[]> {
  const said: string[] = [];
  const print = (line: string): void => {
    if (said.push(line) === lines) throw new Error('killed');
  };
  const report = { print, warn: print, progress: () => undefined };
  const args = { person: contact, ground: 'отзыв согласия' };
  const ended = eraseCommand.execute(composed.composition, args, report, new AbortController().signal);
  await ended.catch((error: Error) => said.push(error.message));
  return said;
}

it('prints every appeal before the first key is destroyed, and how to complete an interrupted erasure', async () => {
  const district = composed.composition.directory.district('aldan')!;
  const intake = intakeOf(composed.composition);
  const { vault } = composed.composition.services.get('intake')!.resources;
  const lines = [1, 2, 3].map((id) => JSON.stringify({ id, text: 'Не горит фонарь', contact }));
  await intake.importFile({ district, lines, actor, decide: false });
  const persons = await vault.personsOf(district.id, contact);
  const appeals = await intake.demandErasable({ district: district.id, subject: contact, ground: 'COURT' });

  const said = await erase(3);

  expect(said).toEqual([...appeals.map((appeal) => `${appeal}: to be erased.`), 'killed']);
  expect([persons.length, await vault.personsOf(district.id, contact)]).toEqual([3, persons]);

  await intake.erase({ district: district.id, subject: contact, actor, ground: 'COURT' });
  expect(await erase()).toEqual([expect.stringContaining('npm run otklik -- erasures replay')]);
}, 60_000);
