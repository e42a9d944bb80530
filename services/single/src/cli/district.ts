import { addDistrict } from '@otklik/tenancy/loader';
import { basename, resolve } from 'node:path';
import { required, type OperatorCommand } from './command.js';
import { fileText } from './file-lines.js';

/** Districts come from files like deploy/districts/<code>.yaml; adding one again updates it. */
export const districtCommand: OperatorCommand = {
  name: 'district',
  declare: (program, run) => {
    const district = program.command('district').description('the districts of this installation');
    district
      .command('add <file>')
      .description('add a district from its YAML file, or update it (see deploy/districts)')
      .action((file: string) => run({ act: 'add', file: resolve(file) }));
    district
      .command('list')
      .description('districts with their zone and number of officials')
      .action(() => run({ act: 'list' }));
  },
  execute: async ({ config, directory, ownerUrl }, args, report) => {
    if (args['act'] === 'add') {
      const file = required(args, 'file');
      const text = await fileText(file);
      const { code, changes, warnings } = await addDistrict(ownerUrl, text, basename(file), config.bodyOrigins);
      await directory.refresh();
      for (const warning of warnings) report.warn(warning);
      report.print(changes === 0 ? `${code} is as its file says.` : `${code}: ${changes} entries changed.`);
      return 0;
    }
    for (const { code, name, zone, officials } of directory.districts())
      report.print(`${code.padEnd(16)} ${name} (${zone}), ${officials.length} officials`);
    return 0;
  },
};
