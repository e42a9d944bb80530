import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface AnswerTime {
  /** As `x-bench` said. */
  readonly kind: string;
  readonly ms: number;
  /** Of the process meanwhile, for whatever it did. */
  readonly cpu: number;
}

/** Times of answers as the product's process measures them (`answer-times.mjs`). */
export function answerTimes(): Disposable & {
  readonly environment: Readonly<Record<string, string>>;
  of(kind: string): readonly AnswerTime[];
} {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-bench-times-'));
  const file = join(folder, 'times.jsonl');
  writeFileSync(file, '');
  const loaded = pathToFileURL(join(import.meta.dirname, 'answer-times.mjs')).href;
  return {
    environment: { NODE_OPTIONS: `--import=${loaded}`, ANSWER_TIMES: file },
    of: (kind) => {
      const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
      return lines.map((line) => JSON.parse(line) as AnswerTime).filter((one) => one.kind === kind);
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
