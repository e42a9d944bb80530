import type { OperatorCommand } from './command.js';

/** The rules of the law by which terms are counted. */
export const lawCommand: OperatorCommand = {
  name: 'law',
  declare: (program, run) =>
    program
      .command('law')
      .description('the rules of the law by which terms are counted')
      .command('restore')
      .description(
        'put the rules in force again that were so before the last upgrade, so that the earlier version can load its own',
      )
      .action(() => run({})),
  execute: async ({ directory, ownerUrl }, _, report) => {
    const { restoreLaw } = await import('@otklik/tenancy/loader');
    const rules = await restoreLaw(ownerUrl);
    await directory.refresh();
    report.print(`${rules} rules of the law are as they were. The next start of this version puts its own in force.`);
    return 0;
  },
};
