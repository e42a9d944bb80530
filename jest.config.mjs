/** Native ES modules: the tests run what production runs. One server for all, a database of its own for each spec file. */
export default {
  rootDir: '.',
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@otklik/source', 'node', 'node-addons'] },
  testMatch: [
    '<rootDir>/libs/*/src/**/*.spec.ts',
    '<rootDir>/services/*/src/**/*.spec.ts',
    '<rootDir>/deploy/**/*.spec.ts',
    '<rootDir>/test/**/*.spec.ts',
  ],
  modulePathIgnorePatterns: ['<rootDir>/.otklik', '<rootDir>/.nx', '/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  transformIgnorePatterns: ['/node_modules/'],
  resolver: '<rootDir>/test/jest/resolver.cjs',
  globalSetup: '<rootDir>/test/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/test/jest/global-teardown.mjs',
  reporters: ['default', '<rootDir>/test/jest/closing-line.mjs'],
  maxWorkers: 2,
  testTimeout: 60_000,
  prettierPath: null,
};
