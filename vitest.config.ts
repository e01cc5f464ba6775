import { defineConfig } from 'vitest/config';

/** Set by `.ci/run`, which counts from vitest's own report. */
const report = process.env['VITEST_REPORT'];

/** Tests that need a browser, a server, other processes or long scans. `npm run test:slow` runs them, `npm test` all others. */
const SLOW = 'test/**/*.slow.test.ts';

// biome-ignore lint/style/noDefaultExport: vitest asks for it
export default defineConfig({
  test: {
    // Child processes and whole documents on two busy cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Test files share workers, see below: a spy must not outlive its test.
    restoreMocks: true,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      // Without isolation the files of a worker share its modules: loading and compiling them anew for every file took half of the time.
      { extends: true, test: { name: 'fast', include: ['test/**/*.test.ts'], exclude: [SLOW], isolate: false } },
      { extends: true, test: { name: 'slow', include: [SLOW] } },
    ],
  },
});
