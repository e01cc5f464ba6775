/** `.ci/count.mjs` prints the last line of CI. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, temporaryFolder } from './cli/juesuan.js';

const GOOD = { success: true, numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

/** What it prints of these reports, null for one that was not written, and its exit code. */
function count(...reports: readonly (typeof GOOD | null)[]): [string[], number | null] {
  const folder = temporaryFolder();
  const files = reports.map((report, i) => {
    const file = path.join(folder, `${i}.json`);
    if (report !== null) writeFileSync(file, JSON.stringify(report));
    return file;
  });
  const { stdout, status } = spawnSync(process.execPath, [path.join(ROOT, '.ci/count.mjs'), ...files], { encoding: 'utf8' });
  return [stdout.trimEnd().split('\n'), status];
}

test('the last line is the sum of the reports alone; skipped tests have a line before it', () => {
  expect(count(GOOD, { ...GOOD, numPassedTests: 7 })).toEqual([['12 passed, 0 failed'], 0]);
  expect(count({ ...GOOD, numPendingTests: 2 })).toEqual([['2 skipped', '5 passed, 0 failed'], 0]);
});

test('a failure makes the exit code 1: a test, a file that does not load, a report that is missing', () => {
  expect(count(GOOD, { ...GOOD, success: false, numFailedTests: 3 })).toEqual([['10 passed, 3 failed'], 1]);
  expect(count({ ...GOOD, success: false })).toEqual([['5 passed, 1 failed'], 1]);
  const [lines, code] = count(GOOD, null);
  expect([lines.at(-1), code]).toEqual(['5 passed, 1 failed', 1]);
});
