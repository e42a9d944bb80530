import type { CheckedContainer } from '@otklik/signatures';
import type { CheckedChains } from '../case-evidence/chain-faults.js';
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
    const { checkChains } = await import('../case-evidence/chain-faults.js');
    const checked = await checkContainer(bytes, { at: new Date() });
    const chains = checkChains(checked.parts);
    const faults = [
      ...checked.faults.map(({ part, fault }) => `${fault} ${part}`),
      ...chains.faults.map(({ part, what }) => `${what} ${part}`),
    ];
    for (const fault of faults) report.warn(`  ${fault}`);
    if (faults.length > 0) report.warn(`${faults.length} DIFFERENCE(S): the file is not as it was signed.`);
    else describe(checked, chains, report);
    return faults.length === 0 ? 0 : 1;
  },
};

/** What was checked, and what was not. */
function describe({ parts, signature }: CheckedContainer, chains: CheckedChains, report: Report): void {
  report.print(`${parts.length} parts are as they were signed.`);
  const { chained, events, young, without } = chains;
  const held = events - young;
  if (chained.length > 0)
    report.print(`${held} of ${events} events are those of the hash chains of ${chained.join(', ')}.`);
  if (young > 0) report.print(`${young} events are younger than the last block: only the signature vouches for them.`);
  if (without.length > 0) report.warn(`NO CHAIN: nothing of ${without.join(', ')} was compared with a hash chain.`);
  if (events === 0)
    report.warn('NO EVENTS: nothing was compared with a hash chain; only the signature vouches for the parts.');
  const { certificate, signedAt } = signature!;
  report.print(`Signed by ${certificate!.owner} at ${signedAt}, as it says.`);
  report.print(`SHA-256 of its certificate: ${certificate!.thumbprint}`);
  report.print('Whether the certificate is the installation’s: compare this with what the district published.');
}
