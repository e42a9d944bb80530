import { createRequire } from 'node:module';
import { expect, it } from '@jest/globals';

interface Test {
  readonly path: string;
}
type Sequencer = new (options: object) => { sort(tests: readonly Test[]): readonly Test[] };
const own = createRequire(import.meta.url)('./sequencer.cjs') as Sequencer;

const rootDir = process.cwd();
const testOf = (file: string) => ({
  path: `${rootDir}/${file}`,
  context: {
    config: { rootDir, id: 'x', cacheDirectory: '/none', cache: false },
    hasteFS: { getSize: () => file.length },
  },
});

it('begins with what takes longest: the product, then services, then plain code', () => {
  const files = ['libs/a.spec.ts', 'services/x/src/a.int.spec.ts', 'test/acceptance/a.spec.ts', 'test/load/a.spec.ts'];
  const sorted = new own({ contexts: [], globalConfig: {} }).sort(files.map(testOf));
  expect(sorted.map(({ path }) => path.slice(rootDir.length + 1))).toEqual(files.toReversed());
});
