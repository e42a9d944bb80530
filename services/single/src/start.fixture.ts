import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** `npm start` as the operator's shell would start it, in a process group of its own. */
export interface Launched {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  /** Resolves when the text was printed; rejects when it ends before. */
  printed(text: string): Promise<void>;
  /** The exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** To the whole group, as a terminal does. Answers how long it took to end, ms. */
  signal(signal: NodeJS.Signals): Promise<number>;
}

export function launch(environment: Record<string, string>, before: readonly string[] = []): Launched {
  const start = join(process.cwd(), 'services/single/start/start.mjs');
  const [command = process.execPath, ...args] = [...before, process.execPath, start];
  const { DATABASE_URL: _, ...inherited } = process.env;
  const env = { ...inherited, NODE_OPTIONS: '', OTKLIK_DEMO: 'off', ...environment };
  const child = spawn(command, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const waiting = new Set<() => void>();
  const heard = (chunk: Buffer): void => {
    output += chunk.toString();
    for (const look of waiting) look();
  };
  child.stdout.on('data', heard);
  child.stderr.on('data', heard);
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  return {
    child,
    ended,
    output: () => output,
    printed: (text) =>
      new Promise((found, failed) => {
        const look = (): void => void (output.includes(text) && found());
        waiting.add(look);
        look();
        void ended.then(() => failed(new Error(`It ended without "${text}":\n${output}`)));
      }),
    signal: async (signal) => {
      const begun = Date.now();
      process.kill(-child.pid!, signal);
      await ended;
      return Date.now() - begun;
    },
  };
}
