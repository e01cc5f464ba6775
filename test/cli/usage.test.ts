import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inProcess } from './in-process.js';
import { filesBelow, OTHER_SAMPLE, SAMPLE, temporaryFolder } from './juesuan.js';

/** A folder with two documents, and one with nothing in it. */
function folderWithDocuments(): string {
  const folder = temporaryFolder();
  copyFileSync(SAMPLE, path.join(folder, 'a.pdf'));
  copyFileSync(OTHER_SAMPLE, path.join(folder, 'b.pdf'));
  mkdirSync(path.join(folder, 'empty'));
  return folder;
}

describe('wrong usage is one line and exit code 2', () => {
  test.each([
    [['extract'], "missing required argument 'input'"],
    [['extract', 'nope.pdf'], 'no such file or folder: nope.pdf'],
    [['extract', 'a.pdf', 'nope.pdf'], 'no such file or folder: nope.pdf'],
    [['extract', '*.xyz'], 'no such file or folder: *.xyz'],
    [['extract', 'empty'], 'no document found in empty'],
    [['extract', 'a.pdf', '--fromat', 'csv'], "unknown option '--fromat' (Did you mean --format?)"],
    [['extract', 'a.pdf', '--format', 'json,pdf'], "--format knows json, csv, xlsx, html, not 'pdf'"],
    [['extract', 'a.pdf', '--ocr', 'maybe'], "argument 'maybe' is invalid"],
    [['extract', 'a.pdf', '--jobs', '0'], "argument '0' is invalid"],
    [['extract', 'a.pdf', '--jobs', '2.5'], "argument '2.5' is invalid"],
    [['extract', 'a.pdf', '--out', ''], "argument '' is invalid"],
    [['extract', 'a.pdf', '--out', 'a.pdf'], 'cannot write to --out a.pdf'],
    [['extract', 'a.pdf', 'b.pdf', '--out', '-'], '--out - takes one document, not 2'],
    [['extract', 'a.pdf', '--out', '-', '--format', 'xlsx'], '--out - takes one of --format json and csv'],
    [['extract', 'a.pdf', '--out', '-', '--format', 'json,csv'], '--out - takes one of --format json and csv'],
    [['extrakt', 'a.pdf'], "unknown command 'extrakt'"],
    [['check'], "missing required argument 'input'"],
    [['check', 'nope.pdf'], 'no such file or folder: nope.pdf'],
    [['check', '.', '--format', 'xml'], 'Allowed choices are text, json, csv'],
    [['check', '.', '--fromat', 'csv'], "unknown option '--fromat'"],
    [['corrections', 'a.pdf'], 'there are no corrections of a.pdf: a.corrections.json does not exist'],
    [['review', 'nowhere'], 'no such file or folder: nowhere'],
    [['review', '.', '--by', ' '], 'It takes a name.'],
  ])('juesuan %j', async (args, message) => {
    const folder = folderWithDocuments();
    const { code, stdout, stderr } = await inProcess(args, folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^juesuan: [^\n]*\n$/);
    expect(stderr).toContain(message);
    expect(filesBelow(folder)).toEqual(['a.pdf', 'b.pdf']);
  });
});

test('--version and --help go to stdout with exit code 0', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await inProcess(['--version'], temporaryFolder())).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  const help = await inProcess(['extract', '--help'], temporaryFolder());
  expect(help).toMatchObject({ code: 0, stderr: '' });
  for (const option of ['--out', '--format', '--ocr', '--password', '--jobs', '--strict', '--quiet']) expect(help.stdout).toContain(option);
});
