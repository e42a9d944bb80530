import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dataFolder } from './data-folder.mjs';
import { explain } from './plain-error.mjs';
import { prepare, root } from './prepare.mjs';

/** `npm run otklik -- <command>`: prepares the checkout, then runs the operator's tool. Progress goes to stderr. */
export async function operate(args) {
  try {
    if (!(await prepare({ build: true, print: console.error }))) return;
    const { cli } = await import(pathToFileURL(join(root, 'services/single/dist/cli/cli.js')).href);
    process.exitCode = await cli(args, { dataDir: dataFolder(root) });
  } catch (error) {
    explain(error);
  }
}
