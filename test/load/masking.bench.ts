import { readFileSync } from 'node:fs';
import { maskPersonalData, personalPlaces, type Lexicon } from '@otklik/text-analysis';
import { russianLexicon } from '@otklik/text-analysis/morphology';
import type { BenchOptions, Metric } from './bench-frame.js';

export const name = 'masking';

const MAX_PERCENT = 2;
/** Shows that the bench runs, and nothing else. Invented. */
const MADE = ['Не горит фонарь у школы. Позвоните мне: 8 914 000-00-00, Прокопьева Айталина Семёновна.'];
/** Texts of the detector's specs that hold no personal data: whatever is masked of them is masked wrongly. */
const ORDINARY = ['ordinary', 'by-hand', 'by-second-hand'].flatMap((file) =>
  readFileSync(new URL(`../../libs/text-analysis/src/personal-data/${file}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !/[[{]/u.test(line)),
);
const WORDS = /[\p{L}\p{N}]+/gu;

/**
 * Which part of the words of texts without personal data is masked; and of real texts, most of whose masked words are rightly
 * masked (houses, plates), what is masked and what a text costs once the dictionary's words are known. `--appeals <file>`:
 * `{"text": …}` a line.
 */
export async function run({ size, args, print }: BenchOptions): Promise<readonly Metric[]> {
  const lexicon = await russianLexicon();
  const wrongly = masked(ORDINARY, lexicon);
  const falseHits: Metric = {
    name: 'words masked wrongly',
    value: wrongly.percent,
    unit: '%',
    note: `${ORDINARY.length} texts`,
    floor: MAX_PERCENT,
    goal: MAX_PERCENT,
    lessIsBetter: true,
  };
  const texts = textsOf(args) ?? (size === 'smoke' ? MADE : []);
  if (texts.length === 0) {
    print('Real texts are not measured: give them by --appeals <file>');
    return [falseHits];
  }
  const { percent, kinds } = masked(texts, lexicon);
  if (size === 'smoke' && percent === 0) throw new Error('nothing of texts with personal data is masked');
  print([...kinds].map(([kind, count]) => `${kind} ${count}`).join(', '));
  const begun = process.cpuUsage().user;
  for (const text of texts) maskPersonalData(text, lexicon);
  const perText = (process.cpuUsage().user - begun) / 1_000 / texts.length;
  return [
    falseHits,
    { name: 'words masked', value: percent, unit: '%', note: `${texts.length} texts` },
    { name: 'a text', value: perText, unit: 'ms of processor time' },
  ];
}

function masked(texts: readonly string[], lexicon: Lexicon) {
  const kinds = new Map<string, number>();
  let [words, hidden] = [0, 0];
  for (const text of texts) {
    words += counted(text);
    for (const { kind, start, end } of personalPlaces(text, lexicon)) {
      hidden += counted(text.slice(start, end));
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
  }
  return { percent: (100 * hidden) / words, kinds };
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
