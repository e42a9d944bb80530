import { describe, expect, it } from '@jest/globals';
import { Command, CommanderError, type Argument, type Option } from 'commander';
import { allCommands } from './commands.js';

const commands = await allCommands();

/** The tool's program, which runs nothing: answers the exit code and what was written. */
async function tried(args: readonly string[]): Promise<{ code: number; ran: boolean; lines: readonly string[] }> {
  let [written, ran] = ['', false];
  const program = declared(() => void (ran = true));
  for (const one of everyCommand(program))
    one.configureOutput({ writeErr: (text) => void (written += text), writeOut: () => undefined }).exitOverride();
  let code = 0;
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    code = error instanceof CommanderError ? error.exitCode : 1;
    if (!(error instanceof CommanderError)) written += `${(error as Error).message}\n`;
  }
  return { code, ran, lines: written.split('\n').filter((line) => line.trim() !== '') };
}

function declared(ran: () => void): Command {
  const program = new Command('otklik').exitOverride();
  for (const command of commands) command.declare(program, async () => ran());
  return program;
}

function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

interface Leaf {
  readonly path: readonly string[];
  readonly command: Command;
}

function leaves(command: Command, path: readonly string[] = []): readonly Leaf[] {
  if (command.commands.length === 0) return [{ path, command }];
  return command.commands.flatMap((one) => leaves(one, [...path, one.name()]));
}

const takesValue = ({ required, optional }: Option): boolean => required || optional;
/** A value that every parser takes. */
const rightValue = ({ argChoices, long }: Option): string =>
  argChoices?.[0] ?? (long === '--role' ? 'MODERATOR@aldan' : long === '--language' ? 'ru' : '7');
const given = (options: readonly Option[]): readonly string[] =>
  options.flatMap((one) => [one.long!, ...(takesValue(one) ? [rightValue(one)] : [])]);

/** Wrong inputs of a command, made of its own definition. */
function wrongInputs({ path, command }: Leaf): readonly (readonly [string, readonly string[]])[] {
  const { options } = command;
  const named = command.registeredArguments.map((one: Argument) => one.name());
  const needed = command.registeredArguments.filter((one: Argument) => one.required).map((one: Argument) => one.name());
  const mandatory = options.filter(({ mandatory }) => mandatory);
  const right = [...path, ...named];
  return [
    ['an option that it has not', [...right, ...given(mandatory), '--no-such-option-at-all']],
    ['an argument too many', [...right, 'one', 'more', ...given(mandatory)]],
    ...needed.map((name, at) => [`no ${name}`, [...path, ...needed.slice(0, at), ...given(mandatory)]] as const),
    ...mandatory
      .filter(({ long }) => long !== '--role')
      .map((one) => [`no ${one.long}`, [...right, ...given(mandatory.filter((other) => other !== one))]] as const),
    ...options
      .filter((one) => one.required)
      .map(
        (one) =>
          [`${one.long} without a value`, [...right, ...given(mandatory.filter((o) => o !== one)), one.long!]] as const,
      ),
    ...options
      .filter((one) => one.argChoices !== undefined || ['--minutes', '--language', '--keep'].includes(one.long!))
      .map((one) => [`a wrong ${one.long}`, [...right, ...given(mandatory), one.long!, 'abc']] as const),
  ];
}

const found = leaves(declared(() => undefined)).flatMap((leaf) =>
  wrongInputs(leaf).map(([what, args]) => [leaf.path.join(' '), what, args] as const),
);

describe('every command refuses wrong input in one line, and does nothing', () => {
  it.each(found)('%s: %s', async (_, __, args) => {
    const { code, ran, lines } = await tried(args);
    expect([args, code === 0, ran, lines.length]).toEqual([args, false, false, 1]);
  });

  it('of every command of the tool', () => {
    const named = new Set(found.map(([path]) => path.split(' ')[0]));
    expect([...named].sort()).toEqual(commands.map(({ name }) => name).sort());
  });
});
