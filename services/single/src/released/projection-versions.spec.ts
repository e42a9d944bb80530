import { describe, expect, it } from '@jest/globals';
import { evolveCase, noCase } from '@otklik/case/case';
import type { CaseFact } from '@otklik/case/events';
import {
  clearTexts,
  indexDocument,
  indexedText,
  indexTemplate,
  MAPPING_VERSION,
  registerProjection,
  registerRow,
  type TextVault,
} from '@otklik/search/published-actions';
import type { Directory, Transaction } from '@otklik/tenancy';
import { analyser, type Analyse } from '@otklik/text-analysis';
import { russianMorphology } from '@otklik/text-analysis/morphology';
import { createHash } from 'node:crypto';
import { canonical } from '../case-record.fixture.js';
import { loggedCases } from './logged-cases.fixture.js';

/*
 * Rows and documents that an older build made are kept until the version of what made them is raised. Here is what each version
 * makes of the logs that were kept: a fold that makes something else of them needs a greater version, with a line of its own.
 */

const register: Readonly<Record<number, string>> = {
  50: '23cf0c54b503ce19eb4714065366f96d21bea8e2cb447e35e0b491c76408db3d',
  49: '23cf0c54b503ce19eb4714065366f96d21bea8e2cb447e35e0b491c76408db3d',
  48: '23cf0c54b503ce19eb4714065366f96d21bea8e2cb447e35e0b491c76408db3d',
  47: '6d3bad7cdeeaf0a12ccda6b450cdf3083b1935a774522a2d5301bef63d715f8c',
  46: '57f4bb3bbfb78d07ce1dd2792a0f3515cee06e5abaea4909ef33a6a5a8a8420c',
  45: '57f4bb3bbfb78d07ce1dd2792a0f3515cee06e5abaea4909ef33a6a5a8a8420c',
  44: 'bd76b606e0eb8af4aed6156fab495e31cacc4ab80f58df76189737f70de65c95',
  43: 'b1c2be4446548e0ba27e8a8da3229fab989464c7be6ed5228a7d06c6642ce266',
  42: '6b7e6dfaa961b71c89570b9b802b162fd73fc98036d752ff8a5347fd64c7aee8',
  41: '3b2fb0212a2fb4c149c03121e1494749b8ee6f57bebe32dd80bb658f6c599adc',
};

const index: Readonly<Record<number, string>> = {
  21: '7220413284063f43c8704524dd09e86d55446d9eabbdfff501c48c11cee490e9',
  20: 'ad795a21fd2ff972e974590e2bff076d4a78fc2975a9dbfac5726ba1cccd1496',
  19: 'd89044cb82ea762a0efd94090bd54b220a04a67dc38dc4da715502be12f809e4',
  18: 'e61225c57a173cb9e91020d384e222e85a597b7111e0eed5a179c6badb745b04',
  17: '77f17ff2c6dc852fed7a019727b35be05fd58f514360645600ef2d37bc86e82b',
  16: '8c4d54ef64308aea637673ab4d73223aae1c1db2cefa5c14d6e4d802f4e39af5',
};

/** What the analysis makes of forms, endings, houses, look-alike letters and numbers. */
const words: Readonly<Record<number, string>> = {
  21: '0ac38ecd412e6c3e466e6297439790fbe4668fe0905d2a9416f29366de159eb5',
};

const cases = ['demonstration', 'v0.1.0'].flatMap((name) => [...loggedCases(name)]);

/** Every text is open as it is sealed: the rows then show the place of each text. */
const vault: TextVault = {
  openAll: (_, sealed) => Promise.resolve(sealed),
  blindIndex: (_, contact) => Promise.resolve(`index of ${contact}`),
  blindWords: (_, words) => Promise.resolve(words.map((word) => `word ${word}`)),
};

const RAISE = 'The same log means something else now: raise the version, and add its line here.';

describe('the version of', () => {
  it('the register stands for the tables that it has and the rows that it makes of the kept logs', async () => {
    const projection = registerProjection(vault);
    const written = await writtenBy(projection.apply);
    const hash = hashOf([projection.sql.replace(/\s+/g, ' '), written]);
    expect([projection.version, hash, RAISE]).toEqual([projection.version, register[projection.version], RAISE]);
  });

  it('the search index stands for its fields and the documents of the kept logs', async () => {
    const documents = await Promise.all(cases.map(documentOf));
    const { template } = indexTemplate({ prefix: 'p', shards: 1 } as Parameters<typeof indexTemplate>[0]);
    const hash = hashOf([template?.mappings, documents]);
    expect([MAPPING_VERSION, hash, RAISE]).toEqual([MAPPING_VERSION, index[MAPPING_VERSION], RAISE]);
  });

  it('the search index stands for the lemmas of its words', async () => {
    const analyse = analyser(await russianMorphology());
    const { lemmas, sequence } = indexedText(SENTENCES, analyse, ['АЛД-О-2026-12']);
    const hash = hashOf([[...lemmas].sort(), sequence]);
    expect([MAPPING_VERSION, hash, RAISE]).toEqual([MAPPING_VERSION, words[MAPPING_VERSION], RAISE]);
  });

  it('either is the greatest that has a line', () => {
    const greatest = (lines: object): number => Math.max(...Object.keys(lines).map(Number));
    expect([greatest(register), greatest(index), greatest(words)]).toEqual([
      registerProjection(vault).version,
      MAPPING_VERSION,
      MAPPING_VERSION,
    ]);
  });
});

/** What the projection writes of each case, by table: its statements may change, their rows may not. */
async function writtenBy(apply: ReturnType<typeof registerProjection>['apply']): Promise<unknown> {
  const rows = new Map<string, string[]>();
  const query = (text: string, [records]: readonly unknown[] = []) => {
    const [, table] = /(?:insert|merge) into (\S+)/.exec(text) ?? [];
    if (table === undefined) return Promise.resolve({ rows: [] });
    const made = (JSON.parse(records as string) as readonly unknown[]).map(canonical);
    rows.set(table, [...(rows.get(table) ?? []), ...made]);
    return Promise.resolve({ rows: [] });
  };
  for (const facts of cases) await apply(facts, { query } as unknown as Transaction, 'register');
  return Object.fromEntries([...rows].map(([table, made]) => [table, made.sort()]));
}

const SENTENCES = [
  'На улице Речной, у дома 12а, третий день нет горячей воды и света в подъездах.',
  'Күһүн суол сиҥнибитэ, хараҥаҕа хаамар куттал, Эбэ күөлгэ уот суох.',
  'Бездомные собаки нападают на детей возле школы № 3; вeтхий барак по пр-ту Ленина, д. 5, кв. 40.',
  'Ёлка, ёмкости, прогрейдировать, ТКО, Wi-Fi, 8-41145 и К84GV-AG53E',
];

const analyse = ((word: string) => ({
  word,
  lemmas: [{ form: word, weight: 1 }],
})) as unknown as Analyse;

async function documentOf(facts: readonly CaseFact[]): Promise<unknown> {
  const fold = facts.reduce(evolveCase, noCase);
  const { district, appeal: id } = facts[0]!;
  const row = registerRow({ district, id, change: 1 }, fold, await clearTexts(vault, district, fold));
  const directory = { districtById: () => undefined } as unknown as Directory;
  const document = row && indexDocument(row, analyse, directory);
  return document && { ...document, text: { ...document.text, lemmas: [...document.text.lemmas].sort() } };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}
