/** `juesuan extract` once from end to end; extract.slow.test.ts has the rest. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { juesuan, place, resultIn, SAMPLE, temporaryFolder } from './juesuan.js';

test('documents that fail get a JSON with the reason, and do not stop the others', async () => {
  const folder = temporaryFolder();
  place(folder, SAMPLE, 'in/b-good.pdf');
  writeFileSync(path.join(folder, 'in/a-html.pdf'), '<!DOCTYPE html><html><body>404</body></html>');
  writeFileSync(path.join(folder, 'in/c-empty.pdf'), '');
  writeFileSync(path.join(folder, 'in/d-cut.pdf'), readFileSync(SAMPLE).subarray(0, 20_000));
  const ran = await juesuan(['extract', 'in', '--format', 'json,csv'], folder);
  expect(ran.code).toBe(1);
  expect(ran.stdout.trim().split('\n')).toEqual(
    ['a-html.json', 'b-good.json', 'b-good.values.csv', 'c-empty.json', 'd-cut.json'].map((name) => `out/${name}`),
  );
  const reasons = ['a-html', 'b-good', 'c-empty', 'd-cut'].map((stem) => resultIn(folder, `out/${stem}.json`).outcome.reason);
  expect(reasons).toEqual(['not-readable', null, 'empty-file', 'truncated']);
  expect(ran.stderr).toContain('in/a-html.pdf: failed (not-readable)');
  expect(ran.stderr).toContain('4 documents: 1 extracted, 3 failed');
  expect(ran.stderr).not.toMatch(/^\s+at /m);
});
