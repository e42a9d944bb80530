import { resolve } from 'node:path';
import { stateOfBackups } from '../backup/state-of-backups.js';
import type { OperatorCommand } from './command.js';
import { required } from './command.js';
import { processEnvironment } from './config.js';
import { isLanguage, languageOf, statusWords, type StatusLanguage } from './status-words.js';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';

/** In some ten lines: what runs, what lags, what waits for a person, and when the last good backup was. */
export const statusCommand: OperatorCommand = {
  name: 'status',
  declare: (program, run) =>
    program
      .command('status')
      .description(
        'what runs, what lags, what waits for a person, and when the last good backup was; exit code 1: look closer',
      )
      .option('--language <ru|en>', 'of the lines; by LANG when absent')
      .action(({ language }: { language?: string }) => run({ language: languageFor(language) })),
  withoutInstance: async ({ dataDir }, args, report) => {
    const words = statusWords[required(args, 'language') as StatusLanguage];
    report.print(words.stopped(dataDir));
    const { readSingleConfig } = await import('../config.js');
    const { backupTo } = readSingleConfig();
    const backups = await stateOfBackups(backupTo === undefined ? undefined : resolve(backupTo));
    for (const line of words.backups(backups, Date.now())) report.print(line);
    return 1;
  },
  execute: async (composition, args, report) => {
    const words = statusWords[required(args, 'language') as StatusLanguage];
    const { facts } = await import('./status-facts.js');
    const found = await facts(composition);
    for (const line of words.lines(found, Date.now())) report.print(line);
    const isWell = found.troubles.length === 0;
    report.print(isWell ? words.well : words.troubles(found.troubles));
    return isWell ? 0 : 1;
  },
};

export function languageFor(given: string | undefined): StatusLanguage {
  if (given === undefined) return languageOf(processEnvironment());
  if (isLanguage(given)) return given;
  throw new PlainError('--language is ru or en.');
}
