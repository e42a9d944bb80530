import { Command, CommanderError } from 'commander';
import type { ComposeOptions } from '../compose.js';
import type { Composition } from '../composition.js';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import type { Alone, Arguments, LocalCommand, OperatorCommand, Report } from './command.js';
import { allCommands, commandNamed } from './commands.js';
import { processEnvironment } from './config.js';
import { runRemotely } from './control-client.js';
import { outcomeOf } from './outcome.js';
import { terminalReport } from './terminal-report.js';

/** From the start script. */
export interface Surroundings extends Alone {
  /** The process that holds the data folder, as its lock says. */
  readonly holder:
    | { readonly pid: number; readonly since: string; readonly what?: string; readonly takesCommands?: boolean }
    | undefined;
  /** Locks the data folder and starts PostgreSQL; the start script's teardown undoes both. */
  open(): Promise<{ readonly databaseUrl: string; readonly embedded: boolean }>;
  teardown(step: () => unknown): void;
}

/** The operator's tool. Answers the exit code. */
export async function cli(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let code = 0;
  const program = new Command('npm run otklik --')
    .description('Otklik: the operator’s tool. It works through the running instance, else on the data folder itself.')
    .addHelpText('after', '\nExample: npm run otklik -- token --as ivanova')
    .exitOverride();
  const called = await commandNamed(args[0]);
  for (const command of called ? [called] : await allCommands())
    command.declare(program, async (given) => void (code = await run(command, given, surroundings)));
  if (args.length === 0) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    throw error;
  }
}

async function run(
  command: OperatorCommand | LocalCommand,
  args: Arguments,
  surroundings: Surroundings,
): Promise<number> {
  const report = terminalReport();
  try {
    const { holder, dataDir } = surroundings;
    const alone = 'executeAlone' in command ? command.executeAlone : holder ? undefined : command.withoutInstance;
    if (alone) return await runAlone(alone, args, surroundings, report);
    if (!('execute' in command)) throw new TypeError(`${command.name} cannot be executed.`);
    if (holder?.takesCommands === false)
      throw new PlainError(
        `${holder.what} (process ${holder.pid}, since ${holder.since}) has the data folder ${dataDir}: ` +
          'wait until it has ended, then run this again.',
      );
    if (holder !== undefined) return await runRemotely(dataDir, holder.pid, command.name, args, report);
    return await runLocally(command, args, surroundings, report);
  } finally {
    report.end();
  }
}

async function runAlone(
  execute: LocalCommand['executeAlone'],
  args: Arguments,
  surroundings: Surroundings,
  report: Report,
): Promise<number> {
  const stopped = new AbortController();
  const ended = outcomeOf(() => execute(surroundings, args, report, stopped.signal), report);
  surroundings.teardown(() => {
    stopped.abort();
    return ended;
  });
  return ended;
}

async function runLocally(
  command: OperatorCommand,
  args: Arguments,
  { dataDir, open, teardown }: Surroundings,
  report: Report,
): Promise<number> {
  const stopped = new AbortController();
  const composition = await composed({ ...(await open()), dataDir, teardown });
  const ended = outcomeOf(() => command.execute(composition, args, report, stopped.signal), report);
  // Registered last, so it is undone first.
  teardown(() => {
    stopped.abort();
    return ended;
  });
  return ended;
}

/**
 * With Kafka the services run elsewhere and the tool consumes nothing; else they run here for as long as the command does.
 * A dynamic import: beside a running instance the tool starts sooner without the services' code.
 */
async function composed(options: ComposeOptions): Promise<Composition> {
  const environment = processEnvironment();
  if (environment['KAFKA_BROKERS'] === undefined) return (await import('../compose.js')).composeAlone(options);
  return (await import('../cluster/compose-for-commands.js')).composeForCommands(options, environment);
}
