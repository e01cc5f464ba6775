import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { families } from '../../../extractors/families.js';
import type { ArchiveJob } from '../../../src/archive/reader/port.js';
import { todoOf } from '../../../src/archive/report/todo.js';
import type { RunEvent } from '../../../src/archive/run/events.js';
import { archiveFolders } from '../../../src/archive/run/folders.js';
import { planFolders } from '../../../src/archive/run/plan.js';
import { archivedDocuments } from '../../../src/archive/store/documents.js';
import { recordDisclosure } from '../../../src/archive/store/record.js';
import type { Store } from '../../../src/archive/store/store.js';
import { sha256Of } from '../../../src/base/sha256.js';
import { fileToDisclosure } from '../../../src/workers/document.js';
import { docx, EXPENDITURE, p, xlsx } from '../../read/office.js';
import { folderOf, newStore, silent } from '../store.js';

const workbook = (department = '大石县财政局') =>
  xlsx([
    {
      name: '支出',
      rows: [['支出决算表'], [`编制单位：${department}`, null, '2023年度', null, null, null, null, '单位：万元'], ...EXPENDITURE],
    },
  ]);
const text = (total: string) =>
  docx(p('一、支出决算情况说明') + p(`2023年度本年支出合计${total}万元，其中：基本支出80.25万元，项目支出20.25万元。`));

const MANIFEST = 'file,group\n说明.docx,财政局\n表.xlsx,财政局\n';
const FILES = { '说明.docx': text('200.50'), '表.xlsx': workbook(), 'manifest.csv': MANIFEST };

const optionsOf = (folder: string) => ({ folders: [folder], location: 'store', document: { ocr: 'off' as const }, retry: false });

/** A run that reads documents in this process; what it told, and which documents it read. */
async function run(store: Store, folder: string) {
  const events: RunEvent[] = [];
  const read: string[] = [];
  const reader = {
    submit: async (job: ArchiveJob) => {
      read.push(job.name);
      const disclosure = await fileToDisclosure(job, () => {});
      expect(disclosure.source.sha256).toBe(job.sha256);
      await recordDisclosure(store, families, disclosure, { stamp: job.stamp, run: job.run, quarantined: false });
    },
    settle: async () => {},
    drain: async () => [],
    close: async () => {},
  };
  const stop = new AbortController().signal;
  const observer = { ...silent, event: (event: RunEvent) => events.push(event) };
  const result = await archiveFolders(optionsOf(folder), { store, reader, observer, families, stop });
  const told = events.filter(({ kind }) => kind === 'provenance' || kind === 'manifest').map(({ path: file, note }) => `${file}: ${note}`);
  return { result, read: read.toSorted(), told };
}

const plan = (store: Store | null, folder: string) => planFolders(optionsOf(folder), store, new AbortController().signal);

async function documentsIn(store: Store) {
  const documents = await archivedDocuments(store.database);
  return documents.map(({ file, files, status }) => ({ file, files, status })).toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

const APART = 'not read as one document, but each file by itself';

describe('a text and a workbook of one group', () => {
  test('are one document, with its files and their hashes, and the prose is held against the table', async () => {
    const [store, folder] = [await newStore(), folderOf(FILES)];
    expect(await plan(null, folder)).toMatchObject({ files: 2, read: { new: 1 }, asBefore: 0 });
    const first = await run(store, folder);
    expect(first).toMatchObject({ read: ['说明.docx + 表.xlsx'], told: [], result: { files: 2, new: 2, extracted: 1, failed: 0 } });
    const [document, ...others] = await archivedDocuments(store.database);
    expect(others).toEqual([]);
    expect(document).toMatchObject({ file: '说明.docx', files: 2, status: 'ok', department: '大石县财政局', year: 2023 });
    expect(JSON.parse(document?.parts ?? '')).toEqual([
      { name: '说明.docx', sha256: sha256Of(FILES['说明.docx']) },
      { name: '表.xlsx', sha256: sha256Of(FILES['表.xlsx']) },
    ]);
    const quoted = await store.database.all<{ quote: string }>("SELECT quote FROM findings WHERE quote LIKE '%200.50%'");
    expect(quoted).not.toEqual([]);

    const second = await run(store, folder);
    expect(second).toMatchObject({ read: [], told: [], result: { skipped: 2, extracted: 0 } });
    expect(await plan(store, folder)).toMatchObject({ files: 2, read: {}, asBefore: 2 });
  });

  test('are read in the order of the manifest', async () => {
    const folder = folderOf({ ...FILES, 'manifest.csv': 'file,group\n表.xlsx,1\n说明.docx,1\n' });
    expect((await run(await newStore(), folder)).read).toEqual(['表.xlsx + 说明.docx']);
  });

  test('may be told by sidecars, by name; one beside a line that tells the group need not repeat it', async () => {
    const sidecar = JSON.stringify({ group: '财政局', published_on: '2024-09-30' });
    const { 'manifest.csv': _, ...files } = FILES;
    const [store, folder] = [await newStore(), folderOf({ ...files, '说明.docx.meta.json': sidecar, '表.xlsx.meta.json': sidecar })];
    expect((await run(store, folder)).read).toEqual(['表.xlsx + 说明.docx']);
    expect((await run(store, folder)).read).toEqual([]);
    const [document] = await archivedDocuments(store.database);
    expect(document?.published_on).toBe('2024-09-30');
    const mixed = folderOf({ ...FILES, '说明.docx.meta.json': '{"department":"财政局"}' });
    expect((await run(await newStore(), mixed)).read).toEqual(['说明.docx + 表.xlsx']);
  });

  test('are read again when one of them changes; the document before stays as an earlier edition', async () => {
    const [store, folder] = [await newStore(), folderOf(FILES)];
    await run(store, folder);
    writeFileSync(path.join(folder, '说明.docx'), text('100.50'));
    expect((await plan(store, folder)).read).toEqual({ changed: 1 });
    expect(await run(store, folder)).toMatchObject({ read: ['说明.docx + 表.xlsx'], result: { changed: 1, extracted: 1 } });
    expect(await documentsIn(store)).toEqual([
      { file: '说明.docx', files: 2, status: 'ok' },
      { file: '说明.docx + 表.xlsx', files: 0, status: 'ok' },
    ]);
  });

  test('that lie in two places are one document; a copy of one of them elsewhere is another', async () => {
    const [store, folder] = [await newStore(), folderOf(FILES)];
    const copies = Object.entries(FILES).map(([name, content]) => [`kept/${name}`, content] as const);
    const other = folderOf({ ...Object.fromEntries(copies), '表.xlsx': FILES['表.xlsx'] });
    await run(store, folder);
    expect(await plan(store, other)).toMatchObject({ files: 3, read: { new: 1 }, asBefore: 2 });
    expect(await run(store, other)).toMatchObject({ read: ['表.xlsx'], result: { extracted: 1, skipped: 2 } });
    expect(await documentsIn(store)).toEqual(
      [
        { file: '表.xlsx', files: 1, status: 'ok' },
        { file: 'kept/说明.docx', files: 4, status: 'ok' },
      ].toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    );
  });
});

describe('files that become a group, or are none any more', () => {
  test('are documents once, and no editions of each other', async () => {
    const { 'manifest.csv': _, ...files } = FILES;
    const [store, folder] = [await newStore(), folderOf(files)];
    expect((await run(store, folder)).read).toEqual(['表.xlsx', '说明.docx']);
    writeFileSync(path.join(folder, 'manifest.csv'), MANIFEST);
    expect((await plan(store, folder)).read).toEqual({ changed: 1 });
    expect((await run(store, folder)).read).toEqual(['说明.docx + 表.xlsx']);
    expect(await documentsIn(store)).toEqual([{ file: '说明.docx', files: 2, status: 'ok' }]);
    expect(await store.json.missing(store.database)).toEqual([]);
    expect(await store.database.all('SELECT rule FROM store_findings')).toEqual([]);

    rmSync(path.join(folder, 'manifest.csv'));
    expect((await run(store, folder)).read).toEqual(['表.xlsx', '说明.docx']);
    expect((await documentsIn(store)).map(({ file, files: count }) => [file, count])).toEqual([
      ['表.xlsx', 1],
      ['说明.docx', 1],
    ]);
    expect((await run(store, folder)).read).toEqual([]);
  });
});

describe('files of one group cannot be read as one document → every night tells why, each is read by itself, exit code 1 → mend the manifest, or download the file again', () => {
  test.each([
    ['a file that has pages', { 'manifest.csv': `${MANIFEST}a.pdf,财政局\n`, 'a.pdf': '%PDF-1.4' }, 'a.pdf has pages', ['a.pdf']],
    ['a file that is not there', { 'manifest.csv': `${MANIFEST}附件.docx,财政局\n` }, 'line 4: there is no document "附件.docx" here', []],
    ['a file that is told twice', { 'manifest.csv': `${MANIFEST}表.xlsx,财政局\n` }, 'line 3: 表.xlsx is told once more in line 4', []],
    ['a file that goes to another group', { 'manifest.csv': `${MANIFEST}表.xlsx,教育局\n` }, 'line 3: 表.xlsx is told once more', []],
    ['one file alone', { 'manifest.csv': 'file,group\n说明.docx,财政局\n' }, 'it has this one file', []],
    [
      'the same bytes twice',
      { 'manifest.csv': `${MANIFEST}copy.xlsx,财政局\n`, 'copy.xlsx': FILES['表.xlsx'] },
      'copy.xlsx holds the same bytes as another file of it',
      [],
    ],
    [
      'one name in two manifests',
      { 'b/manifest.csv': 'file,group\n附件.docx,财政局\n', 'b/附件.docx': text('1.00') },
      '2 manifests have a group of this name: b/manifest.csv, manifest.csv',
      ['附件.docx'],
    ],
  ])('%s', async (_, more, why, others) => {
    const [store, folder] = [await newStore(), folderOf({ ...FILES, ...more })];
    for (const night of [1, 2]) {
      const { read, told, result } = await run(store, folder);
      expect(told).toContainEqual(expect.stringContaining(`group "财政局": ${APART}: ${why}`));
      expect(read).toEqual(night === 1 ? [...others, '表.xlsx', '说明.docx'].toSorted() : []);
      expect(result.provenance).toBeGreaterThan(0);
    }
    expect((await documentsIn(store)).filter(({ files }) => files === 0)).toEqual([]);
  });

  test('pages or damage that only its bytes show: nothing passes for read, and the rest is', async () => {
    const [store, folder] = [await newStore(), folderOf({ ...FILES, '表.xlsx': FILES['表.xlsx'].subarray(0, 900) })];
    const first = await run(store, folder);
    expect(first.read).toEqual(['表.xlsx', '说明.docx', '说明.docx + 表.xlsx']);
    expect(first.told).toEqual([expect.stringMatching(new RegExp(`^manifest.csv: group "财政局": ${APART}: 表.xlsx: `, 'u'))]);
    const documents = await archivedDocuments(store.database);
    expect(documents.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed']);
    const todo = await todoOf(store.database, documents);
    expect(todo.flatMap(({ documents: each }) => each.map(({ file }) => file))).toEqual(['表.xlsx', '说明.docx']);

    const second = await run(store, folder);
    expect(second).toMatchObject({ read: [], told: first.told, result: { skipped: 2 } });
    expect(await plan(store, folder)).toMatchObject({ read: {}, asBefore: 2 });

    writeFileSync(path.join(folder, '表.xlsx'), FILES['表.xlsx']);
    expect(await run(store, folder)).toMatchObject({ read: ['说明.docx + 表.xlsx'], told: [] });
  });

  test('a file that the system does not hand over', async () => {
    const [store, folder] = [await newStore(), folderOf(FILES)];
    const file = path.join(folder, '表.xlsx');
    rmSync(file);
    symlinkSync('nowhere', file);
    const { read, told, result } = await run(store, folder);
    expect(read).toEqual(['说明.docx']);
    expect(told).toEqual([expect.stringContaining(`${APART}: 表.xlsx cannot be read`)]);
    expect(result.unreadable).toBe(1);
    rmSync(file);
    writeFileSync(file, FILES['表.xlsx']);
    expect((await run(store, folder)).read).toEqual(['说明.docx + 表.xlsx']);
    expect(await documentsIn(store)).toEqual([{ file: '说明.docx', files: 2, status: 'ok' }]);
    rmSync(file);
    symlinkSync('nowhere', file);
    const again = await run(store, folder);
    expect(again).toMatchObject({ read: [], result: { unreadable: 1 } });
    expect(again.told).toEqual(['manifest.csv: group "财政局": 表.xlsx cannot be read: its document stays as it was read']);
    expect(await documentsIn(store)).toEqual([{ file: '说明.docx', files: 2, status: 'ok' }]);
  });
});

describe('a file of a group is gone → the document that it was part of keeps its values, the run tells it → nothing, or change the manifest', () => {
  test.each([
    ['and still in the manifest', MANIFEST, 'manifest.csv: line 3: there is no document'],
    ['and no longer in it', 'file,group\n说明.docx,财政局\n', 'manifest.csv: group "财政局": a file of it is not there'],
  ])('%s: the document keeps its values, and the run tells', async (_, manifest, note) => {
    const [store, folder] = [await newStore(), folderOf(FILES)];
    await run(store, folder);
    rmSync(path.join(folder, '表.xlsx'));
    writeFileSync(path.join(folder, 'manifest.csv'), manifest);
    for (const _night of [1, 2]) {
      const { read, told } = await run(store, folder);
      expect(read).toEqual([]);
      expect(told).toContainEqual(expect.stringContaining(note));
      expect(told).toContainEqual('manifest.csv: group "财政局": a file of it is not there: its document stays as it was read');
    }
    expect(await documentsIn(store)).toEqual([{ file: '说明.docx', files: 2, status: 'ok' }]);
    writeFileSync(path.join(folder, '表.xlsx'), FILES['表.xlsx']);
    writeFileSync(path.join(folder, 'manifest.csv'), MANIFEST);
    expect(await run(store, folder)).toMatchObject({ read: [], told: [] });
  });

  test('and the JSON of the document is missing from the store: what is there is read', async () => {
    const [store, folder] = [await newStore(), folderOf(FILES)];
    await run(store, folder);
    const [{ sha256 = '' } = {}] = await store.database.all<{ sha256: string }>('SELECT sha256 FROM documents');
    await (await store.json.remove(store.database, sha256))();
    rmSync(path.join(folder, '表.xlsx'));
    expect((await run(store, folder)).read).toEqual(['说明.docx']);
  });

  test('with another in its place: what is there now is read as one', async () => {
    const [store, folder] = [await newStore(), folderOf(FILES)];
    await run(store, folder);
    renameSync(path.join(folder, '表.xlsx'), path.join(folder, '新表.xlsx'));
    writeFileSync(path.join(folder, '新表.xlsx'), workbook('大石县教育局'));
    writeFileSync(path.join(folder, 'manifest.csv'), MANIFEST.replace('表', '新表'));
    expect(await run(store, folder)).toMatchObject({ read: ['说明.docx + 新表.xlsx'], told: [] });
  });
});

test('corrections of a group stand beside its first file; others are told', async () => {
  const other = JSON.stringify({ schemaVersion: '1', document: { sha256: '0'.repeat(64) }, corrections: [] });
  const [store, folder] = [await newStore(), folderOf({ ...FILES, '表.corrections.json': other })];
  expect((await run(store, folder)).told).toEqual([
    'manifest.csv: group "财政局": the corrections beside 表.xlsx are not used: those of a group stand beside its first file',
  ]);
  writeFileSync(path.join(folder, '说明.corrections.json'), other);
  rmSync(path.join(folder, '表.corrections.json'));
  expect((await plan(store, folder)).read).toEqual({ corrections: 1 });
  expect(await run(store, folder)).toMatchObject({ read: ['说明.docx + 表.xlsx'], told: [] });
  expect(await store.database.all("SELECT message FROM findings WHERE message LIKE '%更正文件%'")).toHaveLength(1);
});
