import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { required, type OperatorCommand } from './command.js';

/** Full text: made of the register's rows, not of history. */
const INDEX = 'index';

/** Beside live traffic: the old read model answers until the new one is swapped in. */
export const rebuildCommand: OperatorCommand = {
  name: 'rebuild',
  declare: (program, run) =>
    program
      .command('rebuild <projection>')
      .description('rebuild a read model from history beside the current one, then swap')
      .option('--from-logs', 'first make the history what the logs of the services say; the index follows')
      .action((projection: string, { fromLogs }: { fromLogs?: true }) =>
        run({ projection, ...(fromLogs && { fromLogs }) }),
      ),
  execute: async (composition, args, report, signal) => {
    const name = required(args, 'projection');
    const { readModelsOf, searchOf } = await import('./operations.js');
    const readModels = readModelsOf(composition);
    const names = [...readModels.names, INDEX];
    if (!names.includes(name))
      throw new PlainError(`There is no projection "${name}". There are: ${names.join(', ')}.`);
    if (args['fromLogs']) {
      const { mendFromLogs } = await import('./mend-from-logs.js');
      if (!(await mendFromLogs(composition, report, signal))) return 1;
    }
    if (name !== INDEX) await readModels.rebuild(name, (done, total) => report.progress(done, total, 'events'));
    if (name === INDEX || args['fromLogs'])
      await searchOf(composition).rebuildIndexes((done, total) => report.progress(done, total, 'appeals'));
    report.print(`${name} was rebuilt and is in use now.`);
    return 0;
  },
};
