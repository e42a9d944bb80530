import type { HeldAfterRestore } from '@otklik/notifications/module';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Composition } from '../composition.js';
import { required, type Arguments, type OperatorCommand, type Report } from './command.js';

type Held = Awaited<ReturnType<HeldAfterRestore['list']>>[number];

/** What had not left at the moment to which the database was restored: a person decides whether it goes. */
export const lettersCommand: OperatorCommand = {
  name: 'letters',
  declare: (program, run) => {
    const letters = program.command('letters').description('letters that wait for the operator after a restore');
    letters
      .command('list')
      .description('which of them wait, oldest first')
      .action(() => run({ act: 'list' }));
    letters
      .command('send <letter>')
      .description('it has not left: let it go now (an id, or "all")')
      .action((letter: string) => run({ act: 'send', letter }));
    letters
      .command('sent <letter>')
      .description('it left before the loss: record it as sent (an id, or "all")')
      .action((letter: string) => run({ act: 'sent', letter }));
    letters
      .command('hold')
      .description('after a restore that another tool made, before the services start: hold all that has not left')
      .action(() => run({ act: 'hold' }));
  },
  execute: async (composition, args, report, signal) => {
    const { heldOf } = await import('./operations.js');
    const held = heldOf(composition);
    if (args['act'] === 'hold') {
      report.print(heldLine(await held.hold()));
      return 0;
    }
    if (args['act'] === 'list') return list(composition, held, report);
    return decide(held, args, report, signal);
  },
};

export function heldLine(count: number): string {
  if (count === 0) return 'No letter was waiting to be sent.';
  return `${count} letter(s) had not left and are held, because they may have left since: npm run otklik -- letters list`;
}

async function list(composition: Composition, held: HeldAfterRestore, report: Report): Promise<number> {
  const waiting = await held.list();
  for (const { district, notice, number, kind, way, since } of waiting) {
    const code = composition.directory.districtById(district)?.code ?? district;
    report.print(`${notice}  ${code}  ${number}  ${kind}  ${way}  ${since}`);
  }
  report.print(waiting.length === 0 ? 'No letter waits.' : `${waiting.length} letter(s) wait.`);
  return 0;
}

async function decide(held: HeldAfterRestore, args: Arguments, report: Report, signal: AbortSignal): Promise<number> {
  const chosen = chosenOf(await held.list(), required(args, 'letter'));
  const isSent = args['act'] === 'sent';
  let refused = 0;
  for (const [index, one] of chosen.entries()) {
    if (signal.aborted) throw new PlainError('Interrupted. Run it again: it goes on where it stopped.');
    if (!isSent) await held.send(one);
    else if (!(await held.stands(one))) refused += 1;
    report.progress(index + 1, chosen.length, 'letters');
  }
  report.print(`${chosen.length - refused} letter(s) ${isSent ? 'are recorded as sent' : 'go now'}.`);
  if (refused > 0)
    report.print(
      `${refused} letter(s) are not recorded: they lack the electronic signature that they demand (attach it at the desk first), or wait no more.`,
    );
  return 0;
}

function chosenOf(waiting: readonly Held[], letter: string): readonly Held[] {
  const chosen = letter === 'all' ? waiting : waiting.filter(({ notice }) => notice === letter);
  if (chosen.length === 0 && letter !== 'all')
    throw new PlainError(`No letter ${letter} waits (npm run otklik -- letters list). Nothing was changed.`);
  return chosen;
}
