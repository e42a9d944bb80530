import type { CheckedContainer } from '@otklik/signatures';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { required, type LocalCommand, type Report } from './command.js';

/** Whether an evidence file is as it was signed; needs no installation. */
export const verifyFileCommand: LocalCommand = {
  name: 'verify-file',
  declare: (program, run) =>
    program
      .command('verify-file <file>')
      .description('check an evidence file: every part by its hash, its signature, its events against their hash chain')
      .action((file: string) => run({ file: resolve(file) })),
  executeAlone: async (_, args, report) => {
    const file = required(args, 'file');
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) throw new PlainError(`${file} cannot be read.`);
    const { checkContainer } = await import('@otklik/signatures');
    const { chainFaults } = await import('../case-evidence/chain-faults.js');
    const checked = await checkContainer(bytes, { at: new Date() });
    const faults = [
      ...checked.faults.map(({ part, fault }) => `${fault} ${part}`),
      ...chainFaults(checked.parts).map(({ part, what }) => `${what} ${part}`),
    ];
    for (const fault of faults) report.warn(`  ${fault}`);
    if (faults.length > 0) report.warn(`${faults.length} DIFFERENCE(S): the file is not as it was signed.`);
    else describe(checked, report);
    return faults.length === 0 ? 0 : 1;
  },
};

function describe({ parts, signature }: CheckedContainer, report: Report): void {
  report.print(`${parts.length} parts are as they were signed, and the events are those of their hash chains.`);
  const { certificate, signedAt } = signature!;
  report.print(`Signed by ${certificate!.owner}, certificate ${certificate!.number}, at ${signedAt}.`);
  report.print(
    'Whether the certificate is the installation’s: compare its number with the one that the district published.',
  );
}
