import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import config from '../../jest.config.mjs';

const { file } = JSON.parse(process.env.OTKLIK_MUTANT);
const MUTATING = '<rootDir>/test/mutants/mutating-transform.cjs';

/** The usual configuration, with sources in which one guarantee is broken. */
export default {
  ...config,
  rootDir: fileURLToPath(new URL('../../', import.meta.url)),
  transform: {
    '^.+\\.ts$': MUTATING,
    '^.+\\.tsx$': [MUTATING, config.transform['^.+\\.tsx$'][1]],
    // Otherwise they run as they stand.
    ...(file.endsWith('.mjs') ? { [`/${basename(file).replaceAll('.', '\\.')}$`]: MUTATING } : {}),
  },
};
