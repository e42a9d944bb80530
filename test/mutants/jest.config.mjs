import { fileURLToPath } from 'node:url';
import config from '../../jest.config.mjs';

/** The tests as ever, of sources with one guarantee broken. */
export default {
  ...config,
  rootDir: fileURLToPath(new URL('../../', import.meta.url)),
  transform: { '^.+\\.ts$': '<rootDir>/test/mutants/mutating-transform.cjs' },
};
