import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { isThere, linkProjects } from './packages.mjs';
import { explain } from './plain-error.mjs';
import { prepare, root } from './prepare.mjs';

/** Sets the exit code to the command's. Nothing is printed on its standard output. */
export async function runWithPackages([packages, command, ...args]) {
  try {
    if (!isThere(packages) && !(await prepare({ packages, print: console.error }))) return;
    linkProjects();
    process.exitCode = await run(command, args);
  } catch (error) {
    explain(error);
  }
}

function run(command, args) {
  const PATH = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, PATH } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => done(code ?? 1));
  });
}
