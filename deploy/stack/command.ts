import { parseArgs } from 'node:util';
import { PlainError } from '../bootstrap/plain-error.mjs';
import type { Kind, Server } from './server.js';
import { KINDS, stackOf, type Stack } from './stack.js';

const COMMANDS = ['up', 'down', 'status', 'reset'] as const;
const USAGE = `usage: npm run stack -- up|down|status|reset [--brokers 1|3] [--only ${KINDS.join(',')}]`;

export interface StackCommand {
  readonly command: (typeof COMMANDS)[number];
  readonly only?: readonly Kind[];
  readonly brokers?: 1 | 3;
}

/** Throws a PlainError with the usage. */
export function parse(args: readonly string[]): StackCommand {
  const { values, positionals } = parsed(args);
  const command = COMMANDS.find((one) => one === positionals[0]);
  if (command === undefined || positionals.length > 1) throw new PlainError(USAGE);
  const { brokers, only } = values;
  if (brokers !== undefined && brokers !== '1' && brokers !== '3')
    throw new PlainError(`--brokers is 1 or 3, and not "${brokers}".\n${USAGE}`);
  return {
    command,
    ...(brokers !== undefined && { brokers: brokers === '3' ? 3 : 1 }),
    ...(only !== undefined && { only: kinds(only) }),
  };
}

function parsed(args: readonly string[]) {
  try {
    const options = { brokers: { type: 'string' }, only: { type: 'string' } } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new PlainError(`${(error as Error).message.split('. ')[0]}.\n${USAGE}`);
  }
}

function kinds(list: string): readonly Kind[] {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !KINDS.some((kind) => kind === name));
  if (unknown !== undefined) throw new PlainError(`--only: there is no "${unknown}".\n${USAGE}`);
  return KINDS.filter((kind) => names.includes(kind));
}

/** `npm run stack -- …`: shell assignments go to standard output, other lines to `print`. Answers the exit code. */
export async function stackCommand(args: readonly string[], print: (line: string) => void): Promise<number> {
  const { command, ...options } = parse(args);
  const stack = stackOf({ ...options, print });
  return { up, down, reset, status }[command](stack, print);
}

async function up(stack: Stack, print: (line: string) => void): Promise<number> {
  const begun = Date.now();
  const started = await stack.up();
  await status(stack, print);
  print(
    started.length === 0
      ? 'All servers were running already.'
      : `Started in ${((Date.now() - begun) / 1000).toFixed(1)} s: ${started.join(', ')}.`,
  );
  for (const [name, value] of Object.entries(stack.variables())) console.log(`export ${name}=${value}`);
  return 0;
}

async function down(stack: Stack, print: (line: string) => void): Promise<number> {
  const running = stack.servers.filter((server) => server.pid() !== undefined);
  await stack.down();
  print(running.length === 0 ? 'No server was running.' : `Stopped: ${running.map(({ name }) => name).join(', ')}.`);
  return 0;
}

async function reset(stack: Stack, print: (line: string) => void): Promise<number> {
  await stack.reset();
  print(`The data of ${stack.servers.map(({ name }) => name).join(', ')} is removed; downloads are kept.`);
  return 0;
}

/** Exit code 0 when all of them are healthy. */
async function status(stack: Stack, print: (line: string) => void): Promise<number> {
  const states = await Promise.all(stack.servers.map(stateOf));
  stack.servers.forEach((server, at) => {
    const pid = server.pid();
    const line = [
      server.name.padEnd(14),
      states[at]!.padEnd(12),
      (pid === undefined ? '' : `pid ${pid}`).padEnd(12),
      `port ${server.runsOn() ?? server.port}`.padEnd(11),
      server.address.padEnd(36),
      server.logFile,
    ];
    print(line.join(' '));
  });
  return states.every((state) => state === 'healthy') ? 0 : 1;
}

async function stateOf(server: Server): Promise<string> {
  if (server.pid() === undefined) return server.died() ? 'died' : 'down';
  if (server.runsOn() !== server.port) return `not on ${server.port}`;
  return (await server.healthy()) ? 'healthy' : 'unhealthy';
}
