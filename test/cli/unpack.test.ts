import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findInputs } from '../../src/cli/inputs.js';
import { planTasks } from '../../src/cli/tasks.js';
import { unpack } from '../../src/cli/unpack.js';
import { docx, EXPENDITURE, p, xlsx, zipOf } from '../read/office.js';
import { temporaryFolder } from './juesuan.js';

const SHEETS = xlsx([{ name: '支出', rows: EXPENDITURE }]);

test('the documents of a ZIP are inputs of their own, in a folder of its name; no name of a member is a path', async () => {
  const file = path.join(temporaryFolder(), '决算.zip');
  writeFileSync(file, zipOf({ '附件/1.xlsx': SHEETS, '../../../2.docx': docx(p('a')), '__MACOSX/附件/._1.xlsx': 'x', 'readme.txt': 'x' }));
  const unpacked = await unpack([{ path: file, stem: '决算' }], true);
  expect(unpacked.inputs.map(({ name, stem }) => [name, stem])).toEqual([
    ['1.xlsx', path.join('决算', '附件', '1')],
    ['2.docx', path.join('决算', '2')],
  ]);
  const files = unpacked.inputs.map((input) => input.path);
  expect(files.every((each) => existsSync(each))).toBe(true);
  await unpacked.remove();
  expect(files.some((each) => existsSync(each))).toBe(false);
});

test('a ZIP without documents stays what it is, and so does every other file', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'a.zip'), zipOf({ 'readme.txt': 'x' }));
  writeFileSync(path.join(folder, 'b.xlsx'), SHEETS);
  const inputs = ['a.zip', 'b.xlsx'].map((name) => ({ path: path.join(folder, name), stem: name }));
  const unpacked = await unpack(inputs, true);
  expect(unpacked.inputs).toEqual(inputs);
  await unpacked.remove();
  expect((await unpack(inputs, false)).inputs).toEqual(inputs);
});

test('a folder is searched for documents of every kind and for archives', async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'in'));
  for (const name of ['a.zip', 'b.docx', 'c.json', 'c.pdf', 'd.xls', 'e.RAR', 'f.txt']) writeFileSync(path.join(folder, 'in', name), 'x');
  const { inputs } = await findInputs([path.join(folder, 'in')]);
  expect(inputs.map(({ path: file }) => path.basename(file))).toEqual(['a.zip', 'b.docx', 'c.pdf', 'd.xls', 'e.RAR']);
});

test('a text and a workbook of one name have results of their own; the same name twice is refused', () => {
  const inputs = ['in/a.xlsx', 'in/a.docx', 'other/a.docx'].map((file) => ({ path: file, stem: 'a' }));
  const tasks = planTasks(inputs, { out: 'out', formats: ['json'], document: {} });
  expect(tasks.map(({ job, refusal }) => [job.destination.to === 'files' && job.destination.stem, refusal !== null])).toEqual([
    [path.join('out', 'a'), false],
    [path.join('out', 'a.docx'), false],
    [path.join('out', 'a.docx'), true],
  ]);
});
