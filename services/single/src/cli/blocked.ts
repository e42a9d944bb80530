import { Option } from 'commander';
import type { OperatorCommand } from './command.js';

/** Blocked keys (consumer, appeal): a defect or a missing prerequisite. Other keys are not affected. */
export const blockedCommand: OperatorCommand = {
  name: 'blocked',
  declare: (program, run) => {
    const blocked = program.command('blocked').description('events that a consumer could not process');
    blocked
      .command('list')
      .description('blocked keys: DEAD_LETTERED ones need an operator, WAITING ones resume by themselves')
      .addOption(new Option('--state <state>', 'in this state only').choices(['DEAD_LETTERED', 'WAITING']))
      .action((given: { state?: string }) => run({ act: 'list', ...given }));
    blocked
      .command('retry [consumer] [appeal]')
      .description('retry the key, or every dead-lettered one')
      .action((consumer?: string, appeal?: string) => run({ act: 'retry', consumer, appeal }));
    blocked
      .command('discard <consumer> <appeal>')
      .description('discard for ever the event that blocks the key; recorded with the reason')
      .requiredOption('--reason <text>', 'why, without personal data')
      .action((consumer: string, appeal: string, given: { reason: string }) =>
        run({ act: 'discard', consumer, appeal, ...given }),
      );
  },
  execute: async (...given) => (await import('./blocked-keys.js')).resolveBlockedKeys(...given),
};
