import { fileURLToPath } from 'node:url';
import config from '../../jest.config.mjs';

/** The usual configuration, with sources in which one guarantee is broken. */
export default {
  ...config,
  rootDir: fileURLToPath(new URL('../../', import.meta.url)),
  transform: { '^.+\\.ts$': '<rootDir>/test/mutants/mutating-transform.cjs' },
};
