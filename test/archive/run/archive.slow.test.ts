import { appendFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openStore } from '../../../src/archive/store/open.js';
import { finish, juesuan, start, temporaryFolder } from '../../cli/juesuan.js';
import { draw } from '../drawn.js';
import { ask, folderOf } from '../store.js';

const department = '桐柏县档案馆';
const document = (year: number) => draw({ department, year });

/** What a run says at its end. */
function lastLine(stderr: string): Record<string, number> {
  return JSON.parse(stderr.trim().split('\n').at(-1) ?? '{}');
}

async function archive(folder: string, store: string, ...more: string[]) {
  const ran = await juesuan(['archive', folder, '--store', store, '--log', 'json', ...more], temporaryFolder());
  expect(ran.stderr).toContain('"kind":"end"');
  return { ...ran, counts: lastLine(ran.stderr) };
}

test('every run: new, changed, moved, gone and broken files are distinguished, and what is known is not read again', {
  timeout: 60_000,
}, async () => {
  const folder = folderOf({
    'a/2021.pdf': document(2021),
    'b/2022.PDF': document(2022),
    'b/copy.pdf': document(2022),
    'web.pdf': '<html>404</html>',
    'a/notes.txt': 'no document',
  });
  const store = path.join(temporaryFolder(), 'store');
  const first = await archive(folder, store);
  expect(first.code).toBe(0);
  expect(first.counts).toMatchObject({ files: 4, new: 4, extracted: 2, failed: 1, skipped: 1, quarantined: 0, gone: 0 });

  expect((await archive(folder, store)).counts).toMatchObject({ files: 4, new: 0, changed: 0, skipped: 4, extracted: 0, failed: 0 });

  renameSync(path.join(folder, 'a/2021.pdf'), path.join(folder, 'a/moved.pdf'));
  writeFileSync(path.join(folder, 'web.pdf'), document(2023));
  rmSync(path.join(folder, 'b/copy.pdf'));
  const third = await archive(folder, store);
  expect(third.counts).toMatchObject({ files: 3, new: 1, changed: 1, gone: 2, extracted: 1, skipped: 2 });
  expect(await ask(store, 'SELECT path, gone FROM files ORDER BY path')).toEqual([
    { path: 'a/2021.pdf', gone: 3 },
    { path: 'a/moved.pdf', gone: 0 },
    { path: 'b/2022.PDF', gone: 0 },
    { path: 'b/copy.pdf', gone: 3 },
    { path: 'web.pdf', gone: 0 },
  ]);
});

test('a document read by an older version is read again; its JSON lies by its hash', { timeout: 60_000 }, async () => {
  const folder = folderOf({ 'a.pdf': document(2021) });
  const store = path.join(temporaryFolder(), 'store');
  await archive(folder, store);
  const opened = await openStore(store);
  await opened.database.run("UPDATE documents SET stamp = 'older'");
  await opened.close();
  expect((await archive(folder, store)).counts).toMatchObject({ new: 0, renewed: 1, extracted: 1 });
  const [row] = await ask<{ sha256: string }>(store, 'SELECT sha256 FROM documents');
  const hash = row?.sha256 ?? '';
  const json = gunzipSync(readFileSync(path.join(store, 'json', hash.slice(0, 2), hash.slice(2, 4), `${hash}.json.gz`)));
  expect(JSON.parse(json.toString()).source.sha256).toBe(hash);
});

test('what the harvester knows stays with the values; a sidecar goes before a manifest; a broken one is reported and costs nothing else', {
  timeout: 60_000,
}, async () => {
  const folder = folderOf({
    'a.pdf': document(2021),
    'a.pdf.meta.json': '{ "source_url": "https://example.org/a.pdf", "published_on": "2022-09-01", "region": "411330" }',
    'b.pdf': document(2022),
    'c.pdf': document(2023),
    'c.pdf.meta.json': '{ "published_on": "September" }',
    'manifest.csv':
      'file,source_url,published_on,retrieved_on,region,department\r\na.pdf,https://example.org/x,,,,\r\nb.pdf,"https://example.org/b,1",2023-09-01,2023-10-01T02:00:00Z,河南省南阳市桐柏县,桐柏县档案馆\r\nd.pdf,,,,,\r\n',
  });
  const store = path.join(temporaryFolder(), 'store');
  const { stderr, code, counts } = await archive(folder, store);
  expect(stderr).toContain('is no day like 2024-09-30');
  expect(stderr).toContain('line 4: there is no document');
  // The harvester's mistakes are told by the exit code too; the night goes on.
  expect([code, counts]).toEqual([1, expect.objectContaining({ provenance: 2, extracted: 3 })]);
  expect(await ask(store, 'SELECT path, source_url, published_on, department, region_code FROM files ORDER BY path')).toEqual([
    { path: 'a.pdf', source_url: 'https://example.org/a.pdf', published_on: '2022-09-01', department: null, region_code: '411330' },
    { path: 'b.pdf', source_url: 'https://example.org/b,1', published_on: '2023-09-01', department: '桐柏县档案馆', region_code: '411330' },
    { path: 'c.pdf', source_url: null, published_on: null, department: null, region_code: null },
  ]);
  // Only what the sidecar says has changed: the document is not read again.
  writeFileSync(path.join(folder, 'c.pdf.meta.json'), '{ "published_on": "2024-09-01" }');
  expect((await archive(folder, store)).counts).toMatchObject({ extracted: 0, skipped: 3 });
  expect(await ask(store, "SELECT published_on FROM files WHERE path = 'c.pdf'")).toEqual([{ published_on: '2024-09-01' }]);
});

/** Some documents, enough to be stopped among. */
function manyYears(years = 8): Record<string, Uint8Array> {
  return Object.fromEntries(Array.from({ length: years }, (_, index) => [`${2017 - index}.pdf`, document(2017 - index)]));
}

async function dataset(store: string): Promise<Record<string, string>> {
  const out = temporaryFolder();
  expect((await juesuan(['export', store, '--out', out, '--format', 'csv,parquet,xlsx'], out)).code).toBe(0);
  return Object.fromEntries(readdirSync(out).map((file) => [file, readFileSync(path.join(out, file)).toString('base64')]));
}

/** Resolves when the child has said that so many documents are done. */
async function documentsDone(child: ReturnType<typeof start>, wanted: number): Promise<void> {
  let said = '';
  await new Promise<void>((resolve) => {
    child.stderr?.on('data', (text) => {
      said += text;
      if (said.split('"kind":"document"').length > wanted) resolve();
    });
    child.once('close', () => resolve());
  });
}

test('a run is killed or the power goes → what was in hand is lost, nothing else; the report calls the run killed → nothing; the next run goes on', {
  timeout: 120_000,
}, async () => {
  const folder = folderOf(manyYears());
  const [calm, disturbed] = [path.join(temporaryFolder(), 'store'), path.join(temporaryFolder(), 'store')];
  await archive(folder, calm);
  const args = ['archive', folder, '--store', disturbed, '--log', 'json', '--jobs', '1'];

  const killed = start(args, folder);
  await documentsDone(killed, 2);
  killed.kill('SIGKILL');
  await finish(killed);

  const stopped = start(args, folder);
  const ran = finish(stopped);
  await documentsDone(stopped, 2);
  stopped.kill('SIGTERM');
  const { code, stderr } = await ran;
  expect(code).toBe(143);
  expect(lastLine(stderr)['files']).toBe(8);

  const rest = await archive(folder, disturbed);
  expect(rest.counts['extracted']).toBeGreaterThan(0);
  expect(rest.counts['extracted']).toBeLessThan(6);
  expect(await ask(disturbed, 'SELECT state FROM runs ORDER BY id')).toEqual([
    { state: 'killed' },
    { state: 'stopped' },
    { state: 'done' },
  ]);
  expect(await dataset(disturbed)).toEqual(await dataset(calm));
});

test('a run begins while another is on → it says so and touches nothing, exit code 2 → let the first end; begin nights farther apart', {
  timeout: 60_000,
}, async () => {
  // So many that the first run is still on when the second has started.
  const folder = folderOf(manyYears(60));
  const store = path.join(temporaryFolder(), 'store');
  const first = start(['archive', folder, '--store', store, '--log', 'json', '--jobs', '1'], folder);
  await documentsDone(first, 1);
  // Others read while the run writes.
  expect(await ask(store, 'SELECT COUNT(*) AS n FROM documents')).not.toEqual([{ n: 0 }]);
  const second = await juesuan(['archive', folder, '--store', store], folder);
  expect(second).toMatchObject({ code: 2, stdout: '' });
  expect(second.stderr).toContain('another juesuan archive is running');
  first.kill('SIGTERM');
  await finish(first);
});

test('wrong usage is one line and exit code 2: no folder, no store to export, a file that is no store', async () => {
  const folder = temporaryFolder();
  for (const args of [
    ['archive', 'nowhere', '--store', 's'],
    ['export', 'nowhere'],
    ['report', 'nowhere'],
    ['work', '--store', 's'],
    ['export', folder, '--year', '24'],
  ]) {
    const { code, stderr, stdout } = await juesuan(args, folder);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  }
  const broken = folderOf({ 'archive.sqlite': 'no database at all, and long enough to be looked at'.repeat(30) });
  appendFileSync(path.join(broken, 'a.pdf'), document(2021));
  expect(await juesuan(['archive', broken, '--store', broken], broken)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('is no store of juesuan'),
  });
});
