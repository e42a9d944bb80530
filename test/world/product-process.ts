import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What follows `node` in a script of the repository's `package.json`: flags, and the program. */
export function argumentsOf(script: 'start' | 'start:cluster'): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  return scripts[script]!.split(' ').slice(1);
}

/** Starts a program of the repository, with flags of Node.js before it, in a process group of its own. */
export function spawnProgram(program: readonly string[], env: NodeJS.ProcessEnv, checkout = ROOT): ChildProcess {
  return spawn(process.execPath, program, { cwd: checkout, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Resolves with the match in what the process prints; rejects when it ends before. */
export function printed(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const match = pattern.exec(output);
      if (match) resolve(match);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`The process ended with ${code}:\n${output.slice(-4_000)}`)));
  });
}

export interface Operated {
  readonly code: number;
  /** All that the command printed. */
  readonly output: string;
}

/** `npm run otklik -- …`. */
export function operate(args: readonly string[], env: NodeJS.ProcessEnv, checkout = ROOT): Promise<Operated> {
  const child = spawn(process.execPath, ['services/single/start/otklik.mjs', ...args], { cwd: checkout, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** As `operate`, with what was printed; throws it when the command failed. */
export async function mustOperate(args: readonly string[], env: NodeJS.ProcessEnv, checkout = ROOT): Promise<string> {
  const { code, output } = await operate(args, env, checkout);
  if (code !== 0) throw new Error(output);
  return output;
}
