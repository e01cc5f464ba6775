import { defineConfig } from 'vitest/config';

/** Set by `.ci/run`, which counts from vitest's own report. */
const report = process.env['VITEST_REPORT'];

// biome-ignore lint/style/noDefaultExport: vitest asks for it
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Child processes and whole documents on two busy cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
