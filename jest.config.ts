/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

/**
 * One transform and one resolver for every project: NestJS 12 is ESM only, so Jest runs with
 * --experimental-vm-modules (set by scripts/test.mjs), and workspace packages resolve to their sources.
 */
const shared: Config = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  // The same for CommonJS as scripts/jest-transform.mjs does for our own files.
  sandboxInjectedGlobals: ['Array', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Set', 'String', 'Symbol'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '<rootDir>/scripts/jest-transform.mjs',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2023',
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['/dist/', '/\\.forlop/'],
};

/** `unit` needs no server; `integration` and `e2e` (with a real browser) are given one PostgreSQL and one Temporal by scripts/test.mjs. */
const config: Config = {
  workerIdleMemoryLimit: '800MB',
  // Machines do other things too: a test ends when it is done, not when a short clock says so. (Jest reads this here only.)
  testTimeout: 120_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs}/*/test/**/*.test.ts', '<rootDir>/{workflows,activities,test}/**/*.test.ts', '<rootDir>/test/together/unit-*.test.js'],
      testPathIgnorePatterns: ['/node_modules/', '\\.it\\.test\\.ts$'],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/**/*.it.test.ts', '<rootDir>/test/together/integration-*.test.js'],
      testPathIgnorePatterns: ['/node_modules/'],
    },
    {
      ...shared,
      displayName: 'e2e',
      // The two halves run the others, each on one system.
      testMatch: ['<rootDir>/e2e/{*-half.test,*.e2e.test}.ts'],
      testPathIgnorePatterns: ['/node_modules/'],
    },
  ],
};
export default config;
