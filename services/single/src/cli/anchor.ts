import type { OperatorCommand } from './command.js';

/** The signed heads of the hash chains, outside the database: the service does it on its own beside `npm start`. */
export const anchorCommand: OperatorCommand = {
  name: 'anchor',
  declare: (program, run) =>
    program
      .command('anchor')
      .description('write the signed heads of the hash chains of logs and evidence into the folder OTKLIK_ANCHORS')
      .option('--restored', 'the database was brought back from a backup: say so, and from where its chains go on')
      .action(({ restored }: { restored?: boolean }) => run({ restored: restored === true })),
  execute: async (composition, args, report) => {
    const { anchorFolder, anchorHeads, anchorRestored, keyOfChains } = await import('../anchors/anchor-heads.js');
    const at = new Date().toISOString();
    if (args['restored'] === true) {
      const chains = await anchorRestored(composition, at);
      report.print(`${chains} chain(s) were behind their anchors; it is recorded that they were restored.`);
    }
    const count = await anchorHeads(composition, new Map(), at);
    report.print(`${count} head(s) were written to ${anchorFolder(composition).path}.`);
    report.print(`They are signed (Ed25519); the public key is ${keyOfChains(composition).publicKey}.`);
    return 0;
  },
};
