import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { defineConfig } from 'vitest/config';

/** Set by `.ci/run`, which counts from vitest's own report. */
const report = process.env['VITEST_REPORT'];

const TESTS = 'test/**/*.test.ts';

/** Tests that need a browser, a server, other processes or long scans. `npm run test:slow` runs them, `npm test` all others. */
const SLOW = 'test/**/*.slow.test.ts';

/** Tests that replace a module: they need a worker in which nothing has loaded it yet. */
const MOCKING = globSync(TESTS, { ignore: SLOW }).filter((file) => readFileSync(file, 'utf8').includes('vi.mock('));

// biome-ignore lint/style/noDefaultExport: vitest asks for it
export default defineConfig({
  test: {
    // Whole documents on two busy cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Test files share workers, see below: a spy must not outlive its test.
    restoreMocks: true,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      // Without isolation the files of a worker share its modules: loading and compiling them anew for every file took half of the time.
      { extends: true, test: { name: 'fast', include: [TESTS], exclude: [SLOW, ...MOCKING], isolate: false } },
      { extends: true, test: { name: 'fast-mocking', include: MOCKING } },
      { extends: true, test: { name: 'slow', include: [SLOW], testTimeout: 90_000 } },
    ],
  },
});
