import type { Anchor } from '@otklik/event-store';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Composition } from '../composition.js';
import { optional, type OperatorCommand, type Report } from './command.js';

interface Given {
  readonly restored?: boolean;
  readonly mail?: boolean;
  readonly check?: string;
}

/** The signed heads of the hash chains, outside the database: the service does it on its own beside `npm start`. */
export const anchorCommand: OperatorCommand = {
  name: 'anchor',
  declare: (program, run) =>
    program
      .command('anchor')
      .description('write the signed heads of the hash chains of logs and evidence into the folder OTKLIK_ANCHORS')
      .option('--restored', 'the database was brought back from a backup: say so, and from where its chains go on')
      .option('--mail', 'send them to the controllers of each district, too, where they have no letter of this day yet')
      .option('--check <file>', 'compare the anchors of a kept letter, or of a copy of the folder, with the chains')
      .action(async ({ restored, mail, check }: Given) =>
        run({
          restored: restored === true,
          mail: mail === true,
          ...(check !== undefined && { check: await encodedFile(resolve(check)) }),
        }),
      ),
  execute: async (composition, args, report) => {
    const kept = optional(args, 'check');
    if (kept !== undefined) return check(composition, Buffer.from(kept, 'base64'), report);
    const { anchorFolder, anchorHeads, anchorRestored, keyOfChains } = await import('../anchors/anchor-heads.js');
    const at = new Date().toISOString();
    if (args['restored'] === true) {
      const chains = await anchorRestored(composition, at);
      report.print(`${chains} chain(s) were behind their anchors; it is recorded that they were restored.`);
    }
    const count = await anchorHeads(composition, new Map(), at);
    report.print(`${count} head(s) were written to ${anchorFolder(composition).path}.`);
    report.print(`They are signed (Ed25519); the public key is ${keyOfChains(composition).publicKey}.`);
    return args['mail'] === true ? mail(composition, at, report) : 0;
  },
};

/** Read where the tool was called: the process that has the data folder may not see it. */
async function encodedFile(file: string): Promise<string> {
  try {
    return (await readFile(file)).toString('base64');
  } catch (error) {
    throw new PlainError(`${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

async function mail(composition: Composition, at: string, report: Report): Promise<number> {
  const { mailAnchors } = await import('../anchors/mail-anchors.js');
  const { sent, failed, unheard } = await mailAnchors(composition, at);
  report.print(`${sent} letter(s) with them were sent.`);
  if (unheard.length > 0) report.warn(`No controller has an e-mail address: ${unheard.join(', ')}.`);
  if (failed > 0) report.warn(`${failed} letter(s) were not taken by the mail server.`);
  return failed === 0 ? 0 : 1;
}

async function check(composition: Composition, file: Buffer, report: Report): Promise<number> {
  const { checkAnchors } = await import('../anchors/check-anchors.js');
  const { holding, contradicted, superseded, forged, broken } = await checkAnchors(composition, file);
  for (const anchor of contradicted) report.warn(`  NOT_AS_ANCHORED ${describe(anchor)}`);
  for (const anchor of forged) report.warn(`  FORGED_ANCHOR ${describe(anchor)}`);
  if (broken > 0) report.warn(`  NO_ANCHOR ${broken} line(s) are damaged.`);
  if (superseded > 0) report.print(`${superseded} anchor(s) are of blocks that a restore has taken back.`);
  report.print(
    `${holding.length} anchor(s) hold: the chains still have these blocks. verify compares the rows with them.`,
  );
  const faults = contradicted.length + forged.length + broken;
  if (faults === 0 && holding.length + superseded > 0) return 0;
  report.warn(faults > 0 ? `${faults} DIFFERENCE(S).` : 'The file holds no anchors.');
  return 1;
}

function describe({ service, chain, district, number, at }: Anchor): string {
  return `${service} ${chain}, district ${district}, block ${number}, of ${at}`;
}
