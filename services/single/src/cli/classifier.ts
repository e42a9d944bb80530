import { classifierEditions, loadClassifier, type ClassifierReport } from '@otklik/tenancy/loader';
import { basename, resolve } from 'node:path';
import { optional, required, type OperatorCommand } from './command.js';
import { fileText } from './file-lines.js';

const MAX_SHOWN = 20;

/** The common classifier of appeals: the product brings the codes of its sample topics, an installation loads the official file. */
export const classifierCommand: OperatorCommand = {
  name: 'classifier',
  declare: (program, run) => {
    const classifier = program.command('classifier').description('the common classifier of appeals, by editions');
    classifier
      .command('load <file>')
      .description('load an edition from a tab-separated file with the columns code and name; codes that are set stay')
      .option('--edition <name>', 'the edition, where no column names it: 31.10.2025')
      .option('--part', 'the file has some codes of the edition: they are added, and others stay possible')
      .action((file: string, given: { edition?: string; part?: boolean }) =>
        run({ act: 'load', file: resolve(file), ...given }),
      );
    classifier
      .command('list')
      .description('the editions of this installation, with how many codes they have')
      .action(() => run({ act: 'list' }));
  },
  execute: async ({ directory, ownerUrl }, args, report) => {
    if (args['act'] === 'list') {
      const editions = await classifierEditions(ownerUrl);
      if (editions.length === 0) report.print('No edition is loaded.');
      for (const { inForce, ...one } of editions)
        report.print(`${one.edition.padEnd(16)} ${countWords(one)}${inForce ? '' : ', superseded'}`);
      return 0;
    }
    const file = required(args, 'file');
    const options = { edition: optional(args, 'edition'), isWhole: args['part'] !== true };
    const loaded = await loadClassifier(ownerUrl, await fileText(file), options);
    if ('faults' in loaded) {
      for (const { line, why } of loaded.faults.slice(0, MAX_SHOWN)) report.warn(`line ${line}: ${why}`);
      report.warn(`${basename(file)}: nothing was loaded, ${loaded.faults.length} faults.`);
      return 1;
    }
    await directory.refresh();
    const { edition, changed, unknown } = loaded;
    report.print(`${edition}: ${countWords(loaded)}${changed ? '' : '; it was so already'}.`);
    for (const { district, topic, code } of unknown)
      report.warn(`${district}: the topic «${topic}» proposes ${code}, which is not in force any more.`);
    return 0;
  },
};

function countWords({ counts, isWhole }: Pick<ClassifierReport, 'counts' | 'isWhole'>): string {
  const levels = ['sections', 'topics', 'themes', 'questions', 'sub-questions'];
  return `${isWhole ? 'whole' : 'a part'}, ${counts.map((count, at) => `${count} ${levels[at]}`).join(', ')}`;
}
