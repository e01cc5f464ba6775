import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parseDisclosure } from '../../schemas/disclosure.js';
import { filesBelow, finish, juesuan, OTHER_SAMPLE, place as placeIn, ROOT, resultIn, SAMPLE, start, temporaryFolder } from './juesuan.js';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

const place = (file: string, ...targets: string[]) => placeIn(folder, file, ...targets);
const result = (file: string) => resultIn(folder, file);

const HTML = '<!DOCTYPE html><html><body>404</body></html>';

describe('where results go', () => {
  test('a file goes to out/<stem>.json, and stdout has its path alone', async () => {
    place(SAMPLE, 'in/beiguan.pdf');
    const ran = await juesuan(['extract', 'in/beiguan.pdf'], folder);
    expect(ran).toMatchObject({ code: 0, stdout: `${path.join('out', 'beiguan.json')}\n` });
    expect(filesBelow(path.join(folder, 'out'))).toEqual(['beiguan.json']);
    expect(result('out/beiguan.json')).toMatchObject({ source: { name: 'beiguan.pdf' }, outcome: { status: 'ok' } });
  });

  test('every format beside the other', async () => {
    place(SAMPLE, 'a.pdf');
    const { stdout } = await juesuan(['extract', 'a.pdf', '--out', 'results', '--format', 'xlsx,json,csv'], folder);
    expect(stdout.trim().split('\n')).toEqual(['a.json', 'a.values.csv', 'a.xlsx'].map((name) => path.join('results', name)));
    expect(filesBelow(path.join(folder, 'results'))).toEqual(['a.json', 'a.values.csv', 'a.xlsx']);
  });

  test('a folder is searched at any depth for .pdf in any case, and mirrored; hidden files are left out', async () => {
    place(SAMPLE, 'in/one.pdf', 'in/2024/局/two.PDF', 'in/2024/three.Pdf', 'in/._one.pdf', 'in/notes.txt');
    const { code, stdout } = await juesuan(['extract', 'in', '--quiet'], folder);
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toEqual(['out/2024/three.json', 'out/2024/局/two.json', 'out/one.json']);
  });

  test('the same documents give the same bytes, however many at a time', { timeout: 120_000 }, async () => {
    place(SAMPLE, 'in/a.pdf', 'in/b.pdf');
    place(OTHER_SAMPLE, 'in/c.pdf');
    const formats = ['--format', 'json,csv,xlsx'];
    const one = await juesuan(['extract', 'in', '--out', 'one', '--jobs', '1', ...formats], folder);
    const three = await juesuan(['extract', 'in', '--out', 'three', '--jobs', '3', ...formats], folder);
    expect(three.stdout.replaceAll('three', 'one')).toBe(one.stdout);
    for (const file of filesBelow(path.join(folder, 'one'))) {
      expect(readFileSync(path.join(folder, 'three', file)).equals(readFileSync(path.join(folder, 'one', file)))).toBe(true);
    }
  });
});

describe('--out -', () => {
  test('prints the JSON and writes nothing', async () => {
    place(SAMPLE, 'a.pdf');
    const { code, stdout } = await juesuan(['extract', 'a.pdf', '--out', '-'], folder);
    expect(code).toBe(0);
    expect(parseDisclosure(JSON.parse(stdout)).outcome.status).toBe('ok');
    expect(filesBelow(folder)).toEqual(['a.pdf']);
  });

  test('prints the CSV as it would be written', async () => {
    place(SAMPLE, 'a.pdf');
    await juesuan(['extract', 'a.pdf', '--format', 'csv'], folder);
    const { stdout } = await juesuan(['extract', 'a.pdf', '--out', '-', '--format', 'csv'], folder);
    expect(stdout).toBe(readFileSync(path.join(folder, 'out', 'a.values.csv'), 'utf8'));
  });

  test('a failed document prints a JSON with the reason, but no empty CSV', async () => {
    writeFileSync(path.join(folder, 'a.pdf'), HTML);
    const json = await juesuan(['extract', 'a.pdf', '--out', '-', '--quiet'], folder);
    expect(json.code).toBe(1);
    expect(parseDisclosure(JSON.parse(json.stdout)).outcome).toMatchObject({ status: 'failed', reason: 'not-readable' });
    const csv = await juesuan(['extract', 'a.pdf', '--out', '-', '--format', 'csv'], folder);
    expect(csv).toMatchObject({ code: 1, stdout: '' });
    expect(csv.stderr).toContain('not-readable');
  });
});

describe('documents that fail', () => {
  test('a file too large is not read into memory, but identified', async () => {
    writeFileSync(path.join(folder, 'huge.pdf'), '%PDF-1.7\n');
    truncateSync(path.join(folder, 'huge.pdf'), 500_000_001);
    const { code } = await juesuan(['extract', 'huge.pdf'], folder);
    expect(code).toBe(1);
    expect(result('out/huge.json')).toMatchObject({ outcome: { reason: 'too-large' }, source: { bytes: 500_000_001 } });
  });

  test.skipIf(process.platform === 'win32')(
    'a file that cannot be read fails by name and leaves no result: which document it is cannot be known',
    async () => {
      place(SAMPLE, 'in/good.pdf');
      symlinkSync('gone.pdf', path.join(folder, 'in/link.pdf'));
      execFileSync('mkfifo', [path.join(folder, 'in/pipe.pdf')]);
      const { code, stdout, stderr } = await juesuan(['extract', 'in', path.join('in', 'pipe.pdf')], folder);
      expect({ code, stdout }).toEqual({ code: 1, stdout: 'out/good.json\n' });
      expect(stderr).toContain('link.pdf cannot be read: it is no longer there.');
      expect(stderr).toContain('pipe.pdf cannot be read: it is no regular file.');
    },
  );
});

describe('nothing is overwritten', () => {
  test('of two inputs for one result the second fails', async () => {
    place(SAMPLE, 'a/x.pdf');
    place(OTHER_SAMPLE, 'b/x.pdf');
    const { code, stdout, stderr } = await juesuan(['extract', 'a/x.pdf', 'b/x.pdf'], folder);
    expect({ code, stdout }).toEqual({ code: 1, stdout: 'out/x.json\n' });
    expect(stderr).toContain('b/x.pdf: failed: Not extracted: its results would go to out/x.*, like those of a/x.pdf.');
    expect(result('out/x.json').outcome.status).toBe('ok');
  });

  test('a result of another document stays; the same document is written again', async () => {
    place(SAMPLE, 'a/x.pdf');
    place(OTHER_SAMPLE, 'b/x.pdf');
    await juesuan(['extract', 'a'], folder);
    const first = readFileSync(path.join(folder, 'out/x.json'));
    const other = await juesuan(['extract', 'b'], folder);
    expect(other).toMatchObject({ code: 1, stdout: '' });
    expect(other.stderr).toContain('holds the result of another document');
    expect(readFileSync(path.join(folder, 'out/x.json')).equals(first)).toBe(true);
    expect(await juesuan(['extract', 'a'], folder)).toMatchObject({ code: 0, stdout: 'out/x.json\n' });
  });

  test('a folder that cannot take results fails the document in words', async () => {
    place(SAMPLE, 'in/sub/x.pdf');
    mkdirSync(path.join(folder, 'out'));
    writeFileSync(path.join(folder, 'out/sub'), 'a file');
    const { code, stderr } = await juesuan(['extract', 'in'], folder);
    expect(code).toBe(1);
    expect(stderr).toContain('The results cannot be written to out/sub/x.*: a part of the path is no folder.');
  });
});

describe('--quiet and --strict', () => {
  test('--quiet leaves stderr empty, even when documents fail', async () => {
    writeFileSync(path.join(folder, 'a.pdf'), HTML);
    expect(await juesuan(['extract', 'a.pdf', '--quiet'], folder)).toEqual({ code: 1, stdout: 'out/a.json\n', stderr: '' });
  });

  test('--strict is content with a document without contradictions', async () => {
    place(OTHER_SAMPLE, 'a.pdf');
    expect((await juesuan(['extract', 'a.pdf', '--strict'], folder)).code).toBe(0);
  });

  test('--strict is not, where a value is contradicted', async () => {
    place(SAMPLE, 'a.pdf');
    expect((await juesuan(['extract', 'a.pdf', '--strict'], folder)).code).toBe(1);
  });
});

test('wrong usage ends the process with 2', async () => {
  const { code, stdout, stderr } = await juesuan(['extract', 'nope.pdf'], folder);
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: 'juesuan: no such file or folder: nope.pdf\n' });
});

test.skipIf(process.platform !== 'linux')('data that cannot be printed is a failure', async () => {
  place(SAMPLE, 'a.pdf');
  const command = `"${process.execPath}" "${path.join(ROOT, 'bin/juesuan.mjs')}" extract a.pdf --out - > /dev/full`;
  const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('juesuan: stdout cannot be written');
});

describe.skipIf(process.platform === 'win32')('signals', () => {
  test.each([
    ['SIGINT', 'the program', 130],
    ['SIGINT', 'its whole group, as by Ctrl-C', 130],
    ['SIGTERM', 'the program', 143],
    ['SIGTERM', 'its whole group', 143],
  ] as const)('%s to %s ends with %i, and neither processes nor half-written files stay behind', async (signal, target, code) => {
    for (let copy = 0; copy < 20; copy++) place(SAMPLE, `in/${copy}.pdf`);
    const child = start(['extract', 'in', '--jobs', '2', '--format', 'json,xlsx'], folder);
    child.stderr?.once('data', () => process.kill(target === 'the program' ? Number(child.pid) : -Number(child.pid), signal));
    const ran = await finish(child);
    expect(ran.code).toBe(code);
    const results = filesBelow(path.join(folder, 'out'));
    expect(results.length).toBeLessThan(40);
    expect(results.filter((file) => !/^\d+\.(json|xlsx)$/.test(file))).toEqual([]);
    for (const file of results.filter((name) => name.endsWith('.json'))) expect(result(path.join('out', file)).outcome.status).toBe('ok');
    expect(execFileSync('ps', ['-Ao', 'args'], { encoding: 'utf8' })).not.toContain(folder);
  });
});
