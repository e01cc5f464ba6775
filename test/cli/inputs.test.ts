import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findInputs } from '../../src/cli/inputs.js';
import { planTasks } from '../../src/cli/tasks.js';
import { FORMATS, writeResults } from '../../src/emit/results.js';
import { disclosure } from '../emit/fixture.js';
import { written } from '../emit/written.js';
import { EXPENDITURE, xlsx } from '../read/office.js';
import { OTHER_SAMPLE, place, SAMPLE, temporaryFolder } from './juesuan.js';

let folder: string;
let here: string;

beforeEach(() => {
  folder = temporaryFolder();
  here = process.cwd();
  process.chdir(folder);
});
afterEach(() => process.chdir(here));

/** What `juesuan extract` would write for these arguments, as `<stem>.json` in the order of the documents; a refusal as its sentence. */
async function planned(...args: string[]): Promise<string[]> {
  const tasks = planTasks((await findInputs(args)).inputs, { out: 'out', formats: ['json'], document: {} });
  return tasks.map(({ job, refusal }) => refusal ?? (job.destination.to === 'files' ? `${job.destination.stem}.json` : 'stdout'));
}

test('a folder is searched at any depth for .pdf in any case, and mirrored; hidden files are left out', async () => {
  place(folder, SAMPLE, 'in/one.pdf', 'in/2024/局/two.PDF', 'in/2024/three.Pdf', 'in/._one.pdf', 'in/notes.txt');
  expect(await planned('in')).toEqual(['out/2024/three.json', 'out/2024/局/two.json', 'out/one.json']);
});

test('a glob is what the shell would make of it: files, each in the output folder itself', async () => {
  place(folder, SAMPLE, 'in/2023/a.pdf', 'in/2024/b.pdf', 'in/2024/b.txt');
  expect(await planned('in/**/*.pdf')).toEqual(['out/a.json', 'out/b.json']);
});

test('a glob with an absolute path', async () => {
  place(folder, SAMPLE, 'in/a.pdf');
  expect(await planned(path.join(folder, 'in', '*.pdf'))).toEqual(['out/a.json']);
});

test('a file whose name looks like a glob is that file', async () => {
  place(folder, SAMPLE, 'in/[附件1] 决算（公开）.pdf');
  expect(await planned('in/[附件1] 决算（公开）.pdf')).toEqual(['out/[附件1] 决算（公开）.json']);
});

test('a file that is named twice is extracted once', async () => {
  place(folder, SAMPLE, 'in/a.pdf');
  expect(await planned('in/a.pdf', './in/a.pdf', 'in')).toEqual(['out/a.json']);
});

test('of two inputs for one result the second is refused', async () => {
  place(folder, SAMPLE, 'a/x.pdf');
  place(folder, OTHER_SAMPLE, 'b/x.pdf');
  expect(await planned('a/x.pdf', 'b/x.pdf')).toEqual([
    'out/x.json',
    expect.stringContaining('Not extracted: its results would go to out/x.*, like those of a/x.pdf.'),
  ]);
});

test('workbooks and reports of ours in a folder are left out and told, by what is in them and never by their names', async () => {
  place(folder, SAMPLE, 'in/a.pdf', 'in/b.pdf');
  await writeResults('in/a', written(disclosure()), FORMATS);
  await writeResults('in/elsewhere', written(disclosure()), ['xlsx', 'html']);
  renameSync('in/elsewhere.html', 'in/elsewhere.HTM');
  // A publisher's, beside the results of another document of its name.
  writeFileSync('in/b.json', '{}');
  writeFileSync('in/b.xlsx', xlsx([{ name: '支出', rows: EXPENDITURE }]));
  const { inputs, own } = await findInputs(['in', 'in/a.xlsx']);
  expect(inputs.map(({ path: file }) => file)).toEqual(['in/a.pdf', 'in/b.pdf', 'in/b.xlsx', 'in/a.xlsx']);
  expect(own).toEqual(['in/a.html', 'in/a.xlsx', 'in/elsewhere.HTM', 'in/elsewhere.xlsx']);
});

test('where a folder holds nothing else it is told why no document was found', async () => {
  mkdirSync('in');
  await writeResults('in/a', written(disclosure()), ['xlsx']);
  await expect(findInputs(['in'])).rejects.toThrow('no document found in in: 1 file was written by juesuan and left out: in/a.xlsx');
});
