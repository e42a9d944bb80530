import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { quantile, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { quietPool, temporaryFolder } from './bench-server.js';
import { copyRegister } from './copied-register.js';
import { generatedTexts } from './generated-texts.js';
import { residentMegabytesOf } from './processes.js';
import { runningProduct, type RunningProduct } from './running-product.js';
import { officialToken, requestsWith, type Ask } from './search-client.js';

export const name = 'scale';

/**
 * Unless `--full`: 100,000 appeals; `--size <n>` for any other. `--copied`: for lists and the board alone, in
 * minutes, the large register is made of copies of the small one.
 */
const COPIED = 1_000_000;
const SIZES = {
  smoke: { small: 20, large: 60, chunks: 2, samples: 1, quietS: 1 },
  usual: { small: 10_000, large: 100_000, chunks: 10, samples: 25, quietS: 5 },
  full: { small: 10_000, large: 1_000_000, chunks: 10, samples: 25, quietS: 5 },
} as const;
/** So many lists are named, beside the middle one. */
const WORST = 5;

/** Lists as officials open them, each with its total. */
const worklists: Readonly<Record<string, object>> = {
  all: {},
  received: { states: ['RECEIVED'] },
  registered: { states: ['REGISTERED'] },
  'of a month': { receivedFrom: '2026-10-01', receivedTo: '2026-10-31' },
  overdue: { overdue: true },
  coordinator: { questionStates: ['OPEN', 'RETURNED'] },
  department: { departments: ['dorogi'] },
  'work of a department': { departments: ['dorogi'], questionStates: ['ROUTED', 'IN_WORK'] },
  'of a topic': { topics: ['dorogi'] },
  approver: { responseStates: ['DRAFTED'] },
  'answered late': { termKept: false },
  'same day': { sameDay: true },
  unassigned: { unassigned: true },
  escalated: { escalated: true },
  'extended terms': { extensions: ['IN_FORCE'] },
  'information overdue': { informationDueBy: '2026-10-01' },
  'promises missed': { promises: ['WAITING'], overdue: true },
  'of a classifier': { classifier: '0003' },
  collective: { collective: true },
};
const lists = ['appeals', 'questions'] as const;
const orders = ['DEADLINE', 'NEWEST'] as const;

interface Measured {
  /** p95 of each worklist, ms. */
  readonly pages: ReadonlyMap<string, number>;
  readonly search: number;
  /** p95 of the head's board, ms: it counts every open question. */
  readonly board: number;
  readonly megabytes: number;
}

/** What a register of many appeals costs its readers, beside a small one in the same product. */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { args, print } = options;
  const { small: smallSize, chunks, samples, quietS, ...sizes } = sized(options, SIZES);
  const size = Number(args[args.indexOf('--size') + 1] ?? Number.NaN);
  const large = args.includes('--size') ? size : sizes.large;
  await using product = await runningProduct(args, print);
  await using opened = new AsyncDisposableStack();
  const database = opened.adopt(quietPool(product.databaseUrl, 1), (pool) => pool.end());
  const ask = requestsWith(product.url, await officialToken(product, 'HEAD'));
  const source = generatedTexts(1);
  const imported = importer(product, source);
  print(`${smallSize} appeals`);
  await imported(smallSize);
  await quiet(database, quietS);
  const small = await measured({ ask, source, product, samples, least: smallSize });
  if (args.includes('--copied')) {
    const copies = args.includes('--size') ? size : COPIED;
    await copyRegister(database, copies, print);
    const large = await measured({ ask, source, product, samples, least: smallSize });
    return listMetrics(small, large, `${copies} appeals beside ${smallSize}`);
  }
  const rates: number[] = [];
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    rates.push(await imported(Math.round((large - smallSize) / chunks)));
    print(`${chunk + 1} of ${chunks}: ${rates.at(-1)!.toFixed(0)} appeals/s`);
  }
  const catchUp = await quiet(database, quietS);
  print(`caught up: ${catchUp.toFixed(0)} events/s`);
  const big = await measured({ ask, source, product, samples, least: large });
  return metrics(small, big, rates, catchUp, `${large} appeals beside ${smallSize}`);
}

const compared = (value: number, yardstick: number) => ({ value, yardstick, ratio: value / yardstick });

/** First pages and the board: what reads the register's tables alone. */
function listMetrics(small: Measured, big: Measured, note: string): readonly Metric[] {
  const ratios = [...big.pages].map(([page, value]) => ({ page, ...compared(value, small.pages.get(page)!) }));
  const worstFirst = ratios.toSorted((one, other) => other.ratio - one.ratio);
  const middle = worstFirst[Math.floor(ratios.length / 2)]!;
  const bounds = { unit: 'ms', floor: 2, goal: 1.2, lessIsBetter: true, note };
  const named = [
    ...worstFirst.slice(0, WORST).map((one, at) => ({ of: `list ${at + 1} of the worst`, ...one })),
    { of: 'the middle list', ...middle },
  ];
  return [
    ...named.map(({ of, page, ...figures }) => ({ name: `first page, p95, ${of} (${page})`, ...figures, ...bounds })),
    { name: "head's board, p95", unit: 'ms', lessIsBetter: true, ...compared(big.board, small.board), note },
  ];
}

function metrics(
  small: Measured,
  big: Measured,
  rates: readonly number[],
  catchUp: number,
  note: string,
): readonly Metric[] {
  return [
    ...listMetrics(small, big, note),
    { name: 'search, p95', unit: 'ms', value: big.search, floor: 500, goal: 200, lessIsBetter: true, note },
    {
      name: 'import, last tenth ÷ first',
      unit: 'appeals/s',
      floor: 0.8,
      goal: 1,
      ...compared(rates.at(-1)!, rates[0]!),
    },
    { name: 'catching up when nobody waits', unit: 'events/s', value: catchUp, floor: 5_000, goal: 10_000 },
    {
      name: 'resident memory afterwards',
      unit: 'MB',
      floor: 1.3,
      goal: 1.1,
      lessIsBetter: true,
      ...compared(big.megabytes, small.megabytes),
    },
  ];
}

type Import = (appeals: number) => Promise<number>;

/** Imports so many generated appeals, decided and registered as messages; appeals a second. */
function importer(product: RunningProduct, source: ReturnType<typeof generatedTexts>): Import {
  let id = 0;
  return async (appeals) => {
    using folder = temporaryFolder('scale');
    const file = join(folder.path, 'appeals.jsonl');
    // Every other text names a theme that a routing rule knows.
    const lines = Array.from({ length: appeals }, () => {
      id += 1;
      return JSON.stringify({ id, text: id % 2 ? source.text() : `Яма на дороге. ${source.text()}` });
    });
    writeFileSync(file, lines.join('\n'));
    const start = performance.now();
    const output = await product.operate('import', file, '--district', 'aldan', '--decide', 'message');
    if (!output.includes(`${appeals} added`)) throw new Error(output);
    return appeals / ((performance.now() - start) / 1000);
  };
}

/** Waits until the register takes in nothing more; events a second that it took in meanwhile. */
async function quiet(database: pg.Pool, quietS: number): Promise<number> {
  const heads: number[] = [];
  for (;;) {
    const { rows } = await database.query<{ head: string }>('select max(change) as head from search.history');
    heads.push(Number(rows[0]?.head ?? 0));
    const before = heads.at(-1 - quietS);
    if (before !== undefined && before === heads.at(-1)) break;
    await sleep(1_000);
  }
  const seconds = heads.length - 1 - quietS;
  return seconds > 0 ? (heads.at(-1)! - heads[0]!) / seconds : 0;
}

interface ToMeasure {
  readonly ask: Ask;
  readonly source: ReturnType<typeof generatedTexts>;
  readonly product: RunningProduct;
  readonly samples: number;
  /** So many appeals the register must hold at least. */
  readonly least: number;
}

async function measured({ ask, source, product, samples, least }: ToMeasure): Promise<Measured> {
  const { appeals } = await ask<{ appeals: { total: number } }>(pageQuery('appeals'), { filter: {}, order: 'NEWEST' });
  if (appeals.total < least) throw new Error(`the register holds ${appeals.total} of ${least} appeals`);
  const pages = new Map<string, number>();
  for (const list of lists) {
    for (const [worklist, filter] of Object.entries(worklists)) {
      for (const order of orders) {
        const page = () => ask(pageQuery(list), { filter, order });
        pages.set(`${list}, ${worklist}, ${order.toLowerCase()}`, await p95(samples, page));
      }
    }
  }
  const places = [60, 200, 700, 2_500];
  const searched = await p95(samples, () =>
    ask(
      `query Find($query: String!) {
        search(districts: ["aldan"], query: $query, first: 20) { total nodes { row { id } } facets { topics { count } } }
      }`,
      {
        query: places
          .slice(0, 1 + Math.floor(Math.random() * 3))
          .map(source.word)
          .join(' '),
      },
    ),
  );
  const board = await p95(samples, () => ask(BOARD, {}));
  return { pages, search: searched, board, megabytes: residentMegabytesOf(product.pids()) };
}

const BOARD = `query Board {
  board(district: "aldan", from: "2026-10-01", to: "2026-12-31") {
    whole { open overdue kept late sameDay } departments { code open overdue } topics { code open } executors { id open } coming { on due }
  }
}`;

function pageQuery(list: (typeof lists)[number]): string {
  return `query Page($filter: AppealFilter, $order: AppealOrder) {
    ${list}(district: "aldan", filter: $filter, order: $order, first: 20) { total totalIsExact nodes { id } }
  }`;
}

async function p95(samples: number, work: () => Promise<unknown>): Promise<number> {
  await work();
  const taken: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return quantile(taken, 0.95);
}
