import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { PrivateFolder } from '../../../src/review/desk/private-folder.js';
import { Uploads } from '../../../src/review/desk/uploads.js';
import { filesBelow } from '../../cli/juesuan.js';

/** Uploads into a folder of their own, of at most 3 files, 100 bytes in all and 50 each. */
async function uploads() {
  const folder = new PrivateFolder();
  onTestFinished(() => folder.remove());
  const kept = new Uploads(folder, { files: 3, bytes: 100, each: 50 });
  const send = (name: string, bytes: string, announced: number | null = null, batch = 1) =>
    kept.receive({ batch, path: name, announced, bytes: Readable.from([Buffer.from(bytes)]) });
  return { root: await folder.path(), folder, send };
}

test('a dropped folder is mirrored in a folder that nobody else can look into, and gone at the end', async () => {
  const { root, folder, send } = await uploads();
  expect(await send('决算/a.corrections.json', '{}')).toEqual({ left: 'beside' });
  expect(await send('决算/a.pdf', '%PDF-')).toEqual({
    document: { path: path.join(root, 'dropped', '1', '决算', 'a.pdf'), stem: path.join('决算', 'a') },
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
