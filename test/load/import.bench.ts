import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interleaved, sized, type BenchOptions, type Metric } from './bench-frame.js';
import { quietPool, temporaryFolder } from './bench-server.js';
import { runningProduct } from './running-product.js';
import { caughtUp, searchClient } from './search-client.js';
import { submissions, warmUp } from './submissions.js';

export const name = 'import';

const ROUNDS = 3;
const GENERATED = { smoke: 20, usual: 2_000, full: 2_000 } as const;

/** The operator's `import` of a file of appeals ÷ the same product's `submitAppeal`. */
export async function run(options: BenchOptions): Promise<readonly Metric[]> {
  const { args, print, size } = options;
  const lines = appeals(options);
  const seconds = sized(options, { smoke: 0.5, usual: 4, full: 8 });
  using folder = temporaryFolder('import');
  await using product = await runningProduct(args, print);
  let round = 0;
  const imported = async (...options: string[]): Promise<number> => {
    round += 1;
    const file = join(folder.path, `${round}.jsonl`);
    const numbered = lines.map((line) => JSON.stringify({ ...line, id: `${round}-${String(line['id'])}` }));
    writeFileSync(file, numbered.join('\n'));
    const before = await storedAppeals(product.databaseUrl);
    const start = performance.now();
    const output = await product.operate('import', file, '--district', 'aldan', ...options);
    if (!output.includes(`${lines.length} added`)) throw new Error(output);
    const took = performance.now() - start;
    const came = (await storedAppeals(product.databaseUrl)) - before;
    if (came !== lines.length) throw new Error(`${came} of ${lines.length} imported appeals are stored`);
    return (lines.length * 1000) / took;
  };
  print(`${lines.length} appeals a round; the start of the command is included`);
  const client = await searchClient(product);
  await warmUp(product.url, size);
  const figures = await interleaved(
    sized(options, { smoke: 1, usual: ROUNDS, full: ROUNDS }),
    imported,
    () => submissions(product.url, seconds, { size }),
    () => caughtUp(product, client),
  );
  await caughtUp(product, client);
  const decided = await imported('--decide', 'message');
  return [
    { name: 'import ÷ submit', unit: 'appeals/s', floor: 1, goal: 4, ...figures },
    { name: 'import --decide message', unit: 'appeals/s', value: decided },
  ];
}

async function storedAppeals(databaseUrl: string): Promise<number> {
  const pool = quietPool(databaseUrl, 1);
  try {
    const { rows } = await pool.query<{ all: number }>('select count(*)::int as all from intake.stream');
    return rows[0]!.all;
  } finally {
    await pool.end();
  }
}

type Line = Readonly<Record<string, unknown>>;

/** The lines of the file that OTKLIK_APPEALS names, else generated ones. */
function appeals(options: BenchOptions): readonly Line[] {
  const { print } = options;
  const file = process.env['OTKLIK_APPEALS'];
  if (file) {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Line);
  }
  print('OTKLIK_APPEALS names no file: generated appeals are imported');
  return Array.from({ length: GENERATED[options.size] }, (_, id) => ({
    id,
    text: `Во дворе дома ${id} не убирают снег, дорожка к подъезду обледенела. Просим принять меры. `.repeat(3),
    theme: 'Уборка снега',
    department: 'Отдел благоустройства',
  }));
}
