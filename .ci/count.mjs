/** Adds up vitest's JSON reports. The last line is `N passed, M failed`. A report that is missing counts as a failure; failures make the exit code 1. */
import { existsSync, readFileSync } from 'node:fs';

const sum = { passed: 0, failed: 0, skipped: 0 };

for (const file of process.argv.slice(2)) {
  if (!existsSync(file)) {
    // The step that should have written it has failed: its tests did not run.
    console.log(`There is no report ${file}.`);
    sum.failed += 1;
    continue;
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  sum.passed += report.numPassedTests;
  // A file that does not even load fails without a failed test.
  sum.failed += Math.max(report.numFailedTests, report.success ? 0 : 1);
  sum.skipped += report.numPendingTests + report.numTodoTests;
}

if (sum.failed > 0) process.exitCode = 1;
if (sum.skipped > 0) console.log(`${sum.skipped} skipped`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
