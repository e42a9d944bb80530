import { basename, resolve } from 'node:path';
import type { Judgements, RulesTally, RuleTally } from '@otklik/routing/module';
import { PlainError } from '../../../../deploy/bootstrap/plain-error.mjs';
import { optional, required, type OperatorCommand, type Report } from './command.js';
import { districtOf } from './district-of.js';
import { countLines, fileLines, fileText } from './file-lines.js';

/** What the routing rules of a district would do with the appeals of a file; nothing is recorded. */
export const rulesCommand: OperatorCommand = {
  name: 'rules',
  declare: (program, run) =>
    program
      .command('rules')
      .description('the routing rules of a district')
      .command('check')
      .description('show what each rule catches in a file of appeals: {id, text, settlement?, channel?} a line')
      .requiredOption('--district <code>', 'whose rules, as they are loaded')
      .requiredOption('--on <file.jsonl>', 'the appeals')
      .option('--judged <file.json>', 'the right topics by id, {"17": ["dorogi"], "18": []}: shows the precision')
      .action((given: { district: string; on: string; judged?: string }) =>
        run({
          district: given.district,
          file: resolve(given.on),
          ...(given.judged !== undefined && { judged: resolve(given.judged) }),
        }),
      ),
  execute: async (composition, args, report, signal) => {
    const district = districtOf(composition, required(args, 'district'));
    const judged = optional(args, 'judged');
    const judgements = judged === undefined ? new Map<string, string[]>() : await readJudgements(judged);
    const { routing } = await import('./operations.js');
    const check = await routing().rulesCheck(district, judgements);
    const file = required(args, 'file');
    const total = await countLines(file);
    let bad = 0;
    let done = 0;
    for await (const line of fileLines(file)) {
      if (signal.aborted) return 1;
      if (line.trim() === '') continue;
      done += 1;
      const appeal = appealOf(line);
      if (appeal) check.take(appeal.id, appeal);
      else {
        bad += 1;
        report.warn(`line ${done}: it is no JSON object with an id and a text`);
      }
      report.progress(done, total, 'appeals');
    }
    reportTally(check.result(), report, judged !== undefined);
    return bad > 0 ? 1 : 0;
  },
};

async function readJudgements(file: string): Promise<Judgements> {
  const text = await fileText(file);
  const value = parsed(text);
  if (!isObject(value)) throw new PlainError(`${basename(file)} is no JSON object of topics by id`);
  return new Map(
    Object.entries(value).map(([id, topics]) => {
      if (!Array.isArray(topics) || !topics.every((topic) => typeof topic === 'string'))
        throw new PlainError(`${basename(file)}: ${id} has no list of topics`);
      return [id, topics];
    }),
  );
}

interface Appeal {
  readonly id: string;
  readonly text: string;
  readonly channel: string;
  readonly settlement?: string;
}

function appealOf(line: string): Appeal | undefined {
  const value = parsed(line);
  if (!isObject(value)) return undefined;
  const { id, text, settlement, channel = 'SITE' } = value;
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof text !== 'string') return undefined;
  return { id: String(id), text, channel: String(channel), ...(typeof settlement === 'string' && { settlement }) };
}

/** Undefined: it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reportTally(
  { rules, appeals, withoutRule, judged }: RulesTally,
  report: Report,
  showPrecision: boolean,
): void {
  for (const tally of rules) for (const line of linesOf(tally, showPrecision)) report.print(line);
  report.print(
    `${appeals} appeals: ${appeals - withoutRule} caught, ${withoutRule} (${share(withoutRule, appeals)}) by no rule.`,
  );
  if (!showPrecision) return;
  const { appeals: known, withTopic, caught, right } = judged;
  report.print(
    `${known} judged: precision ${share(right, caught)} (${right} of ${caught} caught), ` +
      `recall ${share(right, withTopic)} (of ${withTopic} with a topic).`,
  );
}

function linesOf({ rule, topic, caught, ids, words, judged, right }: RuleTally, showPrecision: boolean): string[] {
  const precision = showPrecision ? `  ${right} of ${judged} judged are right` : '';
  if (caught === 0) return [`${rule.padEnd(20)} ${'0'.padStart(6)}  ${topic}`];
  const met = [...words].toSorted(([, one], [, other]) => other - one).map(([word, times]) => `${word} ${times}`);
  return [
    `${rule.padEnd(20)} ${String(caught).padStart(6)}  ${topic}${precision}`,
    `${' '.repeat(28)}words: ${met.join(', ')}`,
    `${' '.repeat(28)}ids: ${ids.join(', ')}${caught > ids.length ? ', …' : ''}`,
  ];
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`;
}
