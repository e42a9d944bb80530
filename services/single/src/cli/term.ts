import { termStepText } from '@otklik/contracts/term-words';
import type { TextLanguage } from '@otklik/contracts/texts';
import { deadlineOf, instantOf, localMoment, minuteOf, type CountedDeadline, type DeadlineRule } from '@otklik/kernel';
import { legalRule, type District } from '@otklik/tenancy';
import { Option } from 'commander';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { optional, required, type OperatorCommand, type Report } from './command.js';
import { districtOf } from './district-of.js';

/** Counts a term as the services do; nothing is recorded. */
export const termCommand: OperatorCommand = {
  name: 'term',
  declare: (program, run) =>
    program
      .command('term')
      .description('count a term by a rule of the law or of a district, step by step; without --rule list the rules')
      .requiredOption('--district <code>', 'whose calendar, zone, working hours and own terms')
      .option('--rule <id>', 'the rule: ANS, REG, EXT, SOC-9H, …')
      .option('--from <moment>', 'the event: 2026-04-09, or with the clock of the district 2026-04-09T16:30')
      .addOption(new Option('--lang <language>', 'of the explanation').choices(['ru', 'en']).default('ru'))
      .action((given: { district: string; rule?: string; from?: string; lang: string }) => run({ ...given })),
  execute: (composition, args, report) => {
    const district = districtOf(composition, required(args, 'district'));
    const id = optional(args, 'rule');
    if (id === undefined) return Promise.resolve(listRules(district, report));
    const language = optional(args, 'lang') === 'en' ? 'en' : 'ru';
    for (const rule of rulesOf(district, id))
      tell(counted(district, rule, optional(args, 'from')), rule, language, report);
    return Promise.resolve(0);
  },
};

/** The law's rule, and the district's own where it gives another term. */
function rulesOf({ law = {}, policy, code }: District, id: string): readonly DeadlineRule[] {
  const legal = legalRule(law, id);
  if (!legal) {
    const known = Object.keys(law).filter((one) => legalRule(law, one));
    throw new PlainError(`The law has no rule "${id}" with a term in ${code}. There are: ${known.join(', ')}.`);
  }
  const { answerTerms, receptionTerms = {}, caseRules = {} } = policy;
  const own = [answerTerms, receptionTerms, caseRules].flatMap((rules) => Object.values(rules));
  const differing = own.filter((rule) => rule.id === id && !isSame(rule, legal));
  return [...new Map([legal, ...differing].map((rule) => [JSON.stringify(rule), rule])).values()];
}

function isSame(one: DeadlineRule, other: DeadlineRule): boolean {
  return one.term === other.term && one.unit === other.unit && one.endOnDayOff === other.endOnDayOff;
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T((?:[01]\d|2[0-3]):[0-5]\d))?$/;

function counted({ zone, calendar }: District, rule: DeadlineRule, from: string | undefined): CountedDeadline {
  const [, on, clock] = MOMENT.exec(from ?? '') ?? [];
  if (on === undefined || Number.isNaN(Date.parse(`${on}T00:00:00Z`)) || !isDay(on))
    throw new PlainError('--from is a date, 2026-04-09, or a date with the clock of the district, 2026-04-09T16:30.');
  const at = clock === undefined ? {} : { at: instantOf({ on, minute: minuteOf(clock) }, zone) };
  return deadlineOf({ on, zone, ...at }, rule, calendar);
}

function isDay(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

function tell(deadline: CountedDeadline, rule: DeadlineRule, language: TextLanguage, report: Report): void {
  const { dueOn, dueAt, workBy, zone, calendarVersion, steps } = deadline;
  report.print(`${rule.id} version ${rule.version}: ${rule.term} ${rule.unit} (${rule.source})`);
  const until = dueAt === undefined ? dueOn : localMoment(dueAt, zone).replace('T', ' ');
  report.print(`due ${until}, to be done by ${workBy} (${zone}, calendar ${calendarVersion})`);
  for (const step of steps) report.print(`  ${termStepText(step, language)}`);
}

function listRules({ law = {} }: District, report: Report): number {
  for (const rule of Object.values(law)) {
    const { id, version, term, unit, start, act, article, text, source } = rule;
    const length = term === undefined ? 'no term' : `${term} ${unit} from ${start}`;
    report.print(
      `${id.padEnd(12)} v${version} ${length.padEnd(40)} ${act}, ${article} (${text}${source === undefined ? '' : `: ${source}`})`,
    );
  }
  return 0;
}
