import { basename, resolve } from 'node:path';
import type { ReplayedChange, ReplayTally } from '@otklik/routing/module';
import { districtOfFile } from '@otklik/tenancy/loader';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { optional, required, type Arguments, type OperatorCommand } from './command.js';
import { districtOf } from './district-of.js';
import { fileText } from './file-lines.js';

/** What other routing rules or terms would have made of the past of a district; nothing is recorded. */
export const replayCommand: OperatorCommand = {
  name: 'replay',
  declare: (program, run) =>
    program
      .command('replay')
      .description('replay the past of a district by the rules and terms of a file: what would have changed')
      .requiredOption('--rules <file.yaml>', 'a district’s file, like deploy/districts/<code>.yaml')
      .option('--district <code>', 'whose past; the file’s own district')
      .option('--from <day>', 'registered on or after it: 2026-04-01')
      .option('--to <day>', 'registered on or before it')
      .action((given: { rules: string; district?: string; from?: string; to?: string }) =>
        run({ ...given, rules: resolve(given.rules) }),
      ),
  execute: async (composition, args, report, signal) => {
    const file = required(args, 'rules');
    const period = { ...dayOf(args, 'from'), ...dayOf(args, 'to') };
    const text = await fileText(file);
    const tried = await districtOfFile(composition.ownerUrl, text, basename(file), composition.config.bodyOrigins);
    const asked = optional(args, 'district') ?? tried.code;
    if (districtOf(composition, asked).code !== tried.code)
      throw new PlainError(`${basename(file)} describes ${tried.code}, not ${asked}.`);
    const { routing } = await import('./operations.js');
    const tally = await routing().replay(composition.services.get('routing')!.resources, {
      district: tried,
      ...period,
      signal,
      changed: (change) => report.print(lineOf(change)),
      progress: (done, total) => report.progress(done, total, 'events'),
    });
    if (!tally) {
      report.warn('Interrupted: not everything was replayed. Run it again.');
      return 1;
    }
    for (const line of summary(tally)) report.print(line);
    return 0;
  },
};

function dayOf(args: Arguments, name: 'from' | 'to'): { readonly [Name in 'from' | 'to']?: string } {
  const day = optional(args, name);
  if (day === undefined) return {};
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day) || day.length !== 10)
    throw new PlainError(`--${name} is a date: 2026-04-01.`);
  return { [name]: day };
}

function lineOf({ appeal, ordinal, countedFrom, before, after }: ReplayedChange): string {
  const route = ({ topic, department }: ReplayedChange['before']) =>
    department === undefined ? 'coordinator' : `${department}/${topic}`;
  const routes = [route(before), route(after)];
  const dues = [before.due ?? 'none', after.due ?? 'none'];
  const changes = [
    ...(routes[0] === routes[1] ? [] : [routes.join(' → ')]),
    ...(dues[0] === dues[1] ? [] : [`due ${dues.join(' → ')}`]),
  ];
  return `${appeal} ${ordinal}  ${countedFrom}  ${changes.join('  ')}`;
}

function summary(tally: ReplayTally): readonly string[] {
  const { questions, changed, department, topic, caught, left, earlier, later, withoutTerm } = tally;
  return [
    `${questions} questions replayed, ${changed} would have changed.`,
    `Routes: ${department} to another department, ${topic} to another topic, ${caught} caught that were left to the ` +
      `coordinator, ${left} left to the coordinator.`,
    `Terms: ${earlier} earlier, ${later} later${withoutTerm > 0 ? `, ${withoutTerm} with none` : ''}.`,
    `Of ${tally.deleted} the text is deleted and ${tally.byOfficial} were routed by an official: only their terms were compared.`,
    'Nothing was changed.',
  ];
}
