import type { IntakeOperations, JoinedDecision } from '@otklik/intake/module';
import { isUuid, Refusal } from '@otklik/kernel';
import { type Composition } from '../composition.js';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { optional, required, type Arguments, type OperatorCommand, type Report } from './command.js';
import { districtOf } from './district-of.js';

type Erased = Awaited<ReturnType<IntakeOperations['erase']>>;

const UNKNOWN_PERSON =
  'No such person is known; nothing was erased. What an interrupted erasure has left is cleaned by: ' +
  'npm run otklik -- erasures replay';

const ALL_PARTED =
  'Officials parted every appeal of this contact from it, as another person’s. Nothing was erased; name an id.';
const UNDECIDED =
  'Officials joined other appeals with these; nothing was erased. To erase them, too: --joined erase. ' +
  'To leave them: --joined leave --why "…"';
const BY_ID = { leftBecause: 'it stays, because an id names one appeal' };

type Concerned = Awaited<ReturnType<IntakeOperations['concerned']>>;

interface Given {
  readonly person?: string;
  readonly reception?: string;
  readonly district?: string;
  readonly ground?: string;
  readonly joined?: string;
  readonly why?: string;
}

/** Destroys the person's key, waits until every service has purged its clear text, then scrubs the files. */
export const eraseCommand: OperatorCommand = {
  name: 'erase',
  declare: (program, run) =>
    program
      .command('erase')
      .description('erase a person everywhere, permanently')
      .option('--person <id|e-mail|phone>', 'id of the person or of an appeal, or a contact')
      .option('--reception <code|id>', 'a visitor of a reception in person instead, by the code of the booking')
      .option('--district <code>', 'in this district only')
      .option('--ground <text>', 'why, although a case is still open; without personal data')
      .option('--joined <erase|leave>', 'what becomes of appeals that officials joined with those of the contact')
      .option('--why <text>', 'why they are left; recorded, without personal data')
      .addHelpText(
        'after',
        '\nA contact is erased without what an official parted from it; that is erased by its id alone.' +
          '\nInterrupted, it is completed by each id that it has printed: --person <id>; all of them at once: erasures replay',
      )
      .action((given: Given) => run({ ...given })),
  execute: async (composition, args, report, signal) => {
    if ((optional(args, 'person') === undefined) === (optional(args, 'reception') === undefined))
      throw new PlainError('Name --person, or --reception with --district.');
    if (optional(args, 'reception') !== undefined)
      return (await import('./erase-visitor.js')).eraseVisitor(composition, args, report);
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
  const joined = decided(args);
  const concerned: Concerned[] = [];
  for (const { id } of districts) concerned.push(await intake.concerned(id, person));
  tell(concerned, joined ?? (isUuid(person) ? BY_ID : undefined), report);
  // All districts are checked before the first erasure, which destroys the contact that the others are found by.
  const found: string[] = [];
  for (const { id } of districts)
    found.push(...(await intake.demandErasable({ district: id, subject: person, ground, joined }).catch(openCase)));
  // After an interruption the contact finds nothing any more; the printed ids do.
  for (const appeal of found) report.print(`${appeal}: to be erased.`);
  const erased: Erased[number][] = [];
  const actor = { kind: 'system', id: 'operator' } as const;
  for (const { id } of districts)
    erased.push(...(await intake.erase({ district: id, subject: person, actor, ground, joined }).catch(openCase)));
  return erased;
}

/** Says what of the person is not erased, and why. Throws where a decision is wanted, and where nothing is named. */
function tell(concerned: readonly Concerned[], decision: JoinedDecision | undefined, report: Report): void {
  const all = (list: keyof Concerned) => concerned.flatMap((one) => one[list]);
  const [named, joined, parted] = [all('named'), all('joined'), all('parted')];
  for (const appeal of parted)
    report.print(`${appeal}: of the same contact, but an official parted it: it stays. To erase it, name its id.`);
  if (named.length === 0) throw new PlainError(parted.length === 0 ? UNKNOWN_PERSON : ALL_PARTED);
  for (const appeal of joined) report.print(`${appeal}: an official joined it with these: ${wordsOf(decision)}.`);
  if (joined.length > 0 && decision === undefined) throw new PlainError(UNDECIDED);
}

function wordsOf(decision: JoinedDecision | undefined): string {
  if (decision === undefined) return 'undecided';
  return decision === 'ERASE' ? 'erased, too' : decision.leftBecause;
}

/** Throws a PlainError. */
function decided(args: Arguments): JoinedDecision | undefined {
  const [joined, why] = [optional(args, 'joined'), optional(args, 'why')?.trim()];
  if (joined === undefined) return undefined;
  if (joined === 'erase') return 'ERASE';
  if (joined === 'leave' && why) return { leftBecause: why };
  throw new PlainError('Write --joined erase, or --joined leave --why "…".');
}

function openCase(error: unknown): never {
  if (error instanceof Refusal && error.code === 'APPEAL_STILL_OPEN')
    throw new PlainError(
      'A case is still open (APPEAL_STILL_OPEN). To erase all the same, name a ground: --ground "…"',
    );
  throw error;
}
