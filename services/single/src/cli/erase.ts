import type { IntakeOperations } from '@otklik/intake/module';
import { Refusal } from '@otklik/kernel';
import { type Composition } from '../composition.js';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { optional, required, type Arguments, type OperatorCommand, type Report } from './command.js';
import { districtOf } from './district-of.js';

type Erased = Awaited<ReturnType<IntakeOperations['erase']>>;

const UNKNOWN_PERSON =
  'No such person is known; nothing was erased. What an interrupted erasure has left is cleaned by: ' +
  'npm run otklik -- erasures replay';

/** Destroys the person's key, waits until every service has purged its clear text, then scrubs the files. */
export const eraseCommand: OperatorCommand = {
  name: 'erase',
  declare: (program, run) =>
    program
      .command('erase')
      .description('erase a person everywhere, permanently')
      .requiredOption('--person <id|e-mail|phone>', 'id of the person or of an appeal, or a contact')
      .option('--district <code>', 'in this district only')
      .option('--ground <text>', 'why, although a case is still open; without personal data')
      .addHelpText(
        'after',
        '\nInterrupted, it is completed by each id that it has printed: --person <id>; all of them at once: erasures replay',
      )
      .action((given: { person: string; district?: string; ground?: string }) => run(given)),
  execute: async (composition, args, report, signal) => {
    const erased = await eraseIn(composition, args, report);
    for (const { appeal } of erased) report.print(`${appeal}: the key is destroyed.`);
    const { cleanUp } = await import('./clean-up.js');
    await cleanUp(
      composition,
      erased.map(({ appeal }) => appeal),
      report,
      signal,
    );
    return 0;
  },
};

async function eraseIn(composition: Composition, args: Arguments, report: Report): Promise<Erased> {
  const only = optional(args, 'district');
  const districts = only === undefined ? composition.directory.districts() : [districtOf(composition, only)];
  const { intakeOf } = await import('./operations.js');
  const intake = intakeOf(composition);
  const [person, ground] = [required(args, 'person'), optional(args, 'ground')];
  // All districts are checked before the first erasure, which destroys the contact that the others are found by.
  const found: string[] = [];
  for (const { id } of districts) found.push(...(await intake.demandErasable(id, person, ground).catch(openCase)));
  if (found.length === 0) throw new PlainError(UNKNOWN_PERSON);
  // After an interruption the contact finds nothing any more; the printed ids do.
  for (const appeal of found) report.print(`${appeal}: to be erased.`);
  const erased: Erased[number][] = [];
  const actor = { kind: 'system', id: 'operator' } as const;
  for (const { id } of districts) erased.push(...(await intake.erase(id, person, actor, ground).catch(openCase)));
  return erased;
}

function openCase(error: unknown): never {
  if (error instanceof Refusal && error.code === 'APPEAL_STILL_OPEN')
    throw new PlainError(
      'A case is still open (APPEAL_STILL_OPEN). To erase all the same, name a ground: --ground "…"',
    );
  throw error;
}
