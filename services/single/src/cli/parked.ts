import { dropParked, listParked, retryParked, serviceOf, type HeldKey, type ParkedKey } from '@otklik/messaging';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Composition } from '../composition.js';
import { optional, required, type Arguments, type OperatorCommand, type Report } from './command.js';

/** Keys (consumer, appeal) that a defect or a missing event blocks; all others flow. */
export const parkedCommand: OperatorCommand = {
  name: 'parked',
  declare: (program, run) => {
    const parked = program.command('parked').description('events that a consumer could not process');
    parked
      .command('list')
      .description('blocked keys: PARKED ones need you, WAITING ones resume by themselves')
      .option('--state <state>', 'PARKED or WAITING')
      .action((given: { state?: string }) => run({ act: 'list', ...given }));
    parked
      .command('retry [consumer] [appeal]')
      .description('try the key again, or every parked one')
      .action((consumer?: string, appeal?: string) => run({ act: 'retry', consumer, appeal }));
    parked
      .command('drop <consumer> <appeal>')
      .description('give up, for good, the event that stopped the key; recorded with your reason')
      .requiredOption('--reason <text>', 'why, without personal data')
      .action((consumer: string, appeal: string, given: { reason: string }) =>
        run({ act: 'drop', consumer, appeal, ...given }),
      );
  },
  execute: async (composition, args, report) => {
    if (args['act'] === 'list') return list(composition, optional(args, 'state'), report);
    if (args['act'] === 'retry') return retry(composition, args, report);
    const key = (await heldKeys(composition)).find(matching(args));
    if (!key) throw new PlainError('No such key is held: npm run otklik -- parked list');
    const event = await dropParked(workerOf(composition, key), key, required(args, 'reason'), 'operator');
    report.say(`Event ${event ?? '(none)'} was dropped; the key goes on.`);
    return 0;
  },
};

async function list(composition: Composition, state: string | undefined, report: Report): Promise<number> {
  const held = (await heldKeys(composition)).filter((key) => state === undefined || key.state === state);
  for (const { consumer, district, appeal, state: at, reason, attempts, events, since } of held)
    report.say(
      `${at}  ${consumer}  district ${district}  ${appeal}  ${events} event(s), ${attempts} tries since ${since}: ${reason}`,
    );
  if (held.length === 0) report.say('Nothing is held.');
  return held.some((key) => key.state === 'PARKED') ? 1 : 0;
}

async function retry(composition: Composition, args: Arguments, report: Report): Promise<number> {
  const keys = (await heldKeys(composition)).filter(matching(args));
  for (const key of keys) await retryParked(workerOf(composition, key), key);
  report.say(`${keys.length} key(s) are tried again within two seconds; then: npm run otklik -- parked list`);
  return 0;
}

function matching(args: Arguments): (key: HeldKey) => boolean {
  const [consumer, appeal] = [optional(args, 'consumer'), optional(args, 'appeal')];
  return (key) =>
    (consumer === undefined || key.consumer === consumer) && (appeal === undefined || key.appeal === appeal);
}

/** Of all services, oldest first within each. */
export async function heldKeys({ services }: Composition): Promise<readonly ParkedKey[]> {
  const lists = [...services.values()].map(({ parts, definition }) => listParked(parts.worker, definition.name));
  return (await Promise.all(lists)).flat();
}

function workerOf({ services }: Composition, { consumer }: HeldKey) {
  const service = [...services.values()].find(({ definition }) => definition.name === serviceOf(consumer));
  if (!service) throw new PlainError(`There is no consumer ${consumer} here.`);
  return service.parts.worker;
}
