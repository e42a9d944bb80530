import { explain } from '../bootstrap/plain-error.mjs';
import { prepare } from '../bootstrap/prepare.mjs';

/** Prepares packages and Node.js, then runs the command from its TypeScript source. */
export async function run(args) {
  try {
    if (!(await prepare({ packages: 'build', print: console.error }))) return;
    await import('../bootstrap/typescript.mjs');
    const { stackCommand } = await import('./command.ts');
    process.exitCode = await stackCommand(args, args[0] === 'status' ? console.log : console.error);
  } catch (error) {
    explain(error);
  }
}
