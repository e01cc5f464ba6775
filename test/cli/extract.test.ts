/** `juesuan extract` once from end to end; extract.slow.test.ts has the rest. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { draw } from '../archive/drawn.js';
import { filesBelow, juesuan, place, resultIn, SAMPLE, temporaryFolder } from './juesuan.js';

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

test('年末 of one year and 年初 of the next are compared whatever is written; --combine makes a workbook of them and never writes over another', async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'years'));
  writeFileSync(path.join(folder, 'years/2022.pdf'), draw({ department: '桐柏县档案馆', year: 2022 }));
  writeFileSync(path.join(folder, 'years/2023.pdf'), draw({ department: '桐柏县档案馆', year: 2023, opening: '17.50' }));
  const ran = await juesuan(['extract', 'years', '--format', 'csv', '--combine'], folder);
  expect(ran).toMatchObject({ code: 0, stdout: 'out/2022.values.csv\nout/2023.values.csv\nout/juesuan.xlsx\n' });
  expect(ran.stderr).toContain(
    '2022年度年末结转和结余印为20.00万元，2023年度年初结转和结余印为17.50万元，相差2.50万元。  [CARRIED-FORWARD]',
  );
  expect(filesBelow(path.join(folder, 'out'))).toEqual(['2022.values.csv', '2023.values.csv', 'juesuan.xlsx']);
  writeFileSync(path.join(folder, 'out/juesuan.xlsx'), 'a table of my own');
  const again = await juesuan(['extract', 'years', '--format', 'csv', '--combine'], folder);
  expect(again).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('out/juesuan.xlsx is no workbook that --combine has written'),
  });
  expect(readFileSync(path.join(folder, 'out/juesuan.xlsx'), 'utf8')).toBe('a table of my own');
});
