import type { Law, LawRule } from './law-file.js';
import type { LawVector } from './law-vectors.fixture.js';

/** A file of the repository: its path from the root, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What a rule is, where it lives, and what tests it. */
export interface TracedRule {
  readonly rule: LawRule;
  readonly vector: LawVector | undefined;
  /** Paths. */
  readonly code: readonly string[];
  readonly tests: readonly { readonly path: string; readonly titles: readonly string[] }[];
}

const PART = String.raw`\d+(?:\.\d+)?(?:\(\d+(?:\.\d+)?\))?`;
/** In a comment or a test's title: the law, `art.`, and one or several articles with their parts, `10(1)2, 10(2)`. */
const citation = new RegExp(String.raw`(?<!152-FZ )art\. (${PART}\d*(?:(?:, | and | or )${PART}\d*)*)`, 'gu');
/** A title of a test that cites; a rule's `source` among the data of a test is none. */
const title = /(?<!source: )(['"`])((?:(?!\1).)*\bart\. (?:(?!\1).)*)\1/gu;

/** By the articles that code and tests cite; of acts without articles by the ids of their rules. */
export function traceRules(
  law: Law,
  vectors: readonly LawVector[],
  files: readonly SourceFile[],
): readonly TracedRule[] {
  return Object.values(law).map((rule) => {
    const citing = files.filter(({ text }) => names(rule, text));
    const tests = citing.filter(({ path }) => path.endsWith('.spec.ts'));
    return {
      rule,
      vector: vectors.find((vector) => vector.rule === rule.id),
      code: citing.filter((file) => !tests.includes(file)).map(({ path }) => path),
      tests: tests.flatMap(({ path, text }) => {
        const titles = [...text.matchAll(title)].map((found) => found[2]!).filter((found) => names(rule, found));
        return titles.length > 0 || articlesOf(rule).length === 0 ? [{ path, titles }] : [];
      }),
    };
  });
}

function names(rule: LawRule, text: string): boolean {
  const articles = articlesOf(rule);
  if (articles.length === 0) return text.includes(`'${rule.id}'`);
  return [...text.matchAll(citation)]
    .flatMap(([, list]) => list!.match(new RegExp(PART, 'gu')) ?? [])
    .some((cited) => articles.some((article) => cited === article || cited.startsWith(`${article}(`)));
}

/** `ст. 7 ч. 3 и ст. 10 ч. 4` as `7(3)` and `10(4)`; of other acts than 59-FZ nothing. */
function articlesOf({ act, article }: LawRule): readonly string[] {
  if (act !== '59-ФЗ') return [];
  return [...article.matchAll(/ст\. ([\d.]+)(?: [чп]\. ([\d.–]+))?/gu)].flatMap(([, number, parts]) =>
    parts === undefined ? [number!] : parts.split('–').map((part) => `${number}(${part})`),
  );
}

/** `docs/rules-of-law.md`. */
export function rulesOfLaw(rules: readonly TracedRule[]): string {
  return [
    '# Rules of the law',
    '',
    'Made by `npm run rules-of-law` from `deploy/law`, from `libs/tenancy/src/law-vectors.fixture.ts`, and from the articles that',
    'comments and titles of tests cite (of acts other than 59-FZ, from the ids of their rules). Change these, not this page.',
    '*Ends*: a term that begins on 24 November 2026, at nine in Yakutsk. *Example*: another region’s order or a target, which binds',
    'no district. *Compared*: with the official text; *secondary*: read in a secondary source; *unread*: in none. Each rule with a term is',
    'begun somewhere (`libs/tenancy/src/rule-places.ts`), from the fact that its term names (`libs/kernel/src/term-start.ts`):',
    'RECEIVED, the arrival; MESSAGE_WRITTEN, when the resident wrote the message by its network’s clock, else the arrival; REGISTERED;',
    'TERM_END, the last day of the term that is extended; REQUEST_RECEIVED, when the body got the request, which is the day of its proof,',
    'and until then the day on which it was made; INTERIM_ANSWER, when the interim answer was sent. A case that is opened again counts',
    'the terms of its answer from that day.',
    '',
    '| Rule | Article | Duty | Term | Ends |',
    '|---|---|---|---|---|',
    ...rules.map(row),
    '',
    '## Where each rule lives, and what tests it',
    ...rules.filter(({ code, tests }) => code.length + tests.length > 0).flatMap(section),
    '',
  ].join('\n');
}

function row({ rule, vector }: TracedRule): string {
  const marks = [...(rule.binding === 'EXAMPLE' ? ['example'] : []), rule.text.toLowerCase()];
  const cells = [
    [`**${rule.id}**`, ...marks.map((mark) => `*${mark}*`)].join(' '),
    `${rule.act}, ${rule.article}${rule.source === undefined ? '' : ` (${rule.source})`}`,
    [rule.duty, ...(rule.notice ? [`tells ${rule.notice}`] : [])].join(', '),
    termWords(rule),
    vector?.dueAt ?? vector?.dueOn ?? '',
  ];
  return `| ${cells.join(' | ')} |`;
}

function section({ rule, code, tests }: TracedRule): readonly string[] {
  return [
    '',
    `### ${rule.id}`,
    '',
    ...code.map((path) => `- ${link(path)}`),
    ...tests.flatMap(({ path, titles }) => [`- ${link(path)}`, ...titles.map((text) => `  - ${text}`)]),
  ];
}

function termWords({ term, unit, start, endOnDayOff }: LawRule): string {
  if (term === undefined) return '';
  return `${term} ${unit} from ${start}, on a day off ${endOnDayOff}`;
}

function link(path: string): string {
  return `[${path.split('/').at(-1)}](../${path})`;
}
