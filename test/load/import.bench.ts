import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchServer, interleaved, type BenchOptions, type Metric } from './bench-frame.js';
import { runningProduct } from './running-product.js';
import { caughtUp, searchClient } from './search-client.js';
import { submissions, warmUp } from './submissions.js';

export const name = 'import';

const ROUNDS = 3;
const GENERATED = 2_000;

/** The operator's `import` of a file of appeals beside the same product's `submitAppeal`. */
export async function run({ full, say }: BenchOptions): Promise<readonly Metric[]> {
  const lines = appeals(say);
  const folder = mkdtempSync(join(tmpdir(), 'otklik-bench-import-'));
  const server = await benchServer();
  try {
    say('the product is started');
    const product = await runningProduct(server.url);
    let round = 0;
    const imported = async (...options: string[]): Promise<number> => {
      round += 1;
      const file = join(folder, `${round}.jsonl`);
      writeFileSync(
        file,
        lines.map((line) => JSON.stringify({ ...line, id: `${round}-${String(line['id'])}` })).join('\n'),
      );
      const start = performance.now();
      const output = await product.operate('import', file, '--district', 'aldan', ...options);
      const seconds = (performance.now() - start) / 1000;
      if (!output.includes(`${lines.length} added`)) throw new Error(output);
      return lines.length / seconds;
    };
    try {
      say(`${lines.length} appeals a round; the tool's own start is in the time`);
      const seconds = full ? 8 : 4;
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
    } finally {
      await product.stop();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Line = Readonly<Record<string, unknown>>;

/** The file that OTKLIK_APPEALS names, or as many made ones. */
function appeals(say: (line: string) => void): readonly Line[] {
  const file = process.env['OTKLIK_APPEALS'];
  if (file) {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Line);
  }
  say('OTKLIK_APPEALS names no file: made appeals are taken');
  return Array.from({ length: GENERATED }, (_, id) => ({
    id,
    text: `Во дворе дома ${id} не убирают снег, дорожка к подъезду обледенела. Просим принять меры. `.repeat(3),
    theme: 'Уборка снега',
    department: 'Отдел благоустройства',
  }));
}
