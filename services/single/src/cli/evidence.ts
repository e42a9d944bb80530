import { resolve } from 'node:path';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { writeWhole } from '../durable-file.js';
import { required, type OperatorCommand } from './command.js';
import { districtOf } from './district-of.js';

/** All that proves a case, in one signed file. */
export const evidenceCommand: OperatorCommand = {
  name: 'evidence',
  declare: (program, run) =>
    program
      .command('evidence <number> <file>')
      .description('write the evidence file of a case (ASiC-E): its events, texts, proofs of each notice, hash chains')
      .requiredOption('--district <code>', 'whose')
      .addHelpText('after', '\nIt holds texts of residents in the clear. Texts of erased persons stay erased.')
      .action((number: string, file: string, { district }: { district: string }) =>
        run({ number, file: resolve(file), district }),
      ),
  execute: async (composition, args, report) => {
    const district = districtOf(composition, required(args, 'district'));
    const { findCase } = await import('../case-evidence/find-case.js');
    const found = await findCase(composition, district, required(args, 'number'));
    if (!found) throw new PlainError('There is no such case in the district.');
    const { caseContainer } = await import('../case-evidence/case-container.js');
    const file = required(args, 'file');
    await writeWhole(file, await caseContainer(composition, district, found, new Date().toISOString()));
    report.print(`${file} holds what proves the case. It holds texts of residents: keep it on an encrypted disk.`);
    return 0;
  },
};
