import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Runs a command; answers its exit code, and the end of what it printed. `options` are those of `spawn`. */
export function run(command, args, { env, ...options } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', ...env },
      ...options,
    });
    let output = '';
    const take = (chunk) => (output = (output + chunk).slice(-20_000));
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => done({ code: 1, output: `${error.code ?? ''} ${error.message}` }));
    child.once('close', (code, signal) => done({ code: code ?? signal, output }));
  });
}

export function lastLines(text, count = 15) {
  return text.trim().split('\n').slice(-count).join('\n');
}
