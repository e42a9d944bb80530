import { readFileSync } from 'node:fs';
import { maskPersonalData, personalPlaces } from '@otklik/text-analysis';
import { russianLexicon } from '@otklik/text-analysis/morphology';
import type { BenchOptions, Metric } from './bench-frame.js';

export const name = 'masking';

const MAX_PERCENT = 2;
/** Shows that the bench runs, and nothing else. Invented. */
const MADE = ['Не горит фонарь у школы. Позвоните мне: 8 914 000-00-00, Прокопьева Айталина Семёновна.'];
const WORDS = /[\p{L}\p{N}]+/gu;

/**
 * Which part of the words of real texts is masked, personal data among them, and what a text costs once the dictionary's words
 * are known. `--appeals <file>`: `{"text": …}` a line.
 */
export async function run({ size, args, print }: BenchOptions): Promise<readonly Metric[]> {
  const texts = textsOf(args) ?? (size === 'smoke' ? MADE : []);
  if (texts.length === 0) {
    print('NOT MEASURED: give real texts by --appeals <file>');
    return [];
  }
  const lexicon = await russianLexicon();
  const words = texts.reduce((sum, text) => sum + counted(text), 0);
  const kinds = new Map<string, number>();
  let masked = 0;
  for (const text of texts) {
    for (const { kind, start, end } of personalPlaces(text, lexicon)) {
      masked += counted(text.slice(start, end));
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
  }
  if (size === 'smoke' && masked === 0) throw new Error('nothing of texts with personal data is masked');
  print([...kinds].map(([kind, count]) => `${kind} ${count}`).join(', '));
  const begun = process.cpuUsage().user;
  for (const text of texts) maskPersonalData(text, lexicon);
  const perText = (process.cpuUsage().user - begun) / 1_000 / texts.length;
  return [
    {
      ...{ name: 'words masked', value: (100 * masked) / words, unit: '%', note: `${texts.length} texts` },
      ...{ floor: MAX_PERCENT, goal: MAX_PERCENT, lessIsBetter: true },
    },
    { name: 'a text', value: perText, unit: 'ms of processor time' },
  ];
}

function textsOf(args: readonly string[]): readonly string[] | undefined {
  const file = args[args.indexOf('--appeals') + 1];
  if (!args.includes('--appeals') || file === undefined) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => (JSON.parse(line) as { readonly text: string }).text);
}

function counted(text: string): number {
  return text.match(WORDS)?.length ?? 0;
}
