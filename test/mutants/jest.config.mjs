import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import config from '../../jest.config.mjs';

const { file, start, end, text } = JSON.parse(process.env.OTKLIK_MUTANT);
const MUTATING = '<rootDir>/test/mutants/mutating-transform.cjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Data that specs read: changed as they are read. */
function inData() {
  if (!file.endsWith('.yaml')) return {};
  return {
    setupFiles: ['<rootDir>/test/mutants/survivors/mutated-file.cjs'],
    globals: { __mutation: { target: join(ROOT, file), edits: [{ start, end, text }] } },
  };
}

/** The usual configuration, with sources in which one guarantee is broken. */
export default {
  ...config,
  ...inData(),
  rootDir: ROOT,
  transform: {
    '^.+\\.ts$': MUTATING,
    '^.+\\.tsx$': [MUTATING, config.transform['^.+\\.tsx$'][1]],
    // Otherwise they run as they stand.
    ...(file.endsWith('.mjs') ? { [`/${basename(file).replaceAll('.', '\\.')}$`]: MUTATING } : {}),
  },
};
