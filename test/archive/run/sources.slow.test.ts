/** Nights as an operator has them: what lies in the folder, or is to be fetched, is not what it should be. */
import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, juesuan, resultIn, temporaryFolder } from '../../cli/juesuan.js';
import { document, newStoreFolder, night, serve } from '../nights.js';
import { ask, folderOf } from '../store.js';

const onPosix = test.skipIf(process.platform === 'win32');

onPosix(
  'a pipe, a link to a device or a file beyond all limits lies among the documents → it is not opened, told as unreadable, the rest is read, exit code 1 → take it away',
  { timeout: 60_000 },
  async () => {
    const folder = folderOf({ 'a.pdf': document(2021), 'huge.pdf': '' });
    execFileSync('mkfifo', [path.join(folder, 'pipe.pdf'), path.join(folder, 'a.corrections.json'), path.join(folder, 'manifest.csv')]);
    symlinkSync('/dev/zero', path.join(folder, 'endless.pdf'));
    truncateSync(path.join(folder, 'huge.pdf'), 1e12);
    const store = newStoreFolder();
    for (const extracted of [1, 0]) {
      const { code, summary } = await night(folder, store);
      expect({ code, summary }).toMatchObject({
        code: 1,
        summary: {
          exitCode: 1,
          state: 'done',
          problems: [
            '3 files or folders cannot be read: 2 no-regular-file, 1 too-large',
            '1 lines or fields of manifests and sidecars, or triage files, cannot be used',
          ],
          files: { found: 4, unreadable: 3 },
          documents: { extracted },
          reasons: { unreadable: { 'no-regular-file': 2, 'too-large': 1 } },
        },
      });
    }
  },
);

test('nothing listens at --url → the documents are left for the next run as refused, exit code 1 → see to the server', {
  timeout: 60_000,
}, async () => {
  const folder = folderOf({ '1.pdf': document(2021), '2.pdf': document(2022), '3.pdf': document(2023) });
  const store = newStoreFolder();
  const { code, summary, stderr } = await night(folder, store, '--url', 'http://user:secret@127.0.0.1:9/');
  expect({ code, summary }).toMatchObject({
    code: 1,
    summary: {
      problems: ['3 documents could not be had: 3 refused'],
      documents: { extracted: 0, postponed: 3 },
      reasons: { postponed: { refused: 3 } },
    },
  });
  expect(stderr).not.toContain('secret');
  expect(await ask(store, "SELECT path, note FROM events WHERE kind = 'postponed' ORDER BY path")).toEqual(
    ['1.pdf', '2.pdf', '3.pdf'].map((file) => ({ path: file, note: 'refused: nothing listens there' })),
  );
  expect(await night(folder, store)).toMatchObject({ code: 0, summary: { documents: { extracted: 3, postponed: 0 } } });
});

test('the server redirects, refuses or answers something else → counted by reason, exit code 1; what only changed is no alarm → see the reasons in docs/archive.md', {
  timeout: 60_000,
}, async () => {
  const good = document(2021);
  const folder = folderOf({ 'good.pdf': good, 'changed.pdf': document(2022), 'gone.pdf': document(2023), 'moved.pdf': document(2024) });
  const place = await serve((request, response) => {
    if (request.url === '/good.pdf') response.end(good);
    else if (request.url === '/changed.pdf') response.end('%PDF-1.7 another');
    else if (request.url === '/moved.pdf') response.writeHead(301, { location: 'http://169.254.169.254/' }).end();
    else response.writeHead(404).end();
  });
  const { code, summary } = await night(folder, newStoreFolder(), '--url', place);
  expect({ code, summary }).toMatchObject({
    code: 1,
    summary: {
      problems: ['2 documents could not be had: 1 http-404, 1 redirected'],
      documents: { extracted: 1, postponed: 3 },
      reasons: { postponed: { changed: 1, 'http-404': 1, redirected: 1 } },
    },
  });
});

const onLinux = test.skipIf(process.platform !== 'linux');

/** A folder with two documents of one name, in UTF-8 and in GBK; and the path of the second but for its ending, in bytes. */
function twoEncodings() {
  const folder = folderOf({ '决算.pdf': document(2021) });
  const gbk = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from('bef6cbe3', 'hex')]);
  writeFileSync(Buffer.concat([gbk, Buffer.from('.pdf')]), document(2022));
  return { folder, gbk };
}

onLinux('a file has its name in GBK bytes → it is read, and told with [GBK] in its name → nothing', { timeout: 90_000 }, async () => {
  const { folder } = twoEncodings();
  const store = newStoreFolder();
  expect(await night(folder, store)).toMatchObject({ code: 0, summary: { files: { found: 2, new: 2 }, documents: { extracted: 2 } } });
  expect(await ask(store, 'SELECT path FROM files ORDER BY path')).toEqual([{ path: '决算.pdf' }, { path: '决算[GBK].pdf' }]);
  expect(await ask(store, 'SELECT name, year FROM documents ORDER BY year')).toEqual([
    { name: '决算.pdf', year: 2021 },
    { name: '决算.pdf', year: 2022 },
  ]);
  expect(await night(folder, store)).toMatchObject({ code: 0, summary: { files: { asBefore: 2 }, documents: { extracted: 0 } } });
});

onLinux('names in GBK bytes: corrections lie beside the document under the same bytes', { timeout: 90_000 }, async () => {
  const { folder, gbk } = twoEncodings();
  writeFileSync(Buffer.concat([gbk, Buffer.from('.corrections.json')]), '{}');
  const store = newStoreFolder();
  await night(folder, store);
  const found = "SELECT d.year, f.rule FROM findings f JOIN documents d ON d.id = f.document WHERE f.rule LIKE 'CORRECTION%'";
  expect(await ask(store, found)).toEqual([{ year: 2022, rule: 'CORRECTIONS-UNUSABLE' }]);
});

onLinux('names in GBK bytes: a folder is extracted, and one document by the name it is told by', { timeout: 90_000 }, async () => {
  const { folder } = twoEncodings();
  const out = temporaryFolder();
  expect((await juesuan(['extract', folder, '--out', out], out)).code).toBe(0);
  expect(filesBelow(out)).toEqual(['决算.json', '决算[GBK].json']);
  expect(resultIn(out, '决算[GBK].json')).toMatchObject({ source: { name: '决算.pdf' }, document: { year: 2022 } });
  const one = await juesuan(['extract', path.join(folder, '决算[GBK].pdf'), '--out', '-'], out);
  expect(JSON.parse(one.stdout).document.year).toBe(2022);
});

test('--dry-run says what a night would read and why, and writes nothing; the night then does that', { timeout: 90_000 }, async () => {
  const folder = folderOf({ 'a.pdf': document(2021), 'b.pdf': document(2022), 'copy.pdf': document(2022), 'web.pdf': '<html>404</html>' });
  const store = newStoreFolder();
  const dry = async (...more: string[]) => {
    const { code, stdout } = await juesuan(['archive', folder, '--store', store, '--dry-run', ...more], folder);
    return { code, stdout };
  };
  expect(await dry()).toEqual({ code: 0, stdout: '4 files: 1 as before, 0 gone\n3 documents would be read\n  3 new\n' });
  expect(filesBelow(path.dirname(store))).toEqual([]);
  await night(folder, store);

  writeFileSync(path.join(folder, 'a.pdf'), document(2023));
  writeFileSync(path.join(folder, 'b.corrections.json'), '{}');
  writeFileSync(path.join(folder, 'c.pdf'), document(2024));
  rmSync(path.join(folder, 'copy.pdf'));
  const rows = await ask(store, 'SELECT * FROM files ORDER BY path');
  const { stdout } = await dry('--summary', 'json');
  expect(JSON.parse(stdout)).toEqual({
    files: 4,
    read: { changed: 1, corrections: 1, new: 1 },
    asBefore: 1,
    own: 0,
    gone: 1,
    missing: [],
    unreadable: {},
  });
  expect(JSON.parse((await dry('--summary', 'json', '--ocr', 'off')).stdout).read).toEqual({ changed: 1, new: 1, stamp: 2 });
  expect(await ask(store, 'SELECT * FROM files ORDER BY path')).toEqual(rows);
  expect(await ask(store, 'SELECT id FROM runs')).toEqual([{ id: 1 }]);
  expect((await night(folder, store)).summary).toMatchObject({
    files: { changed: 1, new: 1, gone: 1 },
    documents: { extracted: 3, renewed: 1 },
  });

  for (const name of ['a.pdf', 'b.pdf', 'c.pdf', 'web.pdf']) rmSync(path.join(folder, name));
  expect(await dry()).toMatchObject({ code: 1, stdout: expect.stringContaining('4 of 4 files are not there') });
});

test('--summary json of a run that breaks off says why', async () => {
  const folder = temporaryFolder();
  const { code, stdout } = await juesuan(['archive', 'nowhere', '--store', 'store', '--summary', 'json'], folder);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ state: 'failed', exitCode: 2, problems: ['no such folder: nowhere'], files: null });
});
