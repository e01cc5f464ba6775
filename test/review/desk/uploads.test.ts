import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { PrivateFolder } from '../../../src/review/desk/private-folder.js';
import { Uploads } from '../../../src/review/desk/uploads.js';
import { filesBelow } from '../../cli/juesuan.js';
import { zipOf } from '../../read/office.js';

/** Uploads into a folder of their own; where nothing else is said of at most 3 files, 100 bytes in all and 50 each. */
async function uploads(limits = { files: 3, bytes: 100, each: 50 }) {
  const folder = new PrivateFolder();
  onTestFinished(() => folder.remove());
  const kept = new Uploads(folder, limits);
  const send = (name: string, bytes: string | Uint8Array, announced: number | null = null, batch = 1) =>
    kept.receive({ batch, path: name, announced, bytes: Readable.from([Buffer.from(bytes)]) });
  return { root: await folder.path(), folder, send };
}

test('a dropped folder is mirrored in a folder that nobody else can look into, and gone at the end', async () => {
  const { root, folder, send } = await uploads();
  expect(await send('决算/a.corrections.json', '{}')).toEqual({ left: 'beside' });
  expect(await send('决算/a.pdf', '%PDF-')).toEqual({
    document: { path: path.join(root, 'dropped', '1', '决算', 'a.pdf'), stem: path.join('决算', 'a'), isCopy: true },
  });
  expect(filesBelow(root)).toEqual(['dropped/1/决算/a.corrections.json', 'dropped/1/决算/a.pdf']);
  expect(statSync(root).mode & 0o777).toBe(0o700);
  expect(statSync(path.join(root, 'dropped/1/决算/a.pdf')).mode & 0o777).toBe(0o600);
  await folder.remove();
  expect(() => statSync(root)).toThrow('ENOENT');
});

test('what is too large, too much, too many, of another kind or of a name that is taken is refused, and nothing of it stays', async () => {
  const { root, send } = await uploads();
  const refusal = async (sending: Promise<unknown>) =>
    await sending.then(
      () => null,
      (error) => error.problem,
    );
  expect(await refusal(send('a.pdf', 'x'.repeat(60)))).toBe('too-large');
  expect(await refusal(send('a.pdf', '', 60))).toBe('too-large');
  expect(await refusal(send('a.txt', 'x'))).toBe('kind');
  expect(await refusal(send('../..', 'x'))).toBe('name');
  expect(filesBelow(root)).toEqual([]);
  await send('a.pdf', 'x'.repeat(45));
  expect(await refusal(send('a.pdf', 'y'))).toBe('twice');
  await send('a.pdf', 'x'.repeat(45), null, 2);
  expect(await refusal(send('b.pdf', 'x'.repeat(20)))).toBe('too-much');
  await send('b.pdf', 'x');
  expect(await refusal(send('c.pdf', 'x'))).toBe('too-many');
  expect(filesBelow(root)).toEqual(['dropped/1/a.pdf', 'dropped/1/b.pdf', 'dropped/2/a.pdf']);
  expect(readFileSync(path.join(root, 'dropped/1/a.pdf'), 'utf8')).toBe('x'.repeat(45));
});

test('what is left out counts for no limit', async () => {
  const { send } = await uploads();
  const report = '<meta name="generator" content="juesuan 0">';
  for (const name of ['1.html', '2.html', '3.html', '4.html']) expect(await send(name, report)).toEqual({ left: 'own' });
  expect(await send('a.pdf', 'x'.repeat(50))).toHaveProperty('document');
});

test('a report that we wrote is left out', async () => {
  const folder = new PrivateFolder();
  onTestFinished(() => folder.remove());
  const report = '<!DOCTYPE html><html><head><meta name="generator" content="juesuan 0.1.0"></head></html>';
  const received = await new Uploads(folder).receive({
    batch: 1,
    path: 'a.html',
    announced: null,
    bytes: Readable.from([Buffer.from(report)]),
  });
  expect(received).toEqual({ left: 'own' });
  expect(filesBelow(await folder.path())).toEqual([]);
});

test('of a ZIP the documents in it are kept, in a folder of its name; no name in it leads out, and the ZIP itself is gone', async () => {
  const { root, send } = await uploads({ files: 10, bytes: 10_000, each: 5000 });
  const report = '<meta name="generator" content="juesuan 0">';
  const zip = zipOf({
    '附件/1.pdf': '%PDF-',
    '../../2.pdf': '%PDF-2',
    '3.html': report,
    'readme.txt': 'x',
    '__MACOSX/._1.pdf': 'x',
    'in.zip': 'PK',
  });
  expect(await send('决算.zip', zip)).toEqual({
    documents: ['附件/1.pdf', '2.pdf', 'in.zip'].map((name) => ({
      path: path.join(root, 'dropped', 'zip-1', '决算', name),
      stem: path.join('决算', name.replace(/\.\w+$/u, '')),
      isCopy: true,
    })),
    own: 1,
    refused: [],
  });
  expect(filesBelow(root)).toEqual(['2.pdf', 'in.zip', '附件/1.pdf'].map((name) => `dropped/zip-1/决算/${name}`));
});

test('what unpacks to more than may be kept is refused by itself, and not unpacked to the disk', async () => {
  const { root, send } = await uploads({ files: 3, bytes: 30_000, each: 20_000 });
  const answer = await send(
    'a.zip',
    zipOf({ '1.pdf': 'x', '2.pdf': 'y'.repeat(25_000), '3.pdf': 'z'.repeat(19_999), '4.pdf': 'z'.repeat(19_999) }),
  );
  expect(answer).toMatchObject({
    documents: [{ stem: path.join('a', '1') }, { stem: path.join('a', '3') }],
    refused: [
      { path: '2.pdf', problem: 'too-large' },
      { path: '4.pdf', problem: 'too-many' },
    ],
  });
  expect(filesBelow(root)).toEqual(['dropped/zip-1/a/1.pdf', 'dropped/zip-1/a/3.pdf']);
});

test('a ZIP bomb is not unpacked: the limits of every package hold', async () => {
  const { root, send } = await uploads({ files: 10, bytes: 1e9, each: 1e9 });
  const answer = await send('a.zip', zipOf({ '1.pdf': new Uint8Array(100_000_000), '2.pdf': '%PDF-' }));
  expect(answer).toMatchObject({ documents: [{ stem: path.join('a', '2') }], refused: [{ path: '1.pdf', problem: 'too-large' }] });
  expect(filesBelow(root)).toEqual(['dropped/zip-1/a/2.pdf']);
});

test('a ZIP without documents, or one that cannot be opened, stays a document that says so', async () => {
  const { send } = await uploads({ files: 10, bytes: 10_000, each: 5000 });
  expect(await send('a.zip', zipOf({ 'readme.txt': 'x' }))).toHaveProperty('document');
  expect(await send('b.zip', zipOf({ 'a.pdf': 'x' }).slice(0, 60))).toHaveProperty('document');
});
