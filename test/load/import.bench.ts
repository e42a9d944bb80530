import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interleaved, type BenchOptions, type Metric } from './bench-frame.js';
import { temporaryFolder } from './bench-server.js';
import { runningProduct } from './running-product.js';
import { caughtUp, searchClient } from './search-client.js';
import { submissions, warmUp } from './submissions.js';

export const name = 'import';

const ROUNDS = 3;
const GENERATED = 2_000;

/** The operator's `import` of a file of appeals ÷ the same product's `submitAppeal`. */
export async function run({ full, args, print }: BenchOptions): Promise<readonly Metric[]> {
  const lines = appeals(print);
  const seconds = full ? 8 : 4;
  using folder = temporaryFolder('import');
  await using product = await runningProduct(args, print);
  let round = 0;
  const imported = async (...options: string[]): Promise<number> => {
    round += 1;
    const file = join(folder.path, `${round}.jsonl`);
    const numbered = lines.map((line) => JSON.stringify({ ...line, id: `${round}-${String(line['id'])}` }));
    writeFileSync(file, numbered.join('\n'));
    const start = performance.now();
    const output = await product.operate('import', file, '--district', 'aldan', ...options);
    if (!output.includes(`${lines.length} added`)) throw new Error(output);
    return (lines.length * 1000) / (performance.now() - start);
  };
  print(`${lines.length} appeals a round; the start of the command is included`);
  const client = await searchClient(product);
  await warmUp(product.url);
  const figures = await interleaved(
    ROUNDS,
    imported,
    () => submissions(product.url, seconds),
    () => caughtUp(client),
  );
  await caughtUp(client);
  const decided = await imported('--decide', 'message');
  return [
    { name: 'import ÷ submit', unit: 'appeals/s', floor: 1, goal: 4, ...figures },
    { name: 'import --decide message', unit: 'appeals/s', value: decided },
  ];
}

type Line = Readonly<Record<string, unknown>>;

/** The lines of the file that OTKLIK_APPEALS names, else generated ones. */
function appeals(print: (line: string) => void): readonly Line[] {
  const file = process.env['OTKLIK_APPEALS'];
  if (file) {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Line);
  }
  print('OTKLIK_APPEALS names no file: generated appeals are imported');
  return Array.from({ length: GENERATED }, (_, id) => ({
    id,
    text: `Во дворе дома ${id} не убирают снег, дорожка к подъезду обледенела. Просим принять меры. `.repeat(3),
    theme: 'Уборка снега',
    department: 'Отдел благоустройства',
  }));
}
