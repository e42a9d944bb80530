import { resolve } from 'node:path';
import { demandPassphrase } from '../backup/sealed-secrets.js';
import { required, type OperatorCommand } from './command.js';
import { districtOf } from './district-of.js';
import { askPassphrase } from './passphrase.js';

/** All that is a district's, for another installation or another program: a district can leave. */
export const exportCommand: OperatorCommand = {
  name: 'export',
  declare: (program, run) =>
    program
      .command('export <folder>')
      .description('write all of a district into a folder: events with their schemas, files, rules, officials, keys')
      .requiredOption('--district <code>', 'whose')
      .option('--readable', 'texts of published events in the clear: for a program that is not Otklik')
      .addHelpText(
        'after',
        '\nPersonal texts stay sealed; the passphrase seals the key that opens them. It is taken from ' +
          'OTKLIK_BACKUP_PASSPHRASE, OTKLIK_BACKUP_PASSPHRASE_FILE, or it is asked.',
      )
      .action(async (folder: string, { district, readable }: { district: string; readable?: boolean }) =>
        run({ folder: resolve(folder), district, readable: readable ?? false, passphrase: await askPassphrase() }),
      ),
  execute: async (composition, args, report, signal) => {
    const district = districtOf(composition, required(args, 'district'));
    const [folder, passphrase] = [required(args, 'folder'), required(args, 'passphrase')];
    demandPassphrase(passphrase);
    const { exportDistrict, emptyFolder, makeExportFolder } = await import('../district-export/index.js');
    await makeExportFolder(folder);
    const options = { folder, district, passphrase, isReadable: args['readable'] === true };
    try {
      const { files, register } = await exportDistrict(composition, options, report, signal);
      const rows = files.reduce((sum, file) => sum + (file.lines ?? 0), 0);
      report.print(`${folder} holds all of ${district.code}: ${rows} lines in ${files.length} files.`);
      if (register === null)
        report.warn('The register lagged: export again in a minute if an import is to be compared with it.');
      if (options.isReadable) report.warn('It holds texts of residents in the clear: keep it on an encrypted disk.');
      return 0;
    } catch (error) {
      await emptyFolder(folder);
      if (!signal.aborted) throw error;
      report.warn('Interrupted: the folder is empty again.');
      return 1;
    }
  },
};
